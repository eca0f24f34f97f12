"""What MongoDB shows of this run: its messages on cases, and what of it stands in quarantine."""

import json
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pymongo import AsyncMongoClient
from pymongo.asynchronous.database import AsyncDatabase

from deploy.local.stack_file import StackFile
from shared.case.kept.indexes import CASES

QUARANTINE = "quarantine"
_STATIONS = ("classify lane", "classify storms", "route")  # ingest's letters are known by what it answered
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message of this run on a case."""

    events: tuple[bytes, ...]
    received_at: datetime
    classified_at: datetime
    routed_at: datetime


@dataclass
class Found:
    """`opened`: cases whose first message is one of this run's."""

    messages: list[Heard] = field(default_factory=list)
    cases: int = 0
    opened: int = 0
    quarantined_later: set[bytes] = field(default_factory=set)  # event ids, by classify or route
    letters: set[str] = field(default_factory=set)  # of those that ingest wrote

    @property
    def events(self) -> set[bytes]:
        """All events that had an effect, or stand in quarantine."""
        return {event for message in self.messages for event in message.events} | self.quarantined_later


class Evidence:
    """Reads, and writes nothing."""

    def __init__(self, database: AsyncDatabase[dict[str, Any]], *, prefix: str, letters: Iterable[str]) -> None:
        """`letters`: the ids of those that ingest said it wrote."""
        self._cases = database[CASES]
        self._quarantine = database[QUARANTINE]
        self._prefix = prefix
        self._letters = sorted(letters)
        self._ours = {"$gte": prefix, "$lt": prefix + "\U0010ffff"}

    async def count(self) -> int:
        """How many messages of this run are on cases, plus how much of it stands in quarantine."""
        found = await self._cases.aggregate(
            [
                {"$match": {"messages": {"$elemMatch": {"native_id": self._ours}}}},
                {"$unwind": "$messages"},
                {"$match": {"messages.native_id": self._ours}},
                {"$count": "messages"},
            ]
        )
        counted = await found.to_list()
        on_cases: int = counted[0]["messages"] if counted else 0
        return on_cases + len(await self._set_aside()) + len(await self._kept())

    async def look(self) -> Found:
        """All of it."""
        found = Found(quarantined_later=await self._set_aside(), letters=await self._kept())
        condition = {"messages": {"$elemMatch": {"native_id": self._ours}}}
        async for case in self._cases.find(condition, {"messages.text": 0, "history": 0, "replies": 0}):
            found.cases += 1
            found.opened += case["messages"][0]["native_id"].startswith(self._prefix)
            found.messages += [_heard(one) for one in case["messages"] if one["native_id"].startswith(self._prefix)]
        return found

    async def _kept(self) -> set[str]:
        kept: set[str] = set()
        for start in range(0, len(self._letters), _AT_ONCE):
            condition = {"_id": {"$in": self._letters[start : start + _AT_ONCE]}}
            kept.update([one["_id"] async for one in self._quarantine.find(condition, {"_id": 1})])
        return kept

    async def _set_aside(self) -> set[bytes]:
        condition = {"letter.station": {"$in": _STATIONS}}
        letters = self._quarantine.find(condition, {"letter.value": 1})
        ours = [event_of(one["letter"].get("value"), prefix=self._prefix) async for one in letters]
        return {event for event in ours if event is not None}


def event_of(value: str | None, *, prefix: str) -> bytes | None:
    """The event id in a letter's value (base64 of a mention, bare or classified), if it is one of this run's."""
    try:
        said = json.loads(b64decode(value or ""))
        mention = said.get("mention", said)
        return bytes.fromhex(mention["event_id"]) if mention["native_id"].startswith(prefix) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None  # not a mention, so none of ours


def _heard(message: dict[str, Any]) -> Heard:
    return Heard(
        events=tuple(bytes.fromhex(one) for one in message["events"]),
        received_at=message["received_at"],
        classified_at=message["classified_at"],
        routed_at=message["routed_at"],
    )


def connect(stack: StackFile) -> AsyncMongoClient[dict[str, Any]]:
    """A client whose reads see what a majority has, as the stations' own do."""
    return AsyncMongoClient(stack.mongo_url, tz_aware=True, readConcernLevel="majority", serverSelectionTimeoutMS=5_000)
