"""Answers are looked through while they are written, and again, on the case as it is, when they are sent."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from services.respond.store.indexes import SAID_TEXTS
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.levels.answers import STANDARD, AnswerRules, Check, Level, SentToMany
from tests.builders import NOON, a_case, a_message
from tests.integration.respond.api.conftest import Site

CARD = "4111 1111 1111 1111"
GOOD = "Sorry, your parcel was lost. We sent another one; it is with you tomorrow."


def a_customer(name: str, **message: Any) -> Case:
    """A customer of their own, with one message."""
    return a_case(message=a_message(f"post-{name}", handle=name, **message), author=name)


def ruled(**levels: Level) -> AnswerRules:
    return AnswerRules(all=replace(STANDARD, levels={**STANDARD.levels, **{Check(k): v for k, v in levels.items()}}))


async def checked(client: httpx2.AsyncClient, case: Case, text: str, **fields: Any) -> dict[str, Any]:
    answer = await client.post(f"/v1/cases/{case.id}/checks", json={"text": text, **fields})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def replied(client: httpx2.AsyncClient, case: Case, text: str, **headers: str) -> httpx2.Response:
    seen = case.messages[0].id
    body = {"text": text, "answers": seen, "seen": seen}
    return await client.post(f"/v1/cases/{case.id}/replies", json=body, headers=headers)


def names(found: dict[str, Any]) -> set[str]:
    return {one["check"] for one in found["findings"]}


@pytest.fixture
async def case(site: Site) -> Case:
    """Joe complains about a delivery."""
    case = a_customer("joe")
    await site.opened(case)
    return case


async def test_findings_say_what_they_found_where_and_whether_it_blocks(mira: httpx2.AsyncClient, case: Case) -> None:
    text = f"👋 Obviously your card {CARD} was charged."
    found = await checked(mira, case, text, answers=case.messages[0].id)

    by_check = {one["check"]: one for one in found["findings"]}
    assert (by_check["card_number"]["level"], by_check["condescension"]["level"]) == ("block", "warn")
    [span] = by_check["card_number"]["spans"]
    assert text[span["start"] : span["end"]] == CARD
    assert by_check["no_apology"]["spans"] == []
    assert found["findings"][0]["check"] == "card_number", "what blocks comes first"
    assert found["approval"] is None


async def test_an_answer_that_has_everything_has_no_finding(mira: httpx2.AsyncClient, case: Case) -> None:
    found = await checked(mira, case, GOOD)

    assert found["findings"] == []
    assert found["length"] == {"used": len(f"@joe {GOOD}"), "limit": 500, "unit": "characters", "parts": 1}


async def test_nothing_written_yet_lacks_nothing(mira: httpx2.AsyncClient, case: Case) -> None:
    for text in ("", " \n"):
        assert (await checked(mira, case, text))["findings"] == []


async def test_a_long_answer_is_measured_in_the_networks_unit(mira: httpx2.AsyncClient, case: Case) -> None:
    found = await checked(mira, case, f"{GOOD} {'We look into it today. ' * 40}")

    assert found["length"]["parts"] > 1
    assert "length" in names(found)


async def test_what_only_the_customer_reads_may_hold_their_data(
    site: Site, mira: httpx2.AsyncClient, case: Case
) -> None:
    """Also where nobody says that it is private, but the message that it answers is."""
    direct = a_customer("ann", visibility="direct")
    await site.opened(direct)

    assert names(await checked(mira, case, f"{GOOD} {CARD}")) == {"card_number"}
    assert names(await checked(mira, case, f"{GOOD} {CARD}", private=True)) == set()
    assert names(await checked(mira, direct, f"{GOOD} {CARD}")) == set()


async def test_only_an_answer_to_a_complaint_has_to_say_sorry(site: Site, mira: httpx2.AsyncClient) -> None:
    glad = a_customer("ann", intent="praise", sentiment="positive", severity="low")
    await site.opened(glad)

    assert names(await checked(mira, glad, "Thank you, that is kind of you!")) == set()


async def test_a_message_that_is_not_on_the_case_is_refused(mira: httpx2.AsyncClient, case: Case) -> None:
    answer = await mira.post(f"/v1/cases/{case.id}/checks", json={"text": "Hello", "answers": "nothing"})

    assert (answer.status_code, answer.json()["code"]) == (422, "no_such_message")


async def test_cases_of_other_brands_are_not_there(quinn: httpx2.AsyncClient, case: Case) -> None:
    assert (await quinn.post(f"/v1/cases/{case.id}/checks", json={"text": "Hello"})).status_code == 404
    assert (await replied(quinn, case, "Hello")).status_code == 404


async def test_what_blocks_is_not_taken_and_changes_nothing(site: Site, mira: httpx2.AsyncClient, case: Case) -> None:
    answer = await replied(mira, case, f"{GOOD} {CARD}")

    assert (answer.status_code, answer.json()["code"]) == (422, "blocked_by_checks")
    [finding] = answer.json()["findings"]
    assert (finding["check"], finding["level"]) == ("card_number", "block")
    [span] = finding["spans"]
    assert f"{GOOD} {CARD}"[span["start"] : span["end"]] == CARD
    assert await CaseStore(site.database).get(case.id) == case
    assert await site.database[SAID_TEXTS].count_documents({}) == 0


async def test_a_private_answer_may_hold_what_blocks_in_public(mira: httpx2.AsyncClient, case: Case) -> None:
    seen = case.messages[0].id
    body = {"text": f"{GOOD} {CARD}", "answers": seen, "seen": seen, "private": True}

    answer = await mira.post(f"/v1/cases/{case.id}/replies", json=body)

    assert (answer.status_code, answer.json()["reply"]["status"]) == (202, "queued")


async def test_what_only_warns_is_taken(mira: httpx2.AsyncClient, case: Case) -> None:
    assert (await replied(mira, case, "Obviously!!!")).status_code == 202


async def test_a_brand_decides_what_blocks_and_a_change_of_that_counts_at_once(
    site: Site, mira: httpx2.AsyncClient, case: Case
) -> None:
    site.rules = ruled(condescension=Level.BLOCK, no_next_step=Level.OFF)
    blocked = await replied(mira, case, "Sorry for the delay. Calm down.")
    found = await checked(mira, case, "Sorry for the delay. Calm down.")
    site.rules = replace(site.rules, by_brand={"discus": ruled(condescension=Level.OFF).all})
    taken = await replied(mira, case, "Sorry for the delay. Calm down.")

    assert [one["check"] for one in blocked.json()["findings"]] == ["condescension"]
    assert names(found) == {"condescension"}
    assert taken.status_code == 202


async def test_a_retried_answer_is_the_same_one_though_the_rules_have_changed(
    site: Site, mira: httpx2.AsyncClient, case: Case
) -> None:
    first = await replied(mira, case, "Obviously.", **{"Idempotency-Key": "k"})
    site.rules = ruled(condescension=Level.BLOCK)
    again = await replied(mira, case, "Obviously.", **{"Idempotency-Key": "k"})

    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json()["reply"]["id"] == again.json()["reply"]["id"]


async def test_a_text_that_went_to_many_customers_is_noticed(site: Site, mira: httpx2.AsyncClient) -> None:
    """Handles, names, digits and case do not make it another text; whoever got it before is no other customer."""
    cases = [a_customer(name) for name in ("ann", "ben", "cas", "dee")]
    await site.opened(*cases)
    texts = [f"Hi {name.title()}, sorry! It is late, we look into it. Back by {hour}:00 today. Mira"
             for hour, name in enumerate(("ann", "ben", "cas", "dee"), start=14)]  # fmt: skip
    before = [names(await checked(mira, case, text)) for case, text in zip(cases, texts, strict=True)]
    for case, text in zip(cases[:3], texts[:3], strict=True):
        assert (await replied(mira, case, text)).status_code == 202

    assert before == [set()] * 4
    assert names(await checked(mira, cases[3], texts[3].upper())) >= {"sent_to_many"}
    assert "sent_to_many" not in names(await checked(mira, cases[2], texts[2]))
    assert "sent_to_many" not in names(
        await checked(mira, cases[3], "Sorry, yours was lost on Monday; we look into it.")
    )


async def test_how_many_and_within_which_time_is_the_brands_choice(site: Site, mira: httpx2.AsyncClient) -> None:
    ann, ben = a_customer("ann"), a_customer("ben")
    await site.opened(ann, ben)
    site.rules = AnswerRules(all=replace(STANDARD, sent_to_many=SentToMany(customers=1, within=timedelta(hours=2))))
    await replied(mira, ann, GOOD)

    site.now = NOON + timedelta(hours=2)
    in_time = await checked(mira, ben, GOOD)
    site.now = NOON + timedelta(hours=2, seconds=1)

    assert names(in_time) == {"sent_to_many"}
    assert names(await checked(mira, ben, GOOD)) == set()


async def test_what_was_said_is_kept_as_hashes_only(site: Site, mira: httpx2.AsyncClient, case: Case) -> None:
    await replied(mira, case, GOOD)

    [kept] = await site.database[SAID_TEXTS].find().to_list(None)
    assert set(kept) == {"_id", "brand", "text", "customer", "at"}
    assert all(len(kept[name]) == 64 for name in ("_id", "text", "customer"))
    assert kept["at"].replace(tzinfo=NOON.tzinfo) == NOON


async def test_the_question_what_was_said_to_others_is_answered_by_an_index(site: Site) -> None:
    condition = {"brand": "discus", "text": "t", "at": {"$gte": NOON}, "customer": {"$ne": "c"}}
    plan = await site.database[SAID_TEXTS].find(condition).explain()

    stages = str(plan["queryPlanner"]["winningPlan"])
    assert "IXSCAN" in stages
    assert "COLLSCAN" not in stages
