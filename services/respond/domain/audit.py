"""The audit trail: who asked for which change, and how it ended, as a chain of hashes that shows every later touch."""

import json
from dataclasses import dataclass, fields
from datetime import datetime
from hashlib import sha256
from typing import Any, Final, Literal

FIRST: Final = 1
"""The number of the first entry."""
GENESIS: Final = "0" * 64
"""What the first entry is chained to."""

Step = Literal["begun", "ended"]
"""Each request has two entries: what is about to be done stands in the trail before it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What an entry says, before it has its place in the chain. It never holds what somebody wrote.

    `request` is the same on both entries of a request. Begun: `who` asked (None: nobody that we know), `role`,
    `address`, `what` (method and route), `cases` and `about` (ids that were named), `fields` (names of what was given),
    `brands` (whose supervisors see it; none: those who see all brands). Ended: `status`, the HTTP status of the answer,
    and `not_done`, to which of several cases it was not done although the answer as a whole is a success.
    """

    step: Step
    request: str
    at: datetime
    who: str | None = None
    role: str | None = None
    address: str | None = None
    what: str | None = None
    cases: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    status: int | None = None
    not_done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The newest entry: its number and its hash. Kept elsewhere, it proves later that nothing before it was touched."""

    seq: int
    hash: str


BEGINNING: Final = Head(seq=FIRST - 1, hash=GENESIS)
"""The head of an empty trail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A note at its place in the chain."""

    seq: int
    note: Note
    hash: str

    @property
    def head(self) -> Head:
        """Return the head of a trail that ends with this entry."""
        return Head(seq=self.seq, hash=self.hash)


def chained(note: Note, after: Head) -> Entry:
    """Return the note as the entry that follows this head."""
    return Entry(seq=after.seq + 1, note=note, hash=hash_of(note, seq=after.seq + 1, previous=after.hash))


def hash_of(note: Note, *, seq: int, previous: str) -> str:
    """Return the SHA-256 over the hash before it and the canonical form, in hexadecimal."""
    return sha256(previous.encode() + canonical(note, seq=seq)).hexdigest()


def canonical(note: Note, *, seq: int) -> bytes:
    """Return the one form in which an entry is hashed: JSON in ASCII, names sorted, no spaces, nothing that is empty.

    What is empty is left out, so that entries from before a field was added keep their hash.
    """
    said: dict[str, Any] = {"seq": seq}
    for field in fields(note):
        value = getattr(note, field.name)
        if value not in (None, ()):
            said[field.name] = value.isoformat(timespec="milliseconds") if isinstance(value, datetime) else value
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode("ascii")
