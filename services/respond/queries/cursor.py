"""Cursors: where a page ended, as an opaque text that a client hands back."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from services.respond.domain.instant import Instant

PlaceKind = Literal[
    "due", "rest", "newest", "earlier", "texts", "letters", "waiting", "notes", "macros", "deliveries", "corrections"
]


class WrongCursor(Exception):
    """This text is not a cursor of that list."""


class Place(BaseModel):
    """The last thing of a page: in which order, its time, its id. Typed, so that nothing else can come back in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: PlaceKind
    at: Instant
    id: str


def to_cursor(place: Place | None) -> str | None:
    """Return the text for a client."""
    return None if place is None else urlsafe_b64encode(place.model_dump_json().encode()).decode().rstrip("=")


def from_cursor(text: str | None, *kinds: PlaceKind) -> Place | None:
    """Return the place that a client's text names. Raises WrongCursor."""
    if text is None:
        return None
    try:
        place = Place.model_validate_json(urlsafe_b64decode(text.encode() + b"=" * (-len(text) % 4)))
    except (NotBase64, ValidationError, ValueError):
        raise WrongCursor("the cursor is not one that this list gave; start without one") from None
    if place.kind not in kinds:
        raise WrongCursor("the cursor belongs to another list or order; start without one")
    return place
