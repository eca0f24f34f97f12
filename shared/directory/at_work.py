"""How agents can be at work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

AtWork = Literal["online", "away"]
PresenceState = Literal["online", "away", "offline"]
"""online: is given cases. away: is given none for a while. offline: signed out, or silent for too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How an agent is present, and since when in this way."""

    state: PresenceState
    since: datetime
