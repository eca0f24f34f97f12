"""Why something that reached us cannot be taken, said so that its sender can mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Wrong(StrEnum):
    """The kinds of refusal. The value is the last part of the problem's `type` (RFC 9457)."""

    MALFORMED = "malformed-body"
    TOO_DEEP = "nested-too-deeply"
    EVENT = "invalid-event"
    EMPTY_BATCH = "empty-batch"
    TOO_LARGE = "too-large"
    MEDIA_TYPE = "unsupported-media-type"
    ENCODING = "unsupported-content-encoding"


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing to mend: in the header of that name, or at this path of the event in its structured form."""

    detail: str
    path: Path = ()
    header: str | None = None


class Refused(Exception):
    """An event, or a request as a whole, is not what this station takes. It never repeats the customer's words."""

    def __init__(self, wrong: Wrong, *flaws: Flaw) -> None:
        super().__init__("; ".join(flaw.detail for flaw in flaws))
        self.wrong = wrong
        self.flaws = flaws


def refused(detail: str, *path: str | int, wrong: Wrong = Wrong.EVENT) -> Refused:
    """Return a refusal for one flaw."""
    return Refused(wrong, Flaw(detail, path))


def pointer(path: Path) -> str:
    """Return a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)
