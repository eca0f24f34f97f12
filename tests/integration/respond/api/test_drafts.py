"""The draft of a case: kept on the server, shared, never written over unseen, gone when it was used."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from services.respond.store.indexes import DRAFTS
from shared.case.state.case import Case
from tests.builders import a_case, a_message
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_bad_input import problem

TEXT = "We are sorry. Your"


async def put(client: httpx2.AsyncClient, case: Case, text: str = TEXT, **headers: str) -> httpx2.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = {"text": text, "answers": case.messages[0].id}
    return await client.put(f"/v1/cases/{case.id}/draft", json=body, headers=named)


async def read(client: httpx2.AsyncClient, case: Case) -> dict[str, Any] | None:
    """The draft as the agent reads it; None: there is none."""
    answer = await client.get(f"/v1/cases/{case.id}/draft")
    if answer.status_code == 404:
        return None
    found: dict[str, Any] = answer.json()
    assert answer.headers["etag"] == f'"{found["version"]}"'
    return found


async def reply(client: httpx2.AsyncClient, case: Case, text: str, **fields: Any) -> None:
    seen = case.messages[0].id
    body = {"text": text, "answers": seen, "seen": seen, **fields}
    answer = await client.post(f"/v1/cases/{case.id}/replies", json=body)
    assert answer.status_code == 202, answer.text


@pytest.fixture
async def case(site: Site) -> Case:
    """A case that waits for an answer."""
    opened = a_case()
    await site.opened(opened)
    return opened


async def test_a_draft_survives_a_change_of_owner(
    site: Site, case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await joris.post(f"/v1/cases/{case.id}/claim")
    written = await put(joris, case)
    assert (written.status_code, written.headers["etag"]) == (200, '"1"')

    await mira.post(f"/v1/cases/{case.id}/claim", json={"take_over": True})

    assert await read(mira, case) == {
        "text": TEXT,
        "answers": case.messages[0].id,
        "by": "joris",
        "at": "2026-11-21T12:00:00Z",
        "version": 1,
    }


async def test_nobody_writes_over_or_deletes_a_colleagues_draft_unseen(
    case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await put(joris, case)

    refused = await put(mira, case, "My own words")
    problem(refused, 412)
    assert refused.headers["etag"] == '"1"'
    problem(await mira.delete(f"/v1/cases/{case.id}/draft"), 412)
    assert (await read(mira, case) or {})["text"] == TEXT

    taken = await put(mira, case, "Sorry! Your", If_Match='"1"')
    assert (taken.status_code, taken.json()["by"], taken.json()["version"]) == (200, "mira", 2)
    problem(await put(joris, case, "Sorry, but your", If_Match='"1"'), 412)
    problem(await put(joris, case, "Sorry, but your"), 412)
    assert (await put(joris, case, "On top of it", If_Match="*")).status_code == 200


async def test_ones_own_draft_is_written_on_without_a_condition(case: Case, mira: httpx2.AsyncClient) -> None:
    for number, text in enumerate(("We", "We are", "We are sorry"), 1):
        assert (await put(mira, case, text)).json()["version"] == number


async def test_writing_the_same_again_changes_nothing_whatever_the_condition(
    case: Case, mira: httpx2.AsyncClient
) -> None:
    """A retried request, whose first answer was lost, is no conflict with itself."""
    first = await put(mira, case, If_None_Match="*")
    again = await put(mira, case, If_None_Match="*")

    assert (first.status_code, again.status_code) == (200, 200)
    assert first.json() == again.json()


async def test_only_the_first_begins_a_draft(case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient) -> None:
    answers = await asyncio.gather(
        *(put(client, case, f"by {number}", If_None_Match="*") for number in range(6) for client in (mira, joris))
    )

    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 11


async def test_of_many_who_write_on_one_version_one_wins(
    case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await put(mira, case)
    answers = await asyncio.gather(
        *(put(client, case, f"{number}", If_Match='"1"') for number, client in enumerate((mira, joris) * 5))
    )

    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 9
    assert (await read(mira, case) or {})["version"] == 2


async def test_a_version_is_never_used_again(case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient) -> None:
    """Who saw version 1 must not write over the draft that was begun after that one was deleted."""
    await put(mira, case)
    for _ in range(2):
        assert (await mira.delete(f"/v1/cases/{case.id}/draft")).status_code == 204
    assert await read(mira, case) is None
    problem(await put(joris, case, If_Match='"1"'), 412)
    problem(await put(joris, case, If_Match="*"), 412)

    begun = await put(joris, case, If_None_Match="*")

    assert begun.json()["version"] == 3
    problem(await put(mira, case, If_Match='"1"'), 412)


async def test_the_draft_goes_when_anybody_queues_its_words(
    site: Site, case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await put(joris, case, "It comes\r\ntomorrow. ")

    await reply(mira, case, "It comes\ntomorrow.")

    assert await read(joris, case) is None
    assert "tomorrow" not in str(await site.database[DRAFTS].find().to_list(None))


async def test_the_draft_goes_when_its_author_sends_it_in_other_words(case: Case, mira: httpx2.AsyncClient) -> None:
    await put(mira, case, "It comes tomorrow")
    await reply(mira, case, "It comes on Monday.", for_approval=True)

    assert await read(mira, case) is None


async def test_a_draft_stays_that_was_begun_after_the_answer_which_is_asked_for_again(
    site: Site, case: Case, mira: httpx2.AsyncClient
) -> None:
    """The answer to the first request was lost, and the client sends it again while its agent writes on."""
    seen = case.messages[0].id
    body, key = {"text": "It comes tomorrow.", "answers": seen, "seen": seen}, {"Idempotency-Key": "k"}
    first = await mira.post(f"/v1/cases/{case.id}/replies", json=body, headers=key)
    site.now += timedelta(seconds=2)
    await put(mira, case, "It comes on Monday")

    again = await mira.post(f"/v1/cases/{case.id}/replies", json=body, headers=key)

    assert again.json()["reply"]["id"] == first.json()["reply"]["id"]
    assert (await read(mira, case) or {})["text"] == "It comes on Monday"


async def test_a_colleagues_draft_in_other_words_stays(
    case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await put(joris, case, "It comes tomorrow")
    await reply(mira, case, "It comes on Monday.")

    assert (await read(mira, case) or {})["text"] == "It comes tomorrow"


async def test_what_a_draft_cannot_be_is_refused_with_the_place(case: Case, mira: httpx2.AsyncClient) -> None:
    here = f"/v1/cases/{case.id}/draft"

    assert problem(await mira.put(here, json={"text": "x" * 20_001}), 422)["code"] == "invalid"
    unknown = await mira.put(here, json={"text": "x", "answers": "no-such"})
    assert problem(unknown, 422)["code"] == "no_such_message"
    assert (await mira.put(here, json={"text": ""})).status_code == 200


async def test_what_lies_outside_ones_brands_is_not_there(site: Site, case: Case, mira: httpx2.AsyncClient) -> None:
    await put(mira, case)
    async with site.client("quinn") as quinn, site.client("sara") as sara:
        for client in (quinn, sara):
            assert await read(client, case) is None
            problem(await put(client, case), 404)
            problem(await client.delete(f"/v1/cases/{case.id}/draft"), 404)


async def test_a_draft_for_a_case_that_was_merged_is_written_where_it_goes_on(
    site: Site, case: Case, mira: httpx2.AsyncClient
) -> None:
    other = a_case(author="ann", message=a_message("p2"))
    await site.opened(other)
    await mira.post(f"/v1/cases/{case.id}/merge", json={"case": other.id})

    assert problem(await put(mira, other), 409)["merged_into"] == case.id


async def test_drafts_are_forgotten_a_month_after_the_last_change(site: Site) -> None:
    """By the server's clock; MongoDB does it."""
    indexes = await site.database[DRAFTS].index_information()

    assert indexes["recent"]["expireAfterSeconds"] == 30 * 24 * 3600
    assert indexes["recent"]["key"] == [("changed_at", 1)]
