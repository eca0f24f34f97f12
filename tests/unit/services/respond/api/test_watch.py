"""What is told of notes, drafts and attention when the world is not as it should be."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from services.respond.domain.attention import Looking, by_case, differing
from services.respond.domain.scope import Scope
from services.respond.live.broadcast import Broadcast
from services.respond.live.told import Ears
from services.respond.live.watch import Watch
from services.respond.queries.recent import TooMany
from shared.runtime.errors import Unavailable
from tests.builders import NOON

NOTE = {"_id": "n-1", "version": 1, "case": "c-1", "brand": "discus", "names": ["joris"], "at": NOON}
DRAFT = {"_id": "c-1", "version": 3, "brand": "discus", "by": "mira"}
HERE = Looking(case_id="c-1", brand="discus", agent="mira", doing="viewing", until=NOON)


@dataclass
class Source:
    """A collection that gives these looks one by one, then nothing; an error is raised."""

    looks: list[list[dict[str, Any]] | Exception] = field(default_factory=list)

    async def look(self) -> list[dict[str, Any]]:
        found = self.looks.pop(0) if self.looks else []
        if isinstance(found, Exception):
            raise found
        return found


@dataclass
class Rooms:
    """Who is at which case, and how customers are called; None: told to be down."""

    there: list[Looking] | None = field(default_factory=list)
    handles: dict[str, str | None] | None = field(default_factory=dict)

    async def everywhere(self, *, now: datetime) -> Sequence[Looking]:
        if self.there is None:
            raise Unavailable("told to be down")
        return self.there

    async def of(self, case_ids: Sequence[str]) -> Mapping[str, str | None]:
        if self.handles is None:
            raise Unavailable("told to be down")
        return self.handles


class Bench:
    """A watch, and Joris who listens."""

    def __init__(
        self, *, notes: Source | None = None, drafts: Source | None = None, rooms: Rooms | None = None
    ) -> None:
        self.rooms = rooms or Rooms()
        self.broadcast = Broadcast(boot="b", window=9)
        self.watch = Watch(
            notes=notes or Source(),
            drafts=drafts or Source(),
            attention=self.rooms,
            handles=self.rooms,
            broadcast=self.broadcast,
            names=str.title,
            clock=lambda: NOON,
        )

    async def hears(self) -> list[tuple[str, dict[str, Any]]]:
        """What a look tells."""
        with self.broadcast.listening(Ears(scope=Scope(), agent="joris"), last_id=None) as joris:
            try:
                await self.watch.look()
            finally:
                joris.end()
                heard = []
                while (event := await joris.next()) is not None:
                    heard.append((event.kind, json.loads(event.data)))
        return heard[1:]


async def test_too_much_at_once_is_told_as_look_for_yourself_and_attention_goes_on() -> None:
    bench = Bench(notes=Source([TooMany("many"), [NOTE]]), rooms=Rooms(there=[HERE]))

    assert [kind for kind, _ in await bench.hears()] == ["reset", "attention"]
    assert [kind for kind, _ in await bench.hears()] == ["note", "notice"]


async def test_a_note_is_told_also_where_its_customer_cannot_be_looked_up() -> None:
    """It is not looked at again, so it must not be lost."""
    bench = Bench(notes=Source([[NOTE]]), drafts=Source([[DRAFT]]), rooms=Rooms(handles=None))

    note, notice, draft = await bench.hears()

    assert note == ("note", {"case": "c-1"})
    assert notice[1] == {"case": "c-1", "customer": None, "about": "note mention", "at": NOON.isoformat()}
    assert draft == ("draft", {"case": "c-1", "version": 3, "by": "mira"})


async def test_while_mongodb_is_away_nobody_seems_to_leave() -> None:
    bench = Bench(rooms=Rooms(there=[HERE]))
    assert [kind for kind, _ in await bench.hears()] == ["attention"]

    bench.rooms.there = None
    with pytest.raises(Unavailable):
        await bench.hears()
    bench.rooms.there = [HERE]

    assert await bench.hears() == []


def test_who_comes_goes_or_does_something_else_is_a_difference_and_a_renewal_is_none() -> None:
    later = NOON + timedelta(seconds=8)
    renewed = Looking(case_id="c-1", brand="discus", agent="mira", doing="viewing", until=later)
    typing = Looking(case_id="c-1", brand="discus", agent="mira", doing="typing", until=NOON)
    beside = Looking(case_id="c-1", brand="discus", agent="joris", doing="viewing", until=NOON)
    elsewhere = Looking(case_id="c-2", brand="discus", agent="joris", doing="viewing", until=NOON)

    assert by_case([HERE, beside]) == {"c-1": (beside, HERE)}
    for after, cases in (
        ([renewed], ()),
        ([typing], ("c-1",)),
        ([HERE, beside], ("c-1",)),
        ([HERE, elsewhere], ("c-2",)),
        ([elsewhere], ("c-1", "c-2")),
        ([], ("c-1",)),
    ):
        assert differing(by_case([HERE]), by_case(after)) == cases
