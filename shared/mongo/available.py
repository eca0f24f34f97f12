"""What MongoDB raises, by what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager

from pymongo.errors import OperationFailure, PyMongoError

from shared.runtime.errors import Unavailable


@contextmanager
def available() -> Iterator[None]:
    """Turn every failure of MongoDB's into Unavailable."""
    try:
        yield
    except PyMongoError as error:
        raise Unavailable(f"MongoDB: {type(error).__name__}: {_said(error)}") from error


def _said(error: PyMongoError) -> str:
    """What the server answered can quote a document, and so a customer's words: only its code goes into logs."""
    return f"code {error.code}" if isinstance(error, OperationFailure) else str(error)
