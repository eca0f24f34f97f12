"""The draft of a case on the server: it survives a change of owner, and nobody writes over a colleague's unseen."""

from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

import structlog

from services.respond.domain.drafting import Condition, SharedDraft, is_used_by, objection, says_the_same
from services.respond.domain.refusals import NoSuch, NotTaken, Outdated
from services.respond.handlers.change import Asking, Cases, read
from shared.case.refused import merged
from shared.case.state.case import Case
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_TRIES: Final = 10


class Kept(Protocol):
    """Where drafts are kept, one writer at a time. Methods raise Unavailable."""

    async def get(self, case_id: str) -> SharedDraft | None: ...

    async def swap(self, before: SharedDraft | None, after: SharedDraft) -> bool:
        """Write `after` if the draft still is at the version of `before`; False: somebody was faster."""
        ...


class CaseDrafts:
    """What agents do with drafts. All raise NoSuchCase and Unavailable, but `used`."""

    def __init__(self, *, cases: Cases, drafts: Kept, clock: Clock) -> None:
        self._cases = cases
        self._drafts = drafts
        self._clock = clock

    async def get(self, case_id: str, asking: Asking) -> SharedDraft:
        """Return the draft. Raises NoSuch where there is none."""
        await read(self._cases, case_id, asking)
        draft = await self._drafts.get(case_id)
        if draft is None or not draft.is_there:
            raise NoSuch(case_id)
        return draft

    async def put(
        self, case_id: str, asking: Asking, condition: Condition, *, text: str, answers: str | None
    ) -> SharedDraft:
        """Write the draft and return it. Raises Outdated, Refused (merged), NotTaken (no_such_message)."""
        case = await read(self._cases, case_id, asking)
        if case.merged_into is not None:
            raise merged(case.id, case.merged_into)
        if answers is not None and case.message(answers) is None:
            raise NotTaken("no_such_message", "the message that this is to answer is not on the case")
        return await self._write(case, asking.agent, condition, text=text, answers=answers)

    async def delete(self, case_id: str, asking: Asking, condition: Condition) -> None:
        """Delete the draft; where there is none, all is well. Raises Outdated for one that may not be deleted so."""
        case = await read(self._cases, case_id, asking)
        found = await self._drafts.get(case_id)
        if found is not None and found.is_there:
            await self._write(case, asking.agent, condition, text=None, answers=None)

    async def used(self, case_id: str, *, text: str, answers: str, by: str, until: datetime | None = None) -> None:
        """An answer was queued: drop the draft that it was made from. The answer stands also where that fails.

        `until`: of a request that came again, when it was queued; what was written after that was not made into it.
        """
        try:
            found = await self._drafts.get(case_id)
            if found is None or (until is not None and found.at > until):
                return
            if is_used_by(found, text=text, answers=answers, by=by):
                # Lost to somebody who wrote on in the meantime: then theirs is a new draft, and stays.
                await self._drafts.swap(found, self._next(found, by=by, text=None, answers=None))
        except Unavailable as error:
            log.warning("a used draft stays", case=case_id, error=str(error))

    async def _write(
        self, case: Case, by: str, condition: Condition, *, text: str | None, answers: str | None
    ) -> SharedDraft:
        for _ in range(_TRIES):
            found = await self._drafts.get(case.id)
            before = found or SharedDraft(
                case_id=case.id, brand=case.brand, text=None, answers=None, by=by, at=self._clock(), version=0
            )
            after = self._next(before, by=by, text=text, answers=answers)
            if found is not None and says_the_same(found, after):
                return found
            why = objection(found, condition, by=by)
            if why is not None:
                raise Outdated(before.version, why)
            if await self._drafts.swap(found, after):
                return after
        raise Unavailable(f"the draft of case {case.id} kept changing under {_TRIES} tries")

    def _next(self, before: SharedDraft, *, by: str, text: str | None, answers: str | None) -> SharedDraft:
        return replace(before, text=text, answers=answers, by=by, at=self._clock(), version=before.version + 1)
