"""Which runs are made, how large, in which order: floor and pipeline take turns, and take turns in going first."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from shared.runtime.clock import system_clock
from tests.bench import f1, f2, f3
from tests.bench.ground import Ground
from tests.bench.mentions import Draft, drafts
from tests.bench.results import Measurement, Row, Sample

Say = Callable[[str], None]

FLOORS: Final = ("f1", "f2", "f3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of everything. `thorough`: storms too, and everything in pairs. `short_pairs`: those of F2 and F3."""

    pairs: int
    backlog: int
    requests: int
    batched: int
    posts: int
    short_pairs: int
    thorough: bool = True


FULL: Final = Size(pairs=5, backlog=30_000, requests=15_000, batched=30_000, posts=1_100, short_pairs=5)
QUICK: Final = Size(pairs=2, backlog=5_000, requests=2_000, batched=5_000, posts=250, short_pairs=1, thorough=False)


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

    async def f1(self) -> Measurement:
        """Throughput."""
        sides: dict[str, Callable[[], Awaitable[Sample]]] = {
            "floor": lambda: f1.floor(self.ground, *self._posts(self.size.backlog)),
            "lane + route": lambda: f1.pipeline(self.ground, *self._posts(self.size.backlog)),
        }
        all_the_way: dict[str, Callable[[], Awaitable[Sample]]] = {
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
        return Measurement(
            id="F1", title="Throughput: a backlog becomes cases", unit="mentions/s", floor=floor, rows=rows, gate=0.35
        )

    async def f2(self) -> Measurement:
        """Taking in."""
        singles = self.size.requests
        sides: dict[str, Callable[[], Awaitable[Sample]]] = {
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
        sides: dict[str, Callable[[], Awaitable[Sample]]] = {
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

    async def _alone(
        self, name: str, unit: str, sides: dict[str, Callable[[], Awaitable[Sample]]], *, times: int
    ) -> list[Row]:
        return [replace(row, paired=False) for row in await self._turns(name, unit, sides, pairs=times)]

    async def _turns(
        self, name: str, unit: str, sides: dict[str, Callable[[], Awaitable[Sample]]], *, pairs: int
    ) -> list[Row]:
        samples: dict[str, list[Sample]] = {side: [] for side in sides}
        for pair in range(pairs):
            order = list(sides) if pair % 2 == 0 else list(reversed(sides))
            for side in order:
                self.say(f"{name} {pair + 1}/{pairs} {side} …")
                sample = await sides[side]()
                samples[side].append(sample)
                self.say(f"{name} {pair + 1}/{pairs} {side}: {sample.value:,.0f} {unit}")
        return [Row(side, found) for side, found in samples.items()]

    def _posts(self, count: int) -> tuple[str, list[Draft]]:
        run = self.ground.new_run()
        return run, drafts(count, run=run, at=system_clock(), texts=self.texts)

    def _strangers(self) -> tuple[str, list[Draft]]:
        run = self.ground.new_run()
        at = system_clock()
        return run, drafts(self.size.posts, run=run, at=at, texts=self.texts, all_strangers=True)
