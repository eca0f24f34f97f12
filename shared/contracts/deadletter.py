"""A record that a station could not take, kept whole so that a person can see, fix and replay it."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.contracts.contract import Contract, UtcDatetime


class DeadLetter(Contract):
    """Something was set aside. Keys, values and header values are base64 of the original bytes.

    `topic` is where to put the record back; None means it never got as far as a topic (ingest refused one item of a
    batch), and `origin` says who sent it.
    """

    ce_type: ClassVar[str] = "care.deadletter.v1"

    version: Literal[1] = 1
    letter_id: str
    station: str
    reason: str
    detail: str | None = None
    attempts: Annotated[int, Field(ge=0)] = 1
    origin: str | None = None
    topic: str | None = None
    partition: int | None = None
    offset: int | None = None
    key: str | None = None
    value: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    at: UtcDatetime

    def value_bytes(self) -> bytes | None:
        """Return the original value, None for a tombstone."""
        return None if self.value is None else b64decode(self.value)

    def key_bytes(self) -> bytes | None:
        """Return the original key, if it had one."""
        return None if self.key is None else b64decode(self.key)

    def header_bytes(self) -> tuple[tuple[str, bytes], ...]:
        """Return the original headers."""
        return tuple((name, b64decode(value)) for name, value in self.headers)


def as_base64(value: bytes | None) -> str | None:
    """Return bytes as they stand in a dead letter."""
    return None if value is None else b64encode(value).decode()


def headers_as_base64(headers: Sequence[tuple[str, bytes]]) -> tuple[tuple[str, str], ...]:
    """Return headers as they stand in a dead letter."""
    return tuple((name, b64encode(value).decode()) for name, value in headers)
