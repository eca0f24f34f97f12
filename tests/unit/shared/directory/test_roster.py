"""The roster where answers come late; what it is on a real database is told in tests/integration/shared."""

import asyncio
from typing import Any

from shared.directory.roster import AGENTS, Roster, key_hash


class LateAgents:
    """A collection whose queries are answered when the test says so."""

    def __init__(self) -> None:
        self.asked: list[asyncio.Future[list[dict[str, Any]]]] = []

    def find(self, condition: object, shown: dict[str, int], *, max_time_ms: int) -> "LateAgents":
        return self

    async def to_list(self, length: None) -> list[dict[str, Any]]:
        answer: asyncio.Future[list[dict[str, Any]]] = asyncio.get_running_loop().create_future()
        self.asked.append(answer)
        return await answer


def an_agent(agent_id: str) -> dict[str, Any]:
    several: dict[str, list[str]] = {
        name: [] for name in ("skills", "certifications", "languages", "networks", "brands")
    }
    key = key_hash(f"{agent_id}-key").hex()
    return {"_id": agent_id, "name": agent_id, "role": "agent", "capacity": 1, "key_sha256": key, **several}


async def test_an_answer_that_comes_after_that_to_a_later_question_brings_nobody_back() -> None:
    """Somebody was removed while the roster was being read; the process that removed them has asked again since."""
    agents = LateAgents()
    roster = Roster([], {AGENTS: agents})
    earlier = asyncio.create_task(roster.refresh())
    await asyncio.sleep(0)
    later = asyncio.create_task(roster.refresh())
    await asyncio.sleep(0)

    agents.asked[1].set_result([an_agent("noor")])
    await later
    agents.asked[0].set_result([an_agent("noor"), an_agent("removed")])
    await earlier

    assert [one.id for one in roster.all()] == ["noor"]
    assert [one.id for _, one in roster.key_hashes()] == ["noor"]
