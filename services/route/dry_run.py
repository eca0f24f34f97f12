"""python -m services.route.dry_run FILE: what other service levels would make of every open case. It writes nothing."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any, Final

import structlog

from services.route.domain.foresight import foresee
from services.route.domain.tally import Tally
from services.route.dry_run_report import case_report, report
from services.route.live_cases import LiveCases
from services.route.settings import RouteSettings
from shared.case.keeping import NoSuchCase
from shared.case.kept.store import CaseStore
from shared.levels.book import Levels
from shared.levels.file import read_levels
from shared.mongo.database import connect, disconnect
from shared.runtime.clock import Clock, system_clock
from shared.runtime.errors import Unavailable
from shared.runtime.settings import read_settings
from shared.runtime.yaml_file import WrongFile

RIGHT: Final = 0
FAILED: Final = 1
WRONG_LEVELS: Final = 2

_PAGE: Final = 500
_MOST: Final = 20
_PROGRESS: Final = 5_000


def main(arguments: Sequence[str]) -> int:
    """Return the exit code: 0, 1 where MongoDB does not answer or has no such case, 2 for wrong service levels."""
    asked = _asked(arguments)
    try:
        levels = read_levels(asked.file)
    except WrongFile as wrong:
        sys.stderr.write(f"{wrong}\n")
        return WRONG_LEVELS
    settings = read_settings(RouteSettings)
    # Standard output is the report's.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    try:
        sys.stdout.write(asyncio.run(_found(settings, levels, asked.case)))
    except Unavailable as error:
        sys.stderr.write(f"{error}\nIs it the right one? EARSHOT_MONGO_URL and EARSHOT_MONGO_DATABASE name it.\n")
        return FAILED
    except NoSuchCase:
        sys.stderr.write(f"There is no case {asked.case}.\n")
        return FAILED
    return RIGHT


async def all_cases(database: Any, levels: Levels, *, clock: Clock) -> str:
    """Return the report on every open case; progress goes to standard error. Raises Unavailable."""
    live = LiveCases(database)
    tally, total, now = Tally(most=_MOST), await live.count(), clock()
    async with aclosing(live.pages(size=_PAGE)) as pages:
        async for page in pages:
            tally.add(foresee(case, levels.book, now=now) for case in page)
            if tally.cases % _PROGRESS < len(page) or tally.cases >= total:
                sys.stderr.write(f"{tally.cases:,} of {total:,} cases\n")
    return report(tally, levels.book)


async def one_case(database: Any, levels: Levels, case_id: str, *, clock: Clock) -> str:
    """Return the report on one case, open or not. Raises Unavailable and NoSuchCase."""
    case = await CaseStore(database).get(case_id)
    return case_report(foresee(case, levels.book, now=clock()), levels.book)


async def _found(settings: RouteSettings, levels: Levels, case_id: str | None) -> str:
    database = connect(settings.mongo_url, settings.mongo_database)
    try:
        if case_id is None:
            return await all_cases(database, levels, clock=system_clock)
        return await one_case(database, levels, case_id, clock=system_clock)
    finally:
        disconnect(database)


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m services.route.dry_run",
        description="Says which policy every open case would get, and which deadlines would move. It writes nothing.",
        epilog="Exit code 2: the file is wrong; what is wrong where stands on standard error.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the service levels to try, as levels.yaml")
    parser.add_argument("--case", metavar="ID", help="one case in full: which policies match, and why others do not")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
