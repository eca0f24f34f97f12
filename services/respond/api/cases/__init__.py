"""The queue, one case, and what is done with it."""
