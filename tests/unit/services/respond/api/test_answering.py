"""Queuing an answer: once, seen, frozen, from an account of ours."""

from datetime import timedelta

import pytest

from services.respond.handlers.answer import KeyReused
from services.respond.handlers.change import Asking, Stale
from services.respond.networks.freeze import FrozenPost
from services.respond.networks.unpostable import Unpostable
from shared.case.keeping import NoSuchCase
from shared.case.refused import Refused
from shared.case.state.parts import Message
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from shared.directory.model import Account
from tests.builders import NOON, a_case, a_message, after, hear
from tests.unit.services.respond.api.desks import JORIS, MIRA, QUINN, Accounts, a_draft, answers_to


async def test_an_answer_is_queued_with_its_text_token_and_body_frozen() -> None:
    case = a_case()
    answers, _ = answers_to(case)

    queued = await answers.reply(case.id, a_draft(case), MIRA)

    assert queued.reply.status is ReplyStatus.QUEUED
    assert queued.reply.token == queued.reply.id == "r-1"
    assert queued.reply.frozen == f"discus@townsquare|{a_message().id}|It comes tomorrow."
    assert (queued.case.stage, queued.case.owner) == (Stage.PUBLISHING, "mira")


async def test_an_answer_waits_as_long_as_its_author_may_take_it_back() -> None:
    case = a_case()
    answers, _ = answers_to(case, undo=timedelta(seconds=5))

    queued = await answers.reply(case.id, a_draft(case), MIRA)

    assert (queued.reply.status, queued.reply.due_at) == (ReplyStatus.QUEUED, NOON + timedelta(seconds=5))
    assert queued.case.publish_due_at == queued.reply.due_at


async def test_an_answer_is_marked_to_be_announced() -> None:
    case = a_case()
    answers, kept = answers_to(case)

    await answers.reply(case.id, a_draft(case), MIRA)

    assert kept.cases[case.id].announce_from == case.version + 1


async def test_the_same_key_is_the_same_answer() -> None:
    case = a_case()
    answers, kept = answers_to(case)

    first = await answers.reply(case.id, a_draft(case, key="k"), MIRA)
    again = await answers.reply(case.id, a_draft(case, key="k"), MIRA)

    assert again.reply == first.reply
    assert len(kept.cases[case.id].replies) == 1


async def test_a_retry_is_the_same_answer_although_the_version_that_it_names_is_gone() -> None:
    case = a_case()
    answers, _ = answers_to(case)
    seen = Asking(agent="mira", scope=MIRA.scope, versions=frozenset({case.version}))

    first = await answers.reply(case.id, a_draft(case, key="k"), seen)

    assert (await answers.reply(case.id, a_draft(case, key="k"), seen)).reply == first.reply


async def test_a_key_belongs_to_one_agent_and_one_case() -> None:
    case, other = a_case(), a_case(author="ann", message=a_message("post-2"))
    answers, _ = answers_to(case, other)

    first = await answers.reply(case.id, a_draft(case, key="k"), MIRA)
    second = await answers.reply(other.id, a_draft(other, key="k"), MIRA)

    assert first.reply.token != second.reply.token


async def test_a_key_that_comes_again_with_another_text_is_refused() -> None:
    case = a_case()
    answers, _ = answers_to(case)
    await answers.reply(case.id, a_draft(case, key="k"), MIRA)

    with pytest.raises(KeyReused):
        await answers.reply(case.id, a_draft(case, key="k", text="Something else."), MIRA)


async def test_a_newer_message_is_named_and_nothing_is_queued() -> None:
    case = a_case()
    newer = a_message("post-2", at=NOON + timedelta(minutes=1), text="And the invoice is wrong.")
    answers, kept = answers_to(after(case, hear(newer)))

    with pytest.raises(Refused) as refused:
        await answers.reply(case.id, a_draft(case), MIRA)

    assert refused.value.code == "newer_message"
    assert refused.value.detail["newest"] == newer.id
    assert refused.value.detail["text"] == "And the invoice is wrong."
    assert kept.cases[case.id].replies == ()


async def test_two_agents_cannot_answer_one_message() -> None:
    case = a_case()
    answers, _ = answers_to(case)
    await answers.reply(case.id, a_draft(case), MIRA)

    with pytest.raises(Refused, match="mira has already answered"):
        await answers.reply(case.id, a_draft(case), JORIS)


async def test_a_refusal_says_where_the_case_is_and_what_can_be_asked() -> None:
    case = a_case()
    answers, _ = answers_to(case)
    await answers.reply(case.id, a_draft(case), MIRA)

    with pytest.raises(Refused) as refused:
        await answers.reply(case.id, a_draft(case), JORIS)

    assert refused.value.detail["stage"] == "publishing"
    assert refused.value.detail["case_version"] == case.version + 1
    assert refused.value.detail["can"] == ("withdraw",)


async def test_without_an_account_there_is_nowhere_to_answer_from() -> None:
    case = a_case()
    answers, _ = answers_to(case, accounts=Accounts(is_there=False))

    with pytest.raises(Refused, match=r"no account discus@townsquare.*earshot.yaml"):
        await answers.reply(case.id, a_draft(case), MIRA)


async def test_an_unarmed_account_takes_answers_and_says_so() -> None:
    case = a_case()
    answers, _ = answers_to(case, accounts=Accounts(armed=False))

    assert not (await answers.reply(case.id, a_draft(case), MIRA)).armed


async def test_what_the_network_would_not_take_is_not_queued() -> None:
    def too_long(account: Account, parent: Message, text: str, *, private: bool) -> tuple[FrozenPost, ...]:
        raise Unpostable("too_long", "3 characters too many")

    case = a_case()
    answers, kept = answers_to(case, freeze=too_long)

    with pytest.raises(Unpostable):
        await answers.reply(case.id, a_draft(case), MIRA)

    assert kept.cases[case.id] == case


async def test_an_answer_to_a_message_of_another_case_is_refused() -> None:
    case = a_case()
    answers, _ = answers_to(case)

    with pytest.raises(Refused, match="not on the case"):
        await answers.reply(case.id, a_draft(case, answers="somebody-elses"), MIRA)


async def test_a_case_of_a_foreign_brand_is_not_there() -> None:
    case = a_case()
    answers, _ = answers_to(case)

    with pytest.raises(NoSuchCase):
        await answers.reply(case.id, a_draft(case), QUINN)


async def test_an_answer_to_an_outdated_version_is_stale() -> None:
    case = a_case()
    answers, _ = answers_to(case)
    outdated = Asking(agent="mira", scope=MIRA.scope, versions=frozenset({case.version + 7}))

    with pytest.raises(Stale):
        await answers.reply(case.id, a_draft(case), outdated)
