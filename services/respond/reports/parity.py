"""`python -m services.respond.reports.parity`: do the famous get their first answer sooner than everybody else?

The table goes to standard output, progress to standard error. Nothing is written to MongoDB.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Any, Final

import structlog

from services.respond.reports.deciles import Tally
from services.respond.reports.first_answers import Chosen, FirstAnswers
from services.respond.reports.table import table
from services.respond.settings import RespondSettings
from shared.case.state.policy import SEVERITIES
from shared.mongo.database import connect, disconnect
from shared.runtime.errors import Unavailable
from shared.runtime.settings import read_settings

_PAGE: Final = 1_000
_PROGRESS: Final = 20_000


def main(arguments: Sequence[str]) -> int:
    """Return the exit code: 0, or 1 where MongoDB does not answer. Exits with 2 on wrong arguments."""
    chosen = _chosen(arguments)
    settings = read_settings(RespondSettings)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    try:
        sys.stdout.write(asyncio.run(_found(settings, chosen)))
    except Unavailable as error:
        sys.stderr.write(f"{error}\nIs it the right one? EARSHOT_MONGO_URL and EARSHOT_MONGO_DATABASE name it.\n")
        return 1
    return 0


async def parity(database: Any, chosen: Chosen, *, page: int = _PAGE) -> str:
    """Return the report on the chosen cases. Raises Unavailable."""
    tally = Tally()
    async with aclosing(FirstAnswers(database).pages(chosen, size=page)) as pages:
        async for answers in pages:
            before = tally.cases
            tally.add(answers)
            if tally.cases // _PROGRESS > before // _PROGRESS:
                sys.stderr.write(f"{tally.cases:,} cases so far\n")
    return table(tally.rows())


async def _found(settings: RespondSettings, chosen: Chosen) -> str:
    database = connect(settings.mongo_url, settings.mongo_database)
    try:
        return await parity(database, chosen)
    finally:
        disconnect(database)


def _chosen(arguments: Sequence[str]) -> Chosen:
    parser = argparse.ArgumentParser(
        prog="python -m services.respond.reports.parity",
        description="Time to the first answer by tenths of the customers, from the least followed to the most.",
    )
    parser.add_argument("--brand", help="cases of this brand only")
    parser.add_argument("--severity", choices=SEVERITIES, help="cases of this severity only: they have equal deadlines")
    parser.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="cases opened on this day (UTC) or later")
    asked = parser.parse_args(arguments)
    return Chosen(brand=asked.brand, severity=asked.severity, since=asked.since)


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write it as 2026-11-21") from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
