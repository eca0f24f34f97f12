"""MongoDB keeps the promises of Bookmarks."""

from collections.abc import Iterator
from typing import Any

import pytest
from motor.motor_asyncio import AsyncIOMotorClient

from services.ingest.sources.bookmarks import Bookmarks
from services.ingest.sources.bookmarks_mongo import WATCH, MongoBookmarks, ensure_indexes
from shared.runtime.errors import Unavailable
from tests.unit.services.ingest.bookmarks_suite import BookmarksSuite
from tests.unit.services.ingest.senders import NOON


class TestMongoBookmarks(BookmarksSuite):
    @pytest.fixture
    async def bookmarks(self, database: Any) -> Bookmarks:
        await ensure_indexes(database)
        await ensure_indexes(database)
        # The tests' noon has passed: without this MongoDB would forget their posts while they run.
        await database.command("collMod", WATCH, index={"name": "forget", "expireAfterSeconds": 2_000_000_000})
        return MongoBookmarks(database)

    async def test_what_is_due_is_found_by_index_and_what_is_over_is_forgotten_by_the_database(
        self, database: Any, bookmarks: Bookmarks
    ) -> None:
        found = await database[WATCH].index_information()

        assert found["due"]["key"] == [("account_id", 1), ("due_at", 1)]
        assert "expireAfterSeconds" in found["forget"]
        plan = await database[WATCH].find({"account_id": "a", "due_at": {"$lte": NOON}}).sort("due_at", 1).explain()
        assert "IXSCAN" in str(plan["queryPlanner"]["winningPlan"])


@pytest.fixture
def nowhere() -> Iterator[Any]:
    client: Any = AsyncIOMotorClient("mongodb://127.0.0.1:1", serverSelectionTimeoutMS=100)
    yield client["none"]
    client.close()


async def test_a_database_that_is_away_is_unavailable(nowhere: Any) -> None:
    with pytest.raises(Unavailable):
        await MongoBookmarks(nowhere).cursor("a")
    with pytest.raises(Unavailable):
        await ensure_indexes(nowhere)
