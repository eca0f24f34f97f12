"""How many cases an agent has."""

from typing import Any, Final

from shared.case.kept.indexes import CASES
from shared.case.state.stage import OURS, Stage
from shared.mongo.available import available

_BUSY: Final = sorted(stage.value for stage in OURS - {Stage.NEW})


class Loads:
    """Counts over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def of(self, agent: str) -> int:
        """Return how many cases are this agent's to do something about. Each counts as one, whatever its network."""
        with available():
            counted: int = await self._cases.count_documents({"owner": agent, "stage": {"$in": _BUSY}})
        return counted
