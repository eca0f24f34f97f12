"""Notes, drafts and macros keep their promises, in MongoDB and in memory alike: one suite holds both."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pytest

from services.respond.domain.drafting import SharedDraft
from services.respond.domain.macros import Macro, Wording
from services.respond.domain.notes import Note
from services.respond.domain.scope import Scope
from services.respond.store.drafts import Drafts
from services.respond.store.macros import MacroShelf
from services.respond.store.notes import Notes
from tests.builders import NOON
from tests.fakes.together import InMemoryDrafts, InMemoryMacros, InMemoryNotes

MINUTE = timedelta(minutes=1)
NOTE: Final = Note(id="n-1", case_id="c-1", brand="discus", author="mira", at=NOON, text="$where", names=("joris",))
DRAFT: Final = SharedDraft(case_id="c-1", brand="discus", text="$We", answers=None, by="mira", at=NOON, version=1)
MACRO: Final = Macro(
    id="m-1",
    wording=Wording(title="Late", text="Sorry", brand="discus", tags=("late",)),
    version=1,
    created_at=NOON,
    changed_at=NOON,
    changed_by="mira",
)


@pytest.fixture(params=["MongoDB", "memory"])
def is_real(request: pytest.FixtureRequest) -> bool:
    """Whether the real store is held to it, or the fake."""
    return bool(request.param == "MongoDB")


async def test_a_note_is_kept_once_under_its_id(is_real: bool, database: Any) -> None:
    notes = Notes(database) if is_real else InMemoryNotes()

    assert await notes.add(NOTE) == NOTE
    assert await notes.add(replace(NOTE, text="other words")) == NOTE
    assert await notes.get(["c-0", "c-1"], "n-1") == NOTE
    assert await notes.get(["c-0"], "n-1") is None


async def test_notes_come_in_order_from_where_one_was(is_real: bool, database: Any) -> None:
    notes = Notes(database) if is_real else InMemoryNotes()
    kept = [replace(NOTE, id=f"n-{9 - number}", at=NOON + MINUTE * (number // 2)) for number in range(5)]
    for note in (*kept, replace(NOTE, id="n-elsewhere", case_id="c-2")):
        await notes.add(note)
    in_order = sorted(kept, key=lambda note: (note.at, note.id))

    assert await notes.page(["c-1"], after=None, limit=9) == in_order
    assert await notes.page(["c-1"], after=None, limit=2) == in_order[:2]
    assert await notes.page(["c-1"], after=(in_order[1].at, in_order[1].id), limit=2) == in_order[2:4]
    assert len(await notes.page(["c-1", "c-2"], after=None, limit=9)) == 6


async def test_who_deleted_a_note_first_stays(is_real: bool, database: Any) -> None:
    notes = Notes(database) if is_real else InMemoryNotes()
    await notes.add(NOTE)

    await notes.delete("n-1", by="mira", at=NOON + MINUTE)
    await notes.delete("n-1", by="joris", at=NOON + 2 * MINUTE)
    await notes.delete("n-2", by="joris", at=NOON)

    gone = replace(NOTE, text=None, names=(), deleted_at=NOON + MINUTE, deleted_by="mira")
    assert await notes.page(["c-1"], after=None, limit=9) == [gone]
    assert await notes.add(NOTE) == gone


async def test_a_draft_is_written_only_on_the_version_that_was_seen(is_real: bool, database: Any) -> None:
    drafts = Drafts(database) if is_real else InMemoryDrafts()
    second = replace(DRAFT, text=None, version=2)

    assert await drafts.get("c-1") is None
    assert await drafts.swap(DRAFT, second) is False
    assert await drafts.swap(None, DRAFT) is True
    assert await drafts.swap(None, DRAFT) is False
    assert await drafts.get("c-1") == DRAFT
    assert await drafts.swap(DRAFT, second) is True
    assert await drafts.swap(DRAFT, second) is False
    assert await drafts.get("c-1") == second


async def test_a_macro_is_changed_only_at_the_version_that_was_seen(is_real: bool, database: Any) -> None:
    macros = MacroShelf(database) if is_real else InMemoryMacros()
    second = replace(MACRO, wording=replace(MACRO.wording, title="Later"), version=2)
    everything = Scope()

    assert await macros.add(MACRO) == MACRO
    assert await macros.add(second) == MACRO
    assert await macros.replace(second, at_version=2) is False
    assert await macros.replace(second, at_version=1) is True
    assert await macros.get(everything, "m-1") == second
    assert await macros.remove("m-1", at_version=1) is False
    assert await macros.remove("m-1", at_version=2) is True
    assert await macros.get(everything, "m-1") is None


async def test_a_macro_is_there_for_those_who_see_its_brand(is_real: bool, database: Any) -> None:
    macros = MacroShelf(database) if is_real else InMemoryMacros()
    everybodys = replace(MACRO, id="m-2", wording=replace(MACRO.wording, brand=None))
    await macros.add(MACRO)
    await macros.add(everybodys)

    for brands, seen in (((), 2), (("discus",), 2), (("quay",), 1)):
        found = [await macros.get(Scope(frozenset(brands)), macro_id) for macro_id in ("m-1", "m-2")]
        assert sum(one is not None for one in found) == seen
