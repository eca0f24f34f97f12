"""What answers of a Mastodon-API server mean to us."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from services.respond.networks.freeze import freeze
from services.respond.networks.mastodon.client import Mastodon
from services.respond.networks.outbound import (
    CannotTell,
    Gone,
    NotSent,
    Published,
    Rejected,
    RetryAfter,
    Standing,
    Unknown,
)
from tests.builders import NOON, a_message
from tests.unit.services.respond.networks.test_freeze import ACCOUNT

Answer = Callable[[httpx2.Request], httpx2.Response]
FROZEN = freeze(ACCOUNT, a_message(), "We are <sorry> & it is https://example.com/a/b?c=d\nBye")[0].body
CONTENT = (
    '<p><span class="h-card"><a href="https://square.example/@joe">@<span>joe</span></a></span> We are &lt;sorry&gt; '
    '&amp; it is <a href="https://example.com/a/b?c=d"><span class="invisible">https://</span>'
    '<span class="ellipsis">example.com/a</span><span class="invisible">/b?c=d</span></a><br />Bye</p>'
)
SOON = NOON + timedelta(seconds=10)


def server(answer: Answer, *, now: datetime = NOON) -> Mastodon:
    transport = httpx2.MockTransport(answer)
    return Mastodon(http=httpx2.AsyncClient(base_url="https://square.example", transport=transport), clock=lambda: now)


def always(code: int, told: Any = None, **headers: str) -> Answer:
    return lambda _: httpx2.Response(code, json={} if told is None else told, headers=headers)


def failing(error: Exception) -> Answer:
    def fail(_: httpx2.Request) -> httpx2.Response:
        raise error

    return fail


def a_status(number: int = 7, **fields: Any) -> dict[str, Any]:
    return {
        "id": str(number),
        "uri": f"https://square.example/users/discus/statuses/{number}",
        "url": f"https://square.example/@discus/{number}",
        "created_at": "2026-11-21T12:00:01.500Z",
        "edited_at": None,
        "content": CONTENT,
        "visibility": "public",
        "in_reply_to_id": "post-1",
        "account": {"id": "1"},
        "reblog": None,
        **fields,
    }


def listing(*pages: list[dict[str, Any]], below: list[dict[str, Any]] | None = None) -> Answer:
    """A server with these pages of our posts, and these posts below the one that we answer."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path.endswith("/verify_credentials"):
            return httpx2.Response(200, json={"id": "1"})
        if request.url.path.endswith("/context"):
            return httpx2.Response(200, json={"ancestors": [], "descendants": below or []})
        assert request.url.path == "/api/v1/accounts/1/statuses"
        after = request.url.params.get("max_id")
        starts = [None, *(page[-1]["id"] for page in pages if page)]
        place = starts.index(after) if after in starts else len(pages)
        return httpx2.Response(200, json=pages[place] if place < len(pages) else [])

    return answer


OLD = a_status(1, created_at="2026-11-20T12:00:00.000Z", in_reply_to_id=None, content="<p>yesterday</p>")


async def found(answer: Answer, *, ours: tuple[str, ...] = ()) -> object:
    return await server(answer).lookup(FROZEN, below=None, since=NOON, ours=ours)


# -- publishing ---------------------------------------------------------------------------------------------------


async def test_the_frozen_bytes_go_out_as_they_are_with_the_token_as_key() -> None:
    asked: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        return httpx2.Response(200, json=a_status())

    outcome = await server(answer).publish(FROZEN, "r-1", below=None, not_after=SOON)

    assert outcome == Published(
        native_id="https://square.example/users/discus/statuses/7",
        url="https://square.example/@discus/7",
        created_at=datetime(2026, 11, 21, 12, 0, 1, 500_000, tzinfo=UTC),
        api_id="7",
    )
    assert asked[0].content == FROZEN.encode()
    assert asked[0].headers["idempotency-key"] == "r-1"


@pytest.mark.parametrize("code", [400, 401, 403, 404, 410, 413, 422, 301])
async def test_a_no_is_a_no(code: int) -> None:
    outcome = await server(always(code, {"error": "Text can't be blank"})).publish(
        FROZEN, "r-1", below=None, not_after=SOON
    )

    assert outcome == Rejected(reason=f"the network answered {code}: Text can't be blank")


@pytest.mark.parametrize("code", [408, 500, 502, 503, 504])
async def test_after_a_server_error_the_post_may_be_there(code: int) -> None:
    assert isinstance(await server(always(code)).publish(FROZEN, "r-1", below=None, not_after=SOON), Unknown)


@pytest.mark.parametrize("told", [{"id": "7"}, [], "posted", {"uri": "x", "created_at": "whenever"}])
async def test_a_yes_that_cannot_be_read_leaves_it_unknown(told: Any) -> None:
    assert isinstance(await server(always(200, told)).publish(FROZEN, "r-1", below=None, not_after=SOON), Unknown)


@pytest.mark.parametrize(
    "error",
    [
        httpx2.ReadTimeout(""),
        httpx2.WriteTimeout(""),
        httpx2.ReadError(""),
        httpx2.WriteError(""),
        httpx2.RemoteProtocolError(""),
    ],
)
async def test_a_line_that_breaks_after_the_first_byte_leaves_it_unknown(error: Exception) -> None:
    assert isinstance(await server(failing(error)).publish(FROZEN, "r-1", below=None, not_after=SOON), Unknown)


@pytest.mark.parametrize("error", [httpx2.ConnectError(""), httpx2.ConnectTimeout(""), httpx2.PoolTimeout("")])
async def test_what_never_reached_the_network_was_not_sent(error: Exception) -> None:
    assert isinstance(await server(failing(error)).publish(FROZEN, "r-1", below=None, not_after=SOON), NotSent)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "30"}, 30),
        ({"Retry-After": "Sat, 21 Nov 2026 12:00:40 GMT"}, 40),
        ({"X-RateLimit-Reset": "2026-11-21T12:05:00.000Z"}, 300),
        ({"Retry-After": "0"}, 1),
        ({"Retry-After": "999999"}, 3600),
        ({"Retry-After": "soon"}, 60),
        ({}, 60),
    ],
)
async def test_a_rate_limit_says_how_long_to_stay_away(headers: dict[str, str], seconds: int) -> None:
    outcome = await server(always(429, **headers)).publish(FROZEN, "r-1", below=None, not_after=SOON)

    assert outcome == RetryAfter(reason="the network's rate limit", wait=timedelta(seconds=seconds))


async def test_at_its_deadline_nothing_is_asked_of_the_network() -> None:
    outcome = await server(failing(AssertionError("asked"))).publish(FROZEN, "r-1", below=None, not_after=NOON)

    assert outcome == NotSent(reason="too late to begin")


async def test_when_the_clock_runs_out_while_connecting_not_one_byte_is_written() -> None:
    """A worker may be frozen at any moment, also between its last check and the connection."""
    heard: list[bytes] = []
    times = [NOON, *[SOON] * 9]

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read())
        writer.close()

    listening = await asyncio.start_server(listen, "127.0.0.1", 0)
    async with listening:
        port = listening.sockets[0].getsockname()[1]
        async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}") as http:
            late = Mastodon(http=http, clock=lambda: times.pop(0))
            outcome = await late.publish(FROZEN, "r-1", below=None, not_after=SOON)
        while not heard:
            await asyncio.sleep(0.001)

    assert outcome == NotSent(reason="too late to begin")
    assert heard == [b""]


# -- the post that we answer --------------------------------------------------------------------------------------

PARENT: dict[str, Any] = {"content": "<p>Where is my parcel?</p>"}


@pytest.mark.parametrize("code", [404, 410])
async def test_a_parent_that_is_not_there_is_gone(code: int) -> None:
    assert await server(always(code)).preflight(a_message()) == Gone()


@pytest.mark.parametrize("code", [401, 403, 429, 500, 503])
async def test_a_parent_that_cannot_be_read_may_be_anything(code: int) -> None:
    assert isinstance(await server(always(code)).preflight(a_message()), CannotTell)


@pytest.mark.parametrize("told", [[], {"id": "1"}, a_status(visibility=None), a_status(created_at="when")])
async def test_an_unreadable_parent_may_be_anything(told: Any) -> None:
    assert isinstance(await server(always(200, told)).preflight(a_message()), CannotTell)


async def test_a_parent_as_we_know_it_stands() -> None:
    assert await server(always(200, a_status(**PARENT))).preflight(a_message()) == Standing()


async def test_a_parent_that_says_something_else_now_was_edited() -> None:
    told = a_status(content="<p>Never mind</p>", edited_at="2026-11-21T12:05:00.000Z")

    assert await server(always(200, told)).preflight(a_message()) == Standing(edited=True)


@pytest.mark.parametrize("known", [{"revision": "2026-11-21T12:05:00.000Z", "text": "Never mind!"}, {}])
async def test_an_edit_that_we_know_of_is_none(known: dict[str, Any]) -> None:
    """Known by its revision, or because we first heard the post in its edited form."""
    told = a_status(**PARENT, edited_at="2026-11-21T12:05:00.000Z")

    assert await server(always(200, told)).preflight(a_message(**known)) == Standing()


@pytest.mark.parametrize(
    ("then", "now", "narrowed"),
    [
        ("public", "unlisted", True),
        ("public", "private", True),
        ("unlisted", "public", False),
        ("followers", "private", False),
        ("followers", "direct", True),
        ("public", "a new circle", True),
    ],
)
async def test_a_parent_that_fewer_can_read_is_noticed(then: str, now: str, narrowed: bool) -> None:
    told = a_status(**PARENT, visibility=now)

    assert await server(always(200, told)).preflight(a_message(visibility=then)) == Standing(narrowed=narrowed)


# -- looking up ---------------------------------------------------------------------------------------------------


def native(number: int) -> str:
    return f"https://square.example/users/discus/statuses/{number}"


async def test_a_post_with_our_text_below_their_post_is_ours_however_it_is_rendered() -> None:
    outcome = await found(listing([a_status(7), OLD]))

    assert isinstance(outcome, Published)
    assert outcome.native_id == native(7)


async def test_a_post_on_a_later_page_is_found() -> None:
    others = [a_status(number, in_reply_to_id="other") for number in (9, 8)]

    outcome = await found(listing(others, [a_status(7)], [OLD]))

    assert isinstance(outcome, Published)


async def test_of_two_the_earlier_is_the_answer() -> None:
    later = a_status(9, created_at="2026-11-21T12:00:05.000Z")

    outcome = await found(listing([later, a_status(7), OLD]))

    assert isinstance(outcome, Published)
    assert outcome.native_id == native(7)


async def test_a_post_whose_parent_was_deleted_meanwhile_is_still_ours() -> None:
    assert isinstance(await found(listing([a_status(7, in_reply_to_id=None), OLD])), Published)


async def test_what_the_list_does_not_show_yet_may_hang_below_the_post() -> None:
    strangers = a_status(8, account={"id": "2"})

    outcome = await found(listing([OLD], below=[strangers, a_status(7)]))

    assert isinstance(outcome, Published)
    assert outcome.native_id == native(7)


@pytest.mark.parametrize("pages", [[], [[OLD]], [[a_status(7, in_reply_to_id="other"), OLD]]])
async def test_a_complete_list_without_it_proves_it_absent(pages: list[list[dict[str, Any]]]) -> None:
    assert await found(listing(*pages)) is None


async def test_another_answer_that_we_know_of_is_not_taken_for_this_one() -> None:
    assert await found(listing([a_status(7), OLD]), ours=(native(7),)) is None


async def test_a_post_of_ours_in_other_words_below_the_same_post_proves_nothing() -> None:
    assert isinstance(await found(listing([a_status(7, content="<p>@joe so sorry</p>"), OLD])), CannotTell)


async def test_a_reply_of_ours_from_before_the_answer_was_queued_does_not_matter() -> None:
    earlier = a_status(7, content="<p>@joe hello</p>", created_at="2026-11-21T09:00:00.000Z")

    assert await found(listing([earlier, OLD])) is None


@pytest.mark.parametrize("code", [401, 404, 429, 500, 503])
async def test_a_list_that_cannot_be_read_proves_nothing(code: int) -> None:
    assert isinstance(await found(always(code)), CannotTell)


async def test_a_list_that_breaks_off_proves_nothing() -> None:
    first = listing([a_status(9, in_reply_to_id="other")])

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(503) if "max_id" in request.url.params else first(request)

    assert isinstance(await found(answer), CannotTell)


async def test_a_server_that_shows_the_same_page_for_ever_proves_nothing() -> None:
    page = [a_status(9, in_reply_to_id="other")]

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"id": "1"} if request.url.path.endswith("credentials") else page)

    assert isinstance(await found(answer), CannotTell)


async def test_a_list_with_something_unreadable_in_it_proves_nothing() -> None:
    assert isinstance(await found(listing([{"id": "9"}, OLD])), CannotTell)


async def test_a_line_that_breaks_proves_nothing() -> None:
    assert isinstance(await found(failing(httpx2.ReadTimeout(""))), CannotTell)


# -- deleting -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "is_gone"), [(200, True), (404, True), (410, True), (403, False), (503, False)])
async def test_a_deletion_is_done_when_the_network_has_the_post_no_more(code: int, is_gone: bool) -> None:
    asked: list[str] = []
    told = listing([a_status(7), OLD])

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.method != "DELETE":
            return told(request)
        asked.append(request.url.path)
        return httpx2.Response(code)

    outcome = await server(answer).delete(native(7), api_id=None, since=NOON)

    assert asked == ["/api/v1/statuses/7"]
    assert (outcome is None) is is_gone


async def test_what_is_not_among_our_posts_is_deleted_already() -> None:
    assert await server(listing([OLD])).delete(native(7), api_id=None, since=NOON) is None


async def test_a_deletion_without_a_view_of_our_posts_has_to_wait() -> None:
    assert isinstance(await server(always(503)).delete(native(7), api_id=None, since=NOON), CannotTell)


def test_the_body_holds_what_the_look_up_needs() -> None:
    assert {"status", "in_reply_to_id"} <= json.loads(FROZEN).keys()
