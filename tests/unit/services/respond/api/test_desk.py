"""Claiming, releasing, withdrawing, settling and resolving."""

import pytest

from services.respond.handlers.change import Asking, Stale
from shared.case.commands import Assign
from shared.case.keeping import NoSuchCase
from shared.case.refused import Refused
from shared.case.reply_commands import AskHuman, ReportUnknown, StartSending
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, after, an_answer
from tests.unit.services.respond.api.desks import JORIS, MIRA, QUINN, a_desk


async def test_a_claimed_case_is_the_agents() -> None:
    case = a_case()
    desk, _ = a_desk(case)

    claimed = await desk.claim(case.id, MIRA, take_over=False)

    assert (claimed.owner, claimed.stage) == ("mira", Stage.ASSIGNED)


async def test_claiming_twice_is_claiming_once() -> None:
    case = a_case()
    desk, _ = a_desk(case)

    first = await desk.claim(case.id, MIRA, take_over=False)

    assert await desk.claim(case.id, MIRA, take_over=False) == first


async def test_a_case_is_taken_out_of_anothers_hands_only_knowingly() -> None:
    case = after(a_case(), Assign(agent="joris", by="route"))
    desk, _ = a_desk(case)

    with pytest.raises(Refused, match="belongs to joris"):
        await desk.claim(case.id, MIRA, take_over=False)

    assert (await desk.claim(case.id, MIRA, take_over=True)).owner == "mira"


async def test_a_released_case_waits_for_anybody() -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    desk, _ = a_desk(case)

    released = await desk.release(case.id, MIRA)

    assert (released.owner, released.stage) == (None, Stage.NEW)


async def test_nobody_releases_or_resolves_anothers_case() -> None:
    case = after(a_case(), Assign(agent="joris", by="joris"))
    desk, _ = a_desk(case)

    with pytest.raises(Refused, match="belongs to joris"):
        await desk.release(case.id, MIRA)
    with pytest.raises(Refused, match="belongs to joris"):
        await desk.resolve(case.id, MIRA, disposition=Disposition.SPAM, reason="an advertisement")


async def test_a_withdrawn_answer_will_not_be_posted() -> None:
    case = after(a_case(), an_answer(a_case()))
    desk, _ = a_desk(case)

    withdrawn = await desk.withdraw(case.id, "r-1", JORIS)

    assert withdrawn.replies[0].status is ReplyStatus.WITHDRAWN
    assert withdrawn.publish_due_at is None


async def test_an_answer_on_its_way_is_not_promised_to_be_withdrawn() -> None:
    case = after(a_case(), an_answer(a_case()), StartSending(reply_id="r-1", until=NOON + HOUR))
    desk, _ = a_desk(case)

    asked = await desk.withdraw(case.id, "r-1", MIRA)

    assert (asked.replies[0].status, asked.replies[0].unwanted_by) == (ReplyStatus.SENDING, "mira")


async def test_a_person_settles_that_an_answer_was_never_posted() -> None:
    case = after(
        a_case(),
        an_answer(a_case()),
        StartSending(reply_id="r-1", until=NOON + HOUR),
        ReportUnknown(reply_id="r-1", attempt=1, reason="no answer", look_at=NOON),
        AskHuman(reply_id="r-1", attempt=1, reason="look-ups cannot tell"),
    )
    desk, _ = a_desk(case)

    settled = await desk.settle(case.id, "r-1", MIRA)

    assert settled.replies[0].status is ReplyStatus.FAILED
    assert settled.stage is Stage.ASSIGNED


async def test_a_case_is_resolved_with_what_became_of_it() -> None:
    case = a_case()
    desk, kept = a_desk(case)

    await desk.resolve(case.id, MIRA, disposition=Disposition.SPAM, reason="an advertisement")

    assert kept.cases[case.id].disposition is Disposition.SPAM
    assert kept.cases[case.id].announce_from == case.version + 1


async def test_a_case_that_changed_since_it_was_seen_is_not_resolved() -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    desk, _ = a_desk(case)
    seen = Asking(agent="mira", scope=MIRA.scope, versions=frozenset({1}))

    with pytest.raises(Stale) as stale:
        await desk.resolve(case.id, seen, disposition=Disposition.SPAM, reason="an advertisement")

    assert stale.value.version == case.version


async def test_every_act_on_a_foreign_case_finds_nothing() -> None:
    case = a_case()
    desk, _ = a_desk(case)

    for act in (
        desk.read(case.id, QUINN),
        desk.claim(case.id, QUINN, take_over=True),
        desk.release(case.id, QUINN),
        desk.withdraw(case.id, "r-1", QUINN),
        desk.settle(case.id, "r-1", QUINN),
        desk.resolve(case.id, QUINN, disposition=Disposition.SPAM, reason="x"),
    ):
        with pytest.raises(NoSuchCase):
            await act
