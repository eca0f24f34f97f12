"""A second person's word on an answer: never its author's, never on what the customer wrote since."""

from datetime import timedelta

import httpx2
import pytest

from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from tests.builders import NOON, a_case, a_message, after, an_answer, hear
from tests.integration.respond.api.conftest import Site


@pytest.fixture
async def waiting(site: Site) -> Case:
    """A case with an answer of Joris's that waits for approval."""
    case = after(a_case(), an_answer(a_case(), by="joris", for_approval=True))
    await site.opened(case)
    return case


async def test_an_answer_for_approval_is_put_before_a_colleague_and_not_queued(
    site: Site, joris: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)
    seen = case.messages[0].id
    body = {"text": "It comes tomorrow.", "answers": seen, "seen": seen, "for_approval": True}

    queued = await joris.post(f"/v1/cases/{case.id}/replies", json=body)

    assert (queued.status_code, queued.json()["reply"]["status"]) == (202, "awaiting_approval")
    assert queued.json()["notice"] == "a colleague has to approve this answer before it goes out"
    kept = await CaseStore(site.database).get(case.id)
    assert (kept.stage.value, kept.publish_due_at) == ("awaiting_approval", None)


async def test_a_colleague_approves_it_and_it_goes_to_the_publisher(
    site: Site, mira: httpx2.AsyncClient, waiting: Case
) -> None:
    seen = {"seen": waiting.messages[0].id}

    approved = await mira.post(f"/v1/cases/{waiting.id}/replies/r-1/approve", json=seen)
    again = await mira.post(f"/v1/cases/{waiting.id}/replies/r-1/approve", json=seen)

    assert approved.json()["stage"] == "publishing"
    [reply] = approved.json()["replies"]
    assert (reply["author"], reply["approved_by"], reply["status"]) == ("joris", "mira", "queued")
    assert (await CaseStore(site.database).get(waiting.id)).publish_due_at == NOON
    assert (again.status_code, again.headers["etag"]) == (200, approved.headers["etag"])


async def test_nobody_approves_their_own_answer(joris: httpx2.AsyncClient, waiting: Case) -> None:
    seen = {"seen": waiting.messages[0].id}

    answer = await joris.post(f"/v1/cases/{waiting.id}/replies/r-1/approve", json=seen)

    assert (answer.status_code, answer.json()["code"]) == (409, "own_answer")
    assert answer.json()["stage"] == "awaiting_approval"


async def test_what_the_customer_wrote_since_is_shown_to_who_approves(
    site: Site, mira: httpx2.AsyncClient, waiting: Case
) -> None:
    newer = a_message("post-2", at=NOON + timedelta(minutes=1), text="And the invoice is wrong.")
    await CaseStore(site.database).update(waiting.id, lambda case: after(case, hear(newer)))
    approve = f"/v1/cases/{waiting.id}/replies/r-1/approve"

    refused = await mira.post(approve, json={"seen": waiting.messages[0].id})
    approved = await mira.post(approve, json={"seen": refused.json()["newest"]})

    assert (refused.status_code, refused.json()["code"]) == (409, "newer_message")
    assert refused.json()["text"] == "And the invoice is wrong."
    assert approved.status_code == 200


async def test_a_refused_answer_gives_the_case_back_with_the_reason(
    mira: httpx2.AsyncClient, joris: httpx2.AsyncClient, waiting: Case
) -> None:
    """The message can be answered anew: a refused answer stands in nobody's way."""
    refused = await mira.post(f"/v1/cases/{waiting.id}/replies/r-1/refuse", json={"reason": "Say when."})
    seen = waiting.messages[0].id
    body = {"text": "It comes tomorrow before noon.", "answers": seen, "seen": seen, "for_approval": True}
    better = await joris.post(f"/v1/cases/{waiting.id}/replies", json=body)

    assert (refused.json()["stage"], refused.json()["owner"]) == ("assigned", "joris")
    [reply] = refused.json()["replies"]
    assert (reply["status"], reply["reason"]) == ("refused", "Say when.")
    assert better.status_code == 202


async def test_a_refusal_needs_its_reason(mira: httpx2.AsyncClient, waiting: Case) -> None:
    for body in ({}, {"reason": " "}):
        answer = await mira.post(f"/v1/cases/{waiting.id}/replies/r-1/refuse", json=body)
        assert answer.status_code == 422


async def test_its_author_takes_it_back_while_it_waits(joris: httpx2.AsyncClient, waiting: Case) -> None:
    withdrawn = await joris.post(f"/v1/cases/{waiting.id}/replies/r-1/withdraw")

    assert (withdrawn.json()["replies"][0]["status"], withdrawn.json()["stage"]) == ("withdrawn", "assigned")


async def test_only_what_waits_for_it_is_approved_or_refused(
    site: Site, mira: httpx2.AsyncClient, waiting: Case
) -> None:
    here = f"/v1/cases/{waiting.id}/replies"
    await mira.post(f"{here}/r-1/refuse", json={"reason": "Say when."})

    approved = await mira.post(f"{here}/r-1/approve", json={"seen": waiting.messages[0].id})
    unknown = await mira.post(f"{here}/r-9/approve", json={"seen": waiting.messages[0].id})

    assert (approved.status_code, approved.json()["code"]) == (409, "reply_moved_on")
    assert (approved.json()["status"], approved.json()["reply_status"]) == (409, "refused")
    assert (unknown.status_code, unknown.json()["code"]) == (409, "no_such_reply")


async def test_an_outdated_version_is_412(mira: httpx2.AsyncClient, waiting: Case) -> None:
    seen = {"seen": waiting.messages[0].id}

    answer = await mira.post(f"/v1/cases/{waiting.id}/replies/r-1/approve", json=seen, headers={"If-Match": '"1"'})

    assert answer.status_code == 412
