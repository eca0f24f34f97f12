"""Stand-ins: a Kafka that can be away, a clock that stands, bookmarks in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from services.ingest.sources.bookmarks import Watched
from shared.contracts.deadletter import DeadLetter
from shared.contracts.mention import Mention
from shared.contracts.topics import DEADLETTERS, MENTIONS
from shared.kafka.record import Outgoing
from shared.runtime.errors import Unavailable
from tests.unit.services.ingest.senders import NOON


@dataclass
class StandingClock:
    """Time passes when the test says so."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@dataclass
class FakeKafka:
    """Keeps what was sent. `away`: nothing is acknowledged."""

    away: bool = False
    sent: list[Sequence[Outgoing]] = field(default_factory=list)

    async def send(self, records: Sequence[Outgoing]) -> None:
        if self.away:
            raise Unavailable("no broker")
        if records:
            self.sent.append(tuple(records))

    @property
    def mentions(self) -> list[Mention]:
        """All mentions, in their order."""
        return [Mention.model_validate_json(one.value or b"") for one in self._on(MENTIONS.name)]

    @property
    def letters(self) -> list[DeadLetter]:
        """All dead letters, in their order."""
        return [DeadLetter.model_validate_json(one.value or b"") for one in self._on(DEADLETTERS.name)]

    def _on(self, topic: str) -> list[Outgoing]:
        return [record for records in self.sent for record in records if record.topic == topic]


class MemoryBookmarks:
    """Bookmarks in memory; the same suite runs over this and MongoDB. `away`: as if it could not be reached."""

    def __init__(self) -> None:
        self.away = False
        self._cursors: dict[str, str] = {}
        self._watched: dict[tuple[str, str], Watched] = {}

    async def cursor(self, account_id: str) -> str | None:
        self._reach()
        return self._cursors.get(account_id)

    async def move_cursor(self, account_id: str, to: str, *, at: datetime) -> None:
        self._reach()
        self._cursors[account_id] = to

    async def watch(self, posts: Sequence[Watched]) -> None:
        self._reach()
        for post in posts:
            self._watched.setdefault((post.account_id, post.api_id), post)

    async def due(self, account_id: str, *, now: datetime, most: int) -> list[Watched]:
        self._reach()
        found = [
            one for one in self._watched.values() if one.account_id == account_id and one.due_at <= now < one.until
        ]
        return [replace(one) for one in sorted(found, key=lambda one: one.due_at)[:most]]

    async def put_back(self, posts: Sequence[Watched]) -> None:
        self._reach()
        for post in posts:
            if (post.account_id, post.api_id) in self._watched:
                self._watched[post.account_id, post.api_id] = post

    async def forget(self, posts: Sequence[Watched]) -> None:
        self._reach()
        for post in posts:
            self._watched.pop((post.account_id, post.api_id), None)

    def _reach(self) -> None:
        if self.away:
            raise Unavailable("no primary")
