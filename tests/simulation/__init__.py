"""A day of customer care in seconds: the real dispatch and giving back, over what is in memory, on a simulated clock.

`make simulate` draws it into docs/pictures.
"""
