"""Errors, named for what to do next. Anything else is a bug."""


class Poison(Exception):
    """This message will never succeed; set it aside."""


class Unavailable(Exception):
    """The world is down; try the same message again."""
