"""What MongoDB raises, by what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from pymongo.errors import PyMongoError

from shared.runtime.errors import Unavailable


@contextmanager
def available() -> Iterator[None]:
    """Turn every failure of MongoDB's into Unavailable."""
    try:
        yield
    except PyMongoError as error:
        raise Unavailable(f"MongoDB: {type(error).__name__}: {error}") from error
