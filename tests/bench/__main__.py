"""`python -m tests.bench`: see `--help`."""

import argparse
import asyncio
import logging
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from rich.console import Console

from deploy.local.child import ChildFailed
from deploy.local.infra import UnknownChoice
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.mongod import MongodMissing
from deploy.local.progress import Lines
from tests.bench import f5
from tests.bench.complete import Incomplete
from tests.bench.ground import OnlyTheMock, prepared
from tests.bench.load import Unexpected
from tests.bench.mentions import texts_from
from tests.bench.plan import ALONE, FLOORS, Bench
from tests.bench.report import markdown, show, write_json
from tests.bench.results import Measurement
from tests.bench.size import FULL, QUICK, Size
from tests.bench.turns import Say
from tests.bench.usage import machine

FAILED = (ChildFailed, Incomplete, MongodMissing, OnlyTheMock, RealKafkaUnavailable, Unexpected, UnknownChoice)


def parsed(arguments: list[str]) -> argparse.Namespace:
    """Return the options."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description="Measures Earshot against floors that do its input and output and nothing else.",
        epilog="EARSHOT_KAFKA_BOOTSTRAP and EARSHOT_MONGO_URL name a Kafka and a MongoDB to use; otherwise both are "
        "started in a temporary folder. Never name those of a live system. Exit code 1 when a mention or a "
        "deadline is missing or there twice, never for a figure.",
    )
    parser.add_argument("--quick", action="store_true", help="small and coarse, a minute or two")
    parser.add_argument("--only", default=",".join(FLOORS), help="for example f1,f3")
    parser.add_argument("--pairs", type=int, help="how often floor and pipeline take turns")
    parser.add_argument("--backlog", type=int, help="mentions in a backlog of F1")
    parser.add_argument("--armed", type=_numbers, help="how many clocks are armed in F4, for example 10000,1000000")
    parser.add_argument("--texts", type=Path, help="JSONL with a field `text`, instead of the hand-written texts")
    parser.add_argument("--json", type=Path, help="write every sample to this file")
    parser.add_argument("--markdown", action="store_true", help="print the tables of docs/performance.md")
    parser.add_argument("--profile", type=Path, help="folder for a cProfile of each service (slows them down a lot)")
    asked = parser.parse_args(arguments)
    asked.only = asked.only.lower().split(",")
    if unknown := set(asked.only) - set(FLOORS):
        parser.error(f"--only: unknown {', '.join(sorted(unknown))}; known are {', '.join(FLOORS)}")
    return asked


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


async def run(asked: argparse.Namespace, console: Console) -> None:
    """Measure and show. Raises one of FAILED."""
    size = QUICK if asked.quick else FULL
    if asked.pairs:
        size = replace(size, pairs=asked.pairs, short_pairs=asked.pairs, clock_pairs=asked.pairs)
        size = replace(size, reading_pairs=asked.pairs, lane_pairs=asked.pairs)
    if asked.armed:
        size = replace(size, armed=asked.armed)
    if asked.backlog:
        size = replace(size, backlog=asked.backlog, batched=asked.backlog)
    began = perf_counter()

    def say(text: str) -> None:
        console.print(f"{perf_counter() - began:5.0f} s  {text}", markup=False, highlight=False)

    if asked.profile:
        asked.profile.mkdir(parents=True, exist_ok=True)
    found = [await f5.measured(pairs=size.reading_pairs, say=say)] if ALONE in asked.only else []
    if on_ground := [name for name in FLOORS if name in asked.only and name != ALONE]:
        found += await _on_ground(on_ground, asked, size, say, console)
    found.sort(key=lambda one: one.id)
    say("done")
    show(found, machine(), console)
    if asked.markdown:
        console.print(markdown(found, machine()), markup=False, highlight=False, soft_wrap=True)
    if asked.json:
        write_json(found, machine(), asked.json)


async def _on_ground(
    names: list[str], asked: argparse.Namespace, size: Size, say: Say, console: Console
) -> list[Measurement]:
    texts = texts_from(asked.texts) if asked.texts else []
    with tempfile.TemporaryDirectory(prefix="earshot-bench-", ignore_cleanup_errors=True) as folder:
        profile = asked.profile.resolve() if asked.profile else None
        async with prepared(Path(folder), Lines(console), profile=profile) as ground:
            bench = Bench(ground, size, say, texts)
            await bench.warm_up()
            return [one for name in names for one in await bench.measured(name)]


def main() -> int:
    """The exit code: 0 whatever the figures are, 1 when nothing could be measured or a mention was missing."""
    console = Console(width=None if sys.stdout.isatty() else 160)
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # groups that nobody has met yet are no news here
    try:
        asyncio.run(run(parsed(sys.argv[1:]), console))
    except FAILED as reason:
        console.print(f"✗ {reason}", style="red", markup=False, highlight=False, soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
