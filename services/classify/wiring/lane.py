"""The parts of `classify lane`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from services.classify.handlers import Understand
from services.classify.lane import Lane
from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier, PolicyOf
from services.classify.model.language import Languages
from services.classify.settings import LaneSettings
from services.classify.understanding.live import LiveUnderstanding
from services.classify.understanding.policies import Understanding
from services.classify.wiring.second_opinion import make_cascade
from shared.contracts.quarantine import set_aside_with
from shared.contracts.topics import MENTIONS
from shared.kafka.consume import BatchConsumer
from shared.kafka.produce import Producer
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire_lane(settings: LaneSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of `classify lane`."""
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="classify-lane")
    policy_of: PolicyOf = Understanding().of
    followed: dict[str, RunPart] = {}
    if settings.understanding is not None:
        understanding = LiveUnderstanding(settings.understanding, languages=settings.languages)
        policy_of, followed = understanding.policy_of, {"understanding": understanding.run}
    artefact = load()
    classifier = FastClassifier(Languages(settings.languages), artefact, policy_of)
    async with make_cascade(settings, policy_of, answer_at=artefact.thresholds.get("answer", 0.5)) as cascade:
        consumer = BatchConsumer(
            bootstrap=settings.kafka_bootstrap,
            group=settings.lane_group,
            topics=[MENTIONS.name],
            handle=Lane(Understand(classifier, system_clock, cascade), producer.send),
            set_aside=set_aside_with(producer.send, station="classify lane", clock=system_clock),
            max_records=settings.lane_max_records,
            wait_ms=settings.lane_wait_ms,
            instance=settings.instance,
        )
        health = Health()
        health.add("consumer", consumer.problem)
        health.add("producer", producer.problem)
        await producer.start()
        try:
            yield {
                "lane": consumer.run,
                **followed,
                "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
            }
        finally:
            await producer.stop()
