"""Every page shows every case that there can be."""

from dataclasses import replace

import httpx2
import pytest

from services.respond.console.views import View
from services.respond.console.words import REPLIES, STAGES
from shared.case.commands import ApplyPolicies, Assign, Resolve
from shared.case.kept.reasons import WaitingReasons
from shared.case.state.parts import Customer
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, an_answer
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.lives import a_case_at


async def page(client: httpx2.AsyncClient, path: str) -> str:
    """The page that a browser gets."""
    answer = await client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200, (path, answer.text)
    return answer.text


async def test_a_case_at_every_stage_is_shown_on_its_page_and_in_its_view(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    cases = {stage: a_case_at(stage) for stage in Stage}
    await site.opened(*cases.values())

    for client in (mira, joris):
        views = "".join([await page(client, f"/?view={view.value}") for view in View])
        for stage, case in cases.items():
            assert STAGES[stage] in await page(client, f"/cases/{case.id}"), stage
            assert f'id="{case.id}"' in views


@pytest.mark.parametrize("status", list(ReplyStatus))
async def test_an_answer_of_every_status_is_shown(site: Site, mira: httpx2.AsyncClient, status: ReplyStatus) -> None:
    answered = after(a_case(), an_answer(a_case(), by="joris"))
    await site.opened(replace(answered, replies=(replace(answered.replies[0], status=status, reason="why so"),)))

    assert REPLIES[status] in await page(mira, f"/cases/{answered.id}")


@pytest.mark.parametrize("disposition", list(Disposition))
async def test_every_outcome_is_shown(site: Site, mira: httpx2.AsyncClient, disposition: Disposition) -> None:
    case = replace(a_case_at(Stage.CLOSED), disposition=disposition, disposition_reason="<b>so</b>")
    await site.opened(case)

    shown = await page(mira, f"/cases/{case.id}")

    assert "&lt;b&gt;so&lt;/b&gt;" in shown


async def test_why_a_new_case_waits_is_in_the_queue_on_the_case_and_among_those_who_wait(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    case = a_case(language="nl")
    await site.opened(case)
    assert case.demand is not None
    await WaitingReasons(site.database).keep({case.demand: "no speaker of nl is at work"}, now=NOON)

    for path in ("/", f"/cases/{case.id}", "/waiting"):
        assert "no speaker of nl is at work" in await page(mira, path), path


async def test_every_clock_is_shown_with_its_cycle_policy_pause_and_breach(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    book = a_book(policy="gold", first_response=3600, next_response=3600, resolution=7200)
    opened = after(a_case(book=book), Assign(agent="mira", by="mira"))
    settled = after(opened, Resolve(by="mira", disposition=Disposition.SPAM, reason="x"), now=NOON + HOUR / 2)
    await site.opened(settled)
    paused = await page(mira, f"/cases/{settled.id}")
    await mira.post(f"/v1/cases/{settled.id}/reopen")
    again = await page(mira, f"/cases/{settled.id}")

    assert ">Paused<" in paused
    assert "Settled in time" in paused
    assert "gold, cycle 2" in again


async def test_the_tier_of_a_customer_is_shown_as_text(site: Site, mira: httpx2.AsyncClient) -> None:
    """It comes from the sender's own system: it is no word of ours."""
    case = a_case(customer=Customer(handle="joe", tier="<i>gold"))
    await site.opened(case)

    for path in ("/", f"/cases/{case.id}"):
        assert "&lt;i&gt;gold" in await page(mira, path)


async def test_a_merged_case_leads_to_the_one_that_goes_on_and_back(site: Site, mira: httpx2.AsyncClient) -> None:
    head, gone = a_case(), a_case(author="ann", message=a_message("post-2"))
    await site.opened(head, gone)
    await mira.post(f"/v1/cases/{head.id}/merge", json={"case": gone.id})

    assert f'href="/cases/{head.id}"' in await page(mira, f"/cases/{gone.id}")
    shown = await page(mira, f"/cases/{head.id}")
    assert f'href="/cases/{gone.id}"' in shown
    assert 'data-do="unmerge"' in shown


async def test_a_case_that_ended_without_an_outcome_is_shouted_about(site: Site, mira: httpx2.AsyncClient) -> None:
    assert "ended without an outcome" not in await page(mira, "/waiting")
    lost = replace(a_case_at(Stage.RESOLVED), disposition=None)
    await site.opened(lost)

    assert "ended without an outcome" in await page(mira, "/waiting")


async def test_those_who_wait_come_in_pages(site: Site, mira: httpx2.AsyncClient) -> None:
    await site.opened(*(a_case_at(Stage.NEW, name=str(number)) for number in range(51)))

    first = await page(mira, "/waiting")

    assert first.count('class="row"') == 50
    more = first.split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    assert (await page(mira, more)).count('class="row"') == 1


async def test_changed_service_levels_show_on_the_case(site: Site, mira: httpx2.AsyncClient) -> None:
    case = after(a_case(), ApplyPolicies(book=a_book(policy="<night>", first_response=60)))
    await site.opened(case)

    assert "&lt;night&gt;" in await page(mira, f"/cases/{case.id}")
