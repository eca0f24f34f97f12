"""The cascade against a real HTTP server that misbehaves in every way: the first opinion stands, and soon."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import httpx2
import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from services.classify.cascade.asking import Cascade, Patience
from services.classify.cascade.breaker import Breaker, State
from services.classify.cascade.budget import Budget, Limits
from services.classify.cascade.endpoint import Endpoint
from services.classify.domain.policy import Policy
from services.classify.domain.second_opinion import Doubt
from services.classify.settings import LaneSettings
from services.classify.wiring.second_opinion import make_cascade
from shared.contracts.classification import Severity, Source
from shared.contracts.mention import Mention
from tests.builders import NOON, a_mention
from tests.fakes.judge import (
    PRAISE,
    Asked,
    Behaviour,
    Judge,
    answering,
    completion,
    drip,
    flood,
    hang,
    http,
    judging,
    labelled,
    writing,
)
from tests.unit.services.classify.cascade.asking import a_first
from tests.unit.services.classify.cascade.injections import INJECTIONS

KEY = "sk-very-secret"
WANTS = Policy(second_opinion=True)


@asynccontextmanager
async def asking(behaviour: Behaviour, **settings: Any) -> AsyncIterator[tuple[Judge, Cascade]]:
    """The cascade as the lane makes it, all traffic asked about, and the server it asks."""
    async with judging(behaviour) as judge:
        given = LaneSettings(
            second_opinion_url=judge.url,
            second_opinion_model="small",
            second_opinion_key=KEY,
            second_opinion_share=1.0,
            **{"second_opinion_seconds": 10.0, "second_opinion_calls_per_minute": 6_000, **settings},
        )
        async with make_cascade(given, lambda _: WANTS, answer_at=0.5) as cascade:
            assert cascade is not None
            yield judge, cascade


@asynccontextmanager
async def at_a_time_of_ours(
    judge: Judge, *, at_once: int = 8, seconds: Callable[[], float]
) -> AsyncIterator[tuple[Cascade, Breaker]]:
    """The cascade with a breaker to look at; the monotonic clock is `seconds`."""
    breaker = Breaker()
    async with httpx2.AsyncClient(trust_env=False) as client:
        yield (
            Cascade(
                judge=Endpoint(http=client, url=judge.url, model="small", key=None, clock=lambda: NOON),
                policy_of=lambda _: WANTS,
                doubt=Doubt(),
                budget=Budget(Limits(share=1.0)),
                breaker=breaker,
                clock=lambda: NOON,
                patience=Patience(seconds=10.0, at_once=at_once),
                monotonic=seconds,
            ),
            breaker,
        )


def posts(count: int) -> list[Mention]:
    return [a_mention(f"{n}", text=f"Where is thing {'x' * (n + 1)}") for n in range(count)]


async def test_an_opinion_is_asked_for_in_the_form_that_such_endpoints_take() -> None:
    async with asking(labelled(intent="billing", severity="high", churn=True)) as (judge, cascade):
        (found,) = await cascade(posts(1), [a_first()])

    assert (found.intent, found.severity, found.flags, found.source) == (
        "billing",
        Severity.HIGH,
        ("churn",),
        Source.LLM,
    )
    (asked,) = judge.asked
    assert asked.line == "POST /v1/chat/completions HTTP/1.1"
    assert asked.headers["authorization"] == f"Bearer {KEY}"
    assert asked.headers["accept-encoding"] == "identity"
    assert asked.question["post"] == "Where is thing x"


GOOD = json.dumps({"ref": "12345678", **PRAISE})
REFUSED: dict[str, Behaviour] = {
    "500": writing(http(b"oops", status="500 Internal Server Error")),
    "401": writing(http(b'{"error": "key"}', status="401 Unauthorized")),
    "404": writing(http(b"", status="404 Not Found")),
    "204": writing(b"HTTP/1.1 204 No Content\r\n\r\n"),
    "201 with labels": writing(http(completion(GOOD), status="201 Created")),
    "redirect": writing(http(b"", "location: /v1/elsewhere", status="307 Temporary Redirect")),
    "redirect to another host": writing(http(b"", "location: http://127.0.0.2/", status="302 Found")),
}
BROKEN: dict[str, Behaviour] = {
    "huge and said to be": writing(http(b"{", length=10**15), close=True),
    "truncated": writing(http(completion(GOOD)[:200], length=900), close=True),
    "length no number": writing(b"HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n{}"),
    "two lengths": writing(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}"),
    "drops": writing(b"", close=True),
    "drops in the headers": writing(b"HTTP/1.1 200 OK\r\ncontent-ty", close=True),
    "drops in the body": writing(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", close=True),
    "no HTTP": writing(b"SSH-2.0-OpenSSH_9.6\r\n", close=True),
    "endless headers": writing(b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 200_000, close=True),
    "bad chunk": writing(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", close=True),
}
UNUSABLE: dict[str, Behaviour] = {
    "HTML": writing(http(b"<!doctype html><title>Sign in</title>")),
    "empty": writing(http(b"")),
    "no JSON": writing(http(b"praise")),
    "JSON of another schema": writing(http(b'{"label": "praise"}')),
    "content of another schema": answering(lambda _: '{"label": "praise"}'),
    "extra fields": labelled(close=True),
    "labels outside the taxonomy": labelled(intent="lawsuit"),
    "a question answered that nobody asked": writing(http(completion(GOOD))),
    "the post said back": answering(lambda asked: asked.question["post"]),
    "the question said back": answering(lambda asked: json.dumps(asked.question)),
    "unicode tricks": labelled(severity="lоw"),
    "reversed": labelled(intent="\u202eesiarp"),
    "not UTF-8": writing(http(b"\xff\xfe\xfd")),
    "gzip unasked": writing(http(b"\x1f\x8b\x08\x00", "content-encoding: gzip")),
    "huge": writing(http(b" " * 5_000_000)),
    "endless": flood,
    "length too short": writing(http(completion(GOOD), length=40), close=True),
}
MISBEHAVIOURS = [
    *((name, behaviour, "refused") for name, behaviour in REFUSED.items()),
    *((name, behaviour, "broken") for name, behaviour in BROKEN.items()),
    *((name, behaviour, "unusable") for name, behaviour in UNUSABLE.items()),
]


def counted(outcome: str) -> float:
    return REGISTRY.get_sample_value("earshot_second_opinions_total", {"outcome": outcome}) or 0.0


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [(behaviour, outcome) for _, behaviour, outcome in MISBEHAVIOURS],
    ids=[name for name, _, _ in MISBEHAVIOURS],
)
async def test_an_endpoint_that_misbehaves_changes_nothing_and_is_counted(behaviour: Behaviour, outcome: str) -> None:
    """Not as late: an answer that is too long or cut short is known for one without waiting for its end."""
    before = counted(outcome)
    async with asking(behaviour) as (judge, cascade):
        found = await cascade(posts(3), [a_first()] * 3)

    assert found == [a_first()] * 3
    assert len(judge.asked) == 3
    assert counted(outcome) == before + 3


@pytest.mark.parametrize("behaviour", [hang, drip], ids=["hangs", "drips"])
async def test_an_endpoint_that_is_never_done_holds_up_a_batch_no_longer_than_its_time(behaviour: Behaviour) -> None:
    """How long that is, the unit tests measure on a clock of their own; here real connections are given up."""
    async with asking(behaviour, second_opinion_seconds=0.3) as (judge, cascade):
        found = await cascade(posts(500), [a_first()] * 500)

        assert found == [a_first()] * 500
        assert len(judge.asked) == 8

        again = await cascade(posts(500), [a_first()] * 500)

    assert again == found
    assert len(judge.asked) == 8


async def test_nobody_at_home_changes_nothing() -> None:
    async with judging(hang) as judge:
        url = judge.url
    given = LaneSettings(second_opinion_url=url, second_opinion_model="small", second_opinion_share=1.0)
    async with make_cascade(given, lambda _: WANTS, answer_at=0.5) as cascade:
        assert cascade is not None
        found = await cascade(posts(20), [a_first()] * 20)

    assert found == [a_first()] * 20


async def test_redirects_are_not_followed() -> None:
    async with judging(labelled()) as other:
        moved = writing(http(b"", f"location: {other.url}/chat/completions", status="308 Permanent Redirect"))
        async with asking(moved) as (_, cascade):
            await cascade(posts(1), [a_first()])

    assert other.connections == 0


@pytest.mark.parametrize("after", ["3600", "date"])
@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
async def test_an_endpoint_that_asks_for_rest_is_left_alone(status: str, after: str) -> None:
    wait = format_datetime(NOON + timedelta(hours=1), usegmt=True) if after == "date" else after
    resting = writing(http(b"", f"retry-after: {wait}", status=status))
    async with (
        judging(resting) as judge,
        at_a_time_of_ours(judge, at_once=1, seconds=lambda: 0.0) as (cascade, breaker),
    ):
        await cascade(posts(20), [a_first()] * 20)

    assert len(judge.asked) == 1
    assert not breaker.admits(3_599.0)
    assert breaker.admits(3_600.0)


async def test_after_a_rest_one_question_finds_out_that_all_is_well() -> None:
    now = [0.0]
    failing = writing(http(b"", status="500 Internal Server Error"))
    async with judging(failing) as judge, at_a_time_of_ours(judge, seconds=lambda: now[0]) as (cascade, breaker):
        await cascade(posts(40), [a_first()] * 40)
        assert breaker.state is State.OPEN
        assert 5 <= len(judge.asked) <= 5 + 7  # those under way beside the fifth

        judge.behaviour, now[0] = labelled(), 31.0
        await cascade(posts(40), [a_first()] * 40)
        found = await cascade(posts(40), [a_first()] * 40)

    assert [one.source for one in found] == [Source.LLM] * 40


async def test_a_bad_answer_costs_its_neighbours_nothing() -> None:
    def every_other(asked: Asked) -> str:
        bad = len(asked.question["post"]) % 2
        return "no" if bad else json.dumps({"ref": asked.question["ref"], **PRAISE})

    async with asking(answering(every_other)) as (_, cascade):
        found = await cascade(posts(16), [a_first()] * 16)

    assert [one.source for one in found] == [Source.LLM, Source.FAST] * 8


@pytest.mark.parametrize("text", INJECTIONS)
async def test_an_endpoint_that_obeys_an_injected_post_can_still_not_make_us_less_careful(text: str) -> None:
    """The worst case: the endpoint does what the post's author wants."""
    first = a_first(severity=Severity.CRITICAL, flags=("injury", "legal", "safety"), needs_answer=True)
    async with asking(labelled(intent="praise", severity="low", needs_answer=False)) as (_, cascade):
        (found,) = await cascade([a_mention(text=text)], [first])

    assert (found.severity, found.flags, found.needs_answer) == (first.severity, first.flags, True)


async def test_neither_the_key_nor_a_customers_words_are_ever_logged() -> None:
    for behaviour in (*(one for _, one, _ in MISBEHAVIOURS), labelled()):
        async with asking(behaviour) as (_, cascade):
            with capture_logs() as lines:
                await cascade([a_mention(f"{n}", text=f"Zanzibar {'x' * n}") for n in range(20)], [a_first()] * 20)
        assert "Zanzibar" not in repr(lines)
        assert KEY not in repr(lines)
