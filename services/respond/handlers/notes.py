"""Notes on a case: written, read with those of the cases that were merged into it, and deleted."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from services.respond.domain.keyed_id import keyed_id
from services.respond.domain.notes import Note, names_in
from services.respond.domain.refusals import NoSuch
from services.respond.domain.scope import Scope
from services.respond.handlers.answer import KeyReused
from services.respond.handlers.change import Asking, Cases, read
from shared.case.refused import merged
from shared.case.state.case import Case
from shared.directory.profile import Profile
from shared.runtime.clock import Clock
from shared.runtime.ids import Ids


class NotTheirs(Exception):
    """The note is a colleague's, and whoever asks supervises nobody."""


class Kept(Protocol):
    """Where notes are kept. Methods raise Unavailable."""

    async def add(self, note: Note) -> Note:
        """Keep a note; return it, or the one that has its id already."""
        ...

    async def page(
        self, case_ids: Collection[str], *, after: tuple[datetime, str] | None, limit: int
    ) -> Sequence[Note]: ...

    async def get(self, case_ids: Collection[str], note_id: str) -> Note | None: ...

    async def delete(self, note_id: str, *, by: str, at: datetime) -> None: ...


class Roster(Protocol):
    """Everybody."""

    def get(self, agent_id: str) -> Profile | None: ...


class CaseNotes:
    """What agents do with notes. All raise NoSuchCase and Unavailable."""

    def __init__(self, *, cases: Cases, notes: Kept, roster: Roster, clock: Clock, ids: Ids) -> None:
        self._cases = cases
        self._notes = notes
        self._roster = roster
        self._clock = clock
        self._ids = ids

    async def write(self, case_id: str, text: str, asking: Asking, *, key: str | None = None) -> Note:
        """Write a note, which calls upon the agents that it names. The same key by the same agent is the same note.

        Raises Refused where another case goes on for this one, and KeyReused.
        """
        case = await read(self._cases, case_id, asking)
        if case.merged_into is not None:
            raise merged(case.id, case.merged_into)

        def is_called(agent_id: str) -> bool:
            found = self._roster.get(agent_id)
            return found is not None and agent_id != asking.agent and Scope(found.brands).sees(case.brand)

        kept = await self._notes.add(
            Note(
                id=self._ids("n") if key is None else keyed_id("n", case_id, asking.agent, key),
                case_id=case.id,
                brand=case.brand,
                author=asking.agent,
                at=self._clock(),
                text=text,
                names=names_in(text, is_called),
            )
        )
        if kept.text not in (None, text):
            raise KeyReused("this Idempotency-Key came with another note before; use a new one")
        return kept

    async def page(
        self, case_id: str, asking: Asking, *, after: tuple[datetime, str] | None, limit: int
    ) -> tuple[Sequence[Note], bool]:
        """Return notes, the oldest first, and whether there are more. `after`: time and id of the last one seen."""
        case = await read(self._cases, case_id, asking)
        found = await self._notes.page(_all_of(case), after=after, limit=limit + 1)
        return found[:limit], len(found) > limit

    async def delete(self, case_id: str, note_id: str, asking: Asking) -> None:
        """Let the text of a note go; that there was one, whose, and who deleted it stays. Twice is as once.

        Raises NoSuch and NotTheirs.
        """
        case = await read(self._cases, case_id, asking)
        note = await self._notes.get(_all_of(case), note_id)
        if note is None:
            raise NoSuch(note_id)
        if asking.agent != note.author and not asking.is_supervisor:
            raise NotTheirs(f"the note is {note.author}'s; they or a supervisor may delete it")
        await self._notes.delete(note_id, by=asking.agent, at=self._clock())


def _all_of(case: Case) -> tuple[str, ...]:
    """A merged case's notes stay its own, so that parting the two again need not sort them out."""
    return (case.id, *(one for absorbed in case.absorbed for one in absorbed.cases))
