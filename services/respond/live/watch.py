"""What colleagues do on a case beside changing it, told to everyone who listens here, whichever process wrote it.

Notes, drafts and attention do not go through Kafka: they are no facts about the case, and must not leave respond. Each
process looks at the three small collections once a second and tells its own listeners (decision 0021).
"""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from services.respond.domain.attention import ByCase, Looking, by_case, differing
from services.respond.live.broadcast import Broadcast
from services.respond.queries.notices import MENTION
from services.respond.queries.recent import TooMany
from shared.runtime.again import again
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable


class Changes(Protocol):
    """What of a collection changed since the last look. Raises TooMany and Unavailable."""

    async def look(self) -> list[dict[str, Any]]: ...


class Present(Protocol):
    """Who is at which case. Raises Unavailable."""

    async def everywhere(self, *, now: datetime) -> Sequence[Looking]: ...


class Handles(Protocol):
    """How the customers of cases are called on their network, by case. Raises Unavailable."""

    async def of(self, case_ids: Sequence[str]) -> Mapping[str, str | None]: ...


class Watch:
    """Tells `note` {case}, `draft` {case, version, by}, `attention` {case, items}, and `notice` to who is named."""

    def __init__(
        self,
        *,
        notes: Changes,
        drafts: Changes,
        attention: Present,
        handles: Handles,
        broadcast: Broadcast,
        names: Callable[[str], str],
        clock: Clock,
        every: float = 1.0,
    ) -> None:
        """`names`: how agents are called, by id. `every`: seconds between two looks."""
        self._notes = notes
        self._drafts = drafts
        self._attention = attention
        self._handles = handles
        self._broadcast = broadcast
        self._names = names
        self._clock = clock
        self._every = every
        self._there: ByCase = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Look until told to stop; what happened while MongoDB was away is told afterwards."""
        await again(self._again, stop=stop, every=self._every, name="watch")

    async def _again(self) -> bool:
        await self.look()
        return False

    async def look(self) -> None:
        """Look once, and tell what is new. Raises Unavailable."""
        try:
            await self._tell_notes(await self._notes.look())
            for draft in await self._drafts.look():
                data = {"case": draft["_id"], "version": draft["version"], "by": draft["by"]}
                self._broadcast.tell("draft", brand=draft["brand"], data=json.dumps(data))
        except TooMany:
            self._broadcast.tell_reset()
        self._tell_attention(by_case(await self._attention.everywhere(now=self._clock())))

    async def _tell_notes(self, notes: Sequence[dict[str, Any]]) -> None:
        naming = [note for note in notes if note["names"]]
        for note in notes:
            self._broadcast.tell("note", brand=note["brand"], data=json.dumps({"case": note["case"]}))
        handles = await self._handles_of([note["case"] for note in naming]) if naming else {}
        for note in naming:
            at = note["at"].isoformat()
            data = {"case": note["case"], "customer": handles.get(note["case"]), "about": MENTION, "at": at}
            for agent in note["names"]:
                self._broadcast.tell_notice(
                    note["case"], MENTION, at, to=agent, brand=note["brand"], data=json.dumps(data)
                )

    async def _handles_of(self, case_ids: Sequence[str]) -> Mapping[str, str | None]:
        try:
            return await self._handles.of(case_ids)
        except Unavailable:  # these notes are not looked at again, so they are told without
            return {}

    def _tell_attention(self, there: ByCase) -> None:
        before, self._there = self._there, there
        for case_id in differing(before, there):
            found = there.get(case_id, ())
            brand = (found or before[case_id])[0].brand
            data = {"case": case_id, "items": [self._item(one) for one in found]}
            self._broadcast.tell("attention", brand=brand, data=json.dumps(data))

    def _item(self, one: Looking) -> dict[str, str]:
        until = one.until.isoformat()
        return {"agent": one.agent, "name": self._names(one.agent), "doing": one.doing, "until": until}
