"""What every part of the square shares: its ledger, its clock, its address and its ways."""

from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from deploy.local.townsquare.clock import Clock
from deploy.local.townsquare.faults import Faults
from deploy.local.townsquare.ledger import Ledger

TITLE = "Town Square"
MAX_CHARACTERS = 500
CHARACTERS_RESERVED_PER_URL = 23


class Idempotency(StrEnum):
    """What an `Idempotency-Key` is worth here."""

    HONOURED = "honoured"  # as genuine Mastodon: the same key within the hour is the same status
    IGNORED = "ignored"  # as GoToSocial: the header is accepted and means nothing


@dataclass(frozen=True)
class Ration:
    """So many tries of posting are taken from one token in so many seconds."""

    posts: int
    seconds: float


@dataclass
class Square:
    """One running town square."""

    ledger: Ledger
    clock: Clock
    base_url: str
    idempotency: Idempotency = Idempotency.HONOURED
    ration: Ration | None = None
    faults: Faults = field(default_factory=Faults)

    @property
    def domain(self) -> str:
        """The part after the second @ of a full handle, port included."""
        return urlsplit(self.base_url).netloc

    @property
    def version(self) -> str:
        """Plain for genuine ways; `compatible`, as other servers say it, where keys are ignored."""
        match self.idempotency:
            case Idempotency.HONOURED:
                return "4.4.0"
            case Idempotency.IGNORED:
                return "4.4.0 (compatible; Town Square 1.0.0)"
