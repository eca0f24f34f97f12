"""Under which condition the shared draft may be written over, and when it was used."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.respond.domain.drafting import Condition, SharedDraft, is_used_by, objection, says_the_same
from services.respond.domain.refusals import NoSuch, Outdated
from services.respond.handlers.drafts import CaseDrafts
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_case
from tests.fakes.cases import InMemoryCases
from tests.fakes.together import InMemoryDrafts
from tests.unit.services.respond.api.desks import JORIS, MIRA

MIRAS = SharedDraft(case_id="c-1", brand="discus", text="We are", answers="m-1", by="mira", at=NOON, version=3)
GONE = replace(MIRAS, text=None)


@pytest.mark.parametrize(
    ("condition", "none", "gone", "own", "anothers"),
    [
        (Condition(), True, True, True, False),
        (Condition(none=True), True, True, False, False),
        (Condition(some=True), False, False, True, True),
        (Condition(versions=frozenset({3})), False, False, True, True),
        (Condition(versions=frozenset({2})), False, False, False, False),
        (Condition(versions=frozenset()), False, False, False, False),
        (Condition(versions=frozenset({3}), none=True), False, False, False, False),
    ],
)
def test_who_knows_what_is_there_may_write(
    condition: Condition, none: bool, gone: bool, own: bool, anothers: bool
) -> None:
    found = [objection(draft, condition, by="mira") for draft in (None, GONE, MIRAS, replace(MIRAS, by="joris"))]

    assert [why is None for why in found] == [none, gone, own, anothers]


def test_a_draft_that_says_it_already_needs_no_writing() -> None:
    later = replace(MIRAS, at=NOON + timedelta(hours=1), version=4)

    assert says_the_same(MIRAS, later)
    assert not says_the_same(None, later)
    for other in (replace(later, text="x"), replace(later, by="joris"), replace(later, answers=None)):
        assert not says_the_same(MIRAS, other)


@pytest.mark.parametrize(
    ("draft", "text", "answers", "by", "is_used"),
    [
        (MIRAS, "We\r\nare ", "m-9", "joris", True),
        (MIRAS, "We were", "m-1", "mira", True),
        (replace(MIRAS, answers=None), "We were", "m-1", "mira", True),
        (MIRAS, "We were", "m-2", "mira", False),
        (MIRAS, "We were", "m-1", "joris", False),
        (GONE, "", "m-1", "mira", False),
    ],
)
def test_a_draft_is_used_by_its_words_or_by_its_author_on_its_message(
    draft: SharedDraft, text: str, answers: str, by: str, is_used: bool
) -> None:
    assert is_used_by(draft, text=text, answers=answers, by=by) is is_used


class Overtaken(InMemoryDrafts):
    """Somebody writes between the look and the write, so often."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times

    async def swap(self, before: SharedDraft | None, after: SharedDraft) -> bool:
        if self.times and before is not None:
            self.times -= 1
            self.drafts[after.case_id] = replace(before, text=f"{self.times} more", by="joris", version=after.version)
        return await super().swap(before, after)


async def test_a_draft_that_changed_between_look_and_write_is_looked_at_again() -> None:
    case, kept = a_case(), Overtaken(1)
    drafts = CaseDrafts(cases=InMemoryCases(case), drafts=kept, clock=lambda: NOON)
    await drafts.put(case.id, MIRA, Condition(), text="We", answers=None)

    with pytest.raises(Outdated):
        await drafts.put(case.id, MIRA, Condition(), text="We are", answers=None)
    assert (await drafts.get(case.id, MIRA)).by == "joris"


async def test_one_that_never_stands_still_is_given_up() -> None:
    case, kept = a_case(), Overtaken(99)
    drafts = CaseDrafts(cases=InMemoryCases(case), drafts=kept, clock=lambda: NOON)
    await drafts.put(case.id, JORIS, Condition(), text="We", answers=None)

    with pytest.raises(Unavailable):
        await drafts.put(case.id, JORIS, Condition(some=True), text="We are", answers=None)


async def test_a_draft_that_went_on_while_its_answer_was_queued_stays() -> None:
    case, kept = a_case(), Overtaken(0)
    drafts = CaseDrafts(cases=InMemoryCases(case), drafts=kept, clock=lambda: NOON)
    await drafts.put(case.id, JORIS, Condition(), text="We", answers=None)
    kept.times = 1

    await drafts.used(case.id, text="We", answers="m-1", by="mira")

    assert (await drafts.get(case.id, JORIS)).text == "0 more"


async def test_an_answer_that_was_asked_for_again_drops_only_what_was_written_before_it() -> None:
    """Its first request came through; what its author has written since is another text."""
    case, kept = a_case(), InMemoryDrafts()
    drafts = CaseDrafts(cases=InMemoryCases(case), drafts=kept, clock=lambda: NOON)
    await drafts.put(case.id, MIRA, Condition(), text="We", answers=None)

    await drafts.used(case.id, text="We", answers="m-1", by="mira", until=NOON - timedelta(seconds=1))
    assert (await drafts.get(case.id, MIRA)).text == "We"

    await drafts.used(case.id, text="We", answers="m-1", by="mira", until=NOON)
    with pytest.raises(NoSuch):
        await drafts.get(case.id, MIRA)


async def test_an_answer_stands_where_its_draft_cannot_be_dropped() -> None:
    class Down(InMemoryDrafts):
        async def get(self, case_id: str) -> SharedDraft | None:
            raise Unavailable("told to be down")

    drafts = CaseDrafts(cases=InMemoryCases(), drafts=Down(), clock=lambda: NOON)

    await drafts.used("c-1", text="We", answers="m-1", by="mira")
