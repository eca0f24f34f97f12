"""Changed settings count from the next batch on, wrong ones change nothing."""

import asyncio
from pathlib import Path

from prometheus_client import REGISTRY

from services.classify.understanding.live import LiveUnderstanding
from tests.unit.services.classify.understanding.files import LANGUAGES
from tests.waiting import until


def a_file(folder: Path, answer: float) -> Path:
    path = folder / "understanding.yaml"
    path.write_text(f"version: 1\nbrands: {{acme: {{thresholds: {{answer: {answer}}}}}}}\n")
    return path


async def test_a_change_counts_without_a_restart(tmp_path: Path) -> None:
    live = LiveUnderstanding(a_file(tmp_path, 0.3), languages=LANGUAGES, every=0.01)
    stop = asyncio.Event()
    running = asyncio.create_task(live.run(stop))
    assert live.policy_of("acme").answer_at_least == 0.3

    a_file(tmp_path, 0.6)
    await until(lambda: live.policy_of("acme").answer_at_least == 0.6)
    stop.set()

    await asyncio.wait_for(running, timeout=5)
    assert live.policy_of("somebody-else").answer_at_least is None


async def test_a_wrong_file_changes_nothing_and_is_said_so(tmp_path: Path) -> None:
    live = LiveUnderstanding(a_file(tmp_path, 0.3), languages=LANGUAGES)

    a_file(tmp_path, 3)
    await live.look()
    await live.look()

    assert live.policy_of("acme").answer_at_least == 0.3
    assert "brands/acme/thresholds/answer: 3 is no share" in (await live.problem() or "")
    assert REGISTRY.get_sample_value("earshot_understanding_wrong") == 1

    a_file(tmp_path, 0.4)
    await live.look()
    await live.look()

    assert live.policy_of("acme").answer_at_least == 0.4
    assert await live.problem() is None
    assert REGISTRY.get_sample_value("earshot_understanding_wrong") == 0
