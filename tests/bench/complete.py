"""Is every mention on exactly one case, and every case announced? Otherwise a rate means nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from shared.case.kept.indexes import CASES
from shared.contracts import topics
from shared.mongo.database import connect, disconnect
from tests.bench.floors import names
from tests.bench.kafka import Kafka, Offsets


class Incomplete(Exception):
    """A run lost a mention or a deadline, counted one twice, or left a case unannounced."""


def check_ids(expected: Iterable[str], found: Iterable[str]) -> None:
    """Raise Incomplete unless both are the same, each once."""
    wanted, there = Counter(expected), Counter(found)
    missing, surplus = wanted - there, there - wanted
    if missing or surplus:
        example = next(iter(missing or surplus))
        raise Incomplete(f"{missing.total()} mentions missing, {surplus.total()} too many, for example {example}")


def check_announced(versions: Mapping[str, int], announced: Mapping[str, int]) -> None:
    """Raise Incomplete unless the newest version of every case was announced."""
    silent = [case for case, version in versions.items() if announced.get(case) != version]
    if silent:
        raise Incomplete(f"{len(silent)} cases were not announced as they are, for example {silent[0]}")


async def check_cases(kafka: Kafka, mongo_url: str, database: str, *, ids: Iterable[str], start: Offsets) -> None:
    """Look at what Earshot made of a backlog. `start`: where care.cases ended before."""
    cases = await _all(mongo_url, database, {"version": 1, "messages.events": 1})
    check_ids(ids, (event for case in cases for message in case["messages"] for event in message["events"]))
    announced: dict[str, int] = {}
    for value in await kafka.values_since(topics.CASES.name, start):
        told = orjson.loads(value)
        announced[told["case_id"]] = max(told["case_version"], announced.get(told["case_id"], 0))
    check_announced({case["_id"]: case["version"] for case in cases}, announced)


async def check_floor(kafka: Kafka, mongo_url: str, database: str, *, ids: Iterable[str], start: Offsets) -> None:
    """Look at what the floor made of it. `start`: where its announcements ended before."""
    cases = await _all(mongo_url, database, {"version": 1, "messages.id": 1})
    check_ids(ids, (message["id"] for case in cases for message in case["messages"]))
    announced = Counter(orjson.loads(value)["customer"] for value in await kafka.values_since(names.CASES, start))
    check_announced({case["_id"]: case["version"] for case in cases}, announced)


async def _all(mongo_url: str, database: str, fields: dict[str, int]) -> list[dict[str, Any]]:
    opened = connect(mongo_url, database)
    try:
        found: list[dict[str, Any]] = await opened[CASES].find({}, fields).to_list(None)
        return found
    finally:
        disconnect(opened)
