"""A station without a port: the real app, with Kafka, time and the directory of the test."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import orjson
import pytest
from httpx2 import ASGITransport, AsyncClient, Response
from prometheus_client import REGISTRY

from services.ingest.api import Events, create_app
from services.ingest.gate import Gate
from services.ingest.handlers import Intake
from services.ingest.metrics import IGNORED
from services.ingest.replays import Replays
from services.ingest.senders import Senders
from tests.unit.services.ingest.fakes import FakeKafka, StandingClock
from tests.unit.services.ingest.senders import BEARER, DIRECTORY, as_json, our_accounts, signed

BATCH = "application/cloudevents-batch+json"
EVENT = "application/cloudevents+json"


@dataclass
class Station:
    """The station, and a platform that sends to it."""

    http: AsyncClient
    kafka: FakeKafka
    clock: StandingClock
    gate: Gate
    events: Events
    number: int = field(default=0)

    async def post(self, body: bytes, headers: dict[str, str], *, to: str = "/v1/events") -> Response:
        """Send these very bytes."""
        return await self.http.post(to, content=body, headers=headers)

    async def send(self, value: Any, *, media_type: str | None = None, **more: str) -> Response:
        """Send an event, or a list of them, signed under a fresh webhook-id."""
        self.number += 1
        body = value if isinstance(value, bytes) else as_json(value)
        media = media_type or (BATCH if isinstance(value, list) else EVENT)
        headers = signed(body, at=self.clock.now, message_id=f"msg-{self.number}")
        return await self.post(body, {**headers, "content-type": media, **more})

    async def send_with_key(self, value: Any, *, key: str = BEARER, to: str = "/v1/events", **more: str) -> Response:
        """Send an event with a bearer key."""
        headers = {"authorization": f"Bearer {key}", "content-type": EVENT, **more}
        return await self.post(as_json(value), headers, to=to)


@pytest.fixture
async def station() -> AsyncIterator[Station]:
    kafka, clock = FakeKafka(), StandingClock()
    gate = Gate(most_requests=8, most_bytes=20_000_000)
    replays = Replays(keep=timedelta(minutes=10))
    events = Events(
        intake=Intake(send=kafka.send, accounts=our_accounts(), replays=replays, clock=clock),
        senders=Senders(DIRECTORY, tolerance=timedelta(minutes=5)),
        gate=gate,
        clock=clock,
        body_seconds=5,
    )
    transport = ASGITransport(create_app(events, []), raise_app_exceptions=False)
    async with AsyncClient(transport=transport, base_url="http://ingest.test") as http:
        yield Station(http, kafka, clock, gate, events)
    assert (gate.requests, gate.bytes) == (0, 0), "room was not given back"


class Conservation:
    """Reads the counters: seen = accepted + ignored + quarantined + returned; all that was ignored has a reason."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._before = self._read()

    def __call__(self) -> dict[str, float]:
        """What was counted since; checks that nothing is missing."""
        found = {name: value - self._before[name] for name, value in self._read().items()}
        seen, for_a_reason = found.pop("seen"), found.pop("for a reason")
        assert seen == sum(found.values())
        assert for_a_reason == found["ignored"]
        return {name: value for name, value in found.items() if value}

    def _read(self) -> dict[str, float]:
        outcomes = ("accepted", "ignored", "quarantined", "returned")
        labels = {"source": self._source}
        settled = {
            one: REGISTRY.get_sample_value("earshot_ingest_settled_total", {**labels, "outcome": one}) or 0
            for one in outcomes
        }
        reasons = [
            sample.value
            for metric in IGNORED.collect()
            for sample in metric.samples
            if sample.name.endswith("_total") and sample.labels["source"] == self._source
        ]
        seen = REGISTRY.get_sample_value("earshot_ingest_seen_total", labels) or 0
        return {"seen": seen, "for a reason": sum(reasons), **settled}


@pytest.fixture
def conserved() -> Conservation:
    """What the helpdesk's items became in this test."""
    return Conservation("helpdesk")


def problem_of(response: Response, status: int) -> dict[str, Any]:
    """The problem document of an answer."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    found: dict[str, Any] = orjson.loads(response.content)
    assert found["status"] == status
    assert found["detail"]
    return found
