"""What is remembered about storms, as bytes for Faust's tables: a row per brand and intent, a value per window."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson

from services.classify.domain.distinct import Distinct
from services.classify.domain.watch import Bucket, Storm, Watch

_SEPARATOR = "\x1f"  # cannot occur in an id


@dataclass(frozen=True, slots=True)
class Row:
    """A watch without its windows, and the starts of those: Faust keeps the windows themselves in a windowed table."""

    watch: Watch
    starts: tuple[int, ...]


def row_key(brand: str, intent: str) -> str:
    """Return the key under which both tables keep a brand and intent."""
    return f"{brand}{_SEPARATOR}{intent}"


def row_to_bytes(watch: Watch) -> bytes:
    """Return the row of a watch."""
    storm = watch.storm
    return orjson.dumps(
        {
            "brand": watch.brand,
            "intent": watch.intent,
            "latest": _millis(watch.latest_at) if watch.latest_at else None,
            "since": watch.since,
            "windows": sorted(watch.windows),
            "storm": None
            if storm is None
            else {
                "id": storm.storm_id,
                "step": storm.step,
                "level": storm.level,
                "first": _millis(storm.first_at),
                "latest": _millis(storm.latest_at),
                "people": _people(storm.people),
                "reach": storm.reach,
                "fresh": storm.fresh,
            },
        }
    )


def row_from_bytes(value: bytes) -> Row:
    """Return what `row_to_bytes` was given."""
    found: dict[str, Any] = orjson.loads(value)
    storm = found["storm"]
    watch = Watch(
        brand=found["brand"],
        intent=found["intent"],
        latest_at=None if found["latest"] is None else _at(found["latest"]),
        since=found["since"],
        storm=None
        if storm is None
        else Storm(
            storm_id=storm["id"],
            step=storm["step"],
            level=storm["level"],
            first_at=_at(storm["first"]),
            latest_at=_at(storm["latest"]),
            people=_distinct(storm["people"]),
            reach=storm["reach"],
            fresh=tuple(storm["fresh"]),
        ),
    )
    return Row(watch, tuple(found["windows"]))


def bucket_to_bytes(bucket: Bucket) -> bytes:
    """Return the value of a window."""
    return orjson.dumps(
        {
            "first": _millis(bucket.first_at),
            "people": _people(bucket.people),
            "members": bucket.members,
            "reach": bucket.reach,
        }
    )


def bucket_from_bytes(value: bytes) -> Bucket:
    """Return what `bucket_to_bytes` was given."""
    found: dict[str, Any] = orjson.loads(value)
    return Bucket(_at(found["first"]), _distinct(found["people"]), tuple(found["members"]), found["reach"])


def _people(people: Distinct) -> dict[str, Any]:
    return {"hashes": sorted(people.hashes), "more": people.more}


def _distinct(found: dict[str, Any]) -> Distinct:
    return Distinct(frozenset(found["hashes"]), found["more"])


def _millis(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _at(millis: int) -> datetime:
    return datetime.fromtimestamp(millis // 1000, UTC).replace(microsecond=millis % 1000 * 1000)
