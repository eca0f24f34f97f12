"""The first half: people speak up, cases open, a storm is heard."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from deploy.local.demo.cast import CAST, Stage
from deploy.local.demo.desk import Desk, Json
from deploy.local.demo.failed import becomes
from deploy.local.demo.square import Posted, Square
from deploy.local.demo.story import FIRST, Line, running_order
from deploy.local.demo.tell import Tell

CASES_WITHIN = 60.0
STORM_WITHIN = 60.0
_WAVE, _WAVE_SECONDS = 4, 2.6  # forty-four posts in about half a minute
_NAMES = {one.username: one.name for one in CAST}


@dataclass(frozen=True)
class Protest:
    """What people said, and the cases that opened, both by the usernames of the cast."""

    posts: dict[str, Posted]
    cases: dict[str, Json]
    storm: Json | None


async def people_speak_up(square: Square, desk: Desk, stage: Stage, tell: Tell) -> dict[str, Posted]:
    """In waves, so that one can watch; all at once when it is to be fast."""
    posts: dict[str, Posted] = {}
    wave_size = len(running_order()) if tell.fast else _WAVE
    for wave in waves(running_order(), wave_size):
        lines = [
            (stage.username(line.username), line, posts[line.reply_to].id if line.reply_to else None) for line in wave
        ]
        for line, post in zip(wave, await square.say(lines), strict=True):
            posts[line.username] = post
            tell.said(_NAMES[line.username], line.text)
        await tell.pause(_WAVE_SECONDS)
        opened = await desk.cases_of({stage.username(name) for name in posts})
        tell.line(f"    posts on the square: {len(posts)}, cases open: {len(opened)}", style="dim")
    return posts


async def cases_open(desk: Desk, stage: Stage, posts: dict[str, Posted]) -> dict[str, Json]:
    """One case for everybody who spoke. Raises StoryFailed."""
    wanted = {stage.username(name): name for name in posts}

    async def all_of_them() -> dict[str, Json] | None:
        found = await desk.cases_of(set(wanted))
        return {wanted[name]: case for name, case in found.items()} if len(found) == len(wanted) else None

    return await becomes(all_of_them, within=CASES_WITHIN, what=f"a case for each of {len(wanted)} people")


async def storm_heard(desk: Desk, *, since: datetime) -> Json:
    """A storm of which somebody spoke since then. Raises StoryFailed."""

    async def ours() -> Json | None:
        return next((one for one in await desk.storms() if datetime.fromisoformat(one["latest_at"]) >= since), None)

    return await becomes(ours, within=STORM_WITHIN, what="that the storm was heard")


def waves(order: tuple[Line, ...], size: int) -> Iterator[tuple[Line, ...]]:
    """The first post alone, so that others can answer it."""
    if not order or order[0].username != FIRST:
        raise ValueError("the story begins with its first post")
    yield order[:1]
    for start in range(1, len(order), size):
        yield order[start : start + size]
