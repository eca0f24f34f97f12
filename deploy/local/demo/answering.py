"""The second half: Mira answers, the square hears it, the clocks stop."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from deploy.local.demo.cast import CAST
from deploy.local.demo.desk import MIRA, Desk, Json
from deploy.local.demo.failed import StoryFailed, becomes
from deploy.local.demo.square import Posted, Square
from deploy.local.demo.tell import Tell

ASSIGNED_WITHIN = 15.0
PUBLIC_WITHIN = 60.0
CLOCK_WITHIN = 30.0
_NAMES = {one.username: one.name for one in CAST}


@dataclass(frozen=True)
class Answered:
    """A post and its public answer, both at the square's own time."""

    username: str
    post: Posted
    answer: Posted
    due_at: datetime

    @property
    def seconds(self) -> float:
        return (self.answer.at - self.post.at).total_seconds()


async def mira_gets(desk: Desk, cases: Mapping[str, Json], tell: Tell) -> None:
    """The cases become hers: given to her, or claimed where her hands were full with older ones."""

    async def hers() -> int | None:
        rows = [await desk.case(case["id"]) for case in cases.values()]
        owned = sum(row["owner"] == MIRA for row in rows)
        return owned if owned == len(rows) else None

    try:
        given = await becomes(hers, within=ASSIGNED_WITHIN if not tell.fast else 5.0, what="that Mira was given cases")
        tell.line(f"The {given} cases that she will answer are hers: nobody had to hand them out.")
    except StoryFailed:
        claimed = [await desk.claim(case["id"]) for case in cases.values()]
        tell.line(f"Her hands are full with older cases, so she claims {len(claimed)} herself.")


async def mira_answers(desk: Desk, cases: Mapping[str, Json], texts: Mapping[str, str], tell: Tell) -> None:
    """Each in her own words for this one customer. Raises StoryFailed."""
    for username, text in texts.items():
        queued = await desk.reply(await desk.case(cases[username]["id"]), text)
        if not queued["sending"]:
            raise StoryFailed(f"the answer to {username} will not be posted: {queued['notice']}")
        tell.said(f"Mira to {_NAMES[username]}", text, by_us=True)
        await tell.pause(1.5)


async def all_is_public(
    square: Square, desk: Desk, posts: Mapping[str, Posted], cases: Mapping[str, Json], tell: Tell
) -> list[Answered]:
    """The answers stand on the square for everybody, and the clocks know it. Raises StoryFailed."""
    found: list[Answered] = []
    for username, case in cases.items():
        post = posts[username]

        async def answer(post: Posted = post) -> Posted | None:
            return await square.answer_of_ours(post)

        async def fulfilled(case: Json = case) -> Json | None:
            clocks = (await desk.case(case["id"]))["clocks"]
            return next((one for one in clocks if one["kind"] == "first_response" and one["fulfilled_at"]), None)

        public = await becomes(answer, within=PUBLIC_WITHIN, what=f"our public answer to {username}")
        clock = await becomes(fulfilled, within=CLOCK_WITHIN, what=f"that the clock of {username} was fulfilled")
        one = Answered(username, post, public, datetime.fromisoformat(clock["due_at"]))
        found.append(one)
        tell.line(f"✓ {_NAMES[username]:<22} answered in public after {one.seconds:.1f} s   {public.url}")
    return found
