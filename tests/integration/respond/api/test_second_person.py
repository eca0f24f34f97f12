"""What the service levels say needs a second person goes before one, whoever says otherwise."""

from dataclasses import replace
from typing import Any

import httpx2
import pytest

from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.levels.answers import AnswerRules, ApprovalRule, Topics
from tests.builders import a_case
from tests.integration.respond.api.conftest import Site

MONEY = ApprovalRule(
    id="money",
    match=Topics(intents=frozenset({"delivery"})),
    certifications=frozenset({"payments"}),
    why="money is at stake",
)
LEGAL = ApprovalRule(id="legal", match=Topics(tags=frozenset({"legal"})), why="it can be held against us")


async def replied(client: httpx2.AsyncClient, case: Case) -> httpx2.Response:
    seen = case.messages[0].id
    body = {"text": "It comes tomorrow.", "answers": seen, "seen": seen, "for_approval": False}
    return await client.post(f"/v1/cases/{case.id}/replies", json=body)


async def approved(client: httpx2.AsyncClient, case: Case, reply: str) -> httpx2.Response:
    return await client.post(f"/v1/cases/{case.id}/replies/{reply}/approve", json={"seen": case.messages[0].id})


async def noor(site: Site, mira: httpx2.AsyncClient, **abilities: Any) -> httpx2.AsyncClient:
    """An agent with these abilities."""
    made = await mira.post("/v1/agents", json={"id": "noor", "name": "Noor", **abilities})
    return site.client(key=made.json()["key"])


@pytest.fixture
async def case(site: Site) -> Case:
    case = a_case()
    await site.opened(case)
    return case


async def test_nobody_needs_a_second_person_where_no_rule_says_so(joris: httpx2.AsyncClient, case: Case) -> None:
    assert (await replied(joris, case)).json()["reply"]["status"] == "queued"


async def test_an_answer_that_a_rule_is_about_is_put_before_a_colleague_and_says_why(
    site: Site, joris: httpx2.AsyncClient, case: Case
) -> None:
    site.rules = AnswerRules(approvals=(MONEY,))
    told = await joris.post(f"/v1/cases/{case.id}/checks", json={"text": "Hello"})
    queued = await replied(joris, case)

    assert told.json()["approval"] == {"why": "money is at stake", "certification": "payments", "skills": []}
    assert queued.json()["reply"]["status"] == "awaiting_approval"
    assert "money is at stake (payments needed)" in queued.json()["notice"]


async def test_only_who_is_certified_approves_it(
    site: Site, joris: httpx2.AsyncClient, mira: httpx2.AsyncClient, case: Case
) -> None:
    """A supervisor is no exception."""
    site.rules = AnswerRules(approvals=(MONEY,))
    reply = (await replied(joris, case)).json()["reply"]["id"]
    async with await noor(site, mira, certifications=["payments"]) as certified:
        refused = await approved(mira, case, reply)
        taken = await approved(certified, case, reply)

    assert (refused.status_code, refused.json()["code"]) == (409, "not_certified")
    assert refused.json()["lacking"] == ["payments"]
    assert (refused.json()["stage"], "approve" in refused.json()["can"]) == ("awaiting_approval", True)
    assert (taken.status_code, taken.json()["replies"][0]["approved_by"]) == (200, "noor")


async def test_a_certified_author_needs_nobody(site: Site, mira: httpx2.AsyncClient, case: Case) -> None:
    site.rules = AnswerRules(approvals=(MONEY,))
    async with await noor(site, mira, certifications=["payments"]) as certified:
        assert (await replied(certified, case)).json()["reply"]["status"] == "queued"


async def test_what_a_certified_author_wants_approved_any_colleague_may_approve(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient, case: Case
) -> None:
    site.rules = AnswerRules(approvals=(MONEY,))
    seen = case.messages[0].id
    body = {"text": "It comes tomorrow.", "answers": seen, "seen": seen, "for_approval": True}
    async with await noor(site, mira, certifications=["payments"]) as certified:
        reply = (await certified.post(f"/v1/cases/{case.id}/replies", json=body)).json()["reply"]["id"]

    assert (await approved(joris, case, reply)).status_code == 200


async def test_where_no_certification_is_named_nobody_is_their_own_second_person(
    site: Site, joris: httpx2.AsyncClient, mira: httpx2.AsyncClient, case: Case
) -> None:
    site.rules = AnswerRules(approvals=(LEGAL,))
    await mira.put(f"/v1/cases/{case.id}/tags/legal")
    queued = await replied(joris, case)
    reply = queued.json()["reply"]["id"]
    own = await approved(joris, case, reply)
    other = await approved(mira, case, reply)

    assert queued.json()["reply"]["status"] == "awaiting_approval"
    assert (own.status_code, own.json()["code"]) == (409, "own_answer")
    assert other.status_code == 200


async def test_whoever_lacks_the_skill_needs_somebody_who_has_it(
    site: Site, joris: httpx2.AsyncClient, mira: httpx2.AsyncClient, case: Case
) -> None:
    rule = replace(MONEY, certifications=frozenset(), skills=frozenset({"refunds"}))
    site.rules = AnswerRules(approvals=(rule,))
    reply = (await replied(joris, case)).json()["reply"]["id"]
    async with await noor(site, mira, skills=["refunds"]) as skilled:
        assert (await approved(mira, case, reply)).json()["lacking"] == ["refunds"]
        assert (await approved(skilled, case, reply)).status_code == 200


async def test_an_answer_that_waits_can_be_refused_by_anybody_and_withdrawn(
    site: Site, joris: httpx2.AsyncClient, mira: httpx2.AsyncClient, case: Case
) -> None:
    """Nobody is stuck with it where nobody is certified."""
    site.rules = AnswerRules(approvals=(MONEY,))
    reply = (await replied(joris, case)).json()["reply"]["id"]

    refused = await mira.post(f"/v1/cases/{case.id}/replies/{reply}/refuse", json={"reason": "Ask Noor."})

    assert refused.status_code == 200
    assert (await CaseStore(site.database).get(case.id)).stage.value == "assigned"
