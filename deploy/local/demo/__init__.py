"""A story on the town square, for somebody who has never seen Earshot: a DVD rental lost a day's parcels.

cast and story are what is said, scenes is what happens, tell is how it is told.
"""
