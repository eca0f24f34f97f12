"""The page of the search shows what was found, and what there is to know where nothing was."""

import httpx2

from services.respond.store.search_texts import SearchTexts
from shared.case.state.case import Case
from tests.builders import NOON, a_case, a_message
from tests.integration.respond.api.conftest import Site


async def searched(site: Site, *cases: Case) -> None:
    """Put cases into the database, and into what is searched."""
    await site.opened(*cases)
    await SearchTexts(site.database).keep(cases, now=NOON)


async def page(client: httpx2.AsyncClient, **query: str) -> str:
    """The page that a browser gets."""
    answer = await client.get("/search", params=query, headers={"Accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_hits_are_marked_and_lead_to_the_message(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case(message=a_message(text="The <b>parcel</b> is\u202e wet"))
    await searched(site, case)

    shown = await page(mira, q="parcel wet")

    assert "&lt;b&gt;<mark>parcel</mark>&lt;/b&gt;" in shown
    assert "<mark>wet</mark>" in shown
    assert "U+202E" in shown
    assert f'href="/cases/{case.id}#m-{case.messages[0].id}"' in shown


async def test_what_is_of_another_brand_is_not_found(site: Site, quinn: httpx2.AsyncClient) -> None:
    await searched(site, a_case(message=a_message(text="my secret parcel")))

    assert "Nobody said that" in await page(quinn, q="secret")


async def test_what_can_not_be_searched_for_is_said_in_place(site: Site, mira: httpx2.AsyncClient) -> None:
    assert "There is no word in this" in await page(mira, q="!!")
    assert "Search what customers said" in await page(mira)


async def test_answers_can_be_searched_alone(site: Site, mira: httpx2.AsyncClient) -> None:
    await searched(site, a_case(message=a_message(text="parcel")))

    assert "Nobody said that" in await page(mira, q="parcel", kind="answer")
    assert "<mark>parcel</mark>" in await page(mira, q="parcel", kind="message")
