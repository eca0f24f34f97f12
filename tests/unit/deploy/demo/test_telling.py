"""Waves, waiting, sums, and lines without a terminal."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from rich.console import Console

from deploy.local.demo.answering import Answered
from deploy.local.demo.failed import StoryFailed, becomes
from deploy.local.demo.protest import waves
from deploy.local.demo.square import Posted, plain
from deploy.local.demo.story import running_order
from deploy.local.demo.summary import close, summary
from deploy.local.demo.tell import Tell

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def answered(seconds: float, *, due: float = 3_600) -> Answered:
    post = Posted(id="1", username="lena_voss", text="where?", at=NOON, url="u")
    answer = Posted(id="2", username="discus", text="here", at=NOON + timedelta(seconds=seconds), url="u")
    return Answered("lena_voss", post, answer, NOON + timedelta(seconds=due))


@pytest.mark.parametrize("size", [1, 4, 44])
def testwaves_hold_every_post_once_and_the_first_post_alone(size: int) -> None:
    found = list(waves(running_order(), size))

    assert [line for wave in found for line in wave] == list(running_order())
    assert len(found[0]) == 1
    assert max(map(len, found)) <= size


def test_the_summary_tells_times_from_post_to_public_answer() -> None:
    rows = dict(
        summary(posts=44, cases=44, storm=None, answered=[answered(4), answered(6), answered(20, due=10)], waiting=41)
    )

    assert rows["from post to public answer"] == "median 6.0 s, longest 20.0 s"
    assert rows["before their deadline"] == "2 of 3"
    assert rows["storm"] == "not heard"


def test_an_answer_at_the_very_deadline_is_in_time() -> None:
    rows = dict(summary(posts=1, cases=1, storm=None, answered=[answered(10, due=10)], waiting=0))

    assert rows["before their deadline"] == "1 of 1"


async def test_waiting_is_bounded_and_says_for_what() -> None:
    async def never() -> None:
        return None

    with pytest.raises(StoryFailed, match="the answer did not happen within"):
        await becomes(never, within=0.01, what="the answer")


async def test_without_a_terminal_the_story_is_plain_lines() -> None:
    out = StringIO()
    tell = Tell(Console(file=out), fast=True)

    await tell.scene("A storm", "Many people.")
    tell.said("Lena", "Where is it? [sighs]")
    close(summary(posts=1, cases=1, storm=None, answered=[answered(1)], waiting=0), tell.console)

    assert "== 1. A storm ==\nMany people.\nLena: Where is it? [sighs]\n" in out.getvalue()
    assert "\x1b" not in out.getvalue()


def test_a_status_is_read_as_the_text_that_was_written() -> None:
    html = '<p><a href="u" class="mention">@<span>lena</span></a> sorry &amp; thanks</p><p>one<br />two</p>'

    assert plain(html) == "@lena sorry & thanks\none\ntwo"
