"""What became of each item of a request."""

from dataclasses import dataclass

from services.ingest.domain.refusal import Path, Refused
from shared.contracts.mention import Mention


@dataclass(frozen=True, slots=True)
class Accepted:
    """It is a mention. `id` is the sender's id of the event."""

    id: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Ignored:
    """It was understood, and is none of our business."""

    id: str
    event_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quarantined:
    """It could not be taken, and is kept for a person to see. `place` is where it stood in the request."""

    raw: bytes
    refusal: Refused
    place: Path


Verdict = Accepted | Ignored | Quarantined
