"""What an answer needs is decided on the case as it is when it changes, not as it was read before."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from services.respond.domain.refusals import NotTaken
from services.respond.handlers.answer import Answers, Draft
from services.respond.handlers.approvals import Approvals
from services.respond.handlers.checks import DraftChecks
from services.respond.handlers.rests import Rests
from services.respond.handlers.said import Said, Sayings
from services.respond.networks.freeze import FrozenPost
from shared.case.keeping import Change
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from shared.directory.profile import Profile
from shared.levels.answers import STANDARD_RULES, AnswerRules, ApprovalRule, Topics
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_case, after, an_answer
from tests.fakes.cases import InMemoryCases
from tests.unit.services.respond.api.desks import JORIS, MIRA, Accounts

LEGAL = ApprovalRule(
    id="legal", match=Topics(tags=frozenset({"legal"})), certifications=frozenset({"law"}), why="it is legal"
)
RULES = AnswerRules(approvals=(LEGAL,))


class Meanwhile(InMemoryCases):
    """Somebody changes the case between every read and the write after it."""

    def __init__(self, case: Case, change: Callable[[Case], Case]) -> None:
        super().__init__(case)
        self._change = change

    async def update(self, case_id: str, change: Change) -> Case:
        self.cases[case_id] = self._change(self.cases[case_id])
        return await super().update(case_id, change)


class Texts:
    """Remembers nothing; what is told to how many is given."""

    def __init__(self, told: int = 0, *, is_down: bool = False) -> None:
        self.count = told
        self.is_down = is_down
        self.said: list[Said] = []

    async def told(self, said: Said, **_: Any) -> int:
        return self.count

    async def say(self, said: Said, **_: Any) -> None:
        if self.is_down:
            raise Unavailable("told to be down")
        self.said.append(said)


class People:
    """Nobody here is certified for anything."""

    def get(self, agent_id: str) -> Profile | None:
        return Profile(id=agent_id, name=agent_id.title(), source="file")

    def name(self, agent_id: str) -> str:
        return agent_id.title()


def answers(cases: InMemoryCases, *, texts: Texts | None = None, rules: AnswerRules = RULES) -> Answers:
    accounts, approvals = Accounts(), Approvals(rules=lambda: rules, people=People())
    checks = DraftChecks(
        cases=cases,
        accounts=accounts,
        sayings=Sayings(texts=texts or Texts(), clock=lambda: NOON),
        approvals=approvals,
        rules=lambda: rules,
        name=People().name,
    )
    return Answers(
        cases=cases,
        accounts=accounts,
        freeze=lambda *_, **__: (FrozenPost(text="", body="{}"),),
        clock=lambda: NOON,
        ids=lambda prefix: f"{prefix}-1",
        checks=checks,
    )


def a_draft(case: Case, text: str = "It comes tomorrow, as it should.") -> Draft:
    return Draft(text=text, answers=case.messages[0].id, seen=case.messages[0].id)


async def test_a_tag_put_on_between_read_and_write_counts() -> None:
    case = a_case()
    cases = Meanwhile(case, lambda one: replace(one, tags=("legal",)))

    queued = await answers(cases).reply(case.id, a_draft(case), MIRA)

    assert queued.reply.status is ReplyStatus.AWAITING_APPROVAL
    assert queued.needed is not None
    assert queued.needed.why == "it is legal"


async def test_a_message_that_became_private_in_between_may_hold_personal_data_and_the_other_way_round() -> None:
    def seen_by(visibility: str) -> Callable[[Case], Case]:
        return lambda one: replace(one, messages=(replace(one.messages[0], visibility=visibility),))

    case = a_case()
    text = "We pay to NL91 ABNA 0417 1643 00 tomorrow."
    taken = await answers(Meanwhile(case, seen_by("direct"))).reply(case.id, a_draft(case, text), MIRA)
    with pytest.raises(NotTaken) as refused:
        await answers(Meanwhile(seen_by("direct")(case), seen_by("public"))).reply(case.id, a_draft(case, text), MIRA)

    assert taken.reply.text == text
    assert refused.value.code == "blocked_by_checks"
    assert refused.value.more["findings"][0]["check"] == "iban"


async def test_who_may_approve_is_decided_late_too() -> None:
    case = a_case()
    waiting = after(case, an_answer(case, by="joris", for_approval=True))
    cases = Meanwhile(waiting, lambda one: replace(one, tags=("legal",)))
    rests = Rests(cases=cases, clock=lambda: NOON, approvals=Approvals(rules=lambda: RULES, people=People()))

    with pytest.raises(Refused) as refused:
        await rests.approve(case.id, "r-1", MIRA, seen=case.messages[0].id)

    assert refused.value.code == "not_certified"
    assert refused.value.detail["lacking"] == ["law"]


async def test_an_answer_stands_also_where_it_could_not_be_remembered() -> None:
    case = a_case()
    cases = InMemoryCases(case)

    queued = await answers(cases, texts=Texts(is_down=True), rules=STANDARD_RULES).reply(case.id, a_draft(case), JORIS)

    assert queued.reply.status is ReplyStatus.QUEUED


async def test_what_was_refused_is_not_remembered_as_said() -> None:
    case, texts = a_case(), Texts()
    card = a_draft(case, "Your card is 4111 1111 1111 1111, is it not so?")

    with pytest.raises(NotTaken):
        await answers(InMemoryCases(case), texts=texts).reply(case.id, card, MIRA)
    assert texts.said == []

    await answers(InMemoryCases(case), texts=texts).reply(case.id, a_draft(case), MIRA)
    assert len(texts.said) == 1
