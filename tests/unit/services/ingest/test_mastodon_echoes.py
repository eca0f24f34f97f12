"""Hearing ourselves on Mastodon: each answer once, to the customer's own key, never before the post that it answers."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx2
import orjson
import pytest
from prometheus_client import REGISTRY

from services.ingest.domain.accounts import OurAccount, OurAccounts
from services.ingest.sources.mastodon import MastodonMentions
from services.ingest.sources.mastodon_answers import AnswerReader
from services.ingest.sources.mastodon_api import MastodonApi, NotAllowed, Paused
from services.ingest.sources.mastodon_echoes import MastodonEchoes
from services.ingest.sources.mastodon_identity import Identity
from services.ingest.sources.mastodon_notices import NoticeReader
from services.ingest.sources.mastodon_page import Pages, Reader
from services.ingest.sources.mastodon_parents import Parents
from services.ingest.sources.watching import WatchPlan
from shared.contracts.identity import event_id
from shared.contracts.mention import MentionKind, Trigger, Visibility
from shared.runtime.errors import Unavailable
from tests.unit.services.ingest.conftest import Conservation
from tests.unit.services.ingest.fakes import FakeKafka, MemoryBookmarks, StandingClock
from tests.unit.services.ingest.mastodon import (
    ACCOUNT,
    BASE,
    OWN,
    Server,
    a_notice,
    a_status,
    an_account,
    an_answer,
)

OWN_STATUSES = "/api/v1/accounts/1/statuses"


@dataclass
class Listener:
    """The pollers of an account, and everything around them."""

    server: Server
    kafka: FakeKafka
    clock: StandingClock
    bookmarks: MemoryBookmarks
    ours: OurAccounts
    http: httpx2.AsyncClient

    def start(self) -> MastodonEchoes:
        """Pollers as after a (re)start of the process."""
        api = MastodonApi(self.http, clock=self.clock)
        identity = Identity(ACCOUNT, api, self.ours)
        parents = Parents(api)
        plan = WatchPlan(first=timedelta(seconds=20), keep=timedelta(days=7))

        def pages(reader: Reader) -> Pages:
            return Pages(ACCOUNT.id, reader=reader, send=self.kafka.send, bookmarks=self.bookmarks, clock=self.clock)

        self.mentions = MastodonMentions(
            ACCOUNT,
            api=api,
            identity=identity,
            bookmarks=self.bookmarks,
            pages=lambda listening: pages(NoticeReader(listening, parents=parents, plan=plan, clock=self.clock)),
            clock=self.clock,
        )
        return MastodonEchoes(
            ACCOUNT,
            api=api,
            identity=identity,
            bookmarks=self.bookmarks,
            pages=lambda listening: pages(
                AnswerReader(listening, api=api, parents=parents, ours=self.ours, clock=self.clock)
            ),
            hear_mentions=self.mentions.hear_now,
            clock=self.clock,
        )

    async def begun(self) -> MastodonEchoes:
        """Pollers that have begun to listen."""
        poller = self.start()
        await poller.step()
        return poller

    def post(self, *statuses: dict[str, Any]) -> None:
        """Put posts on the server."""
        self.server.statuses |= {one["id"]: one for one in statuses}

    @property
    def echoed(self) -> list[str | None]:
        """The server's ids of the answers passed on, in their order."""
        return [one.api_id for one in self.kafka.mentions if one.kind is MentionKind.ECHO]

    async def cursor(self) -> str | None:
        return await self.bookmarks.cursor(f"{ACCOUNT.id} echoes")


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    server = Server()
    async with server.client() as http:
        ours = OurAccounts([OurAccount(ACCOUNT.id, ACCOUNT.brand, ACCOUNT.network)])
        yield Listener(server, FakeKafka(), StandingClock(), MemoryBookmarks(), ours, http)


@pytest.fixture
def polled() -> Conservation:
    return Conservation(ACCOUNT.id)


def ignored(reason: str) -> float:
    """How often something was ignored for this reason, ever."""
    return REGISTRY.get_sample_value("earshot_ingest_ignored_total", {"source": ACCOUNT.id, "reason": reason}) or 0


async def test_an_answer_is_told_as_ours_to_the_customer(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked))

    assert await poller.step() == 3

    [echo] = listener.kafka.mentions
    assert echo.kind is MentionKind.ECHO
    assert echo.customer_key == f"discus/mastodon/{BASE}/users/joe"
    assert (echo.author.handle, echo.author.url) == ("joe@square.example", f"{BASE}/@joe")
    assert (echo.thread.parent_id, echo.thread.parent_author_id) == (asked["uri"], f"{BASE}/users/joe")
    assert (echo.native_id, echo.api_id) == (f"{BASE}/users/discus/statuses/200", "200")
    assert echo.permalink == f"{BASE}/@discus/200"
    assert (echo.text, echo.trigger, echo.audience) == ("on its way", Trigger.REPLY, None)
    assert echo.author.tier is None
    assert echo.event_id == event_id(
        network="mastodon", account_id=ACCOUNT.id, native_id=echo.native_id, kind="echo", revision="0"
    )


async def test_an_answer_has_the_key_of_the_customers_own_mentions(listener: Listener) -> None:
    poller = await listener.begun()
    for host, name in (("square.example", "joe"), ("far.example", "zoe")):
        there = an_account(name, uri=f"https://{host}/ap/{name}", url=f"https://{host}/@{name}")
        asked = a_status("101" if name == "joe" else "102", account=there)
        listener.server.tell(a_notice(asked["id"], asked))
        listener.post(an_answer(f"2{asked['id']}", to=asked))

    await poller.step()

    keys = [(one.kind, one.customer_key) for one in listener.kafka.mentions]
    for key in ("discus/mastodon/https://square.example/ap/joe", "discus/mastodon/https://far.example/ap/zoe"):
        assert keys.count((MentionKind.CREATED, key)) == keys.count((MentionKind.ECHO, key)) == 1


async def test_answers_given_before_we_came_are_not_told(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked, an_answer("200", to=asked))
    poller = await listener.begun()
    listener.post(an_answer("201", to=asked))
    await poller.step()

    await listener.start().step()

    assert set(listener.echoed) == {"201"}


async def test_on_an_account_that_never_said_anything_everything_is_told(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("201", to=asked), an_answer("202", to=asked))

    await poller.step()

    assert listener.echoed == ["201", "202"]


async def test_answers_given_while_we_were_away_are_told_once(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    await listener.begun()
    listener.post(*(an_answer(str(200 + n), to=asked) for n in range(5)))

    poller = listener.start()
    await poller.step()
    await poller.step()

    assert listener.echoed == ["200", "201", "202", "203", "204"]


async def test_more_answers_than_a_glance_shows_are_read_page_by_page_upwards(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked, an_answer("200", to=asked))
    poller = await listener.begun()
    listener.post(*(an_answer(str(201 + n), to=asked) for n in range(100)))

    await poller.step()

    assert listener.echoed == [str(201 + n) for n in range(100)]
    assert [len(records) for records in listener.kafka.sent] == [40, 40, 20]
    assert await listener.cursor() == "300"


async def test_a_round_is_one_request_without_a_cursor(listener: Listener) -> None:
    """Mastodon allows 300 reads with a cursor in 15 minutes, and the notifications use them up."""
    asked = a_status("100")
    listener.post(asked, an_answer("200", to=asked))
    poller = await listener.begun()
    listener.server.asked.clear()

    for _ in range(3):
        await poller.step()

    assert [request.url.path for request in listener.server.asked] == [OWN_STATUSES] * 3
    assert {str(request.url.params) for request in listener.server.asked} == {"exclude_reblogs=true&limit=20"}


async def test_who_we_are_is_asked_once_though_two_tasks_want_to_know(listener: Listener) -> None:
    poller = listener.start()

    await asyncio.gather(listener.mentions.step(), poller.step())

    assert len(listener.server.asked_for("/api/v1/accounts/verify_credentials")) == 1


async def test_an_answer_to_what_we_heard_costs_no_look_up(listener: Listener) -> None:
    poller = await listener.begun()
    asked = a_status("101")
    listener.server.tell(a_notice("1", asked))
    listener.post(an_answer("200", to=asked))

    await poller.step()

    assert listener.echoed == ["200"]
    assert not listener.server.asked_for("/api/v1/statuses/101")


async def test_an_answer_does_not_overtake_the_post_that_it_answers(listener: Listener) -> None:
    """Both were written while we were away: on the case, the post has to come first."""
    poller = await listener.begun()
    asked = a_status("101")
    listener.server.tell(a_notice("1", asked))
    listener.post(an_answer("200", to=asked))

    await poller.step()

    assert [one.kind for one in listener.kafka.mentions] == [MentionKind.CREATED, MentionKind.ECHO]


async def test_while_mentions_cannot_be_heard_answers_wait(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked))
    listener.server.answer = lambda request: httpx2.Response(500) if "notifications" in request.url.path else None

    with pytest.raises(Unavailable):
        await poller.step()

    assert listener.echoed == []
    listener.server.answer = lambda _: None
    await poller.step()
    assert listener.echoed == ["200"]


async def test_mentions_read_for_an_answer_are_not_read_again_at_once(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked))
    await poller.step()
    read = len(listener.server.asked_for("/api/v1/notifications"))

    listener.clock.pass_by(1)
    assert await listener.mentions.step() == 2
    assert len(listener.server.asked_for("/api/v1/notifications")) == read

    assert await listener.mentions.step() == 3
    assert len(listener.server.asked_for("/api/v1/notifications")) > read


async def test_the_cursor_waits_for_kafka(listener: Listener, polled: Conservation) -> None:
    asked = a_status("100")
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked))
    listener.kafka.away = True

    with pytest.raises(Unavailable):
        await poller.step()

    assert await listener.cursor() is None
    listener.kafka.away = False
    await poller.step()
    assert (listener.echoed, await listener.cursor()) == (["200"], "200")
    assert polled() == {"returned": 1, "accepted": 1}


async def test_while_bookmarks_are_away_the_same_is_passed_on_again_and_never_lost(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    await listener.begun()
    listener.post(an_answer("200", to=asked))
    poller = listener.start()
    listener.bookmarks.away = True
    with pytest.raises(Unavailable):
        await poller.step()
    listener.bookmarks.away = False

    await poller.step()

    assert listener.echoed == ["200"]
    assert await listener.cursor() == "200"


async def test_an_answer_that_becomes_visible_below_the_cursor_is_told(listener: Listener) -> None:
    """Servers give ids out before they are visible."""
    asked = a_status("100")
    listener.post(asked, an_answer("199", to=asked))
    poller = await listener.begun()
    listener.post(an_answer("202", to=asked))
    await poller.step()
    listener.post(an_answer("201", to=asked))

    await poller.step()

    assert listener.echoed == ["202", "201"]
    assert await listener.cursor() == "202"


async def test_a_server_that_does_not_heed_the_cursor_does_not_keep_us_for_ever(listener: Listener) -> None:
    asked = a_status("100")
    old = [an_answer(str(150 + n), to=asked) for n in range(5)]
    listener.post(asked, *old)
    poller = await listener.begun()
    new = [an_answer(str(200 + n), to=asked) for n in range(30)]
    page = [*new[::-1], *old[::-1]]
    listener.server.answer = lambda request: (
        httpx2.Response(200, json=page[: int(request.url.params["limit"])])
        if request.url.path == OWN_STATUSES
        else None
    )

    await poller.step()
    await poller.step()

    assert listener.echoed == [one["id"] for one in new], "and what was said before we came is still not told"


@pytest.mark.parametrize("visibility", ["public", "unlisted", "private", "direct"])
async def test_answers_are_told_whoever_may_read_them(listener: Listener, visibility: str) -> None:
    asked = a_status("100", visibility=visibility)
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked, visibility=visibility))

    await poller.step()

    told = {"private": Visibility.FOLLOWERS}.get(visibility) or Visibility(visibility)
    assert [one.visibility for one in listener.kafka.mentions] == [told]


JOES = a_status("100")
OTHERS = {
    "boost": an_answer("200", to=JOES, reblog=a_status("90")),
    "answers nobody": an_answer("200", to=None),
    "answers ourselves": an_answer("200", to=an_answer("190", to=None)),
    "does not name whom it answers": {**an_answer("200", to=JOES), "mentions": []},
    "somebody else's post": {**an_answer("200", to=JOES), "account": an_account("eve")},
    "answers somebody who is gone": an_answer("200", to={"account": an_account("lea")}),
}


@pytest.mark.parametrize("reason", OTHERS)
async def test_what_is_no_answer_to_a_customer_is_ignored_and_counted(
    listener: Listener, polled: Conservation, reason: str
) -> None:
    listener.post(JOES)
    poller = await listener.begun()
    before = ignored(reason)
    page = [OTHERS[reason]]
    listener.server.answer = lambda request: (
        httpx2.Response(200, json=page) if request.url.path == OWN_STATUSES else None
    )

    await poller.step()
    await poller.step()

    assert listener.kafka.mentions == []
    assert polled() == {"ignored": 1}
    assert ignored(reason) == before + 1


async def test_an_answer_to_another_account_of_ours_is_ignored(listener: Listener) -> None:
    asked = a_status("100", author="discus_us")
    listener.post(asked)
    listener.ours.learn(network="mastodon", author_id=f"{BASE}/users/discus_us")
    poller = await listener.begun()
    before = ignored("answers ourselves")
    listener.post(an_answer("200", to=asked))

    await poller.step()

    assert listener.echoed == []
    assert ignored("answers ourselves") == before + 1


async def test_going_on_below_our_own_answer_answers_the_customers_post(listener: Listener) -> None:
    """Mastodon carries over whom such a post answers."""
    asked = a_status("100")
    first = an_answer("200", to=asked)
    second = {**an_answer("201", to=asked), "in_reply_to_id": "200"}
    third = {**an_answer("202", to=asked), "in_reply_to_id": "201"}
    listener.post(asked)
    poller = await listener.begun()
    listener.post(first, second, third)

    await poller.step()

    assert {one.thread.parent_id for one in listener.kafka.mentions} == {asked["uri"]}
    assert listener.echoed == ["200", "201", "202"]


async def test_a_post_that_is_gone_leaves_the_answer_to_its_author(listener: Listener) -> None:
    """Mastodon forgets the parent, not its author."""
    asked = a_status("100")
    listener.server.accounts["id-joe"] = an_account("joe")
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked), {**an_answer("201", to=asked), "in_reply_to_id": None})

    await poller.step()

    assert listener.echoed == ["200", "201"]
    for echo in listener.kafka.mentions:
        assert echo.customer_key == f"discus/mastodon/{BASE}/users/joe"
        assert (echo.thread.parent_id, echo.thread.parent_author_id) == (None, f"{BASE}/users/joe")


async def test_an_answer_waits_for_a_parent_that_cannot_be_looked_up_now(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked))
    listener.server.answer = lambda request: httpx2.Response(503) if "statuses/100" in request.url.path else None
    with pytest.raises(Unavailable):
        await poller.step()
    assert await listener.cursor() is None
    listener.server.answer = lambda _: None

    await poller.step()

    assert listener.kafka.mentions[0].thread.parent_id == asked["uri"]


async def test_a_server_that_fails_over_one_post_for_ever_does_not_silence_us(listener: Listener) -> None:
    asked = a_status("100")
    listener.server.accounts["id-joe"] = an_account("joe")
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked), an_answer("201", to=None))
    listener.server.answer = lambda request: httpx2.Response(500) if "statuses/100" in request.url.path else None

    for _ in range(4):
        with pytest.raises(Unavailable):
            await poller.step()
    await poller.step()

    assert listener.echoed == ["200"]
    assert listener.kafka.mentions[0].thread.parent_id is None


async def test_a_server_that_wants_to_be_left_alone_is_not_a_failing_post(listener: Listener) -> None:
    asked = a_status("100")
    listener.post(asked)
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked))
    listener.server.answer = lambda request: (
        httpx2.Response(429, headers={"retry-after": "1"}) if "statuses/100" in request.url.path else None
    )
    for _ in range(7):
        with pytest.raises(Paused):
            await poller.step()
        listener.clock.pass_by(2)
    listener.server.answer = lambda _: None

    await poller.step()

    assert listener.kafka.mentions[0].thread.parent_id == asked["uri"]


@pytest.mark.parametrize(
    "bad",
    [
        {**an_answer("201", to=JOES), "content": None},
        {**an_answer("201", to=JOES), "account": 5},
        {**an_answer("201", to=JOES), "mentions": 5},
        {**an_answer("201", to=JOES), "mentions": [{"id": "id-joe"}]},
        {**an_answer("201", to=JOES), "mentions": [{"id": "id-joe", "acct": "j" * 600}]},
        {**an_answer("201", to={"account": an_account("odd", uri=None, url=None)}), "in_reply_to_id": "5"},
        {**an_answer("201", to=JOES), "fill": "x" * 300_000},
    ],
)
async def test_an_answer_that_cannot_be_read_is_set_aside_and_its_neighbours_are_told(
    listener: Listener, polled: Conservation, bad: dict[str, Any]
) -> None:
    listener.post(JOES)
    listener.server.accounts["id-odd"] = an_account("odd", uri=None, url=None)
    poller = await listener.begun()
    page = [an_answer("202", to=JOES), bad, an_answer("200", to=JOES)]
    listener.server.answer = lambda request: (
        httpx2.Response(200, content=orjson.dumps([] if "min_id=202" in str(request.url) else page))
        if request.url.path == OWN_STATUSES
        else None
    )

    await poller.step()

    assert listener.echoed == ["200", "202"]
    assert len(listener.kafka.letters) == 1
    assert await listener.cursor() == "202"
    assert polled() == {"accepted": 2, "quarantined": 1}


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx2.Response(403), NotAllowed),
        (httpx2.Response(404), Unavailable),
        (httpx2.Response(200, json={"error": "no"}), Unavailable),
    ],
)
async def test_what_is_no_page_is_an_outage(
    listener: Listener, answer: httpx2.Response, error: type[Exception]
) -> None:
    listener.server.answer = lambda request: answer if request.url.path == OWN_STATUSES else None

    with pytest.raises(error):
        await listener.start().step()
    assert await listener.cursor() is None


async def test_an_answer_whose_customer_a_server_tells_without_uri_goes_by_the_profile(listener: Listener) -> None:
    """As the customer's own mentions do on such a server."""
    asked = a_status("100", account=an_account("joe", uri=None))
    listener.server.tell(a_notice("1", asked))
    poller = await listener.begun()
    listener.post(an_answer("200", to=asked))

    await poller.step()

    assert {one.customer_key for one in listener.kafka.mentions} == {f"discus/mastodon/{BASE}/@joe"}
    assert OWN["url"] not in {one.author.id for one in listener.kafka.mentions}
