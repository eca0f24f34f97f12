"""How many requests, and how many bytes of them, are in hand at a time. Whoever comes later is told to come again."""

from types import TracebackType
from typing import Self


class Full(Exception):
    """No room now."""


class Place:
    """One request's room; given back at the end of the `with`."""

    def __init__(self, gate: "Gate") -> None:
        self._gate = gate
        self._bytes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._gate.requests -= 1
        self._gate.bytes -= self._bytes

    def grow(self, size: int) -> None:
        """Take up `size` bytes more. Raises Full."""
        if self._gate.bytes + size > self._gate.most_bytes:
            raise Full
        self._gate.bytes += size
        self._bytes += size


class Gate:
    """Counts what is in hand."""

    def __init__(self, *, most_requests: int, most_bytes: int) -> None:
        self.most_requests = most_requests
        self.most_bytes = most_bytes
        self.requests = 0
        self.bytes = 0

    def enter(self) -> Place:
        """Return a place. Raises Full."""
        if self.requests >= self.most_requests:
            raise Full
        self.requests += 1
        return Place(self)
