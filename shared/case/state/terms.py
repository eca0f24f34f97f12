"""What a policy asks for in one case."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from hashlib import sha256
from typing import Final

from shared.case.state.clock import ClockKind

QUIET: Final = timedelta(hours=72)
"""How long a settled case waits for the customer before it closes, unless its policy says otherwise."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """Targets in seconds of open time; a kind without one has no deadline. A case carries the terms it falls under.

    `warn_share`: 0..1 of the target. `hours`: opening hours as `Calendar.text` writes them; None: always open.
    """

    policy: str = "none"
    first_response: int | None = None
    next_response: int | None = None
    resolution: int | None = None
    warn_share: float = 0.75
    hours: str | None = None
    quiet_seconds: int = int(QUIET.total_seconds())

    def target(self, kind: ClockKind) -> int | None:
        """Return the target of one kind of clock."""
        return {
            ClockKind.FIRST_RESPONSE: self.first_response,
            ClockKind.NEXT_RESPONSE: self.next_response,
            ClockKind.RESOLUTION: self.resolution,
        }[kind]

    @cached_property
    def ref(self) -> str:
        """`policy@digest`: it changes with what a deadline hangs on, so a clock can tell under which terms it runs."""
        asked = (self.first_response, self.next_response, self.resolution, self.warn_share, self.hours)
        return f"{self.policy}@{sha256(repr(asked).encode()).hexdigest()[:8]}"


NO_TERMS: Final = Terms()
"""Nothing has a deadline."""
