"""Cursors and the watch list in MongoDB."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from pymongo import ASCENDING, IndexModel, ReplaceOne, UpdateOne
from pymongo.errors import PyMongoError

from services.ingest.sources.bookmarks import Watched
from shared.contracts.mention import Visibility
from shared.runtime.errors import Unavailable

CURSORS: Final = "ingest_cursors"
WATCH: Final = "ingest_watch"

INDEXES: Final[Mapping[str, list[IndexModel]]] = {
    WATCH: [
        IndexModel([("account_id", ASCENDING), ("due_at", ASCENDING)], name="due"),
        IndexModel([("until", ASCENDING)], name="forget", expireAfterSeconds=0),
    ]
}


async def ensure_indexes(database: Any) -> None:
    """Create the indexes that are missing. Raises Unavailable."""
    async with _reachable():
        for collection, indexes in INDEXES.items():
            await database[collection].create_indexes(indexes)


class MongoBookmarks:
    """Keeps Bookmarks. The database's client sets majority write concern and aware times."""

    def __init__(self, database: Any) -> None:
        self._cursors = database[CURSORS]
        self._watch = database[WATCH]

    async def cursor(self, account_id: str) -> str | None:
        async with _reachable():
            found = await self._cursors.find_one({"_id": account_id})
        return None if found is None else str(found["cursor"])

    async def move_cursor(self, account_id: str, to: str, *, at: datetime) -> None:
        async with _reachable():
            await self._cursors.update_one({"_id": account_id}, {"$set": {"cursor": to, "at": at}}, upsert=True)

    async def watch(self, posts: Sequence[Watched]) -> None:
        if not posts:
            return
        async with _reachable():
            await self._watch.bulk_write(
                [UpdateOne({"_id": _key(post)}, {"$setOnInsert": asdict(post)}, upsert=True) for post in posts],
                ordered=False,
            )

    async def due(self, account_id: str, *, now: datetime, most: int) -> list[Watched]:
        async with _reachable():
            found = self._watch.find({"account_id": account_id, "due_at": {"$lte": now}, "until": {"$gt": now}})
            documents = await found.sort("due_at", ASCENDING).limit(most).to_list(most)
        return [_watched(document) for document in documents]

    async def put_back(self, posts: Sequence[Watched]) -> None:
        if not posts:
            return
        async with _reachable():
            await self._watch.bulk_write(
                [ReplaceOne({"_id": _key(post)}, asdict(post)) for post in posts], ordered=False
            )

    async def forget(self, posts: Sequence[Watched]) -> None:
        if not posts:
            return
        async with _reachable():
            await self._watch.delete_many({"_id": {"$in": [_key(post) for post in posts]}})


@asynccontextmanager
async def _reachable() -> AsyncIterator[None]:
    try:
        yield
    except PyMongoError as error:
        raise Unavailable(f"MongoDB: {error!r}") from error


def _key(post: Watched) -> str:
    return f"{post.account_id}:{post.api_id}"


def _watched(document: dict[str, Any]) -> Watched:
    known = {name: value for name, value in document.items() if name in Watched.__dataclass_fields__}
    return Watched(**{**known, "visibility": Visibility(document["visibility"])})
