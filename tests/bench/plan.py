"""Which runs are made, how large, in which order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shared.runtime.clock import system_clock
from tests.bench import f1, f2, f3, f4, f6
from tests.bench.ground import Ground
from tests.bench.mentions import Draft, drafts
from tests.bench.results import Measurement, Row
from tests.bench.size import Size
from tests.bench.turns import Say, Side, Sides, take_turns

FLOORS: Final = ("f1", "f2", "f3", "f4", "f5", "f6")
ALONE: Final = "f5"
"""What needs neither Kafka nor MongoDB, and is measured without them."""


@dataclass
class Bench:
    """Makes the runs of one size on one ground."""

    ground: Ground
    size: Size
    say: Say
    texts: Sequence[str] = field(default_factory=list)

    async def warm_up(self) -> None:
        """Let the broker's JVM compile itself before anything counts: else whoever is first pays for it."""
        self.say("warming up …")
        for side in (f1.floor, f1.pipeline)[: 2 if self.size.thorough else 1]:
            await side(self.ground, *self._posts(self.size.backlog // 3))

    async def measured(self, name: str) -> Sequence[Measurement]:
        """Measure one of FLOORS, ALONE excepted. Raises Incomplete, Unexpected."""
        if name == "f4":
            return await self.f4()
        return [await {"f1": self.f1, "f2": self.f2, "f3": self.f3, "f6": self.f6}[name]()]

    async def f1(self) -> Measurement:
        """Throughput."""
        sides: dict[str, Side] = {
            "floor": lambda: f1.floor(self.ground, *self._posts(self.size.backlog)),
            "lane + route": lambda: f1.pipeline(self.ground, *self._posts(self.size.backlog)),
        }
        all_the_way: dict[str, Side] = {
            "from POST (batches of 100)": lambda: f2.all_the_way(self.ground, *self._posts(self.size.batched))
        }
        if self.size.thorough:
            sides["lane + route, storms beside"] = lambda: f1.pipeline(
                self.ground, *self._posts(self.size.backlog), services=f1.WITH_STORMS
            )
            sides |= all_the_way
        floor, *rows = await self._turns("F1", "mentions/s", sides, pairs=self.size.pairs)
        if not self.size.thorough:
            rows += await self._alone("F1", "mentions/s", all_the_way, times=1)
        title = "Throughput: a backlog becomes cases"
        return Measurement(id="F1", title=title, unit="mentions/s", floor=floor, rows=rows, gate=0.35)

    async def f2(self) -> Measurement:
        """Taking in."""
        singles = self.size.requests
        sides: dict[str, Side] = {
            "floor": lambda: f2.floor(self.ground, self._posts(singles)[1]),
            "ingest": lambda: f2.ingest(self.ground, *self._posts(singles)),
        }
        floor, ingest = await self._turns("F2", "requests/s", sides, pairs=self.size.short_pairs)
        (batched,) = await self._alone(
            "F2",
            "events/s",
            {
                "ingest, 100 events per request": lambda: f2.ingest(
                    self.ground, *self._posts(self.size.batched), batch=100
                )
            },
            times=3 if self.size.thorough else 1,
        )
        return Measurement(
            id="F2",
            title=f"Ingest: signed requests over {f2.CONNECTIONS} connections",
            unit="events/s",
            floor=floor,
            rows=[ingest, batched],
            gate=0.4,
        )

    async def f3(self) -> Measurement:
        """Latency."""
        sides: dict[str, Side] = {
            "floor": lambda: f3.floor(self.ground, *self._strangers()),
            "ingest, lane, route": lambda: f3.pipeline(self.ground, *self._strangers()),
        }
        floor, pipeline = await self._turns("F3", "ms p99", sides, pairs=self.size.short_pairs)
        return Measurement(
            id="F3",
            title=f"Latency: from POST to case announced, {f3.PER_SECOND:.0f} per second",
            unit="ms, p99",
            floor=floor,
            rows=[pipeline],
            gate=2.0,
            at_most=True,
        )

    async def f4(self) -> list[Measurement]:
        """Deadlines, with each number of armed clocks."""
        size = self.size
        return await f4.measured(
            self.ground, size.armed, pace=size.pace, pairs=size.clock_pairs, two=size.thorough, say=self.say
        )

    async def f6(self) -> Measurement:
        """The lane of classify, from topic to topic."""
        sides: dict[str, Side] = {
            "floor": lambda: f6.floor(self.ground, self._posts(self.size.backlog)[1]),
            "lane": lambda: f6.lane(self.ground, *self._posts(self.size.backlog)),
        }
        floor, lane = await self._turns("F6", "mentions/s", sides, pairs=self.size.lane_pairs)
        title = "Classify: care.mentions to care.classified"
        return Measurement(id="F6", title=title, unit="mentions/s", floor=floor, rows=[lane], gate=None)

    async def _turns(self, name: str, unit: str, sides: Sides, *, pairs: int) -> list[Row]:
        return await take_turns(name, unit, sides, pairs=pairs, say=self.say)

    async def _alone(self, name: str, unit: str, sides: Sides, *, times: int) -> list[Row]:
        return [replace(row, paired=False) for row in await self._turns(name, unit, sides, pairs=times)]

    def _posts(self, count: int) -> tuple[str, list[Draft]]:
        run = self.ground.new_run()
        return run, drafts(count, run=run, at=system_clock(), texts=self.texts)

    def _strangers(self) -> tuple[str, list[Draft]]:
        run = self.ground.new_run()
        at = system_clock()
        return run, drafts(self.size.posts, run=run, at=at, texts=self.texts, all_strangers=True)
