"""The story, scene by scene."""

from datetime import datetime

from deploy.local.demo.answering import Answered, all_is_public, mira_answers, mira_gets
from deploy.local.demo.desk import MIRA, Desk, Json
from deploy.local.demo.failed import StoryFailed
from deploy.local.demo.protest import cases_open, people_speak_up, storm_heard
from deploy.local.demo.replies import ANSWERS
from deploy.local.demo.square import Square
from deploy.local.demo.story import ANGRY, FIRST
from deploy.local.demo.summary import close, summary, where_to_look
from deploy.local.demo.tell import Tell
from deploy.local.stack_file import StackFile

KEY = f"EARSHOT_SECRET_AGENT_{MIRA.upper()}"


async def play(stack: StackFile, secrets: dict[str, str], tell: Tell) -> None:
    """From the lost parcels to the last answer. Raises StoryFailed where it does not come true."""
    async with Square(stack.urls["townsquare"]) as square, Desk(stack.urls["respond-api"], secrets[KEY]) as desk:
        stage = await square.stage(FIRST)
        await square.enrol(stage)
        await tell.scene(
            "The lost parcels",
            f"Discus rents out DVDs by post. On Monday a whole day's parcels got lost, and nobody said a word. Today "
            f"{len(ANGRY)} customers say it on the town square, for everybody to read. Earshot listens.",
        )
        posts = await people_speak_up(square, desk, stage, tell)

        await tell.scene(
            "Nobody is ignored",
            "Every one of them gets a case with a deadline for its first answer, whether six people follow them or "
            "900,000. Those who came with thanks or a question too.",
        )
        cases = await cases_open(desk, stage, posts)
        tell.line(f"{len(cases)} people spoke, {len(cases)} cases are open.")

        await tell.scene("A storm", "Many different people with one issue in a short time: that is more than a queue.")
        storm = await _storm(desk, tell, since=posts[FIRST].at, real_kafka=stack.kafka_kind == "real")

        await tell.scene("Mira comes to work", "Waiting cases go to agents who are there, the earliest deadline first.")
        chosen = {name: cases[name] for name in ANSWERS}
        answered: list[Answered] = []
        async with desk.at_work():
            await mira_gets(desk, chosen, tell)
            await tell.scene(
                "Mira answers", "In public, in the customer's language: sorry; what is wrong; what we do, and by when."
            )
            await mira_answers(desk, chosen, ANSWERS, tell)

            await tell.scene("Everybody can read it", "The answers appear on the square, and only that stops a clock.")
            answered = await all_is_public(square, desk, posts, chosen, tell)

        rows = summary(
            posts=len(posts),
            cases=len(cases),
            storm=storm,
            answered=answered,
            waiting=sum(case["answer_by"] is not None for name, case in cases.items() if name not in chosen),
        )
        close(rows, tell.console)
        where_to_look(stack, posts[FIRST].url, tell.console)


async def _storm(desk: Desk, tell: Tell, *, since: datetime, real_kafka: bool) -> Json | None:
    """Raises StoryFailed, but not where a mock stands in for Kafka: it promises nothing."""
    try:
        storm = await storm_heard(desk, since=since)
    except StoryFailed:
        if real_kafka:
            raise
        tell.line("Not heard: a mock cluster stands in for Kafka here.")
        return None
    tell.line(f"Heard: {storm['label']!r}, {storm['authors']} different people, {storm['kind']}.")
    return storm
