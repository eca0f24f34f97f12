"""Correcting what classify said of a message: an agent's word beside the model's, and never in its place."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final, Protocol

from services.respond.domain.corrections import (
    MOST_EARLIER,
    Correction,
    Labels,
    Statement,
    cases_of,
    home_of,
    is_repeated,
    judged,
)
from services.respond.domain.refusals import NoSuch
from services.respond.handlers.change import Asking, Cases, read
from shared.case.refused import Refused, merged
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

_TRIES: Final = 50


class Kept(Protocol):
    """Where corrections are kept. Methods raise Unavailable."""

    async def get(self, case_ids: Collection[str], message_id: str) -> Correction | None: ...

    async def save(self, correction: Correction) -> Correction | None:
        """Keep this version; None: another writer was first, and nothing is kept."""
        ...


class Corrections:
    """What agents do with corrections. All raise NoSuchCase, NoSuch and Unavailable. The case is never changed."""

    def __init__(self, *, cases: Cases, corrections: Kept, clock: Clock) -> None:
        self._cases = cases
        self._corrections = corrections
        self._clock = clock

    async def get(self, case_id: str, message_id: str, asking: Asking) -> Correction:
        """Return the correction of a message, also one that was withdrawn."""
        case, _ = await self._message(case_id, message_id, asking)
        return await self._kept(case, message_id)

    async def correct(
        self, case_id: str, message_id: str, said: Labels, asking: Asking, *, note: str | None = None
    ) -> Correction:
        """Keep what an agent says of a message; it takes the place of what anybody said before.

        The same word again by the same agent changes nothing. Raises Refused where another case goes on for this one,
        and where the author has deleted the message.
        """
        case, message = await self._message(case_id, message_id, asking)
        _expect_own(case)
        if message.deleted_at is not None:
            raise Refused("message_deleted", "its author has deleted this message; nothing more is learned from it")
        for _ in range(_TRIES):
            known = await self._corrections.get(cases_of(case), message_id)
            now = self._clock()
            statement = Statement(was=judged(message), said=said, by=asking.agent, at=now, note=note)
            if known is not None and is_repeated(statement, known):
                return known
            kept = await self._corrections.save(_after(known, statement, case, message))
            if kept is not None:
                return kept
        raise _restless(message_id)

    async def withdraw(self, case_id: str, message_id: str, asking: Asking) -> None:
        """Let a correction count no more; it is kept as withdrawn. Twice is as once. Raises Refused as `correct`."""
        case, _ = await self._message(case_id, message_id, asking)
        _expect_own(case)
        for _ in range(_TRIES):
            known = await self._kept(case, message_id)
            if not known.stands:
                return
            gone = replace(known, withdrawn_at=self._clock(), withdrawn_by=asking.agent, version=known.version + 1)
            if await self._corrections.save(gone) is not None:
                return
        raise _restless(message_id)

    async def _message(self, case_id: str, message_id: str, asking: Asking) -> tuple[Case, Message]:
        case = await read(self._cases, case_id, asking)
        message = case.message(message_id)
        if message is None:
            raise NoSuch(message_id)
        return case, message

    async def _kept(self, case: Case, message_id: str) -> Correction:
        known = await self._corrections.get(cases_of(case), message_id)
        if known is None:
            raise NoSuch(message_id)
        return known


def _expect_own(case: Case) -> None:
    if case.merged_into is not None:
        raise merged(case.id, case.merged_into)


def _restless(message_id: str) -> Unavailable:
    return Unavailable(f"the correction of {message_id} kept changing under {_TRIES} tries")


def _after(known: Correction | None, statement: Statement, case: Case, message: Message) -> Correction:
    if known is None:
        return Correction(
            case_id=home_of(case, message),
            message_id=message.id,
            brand=case.brand,
            classified_at=message.classified_at,
            statement=statement,
        )
    return replace(
        known,
        statement=statement,
        earlier=(known.statement, *known.earlier)[:MOST_EARLIER],
        withdrawn_at=None,
        withdrawn_by=None,
        version=known.version + 1,
    )
