"""A dry run says what other settings would make of the last posts, and leaves no trace in Kafka."""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from deploy.local.stack_file import StackFile, stack_path
from services.classify.model.artefact import load
from services.classify.newest import newest
from shared.contracts.classification import MentionClassified
from shared.contracts.envelope import pack
from shared.contracts.topics import CLASSIFIED
from shared.kafka.produce import Producer
from shared.runtime.ids import random_id
from tests.builders import NOON, a_classified, a_mention

ROOT = Path(__file__).parents[3]
DRY_RUN = "services.classify.dry_run"
BESIDE = f"deploy.local.beside {DRY_RUN}"
WARRANTY = "{title: Warranty, like: defect, phrases: [warranty]}"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Awaitable[Ended]]


@pytest.fixture
def run(kafka_bootstrap: str, tmp_path: Path) -> Run:
    """`python -m services.classify.dry_run` on a file with this text."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EARSHOT_")}

    async def ran(text: str, *arguments: str, module: str = DRY_RUN, kafka: str | None = kafka_bootstrap) -> Ended:
        path = tmp_path / "understanding.yaml"
        await asyncio.to_thread(path.write_text, text)
        named = {} if kafka is None else {"EARSHOT_KAFKA_BOOTSTRAP": kafka}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *module.split(), str(path), *arguments,
            env=environment | named | {"PYTHONPATH": str(ROOT)}, cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, err = await process.communicate()
        return Ended(process.returncode or 0, out.decode(), err.decode())

    return ran


@pytest.fixture
def brand() -> str:
    """A brand of the test's own, because the topic is everybody's."""
    return random_id("brand")


async def classified(bootstrap: str, brand: str, texts: list[str], **labels: Any) -> list[MentionClassified]:
    """Write what the lane would have."""
    facts = [
        a_classified(a_mention(f"{brand}-{place}", author=f"a{place}", brand=brand, text=text), **labels)
        for place, text in enumerate(texts)
    ]
    producer = Producer(bootstrap=bootstrap, client_id="test")
    await producer.start()
    try:
        await producer.send(
            [
                pack(
                    CLASSIFIED,
                    fact,
                    key=fact.mention.customer_key,
                    fact_id=fact.mention.event_id,
                    source="/test",
                    at=NOON,
                )
                for fact in facts
            ]
        )
    finally:
        await producer.stop()
    return facts


def settings(brand: str) -> str:
    return f"version: 1\nbrands: {{{brand}: {{intents: {{own: {{warranty: {WARRANTY}}}}}}}}}\n"


async def ends(bootstrap: str) -> dict[TopicPartition, int]:
    """Where every partition of every topic ends, but for Kafka's own."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        topics = sorted(one for one in await admin.list_topics() if not one.startswith("__"))
    finally:
        await admin.close()
    client = AIOKafkaConsumer(*topics, bootstrap_servers=bootstrap)
    await client.start()
    try:
        found: dict[TopicPartition, int] = await client.end_offsets(client.assignment())
        return found
    finally:
        await client.stop()


async def acknowledge(bootstrap: str, group: str) -> None:
    """Let a group have acknowledged the first record of each partition."""
    client = AIOKafkaConsumer(CLASSIFIED.name, bootstrap_servers=bootstrap, group_id=group, enable_auto_commit=False)
    await client.start()
    try:
        await client.commit(dict.fromkeys(client.assignment(), 1))
    finally:
        await client.stop()


async def committed(bootstrap: str) -> dict[str, dict[TopicPartition, Any]]:
    """What every consumer group has acknowledged."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        groups = sorted({group for group, *_ in await admin.list_consumer_groups()})
        return {group: await admin.list_consumer_group_offsets(group) for group in groups}
    finally:
        await admin.close()


async def test_it_says_what_would_change_and_what_not(run: Run, kafka_bootstrap: str, brand: str) -> None:
    facts = await classified(kafka_bootstrap, brand, ["is this under warranty?", "the warranty is over", "hello"])

    ended = await run(settings(brand), "--brand", brand, "--json")

    assert ended.code == 0, ended.err
    found = json.loads(ended.out)
    assert found["mentions"] == 3
    assert found["models"] == {"then": {"test": 3}, "now": load().version}
    (to_warranty,) = [one for one in found["brands"][brand]["changes"] if one["would_be"] == "warranty"]
    assert (to_warranty["field"], to_warranty["was"], to_warranty["count"]) == ("intent", "delivery", 2)
    assert {one["event_id"] for one in to_warranty["examples"]} == {one.mention.event_id for one in facts[:2]}
    assert {tuple(one["words"]) for one in to_warranty["examples"]} == {("warranty",)}
    assert "3 of 3 posts judged anew" in ended.err


async def test_people_get_tables_without_the_customers_texts(run: Run, kafka_bootstrap: str, brand: str) -> None:
    await classified(kafka_bootstrap, brand, ["is my purple toaster under warranty?"])

    ended = await run(settings(brand), "--brand", brand)

    assert ended.code == 0, ended.err
    assert f"{brand}: 1 post, 0 stay as they are" in ended.out
    assert "warranty    Warranty\n" in ended.out
    assert "purple toaster" not in ended.out + ended.err


@pytest.mark.real_kafka
async def test_it_leaves_no_trace(run: Run, kafka_bootstrap: str, brand: str) -> None:
    """No topic has grown or come to be, no group has appeared, joined or acknowledged anything."""
    await classified(kafka_bootstrap, brand, ["is this under warranty?"])
    await acknowledge(kafka_bootstrap, group=brand)
    before = await ends(kafka_bootstrap), await committed(kafka_bootstrap)

    ended = await run(settings(brand), "--brand", brand)

    assert ended.code == 0, ended.err
    assert (await ends(kafka_bootstrap), await committed(kafka_bootstrap)) == before
    assert sum(before[0].values()) > 0
    assert {one.offset for one in before[1][brand].values()} == {1}


async def test_only_the_newest_are_read_over_all_partitions(kafka_bootstrap: str, brand: str) -> None:
    await classified(kafka_bootstrap, f"{brand}-old", [f"text {n}" for n in range(40)])
    facts = await classified(kafka_bootstrap, brand, [f"text {n}" for n in range(40)])
    told: list[tuple[int, int]] = []

    found = await newest(kafka_bootstrap, CLASSIFIED.name, most=40, progress=lambda *seen: told.append(seen))

    ids = {record.header("ce_id") for record in found}
    assert ids == {one.mention.event_id.encode() for one in facts}
    assert len({record.partition for record in found}) > 1
    assert told[-1][0] == told[-1][1] >= 80


async def test_a_wrong_file_is_said_before_anything_is_asked(run: Run) -> None:
    ended = await run("version: 1\ndefault: {thresholds: {answer: 7}}", kafka="127.0.0.1:1")

    assert (ended.code, ended.out) == (2, "")
    assert "default/thresholds/answer: 7 is no share of likelihood" in ended.err


async def test_where_nothing_is_to_be_read_that_is_said(run: Run, kafka_bootstrap: str, brand: str) -> None:
    await classified(kafka_bootstrap, brand, ["hello"])

    ended = await run("version: 1", "--brand", "nobody-at-all")

    assert (ended.code, ended.out) == (3, "")
    assert "none is a post of the brand nobody-at-all" in ended.err


async def test_a_kafka_that_does_not_answer_is_named(run: Run) -> None:
    ended = await run("version: 1", kafka="127.0.0.1:1")

    assert (ended.code, ended.out) == (3, "")
    assert "EARSHOT_KAFKA_BOOTSTRAP" in ended.err
    assert "Traceback" not in ended.err


async def test_make_classify_dry_run_looks_at_the_stack_that_runs_here(
    run: Run, kafka_bootstrap: str, brand: str, tmp_path: Path
) -> None:
    await classified(kafka_bootstrap, brand, ["is this under warranty?"])
    stack = StackFile("", "real", kafka_bootstrap, "", "", {}, {}, {"supervisor": os.getpid()}, "")
    data = tmp_path / ".earshot"
    data.mkdir()
    stack_path(data).write_text(json.dumps(asdict(stack)))

    ended = await run(settings(brand), "--brand", brand, module=BESIDE, kafka=None)

    assert ended.code == 0, ended.err
    assert f"{brand}: 1 post" in ended.out
    assert (await run("", module=BESIDE)).code == 2
