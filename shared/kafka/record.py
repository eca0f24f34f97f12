"""Records, without the client library's types."""

from dataclasses import dataclass

Headers = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A record to be written. `timestamp_ms` is the record's own time; None lets Kafka stamp it."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    timestamp_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A record that was read, with the place it was read from."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    timestamp_ms: int = 0

    def header(self, name: str) -> bytes | None:
        """Return the first header of that name."""
        for found, value in self.headers:
            if found == name:
                return value
        return None

    @property
    def traceparent(self) -> str | None:
        """The W3C trace context that came along, if any."""
        value = self.header("traceparent")
        return None if value is None else value.decode("ascii", "replace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A record that a handler could not take, and why. It is set aside, never dropped."""

    record: Incoming
    reason: str
    detail: str | None = None
    attempts: int = 1
