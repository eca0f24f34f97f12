"""Was every deadline recorded once, as itself, not early; and how late? Otherwise a figure means nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.case.kept.indexes import CASES
from tests.bench.complete import Incomplete
from tests.bench.copies import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A new version of a case, and when it was written, by the server's clock."""

    case_id: str
    at: datetime


def lateness(
    due: Sequence[Due], logs: Mapping[str, Sequence[Mapping[str, Any]]], writes: Iterable[Write]
) -> list[float]:
    """Return how many seconds after its instant each was written.

    `logs`: of the first clock of each case, as it is in the end. Raises Incomplete unless every log is one line longer,
    the line being what was due at the instant at which it was due; and unless each case was written once, not early,
    and no other case at all.
    """
    written: dict[str, list[datetime]] = defaultdict(list)
    for write in writes:
        written[write.case_id].append(write.at)
    late = []
    for one in due:
        added = [(line["move"], line["at"]) for line in logs.get(one.case_id, ())[one.lines :]]
        if added != [(one.move, one.at)]:
            raise Incomplete(f"void: {one.move} of {one.case_id} at {one.at} was to be recorded, found is {added}")
        times = written.pop(one.case_id, [])
        if len(times) != 1:
            raise Incomplete(f"void: {one.case_id} was written {len(times)} times")
        late.append((times[0] - one.at).total_seconds())
        if late[-1] < 0:
            raise Incomplete(f"void: {one.move} of {one.case_id} was recorded {-late[-1]:.3f} s early")
    if written:
        raise Incomplete(f"void: {len(written)} cases were written with nothing due, for example {next(iter(written))}")
    return late


async def server_time(database: Any) -> datetime:
    """Return what time it is on the server."""
    found: datetime = (await database.command("hello", codec_options=database.codec_options))["localTime"]
    return found


async def operation_time(database: Any) -> Any:
    """Return the server's point in the order of all its writes, to read on from."""
    return (await database.command("ping"))["operationTime"]


async def writes_since(database: Any, since: Any, *, least: int) -> list[Write]:
    """Return every new version of a case since `since`. With fewer than `least` it looks longer, but not for ever.

    Read from the change stream afterwards, so that it costs nothing while the clocks are at work. MongoDB 6.0 or newer.
    """
    pipeline = [
        {"$match": {"operationType": "update", "updateDescription.updatedFields.version": {"$exists": True}}},
        {"$project": {"documentKey": 1, "wallTime": 1}},
    ]
    found: list[Write] = []
    idle = 0
    async with database[CASES].watch(pipeline, start_at_operation_time=since, max_await_time_ms=500) as stream:
        # An empty answer may come before the end of the log is reached, so while some are missing it takes several.
        while idle < (1 if len(found) >= least else 10):
            change = await stream.try_next()
            if change is None:
                idle += 1
            else:
                idle = 0
                found.append(Write(case_id=change["documentKey"]["_id"], at=change["wallTime"]))
    return found


async def first_logs(database: Any, due: Sequence[Due]) -> dict[str, list[dict[str, Any]]]:
    """Return the log of each case's first clock."""
    found = database[CASES].find({"_id": {"$in": [one.case_id for one in due]}}, {"clocks": {"$slice": 1}})
    return {document["_id"]: document["clocks"][0]["log"] async for document in found}
