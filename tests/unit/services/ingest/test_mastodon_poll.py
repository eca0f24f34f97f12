"""Listening on Mastodon: nothing is passed over, whatever the server, Kafka or MongoDB do; the cursor moves last."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx2
import orjson
import pytest

from services.ingest.domain.accounts import OurAccount, OurAccounts
from services.ingest.sources.mastodon import MastodonMentions
from services.ingest.sources.mastodon_api import MastodonApi, NotAllowed, Paused
from services.ingest.sources.mastodon_identity import Identity
from services.ingest.sources.mastodon_notices import NoticeReader
from services.ingest.sources.mastodon_page import Pages
from services.ingest.sources.mastodon_parents import Parents
from services.ingest.sources.watching import WatchPlan
from shared.contracts.mention import MentionKind
from shared.runtime.errors import Unavailable
from tests.unit.services.ingest.conftest import Conservation
from tests.unit.services.ingest.fakes import FakeKafka, MemoryBookmarks, StandingClock
from tests.unit.services.ingest.mastodon import ACCOUNT, BASE, OWN, Server, a_notice, a_status, an_account

PLAN = WatchPlan(first=timedelta(seconds=20), keep=timedelta(days=7))


@dataclass
class Listener:
    """A poller and everything around it."""

    server: Server
    kafka: FakeKafka
    clock: StandingClock
    bookmarks: MemoryBookmarks
    ours: OurAccounts
    http: httpx2.AsyncClient

    def start(self) -> MastodonMentions:
        """A poller as after a (re)start of the process."""
        api = MastodonApi(self.http, clock=self.clock)
        return MastodonMentions(
            ACCOUNT,
            api=api,
            identity=Identity(ACCOUNT, api, self.ours),
            bookmarks=self.bookmarks,
            pages=lambda listening: Pages(
                ACCOUNT.id,
                reader=NoticeReader(listening, parents=Parents(api), plan=PLAN, clock=self.clock),
                send=self.kafka.send,
                bookmarks=self.bookmarks,
                clock=self.clock,
            ),
            clock=self.clock,
        )

    @property
    def heard(self) -> list[str | None]:
        """The server's ids of the posts passed on, in their order."""
        return [mention.api_id for mention in self.kafka.mentions]

    async def cursor(self) -> str | None:
        return await self.bookmarks.cursor(ACCOUNT.id)


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    server = Server()
    async with server.client() as http:
        ours = OurAccounts([OurAccount(ACCOUNT.id, ACCOUNT.brand, ACCOUNT.network)])
        yield Listener(server, FakeKafka(), StandingClock(), MemoryBookmarks(), ours, http)


@pytest.fixture
def polled() -> Conservation:
    return Conservation(ACCOUNT.id)


async def test_the_first_time_everything_the_server_remembers_is_passed_on_oldest_first(listener: Listener) -> None:
    listener.server.tell(*(a_notice(str(n), a_status(str(1_000 + n))) for n in range(1, 201)))

    assert await listener.start().step() == 3

    assert listener.heard == [str(1_000 + n) for n in range(1, 201)]
    assert await listener.cursor() == "200"


async def test_then_only_what_is_new_page_by_page_upwards(listener: Listener) -> None:
    listener.server.tell(a_notice("1"))
    poller = listener.start()
    await poller.step()
    listener.kafka.sent.clear()
    listener.server.tell(*(a_notice(str(n), a_status(str(1_000 + n))) for n in range(2, 180)))

    await poller.step()

    assert listener.heard == [str(1_000 + n) for n in range(2, 180)]
    assert len(listener.kafka.sent) == 3, "one write for each page"
    assert await listener.cursor() == "179"


async def test_strangers_are_heard_although_the_account_filters_them(listener: Listener) -> None:
    await listener.start().step()

    [asked] = listener.server.asked_for("/api/v1/notifications")
    assert asked.url.params["include_filtered"] == "true"
    assert asked.url.params.get_list("types[]") == ["mention", "quote", "update"]
    assert asked.url.params["limit"] == "80"


async def test_the_cursor_waits_for_kafka(listener: Listener, polled: Conservation) -> None:
    listener.server.tell(a_notice("1"))
    listener.kafka.away = True
    poller = listener.start()

    with pytest.raises(Unavailable):
        await poller.step()

    assert await listener.cursor() is None
    listener.kafka.away = False
    await poller.step()
    assert (listener.heard, await listener.cursor()) == (["101"], "1")
    assert polled() == {"returned": 1, "accepted": 1}


async def test_while_bookmarks_are_away_the_same_is_passed_on_again_and_never_lost(listener: Listener) -> None:
    listener.server.tell(a_notice("1"))
    poller = listener.start()
    await poller.step()
    listener.server.tell(a_notice("2"))
    listener.bookmarks.away = True
    with pytest.raises(Unavailable):
        await poller.step()
    listener.bookmarks.away = False

    await poller.step()

    ids = [mention.event_id for mention in listener.kafka.mentions if mention.api_id == "102"]
    assert len(ids) == 2
    assert len(set(ids)) == 1
    assert await listener.cursor() == "2"


async def test_after_a_restart_reading_goes_on_from_the_cursor(listener: Listener) -> None:
    listener.server.tell(a_notice("1"))
    await listener.start().step()
    listener.server.tell(a_notice("2"))

    await listener.start().step()

    assert set(listener.heard) == {"101", "102"}
    assert await listener.cursor() == "2"


async def test_a_notification_that_appears_below_the_cursor_is_found_by_looking_back(listener: Listener) -> None:
    listener.server.tell(a_notice("1"), a_notice("3"))
    poller = listener.start()
    await poller.step()
    await poller.step()
    listener.server.tell(a_notice("2"))
    await poller.step()
    assert "102" not in listener.heard

    listener.clock.pass_by(60)
    await poller.step()

    assert listener.heard.count("102") == 1
    assert listener.heard.count("101") == 1
    assert await listener.cursor() == "3"


@pytest.mark.parametrize(
    "change",
    [lambda page: [one for one in page for _ in range(2)], lambda page: page[::-1], lambda page: page[1:] + page[:1]],
)
async def test_doubled_and_shuffled_pages_change_nothing(listener: Listener, change: Any) -> None:
    listener.server.change = change
    poller = listener.start()
    for number in range(1, 8):
        listener.server.tell(a_notice(str(number)))
        if number % 3 == 0:
            await poller.step()
    await poller.step()

    assert sorted(str(one) for one in listener.heard) == [f"10{n}" for n in range(1, 8)]
    assert await listener.cursor() == "7"


async def test_a_server_that_does_not_heed_the_cursor_does_not_keep_us_for_ever(listener: Listener) -> None:
    page = [a_notice("2"), a_notice("1")]
    listener.server.answer = lambda request: (
        httpx2.Response(200, json=page) if request.url.path == "/api/v1/notifications" else None
    )
    poller = listener.start()

    await poller.step()
    await poller.step()

    assert sorted(str(one) for one in listener.heard) == ["101", "102"]


@pytest.mark.parametrize(
    "bad",
    [
        a_notice("2", a_status("102", content=None)),
        a_notice("2", {"id": "102"}),
        {"id": "2", "type": "mention", "status": 5},
        {"id": "2", "type": "mention", "status": {"account": 5}},
        {"id": 2, "type": "mention"},
        a_notice("2", a_status("102", content="a\0b")),
    ],
)
async def test_a_status_that_cannot_be_read_is_set_aside_and_its_neighbours_are_heard(
    listener: Listener, polled: Conservation, bad: dict[str, Any]
) -> None:
    listener.server.tell(a_notice("1"), bad, a_notice("3"))

    await listener.start().step()

    assert listener.heard == ["101", "103"]
    [letter] = listener.kafka.letters
    assert letter.origin == ACCOUNT.id
    assert orjson.loads(letter.value_bytes() or b"") == bad
    assert await listener.cursor() == "3"
    assert polled() == {"accepted": 2, "quarantined": 1}


async def test_a_notification_of_a_kind_that_we_did_not_ask_for_is_ignored(listener: Listener) -> None:
    listener.server.tell(a_notice("1", type="favourite"), a_notice("2"))

    await listener.start().step()

    assert listener.heard == ["102"]


async def test_own_posts_and_notices_without_a_status_are_ignored(listener: Listener, polled: Conservation) -> None:
    own = a_status("101", account=an_account("discus", id="1"))
    listener.server.tell(a_notice("1", own), {"id": "2", "type": "mention", "status": None}, a_notice("3"))

    await listener.start().step()

    assert listener.heard == ["103"]
    assert polled() == {"ignored": 2, "accepted": 1}


async def test_who_we_are_there_is_known_to_the_webhooks_too(listener: Listener) -> None:
    await listener.start().step()

    assert listener.ours.wrote(network="mastodon", account_id=ACCOUNT.id, author_id=OWN["uri"])
    assert listener.ours.wrote(network="mastodon", account_id=ACCOUNT.id, author_id=OWN["url"])


async def test_a_post_edited_before_we_heard_of_it_is_told_as_created_and_as_edited(listener: Listener) -> None:
    listener.server.tell(a_notice("1", a_status("101", edited_at="2026-11-21T11:59:30.000Z")))

    await listener.start().step()

    assert [mention.kind for mention in listener.kafka.mentions] == [MentionKind.CREATED, MentionKind.EDITED]


async def test_a_notice_of_an_edit_counts_when_the_post_names_us(listener: Listener) -> None:
    edited = a_status("101", edited_at="2026-11-21T11:59:30.000Z")
    listener.server.tell(a_notice("1", edited, type="update"))
    listener.server.tell(a_notice("2", {**edited, "id": "102", "mentions": []}, type="update"))

    await listener.start().step()

    assert [(one.kind, one.api_id) for one in listener.kafka.mentions] == [(MentionKind.EDITED, "101")]


async def test_a_reply_names_its_parent_by_global_ids_and_one_look_up_serves_a_storm(listener: Listener) -> None:
    listener.server.statuses["50"] = a_status("50", author="ann")
    for number in range(1, 5):
        answer = a_status(f"10{number}", in_reply_to_id="50", in_reply_to_account_id="id-ann")
        listener.server.tell(a_notice(str(number), answer))

    await listener.start().step()

    threads = {(one.thread.parent_id, one.thread.parent_author_id) for one in listener.kafka.mentions}
    assert threads == {(f"{BASE}/users/ann/statuses/50", f"{BASE}/users/ann")}
    assert len(listener.server.asked_for("/api/v1/statuses/50")) == 1


async def test_a_mention_does_not_wait_for_a_parent_that_cannot_be_looked_up(listener: Listener) -> None:
    listener.server.answer = lambda request: (
        httpx2.Response(500) if request.url.path.startswith("/api/v1/statuses/") else None
    )
    listener.server.tell(a_notice("1", a_status("101", in_reply_to_id="50", in_reply_to_account_id="1")))

    await listener.start().step()

    assert listener.kafka.mentions[0].thread.parent_id is None
    assert listener.kafka.mentions[0].thread.parent_author_id == OWN["uri"]


@pytest.mark.parametrize(
    "parent", [{"id": "50"}, a_status("50", uri="x" * 600), a_status("50", account={"acct": "ann"}), None]
)
async def test_a_parent_that_is_none_leaves_the_thread_unknown(
    listener: Listener, parent: dict[str, Any] | None
) -> None:
    if parent is not None:
        listener.server.statuses["50"] = parent
    listener.server.tell(a_notice("1", a_status("101", in_reply_to_id="50")))

    await listener.start().step()

    assert listener.kafka.mentions[0].thread.parent_id is None


async def test_an_account_that_the_server_does_not_tell_is_an_outage(listener: Listener) -> None:
    listener.server.answer = lambda _: httpx2.Response(200, json={"error": "no"})

    with pytest.raises(Unavailable, match="no account"):
        await listener.start().step()


async def test_heard_posts_are_watched(listener: Listener) -> None:
    listener.server.tell(a_notice("1"))
    await listener.start().step()

    [watched] = await listener.bookmarks.due(ACCOUNT.id, now=listener.clock.now + timedelta(seconds=20), most=9)
    assert watched.api_id == "101"
    assert watched.native_id == listener.kafka.mentions[0].native_id


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "Sat, 21 Nov 2026 12:00:09 GMT"}, 9),
        ({"x-ratelimit-reset": "2026-11-21T12:00:11.000Z"}, 11),
        ({"retry-after": "soon"}, 5),
        ({}, 5),
        ({"retry-after": "99999999999"}, 900),
    ],
)
async def test_a_server_that_wants_to_be_left_alone_is_left_alone(
    listener: Listener, headers: dict[str, str], seconds: int
) -> None:
    listener.server.answer = lambda _: httpx2.Response(429, headers=headers)
    poller = listener.start()

    for _ in range(2):
        with pytest.raises(Paused):
            await poller.step()
    with pytest.raises(Paused) as pause:
        await poller.step()

    assert pause.value.until == listener.clock.now + timedelta(seconds=seconds)
    assert len(listener.server.asked) == 1, "no request while it lasts"
    listener.server.answer = lambda _: None
    listener.clock.pass_by(seconds)
    await poller.step()


async def test_an_answer_that_uses_the_limit_up_is_kept_and_then_we_wait(listener: Listener) -> None:
    listener.server.tell(a_notice("1"))
    used_up = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2026-11-21T12:00:11.000Z"}
    listener.server.answer = lambda request: (
        httpx2.Response(200, json=OWN, headers=used_up) if "verify" in request.url.path else None
    )

    with pytest.raises(Paused):
        await listener.start().step()
    assert len(listener.server.asked) == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx2.Response(401), NotAllowed),
        (httpx2.Response(403), NotAllowed),
        (httpx2.Response(500), Unavailable),
        (httpx2.Response(302, headers={"location": "http://169.254.169.254/"}), Unavailable),
        (httpx2.Response(200, content=b"<html>maintenance</html>"), Unavailable),
        (httpx2.Response(200, json={"error": "no"}), Unavailable),
        (httpx2.Response(404), Unavailable),
    ],
)
async def test_what_is_no_page_is_an_outage_and_not_the_end_of_pages(
    listener: Listener, answer: httpx2.Response, error: type[Exception]
) -> None:
    listener.server.answer = lambda request: answer if request.url.path == "/api/v1/notifications" else None

    with pytest.raises(error):
        await listener.start().step()
    assert await listener.cursor() is None


async def test_a_line_that_breaks_is_an_outage(listener: Listener) -> None:
    def broken(_: httpx2.Request) -> httpx2.Response:
        raise httpx2.ReadTimeout("slow")

    listener.server.answer = broken

    with pytest.raises(Unavailable):
        await listener.start().step()
