"""Snooze, hold, resume and reopen over HTTP: from where they are legal, and a plain refusal from everywhere else."""

from collections.abc import Mapping
from datetime import timedelta

import httpx2
import pytest

from shared.case.commands import Assign, Hold, Resolve, Snooze
from shared.case.kept.store import CaseStore
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, after
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.lives import a_case_at

LATER = "2026-11-21T15:00:00Z"
BODIES: Mapping[str, object] = {
    "snooze": {"until": LATER},
    "hold": {"reason": "the depot looks for it"},
    "resume": None,
    "reopen": None,
}
ASIDE = {Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_CUSTOMER, Stage.SNOOZED, Stage.INTERNAL_HOLD}
FROM = {
    "snooze": ASIDE,
    "hold": ASIDE,
    "resume": {Stage.NEW, Stage.ASSIGNED, Stage.SNOOZED, Stage.INTERNAL_HOLD},
    "reopen": {Stage.NEW, Stage.ASSIGNED, Stage.RESOLVED, Stage.NO_RESPONSE_NEEDED},
}


@pytest.mark.parametrize("act", list(BODIES))
async def test_each_is_done_where_it_is_legal_and_refused_with_the_way_out_where_not(
    site: Site, mira: httpx2.AsyncClient, act: str
) -> None:
    """SEMANTICS 1: illegal transitions answer 409 with the current stage and what is legal from it."""
    cases = {stage: a_case_at(stage) for stage in Stage}
    await site.opened(*cases.values())

    for stage, case in cases.items():
        answer = await mira.post(f"/v1/cases/{case.id}/{act}", json=BODIES[act])
        if stage in FROM[act]:
            assert answer.status_code == 200, (stage, answer.text)
            continue
        refused = answer.json()
        assert (answer.status_code, refused["stage"]) == (409, stage.value), answer.text
        assert isinstance(refused["can"], list)
        assert act not in refused["can"]
        if stage is Stage.MERGED:
            assert (refused["code"], refused["merged_into"]) == ("merged", "c-head")
        else:
            assert refused["code"] == "illegal_transition"
            assert set(refused["legal"]) <= {one.value for one in FROM[act]}
            assert stage.value not in refused["legal"]


async def test_a_snoozed_case_says_until_when_and_comes_back_to_its_owner(site: Site, mira: httpx2.AsyncClient) -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    await site.opened(case)

    snoozed = (await mira.post(f"/v1/cases/{case.id}/snooze", json={"until": LATER})).json()
    resumed = (await mira.post(f"/v1/cases/{case.id}/resume")).json()

    assert (snoozed["stage"], snoozed["aside_until"]) == ("snoozed", LATER)
    assert "resume" in snoozed["can"]
    assert (resumed["stage"], resumed["owner"], resumed["aside_until"]) == ("assigned", "mira", None)


async def test_the_answer_that_is_owed_stays_owed_on_a_snooze(site: Site, mira: httpx2.AsyncClient) -> None:
    """Only resolution stands still: the customer waits, whatever we wait for."""
    case = a_case()
    await site.opened(case)

    snoozed = (await mira.post(f"/v1/cases/{case.id}/snooze", json={"until": LATER})).json()

    assert snoozed["answer_by"] == "2026-11-21T13:00:00Z"
    assert [clock["is_paused"] for clock in snoozed["clocks"]] == [False]


async def test_a_hold_says_why_and_may_have_no_end(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    held = (await mira.post(f"/v1/cases/{case.id}/hold", json={"reason": "the depot looks for it"})).json()

    assert (held["stage"], held["aside_reason"]) == ("internal_hold", "the depot looks for it")
    assert held["aside_until"] is None
    assert held["history"][-1]["note"] == "the depot looks for it"


async def test_a_settled_case_that_is_reopened_has_no_outcome_any_more(site: Site, mira: httpx2.AsyncClient) -> None:
    case = after(a_case(), Resolve(by="mira", disposition=Disposition.SPAM, reason="an advertisement"))
    await site.opened(case)

    reopened = (await mira.post(f"/v1/cases/{case.id}/reopen")).json()

    assert (reopened["stage"], reopened["disposition"]) == ("new", None)


async def test_nothing_is_put_aside_until_a_time_that_has_gone_by(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    for act, body in (("snooze", {}), ("hold", {"reason": "x"})):
        for until in (NOON, NOON - timedelta(seconds=1)):
            answer = await mira.post(f"/v1/cases/{case.id}/{act}", json={**body, "until": until.isoformat()})
            assert (answer.status_code, answer.json()["code"]) == (409, "in_the_past"), act
    assert (await CaseStore(site.database).get(case.id)).version == 1


async def test_a_hold_without_a_reason_and_a_snooze_without_an_end_are_422(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)

    for act, body in (
        ("hold", {}),
        ("hold", {"reason": "  "}),
        ("hold", {"reason": "x" * 501}),
        ("snooze", {}),
        ("snooze", {"until": None}),
        ("snooze", {"until": "2026-11-21T15:00:00"}),
        ("snooze", {"until": "tomorrow"}),
    ):
        assert (await mira.post(f"/v1/cases/{case.id}/{act}", json=body)).status_code == 422, body


async def test_nobody_puts_somebody_elses_case_aside(site: Site, joris: httpx2.AsyncClient) -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    await site.opened(case)

    for act in ("snooze", "hold", "resume"):
        answer = await joris.post(f"/v1/cases/{case.id}/{act}", json=BODIES[act])
        assert (answer.status_code, answer.json()["code"]) == (409, "not_yours"), act
        assert answer.json()["owner"] == "mira"


async def test_what_an_agent_who_is_gone_left_on_hold_a_supervisor_takes_up(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    """A hold has no end of its own: nothing else would ever end it."""
    case = after(a_case(), Assign(agent="joris", by="joris"), Hold(by="joris", reason="the depot looks for it"))
    await site.opened(case)

    resumed = await mira.post(f"/v1/cases/{case.id}/resume")
    taken = await mira.post(f"/v1/cases/{case.id}/claim", json={"take_over": True})

    assert (resumed.status_code, resumed.json()["owner"]) == (200, "joris")
    assert (taken.status_code, taken.json()["owner"]) == (200, "mira")


async def test_doing_it_twice_is_doing_it_once(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    for act in ("snooze", "hold", "resume"):
        first, again = [await mira.post(f"/v1/cases/{case.id}/{act}", json=BODIES[act]) for _ in range(2)]
        assert first.headers["etag"] == again.headers["etag"], act


async def test_a_version_that_is_gone_is_412_and_nothing_happens(site: Site, mira: httpx2.AsyncClient) -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    aside = after(a_case_at(Stage.ASSIGNED), Snooze(by="mira", until=NOON + HOUR))
    settled = after(a_case_at(Stage.NEW), Resolve(by="mira", disposition=Disposition.SPAM, reason="x"))
    await site.opened(case, aside, settled)

    for act, one in (("snooze", case), ("hold", case), ("resume", aside), ("reopen", settled)):
        answer = await mira.post(f"/v1/cases/{one.id}/{act}", json=BODIES[act], headers={"If-Match": '"1"'})
        assert (answer.status_code, answer.headers["etag"]) == (412, f'"{one.version}"'), act
        assert (await CaseStore(site.database).get(one.id)) == one
