"""Putting tags on cases and taking them off: anybody's who sees the case."""

from services.respond.handlers.change import Asking, Cases, change
from shared.case.commands import Tag, Untag
from shared.case.state.case import Case
from shared.runtime.clock import Clock


class Tags:
    """Both may be asked again; the second time changes nothing. Both raise NoSuchCase, Stale, Refused, Unavailable."""

    def __init__(self, *, cases: Cases, clock: Clock) -> None:
        self._cases = cases
        self._clock = clock

    async def put_on(self, case_id: str, tag: str, asking: Asking) -> Case:
        """Put a tag on the case."""
        return await change(self._cases, case_id, asking, lambda _: Tag(tag=tag, by=asking.agent), clock=self._clock)

    async def take_off(self, case_id: str, tag: str, asking: Asking) -> Case:
        """Take a tag off the case."""
        return await change(self._cases, case_id, asking, lambda _: Untag(tag=tag, by=asking.agent), clock=self._clock)
