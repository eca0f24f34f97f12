"""The search process on real MongoDB and Kafka: what is announced is found, also what came while it was killed."""

import asyncio
from contextlib import AbstractAsyncContextManager
from typing import Any

from services.respond.domain.scope import Scope
from services.respond.domain.search.question import question
from services.respond.queries.search import Search
from shared.case.keeping import Step
from shared.case.kept.announce import announcement_record
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.kafka.produce import Producer
from shared.runtime.ids import random_id
from tests.builders import NOON, a_case, a_message
from tests.integration.respond.process import respond_process
from tests.waiting import eventually


def search_process(
    mongo_url: str, database: Any, bootstrap: str, *arguments: str
) -> AbstractAsyncContextManager[asyncio.subprocess.Process]:
    """`python -m services.respond search`."""
    output = asyncio.subprocess.PIPE if arguments else asyncio.subprocess.DEVNULL
    given = {"EARSHOT_KAFKA_BOOTSTRAP": bootstrap, "EARSHOT_INSTANCE": database.name}
    return respond_process(mongo_url, database, "search", *arguments, environment=given, output=output)


async def announced(producer: Producer, database: Any, text: str) -> Case:
    """A case that is there, and told of."""
    case = a_case(message=a_message(random_id("post"), text=text), author=random_id("joe"))
    assert await CaseStore(database).save([Step(before=None, after=case)])
    await producer.send([announcement_record(case, source="/test", at=NOON)])
    return case


async def test_what_is_announced_is_found_also_what_came_while_it_was_killed(
    mongo_url: str, database: Any, kafka_bootstrap: str
) -> None:
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test")

    async def is_found(text: str) -> bool:
        page, _ = await Search(database).page(Scope(), question(text), after=None, limit=9)
        return [one.text for one in page] == [text]

    try:
        async with search_process(mongo_url, database, kafka_bootstrap) as process:
            await announced(producer, database, "before")
            await eventually(lambda: is_found("before"), within=60)
            process.kill()
            await process.wait()
        await announced(producer, database, "meanwhile")
        async with search_process(mongo_url, database, kafka_bootstrap):
            await eventually(lambda: is_found("meanwhile"), within=60)
    finally:
        await producer.stop()


async def test_an_existing_database_is_filled_by_a_command_that_ends_and_tells_how_far_it_is(
    mongo_url: str, database: Any, kafka_bootstrap: str
) -> None:
    case = a_case()
    assert await CaseStore(database).save([Step(before=None, after=case)])

    async with search_process(mongo_url, database, kafka_bootstrap, "--rebuild") as process:
        told, _ = await process.communicate()

    assert process.returncode == 0
    assert b"the search is filled" in told
    page, _ = await Search(database).page(Scope(), question("parcel"), after=None, limit=9)
    assert [one.case_id for one in page] == [case.id]
