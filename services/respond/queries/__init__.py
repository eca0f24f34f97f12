"""Reading lists out of MongoDB, a page at a time."""
