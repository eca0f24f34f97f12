"""What an endpoint makes better is measured on our own posts; without one, that is said."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from services.classify.domain.taxonomy import Intent
from services.classify.evaluation.second_opinion import NONE, main, second_opinion_figures
from services.classify.evaluation.understood import Understood
from services.classify.settings import LaneSettings
from services.classify.training.authored import Post
from tests.fakes.judge import PRAISE, Asked, Behaviour, answering, judging
from tests.unit.services.classify.cascade.asking import a_first


@contextmanager
def beside(behaviour: Behaviour) -> Iterator[str]:
    """The endpoint on a loop of its own, since the measurement has one too; gives its URL."""
    urls: list[str] = []
    ready, loop = threading.Event(), asyncio.new_event_loop()
    ended = asyncio.Event()

    async def serve() -> None:
        async with judging(behaviour) as judge:
            urls.append(judge.url)
            ready.set()
            await ended.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()))
    thread.start()
    try:
        assert ready.wait(30)
        yield urls[0]
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join()
        loop.close()


def posts(count: int) -> list[Understood]:
    """Every other is about a refund; the first opinion takes all for deliveries."""
    return [
        Understood(
            Post(
                where=f"en-{n}",
                language="en",
                text=f"{('refund', 'parcel')[n % 2]} {'x' * (n + 1)}",
                intent=(Intent.REFUND, Intent.DELIVERY)[n % 2],
            ),
            a_first(intent="delivery"),
        )
        for n in range(count)
    ]


def knows(asked: Asked) -> str:
    intent = "refund" if asked.question["post"].startswith("refund") else "delivery"
    return json.dumps({"ref": asked.question["ref"], **PRAISE, "intent": intent})


def test_without_an_endpoint_nothing_is_measured_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert second_opinion_figures(posts(4), LaneSettings(), answer_at=0.5) == []

    main()

    assert " ".join(capsys.readouterr().out.split()) == NONE


@pytest.mark.parametrize(("share", "right"), [(1.0, 100), (0.2, 60)])
def test_fast_and_cascade_stand_side_by_side(share: float, right: int) -> None:
    with beside(answering(knows)) as url:
        settings = LaneSettings(
            second_opinion_url=url,
            second_opinion_model="small",
            second_opinion_share=share,
            second_opinion_seconds=10,
            second_opinion_calls_per_minute=1,
        )
        figures = {one.metric: one for one in second_opinion_figures(posts(100), settings, answer_at=0.5)}

    assert figures["intent, all posts, accuracy, fast"].result == 0.5
    assert figures["intent, all posts, accuracy, cascade"].result == right / 100
    assert figures["intent, posts with an opinion, accuracy, cascade"].result == 1.0
    assert figures["intent, posts with an opinion, accuracy, cascade"].n == share * 100
