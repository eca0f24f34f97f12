"""What is remembered about storms, as bytes for Faust's tables: a row per brand, its rates, its posts by batches."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from services.classify.domain.distinct import Distinct
from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.incident import Incident
from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rates import Rates


@dataclass(frozen=True, slots=True)
class Row:
    """A brand's row: all but its posts and its rates. `slot`: in which of two places the rates that belong to it are.

    They are written to the other place before the row that names it, so that a death between the two changes nothing.
    """

    brand: str
    slot: int
    cursor: tuple[int, str]
    incidents: tuple[Incident, ...]
    closed: dict[str, int]


def row_to_bytes(detector: Detector, slot: int) -> bytes:
    """Return the row of a detector."""
    return orjson.dumps(
        {
            "brand": detector.brand,
            "slot": slot,
            "cursor": detector.cursor,
            "closed": detector.closed,
            "incidents": [
                asdict(one) | {"people": {"hashes": sorted(one.people.hashes), "more": one.people.more}}
                for one in detector.incidents
            ],
        }
    )


def row_from_bytes(value: bytes) -> Row:
    """Return what `row_to_bytes` was given."""
    found: dict[str, Any] = orjson.loads(value)
    at, last = found["cursor"]
    return Row(found["brand"], found["slot"], (at, last), tuple(map(_incident, found["incidents"])), found["closed"])


def rates_to_bytes(rates: Rates) -> bytes:
    """Return a brand's usual rates: some ten thousand bytes, 150,000 at most."""
    return orjson.dumps({"since": rates.since, "folded": rates.folded, "counts": rates.counts, "day": rates.day})


def rates_from_bytes(value: bytes) -> Rates:
    """Return what `rates_to_bytes` was given."""
    found: dict[str, Any] = orjson.loads(value)
    return Rates(
        since=found["since"],
        folded=found["folded"],
        counts={key: (count, at) for key, (count, at) in found["counts"].items()},
        day=[(people, hours) for people, hours in found["day"]],
    )


def posts_to_bytes(posts: Sequence[Post]) -> bytes:
    """Return posts, about half a kilobyte each."""
    return orjson.dumps(
        [
            [one.at, one.id, one.authors, one.members, one.intent, one.keys, one.sketch.hex(), one.reach, one.crowd]
            for one in posts
        ]
    )


def posts_from_bytes(value: bytes) -> list[Post]:
    """Return what `posts_to_bytes` was given."""
    return [
        Post(at, name, tuple(authors), tuple(members), intent, tuple(keys), bytes.fromhex(sketch), reach, crowd)
        for at, name, authors, members, intent, keys, sketch, reach, crowd in orjson.loads(value)
    ]


def _incident(found: dict[str, Any]) -> Incident:
    people = Distinct(frozenset(found["people"]["hashes"]), found["people"]["more"])
    lists = {name: tuple(found[name]) for name in ("keys", "terms", "fresh")}
    return Incident(**found | lists | {"people": people})
