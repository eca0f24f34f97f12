"""A database in which very much is armed, and loads of cases that fall due in it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from shared.case.kept.indexes import CASES
from shared.case.state.clock import ClockMove
from shared.levels.file import read_levels
from shared.mongo.database import connect, disconnect
from tests.bench.armed import LEVELS, armed_cases
from tests.bench.complete import Incomplete
from tests.bench.copies import Due, Template, far, load, template
from tests.bench.filling import fill
from tests.bench.ground import Ground
from tests.bench.recorded import server_time
from tests.bench.turns import Say

LEAD: Final = timedelta(seconds=5)
"""From when a load is made until the first of it is due."""
SPARE: Final = timedelta(seconds=1)
"""Of that, what is left at least when the load is there."""

_FROM: Final = timedelta(hours=12)
_WITHIN: Final = timedelta(days=5)
_LETTERS: Final = "abcdeghijklmnopqrstuvwxyz"  # without f, which what is far has


@dataclass(kw_only=True)
class Field:
    """`kinds`: of what falls due, in turn."""

    ground: Ground
    database: Any
    kinds: Sequence[Template]
    loads: int = 0

    @asynccontextmanager
    async def load(self, *, per_second: float, seconds: float) -> AsyncIterator[list[Due]]:
        """Give cases that fall due evenly from LEAD after now on; they are gone afterwards. Raises Incomplete."""
        cases = self.database[CASES]
        first = await server_time(self.database) + LEAD
        letter = _LETTERS[self.loads % len(_LETTERS)]
        self.loads += 1
        due = load(self.kinds, round(per_second * seconds), letter=letter, first=first, per_second=per_second)
        try:
            await cases.insert_many([one.document for one in due], ordered=False)
            if await server_time(self.database) > first - SPARE:
                raise Incomplete(
                    f"void: inserting {len(due)} cases took too long; is the machine busy with other things?"
                )
            yield due
        finally:
            await cases.delete_many({"_id": {"$in": [one.case_id for one in due]}})

    async def is_settled(self, *, until: datetime) -> bool:
        """Is nothing left that was due until then, nor any change that was not announced?"""
        cases = self.database[CASES]
        left = await cases.find_one({"clock_due_at": {"$lte": until}}, {"_id": 1})
        return left is None and await cases.find_one({"announce_from": {"$exists": True}}, {"_id": 1}) is None

    async def is_divided(self, workers: int) -> bool:
        """Have this many clock processes divided all buckets among them?"""
        found = await self.database["shares"].find_one({"_id": "clock"})
        shares = [len(member["buckets"]) for member in found["members"]] if found else []
        return len(shares) == workers and sum(shares) == 256 and max(shares) - min(shares) <= 1


@asynccontextmanager
async def armed_field(ground: Ground, armed: int, *, say: Say) -> AsyncIterator[Field]:
    """Give a fresh database with this many armed cases, none of which is due for half a day."""
    book = read_levels(LEVELS).book
    warnings, breaches = (
        [template(case) for case in armed_cases(book, move=move)] for move in (ClockMove.WARN, ClockMove.BREACH)
    )
    kinds = [kind for pair in zip(warnings, breaches, strict=True) for kind in pair]
    async with ground.database(ground.new_run()) as name:
        database = connect(ground.stack.backing.mongo_url, name)
        try:
            first = await server_time(database) + _FROM
            say(f"F4: arming {armed:,} clocks …")
            await fill(database[CASES], far(warnings, armed, first=first, within=_WITHIN), say=say)
            yield Field(ground=ground, database=database, kinds=kinds)
        finally:
            disconnect(database)
