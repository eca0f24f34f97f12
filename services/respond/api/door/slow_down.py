"""429: whoever tries too often is told when to try again."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from services.respond.api.problems import Problem
from services.respond.identity.attempts import TooMany


def seconds_to_wait(error: TooMany) -> int:
    """Return Retry-After: whole seconds, at least one."""
    return max(1, ceil(error.wait.total_seconds()))


@contextmanager
def slowly() -> Iterator[None]:
    """Turn TooMany into the problem."""
    try:
        yield
    except TooMany as error:
        seconds = seconds_to_wait(error)
        raise Problem(
            429,
            "too_many_tries",
            f"too many wrong keys or passwords; try again in {seconds} s",
            headers={"Retry-After": str(seconds)},
        ) from None
