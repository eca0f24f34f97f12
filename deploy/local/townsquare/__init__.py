"""A small social network of our own, for tests and demos: an external witness.

It speaks the part of the Mastodon API that Earshot uses, writes down every request before it answers, and can be told
to fail in the ways networks fail. It imports nothing of Earshot, so that what it says about Earshot can be believed.
"""
