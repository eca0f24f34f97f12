"""The least programs that move the same bytes.

Of the services they share only how to connect and the choice of partition.
"""
