"""Who rests until when, because of what. In memory: another process finds out for itself."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime

from services.respond.publishing.timing import Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Nothing is to be tried before `until`."""

    until: datetime
    reason: str


class Pauses:
    """Accounts and answers that rest."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._rests: dict[Hashable, Rest] = {}
        self._troubles: dict[Hashable, int] = {}

    def rest(self, who: Hashable, *, until: datetime, reason: str) -> None:
        """Let it rest until then, or longer if it does so already."""
        known = self._rests.get(who)
        if known is None or known.until < until:
            self._rests[who] = Rest(until=until, reason=reason)

    def trouble(self, who: Hashable, *, now: datetime, reason: str) -> None:
        """It went wrong: let it rest, longer each time in a row. What goes wrong during a rest began before it."""
        if self.of(who, now=now) is not None:
            return
        times = self._troubles.get(who, 0)
        self._troubles[who] = times + 1
        self.rest(who, until=now + self._timing.rest(times), reason=reason)

    def fine(self, who: Hashable) -> None:
        """It went well: the next trouble is a first one."""
        self._troubles.pop(who, None)

    def of(self, who: Hashable, *, now: datetime) -> Rest | None:
        """Return its rest, None when it may go on."""
        found = self._rests.get(who)
        if found is not None and found.until <= now:
            del self._rests[who]
            return None
        return found
