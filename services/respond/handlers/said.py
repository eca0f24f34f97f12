"""How often a text was said already, and to how many."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import structlog

from services.respond.domain.checks.sent_to_many import fingerprint
from shared.case.state.case import Case
from shared.levels.answers import BrandChecks, Check, Level
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text, by its fingerprint, to a customer, by their key."""

    brand: str
    text: str
    customer: str


class SaidTexts(Protocol):
    """Where that is kept. Methods raise Unavailable."""

    async def told(self, said: Said, *, since: datetime, at_most: int) -> int: ...

    async def say(self, said: Said, *, at: datetime) -> None: ...


class Sayings:
    """Counts what was said, and takes note of it."""

    def __init__(self, *, texts: SaidTexts, clock: Clock) -> None:
        self._texts = texts
        self._clock = clock

    async def told(self, case: Case, text: str, *, author: str, checks: BrandChecks) -> int:
        """Return how many other customers got this text of late, up to what the brand asks for. Raises Unavailable.

        One indexed query; none where nobody wants to know, or where the text is too short to be one of its own.
        """
        said = _said(case, text, author=author)
        if said is None or checks.level(Check.SENT_TO_MANY) is Level.OFF:
            return 0
        many = checks.sent_to_many
        return await self._texts.told(said, since=self._clock() - many.within, at_most=many.customers)

    async def note(self, case: Case, text: str, *, author: str) -> None:
        """Take note that the customer is told this. What was queued stands, also where this fails."""
        said = _said(case, text, author=author)
        if said is None:
            return
        try:
            await self._texts.say(said, at=self._clock())
        except Unavailable as error:
            log.warning("a text that was said is not counted", case=case.id, error=str(error))


def _said(case: Case, text: str, *, author: str) -> Said | None:
    customer = case.customer
    found = fingerprint(text, names=[customer.handle, customer.display_name, author])
    return None if found is None else Said(brand=case.brand, text=found, customer=case.customer_key)
