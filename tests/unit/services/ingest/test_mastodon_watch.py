"""Watching posts: an edit is told once, a deletion when it is sure, and nobody is asked too often."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

import httpx2
import pytest

from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.listening import Heard
from services.ingest.domain.mastodon_status import mention_of_status
from services.ingest.sources.bookmarks import Watched
from services.ingest.sources.mastodon_api import MastodonApi
from services.ingest.sources.mastodon_identity import Identity
from services.ingest.sources.mastodon_watch import MastodonWatch
from services.ingest.sources.watching import WatchPlan
from shared.contracts.mention import MentionKind
from shared.runtime.errors import Unavailable
from tests.unit.services.ingest.conftest import Conservation
from tests.unit.services.ingest.fakes import FakeKafka, MemoryBookmarks, StandingClock
from tests.unit.services.ingest.mastodon import ACCOUNT, BASE, LISTENING, Server, a_status
from tests.unit.services.ingest.senders import NOON

FIRST = 20.0
KEEP = timedelta(days=7)
PLAN = WatchPlan(first=timedelta(seconds=FIRST), keep=KEEP)


@dataclass
class Watcher:
    """A watch over one post, heard at noon."""

    server: Server
    kafka: FakeKafka
    clock: StandingClock
    bookmarks: MemoryBookmarks
    watch: MastodonWatch

    async def after(self, seconds: float) -> None:
        """Let time pass, and look."""
        self.clock.pass_by(seconds)
        await self.watch.step()

    @property
    def reads(self) -> int:
        """How often the post was asked for."""
        return len(self.server.asked_for("/api/v1/statuses/100"))

    def edit(self, at: str) -> None:
        """Edit the post."""
        self.server.statuses["100"] = a_status("100", edited_at=at, content="<p>@discus found it</p>")

    @property
    def told(self) -> list[tuple[MentionKind, str]]:
        """Kinds and revisions passed on."""
        return [(mention.kind, mention.revision) for mention in self.kafka.mentions]


@pytest.fixture
async def watcher() -> AsyncIterator[Watcher]:
    server, kafka, clock, bookmarks = Server(), FakeKafka(), StandingClock(), MemoryBookmarks()
    server.statuses["100"] = a_status("100")
    heard = mention_of_status(Heard(status=a_status("100"), raw=b"{}"), MentionKind.CREATED, LISTENING, now=NOON)
    await bookmarks.watch([PLAN.begin(heard, edited_at=None, now=NOON)])
    async with server.client() as http:
        api = MastodonApi(http, clock=clock)
        watch = MastodonWatch(
            ACCOUNT.id,
            api=api,
            identity=Identity(ACCOUNT, api, OurAccounts([])),
            bookmarks=bookmarks,
            send=kafka.send,
            plan=PLAN,
            clock=clock,
            seconds_between=3,
        )
        yield Watcher(server, kafka, clock, bookmarks, watch)


async def test_a_young_post_is_looked_at_soon_and_ever_more_rarely_later(watcher: Watcher) -> None:
    looked_at = []
    for second in range(0, 3_600, 5):
        before = watcher.reads
        await watcher.after(5)
        if watcher.reads > before:
            looked_at.append(second + 5)

    waits = [later - earlier for earlier, later in pairwise(looked_at)]
    assert looked_at[0] == FIRST
    assert waits == sorted(waits)
    assert len(looked_at) < 15


async def test_a_post_is_watched_no_longer_than_planned(watcher: Watcher) -> None:
    await watcher.after(KEEP.total_seconds())

    assert watcher.reads == 0


async def test_an_edit_is_told_once(watcher: Watcher) -> None:
    watcher.edit("2026-11-21T12:00:05.000Z")
    for _ in range(5):
        await watcher.after(FIRST)

    assert watcher.told == [(MentionKind.EDITED, "2026-11-21T12:00:05.000Z")]
    assert watcher.kafka.mentions[0].text == "@discus found it"


async def test_each_edit_is_told(watcher: Watcher) -> None:
    watcher.edit("2026-11-21T12:00:05.000Z")
    await watcher.after(FIRST)
    watcher.edit("2026-11-21T12:00:25.000Z")
    await watcher.after(FIRST)

    assert [revision for _, revision in watcher.told] == ["2026-11-21T12:00:05.000Z", "2026-11-21T12:00:25.000Z"]


async def test_an_edit_waits_for_kafka(watcher: Watcher) -> None:
    watcher.edit("2026-11-21T12:00:05.000Z")
    watcher.kafka.away = True
    with pytest.raises(Unavailable):
        await watcher.after(FIRST)
    watcher.kafka.away = False

    await watcher.after(0)

    assert len(watcher.told) == 1


async def test_a_post_that_is_gone_twice_is_deleted_and_follows_to_the_same_customer(watcher: Watcher) -> None:
    counted = Conservation(ACCOUNT.id)
    del watcher.server.statuses["100"]
    await watcher.after(FIRST)
    assert watcher.told == []

    await watcher.after(FIRST)

    [gone] = watcher.kafka.mentions
    assert (gone.kind, gone.api_id, gone.customer_key) == (
        MentionKind.DELETED,
        "100",
        f"discus/mastodon/{BASE}/users/joe",
    )
    await watcher.after(FIRST * 10)
    assert (watcher.reads, len(watcher.told)) == (2, 1)
    assert counted() == {"accepted": 1}


async def test_a_post_that_comes_back_was_not_deleted(watcher: Watcher) -> None:
    for _ in range(3):
        status = watcher.server.statuses.pop("100")
        await watcher.after(FIRST * 20)
        watcher.server.statuses["100"] = status
        await watcher.after(FIRST * 20)

    assert watcher.told == []


@pytest.mark.parametrize("status", [401, 403, 429, 500])
async def test_a_refusal_is_not_a_deletion(watcher: Watcher, status: int) -> None:
    watcher.server.answer = lambda request: httpx2.Response(status) if "/statuses/" in request.url.path else None
    for _ in range(3):
        with pytest.raises(Unavailable):
            await watcher.after(FIRST)

    assert watcher.told == []


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}"])
async def test_nonsense_in_place_of_a_post_tells_nothing_and_holds_up_nobody(watcher: Watcher, body: bytes) -> None:
    watcher.server.answer = lambda request: (
        httpx2.Response(200, content=body) if "/statuses/" in request.url.path else None
    )

    await watcher.after(FIRST)

    assert watcher.told == []
    assert await watcher.bookmarks.due(ACCOUNT.id, now=watcher.clock.now, most=1) == []


async def test_an_edit_that_cannot_be_read_is_set_aside(watcher: Watcher) -> None:
    watcher.server.statuses["100"] = a_status("100", edited_at="2026-11-21T12:00:05.000Z", content=None)

    await watcher.after(FIRST)

    assert (watcher.told, len(watcher.kafka.letters)) == ([], 1)


async def test_one_post_is_looked_at_in_a_step(watcher: Watcher) -> None:
    [post] = await watcher.bookmarks.due(ACCOUNT.id, now=NOON + timedelta(hours=1), most=1)
    await watcher.bookmarks.watch([_other(post, str(number)) for number in range(200, 205)])
    watcher.clock.pass_by(FIRST)

    for count in range(1, 4):
        assert await watcher.watch.step() == 3
        assert len([one for one in watcher.server.asked if "/statuses/" in one.url.path]) == count


def _other(post: Watched, api_id: str) -> Watched:
    return Watched(**{**{name: getattr(post, name) for name in Watched.__dataclass_fields__}, "api_id": api_id})
