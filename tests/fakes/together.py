"""Notes, drafts and macros in memory, with the promises of the real stores; one suite holds both."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from services.respond.domain.drafting import SharedDraft
from services.respond.domain.macros import Macro
from services.respond.domain.notes import Note
from services.respond.domain.scope import Scope


class InMemoryNotes:
    """Where notes are kept in a test."""

    def __init__(self) -> None:
        self.notes: dict[str, Note] = {}

    async def add(self, note: Note) -> Note:
        return self.notes.setdefault(note.id, note)

    async def page(self, case_ids: Collection[str], *, after: tuple[datetime, str] | None, limit: int) -> list[Note]:
        found = sorted(
            (note for note in self.notes.values() if note.case_id in case_ids), key=lambda note: (note.at, note.id)
        )
        return [note for note in found if after is None or (note.at, note.id) > after][:limit]

    async def get(self, case_ids: Collection[str], note_id: str) -> Note | None:
        found = self.notes.get(note_id)
        return found if found is not None and found.case_id in case_ids else None

    async def delete(self, note_id: str, *, by: str, at: datetime) -> None:
        note = self.notes.get(note_id)
        if note is not None and note.deleted_at is None:
            self.notes[note_id] = replace(note, text=None, names=(), deleted_at=at, deleted_by=by)


class InMemoryDrafts:
    """Where drafts are kept in a test."""

    def __init__(self) -> None:
        self.drafts: dict[str, SharedDraft] = {}

    async def get(self, case_id: str) -> SharedDraft | None:
        return self.drafts.get(case_id)

    async def swap(self, before: SharedDraft | None, after: SharedDraft) -> bool:
        found = self.drafts.get(after.case_id)
        if (found and found.version) != (before and before.version):
            return False
        self.drafts[after.case_id] = after
        return True


class InMemoryMacros:
    """Where macros are kept in a test."""

    def __init__(self) -> None:
        self.macros: dict[str, Macro] = {}

    async def add(self, macro: Macro) -> Macro:
        return self.macros.setdefault(macro.id, macro)

    async def get(self, scope: Scope, macro_id: str) -> Macro | None:
        found = self.macros.get(macro_id)
        is_there = found is not None and (found.wording.brand is None or scope.sees(found.wording.brand))
        return found if is_there else None

    async def replace(self, macro: Macro, *, at_version: int) -> bool:
        found = self.macros.get(macro.id)
        if found is None or found.version != at_version:
            return False
        self.macros[macro.id] = macro
        return True

    async def remove(self, macro_id: str, *, at_version: int) -> bool:
        found = self.macros.get(macro_id)
        if found is None or found.version != at_version:
            return False
        del self.macros[macro_id]
        return True
