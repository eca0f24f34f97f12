"""What stands around every page: views with their counts, storms, the quarantine's count, who I am."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final, Protocol

from services.respond.api.door.agents import Agents, scope_of
from services.respond.console.views import LETTERS, TITLES, View, wanted_for
from services.respond.domain.scope import Scope
from services.respond.domain.views import View as SavedView
from services.respond.queries.cases import CaseList
from services.respond.store.quarantine import Quarantine
from shared.contracts.storm import StormChanged
from shared.directory.model import Directory
from shared.directory.profile import Profile

_COUNTED: Final = 1_000
_SHOWN: Final = (View.WAITING, View.MINE, View.FREE, View.APPROVAL, View.ASIDE)


class StormBoard(Protocol):
    """The storms that were heard of."""

    async def seen(self, scope: Scope, *, active: bool) -> list[StormChanged]: ...


class SavedViews(Protocol):
    """The views that agents saved. Raises Unavailable."""

    async def seen(self, by: Profile) -> list[SavedView]: ...


class Frame:
    """Gathers the frame for an agent."""

    def __init__(
        self,
        *,
        cases: CaseList,
        quarantine: Quarantine,
        storms: StormBoard,
        saved: SavedViews,
        agents: Agents,
        directory: Directory,
    ) -> None:
        self._cases = cases
        self._quarantine = quarantine
        self._storms = storms
        self._saved = saved
        self._agents = agents
        self._brands = {brand.id: brand.name for brand in directory.brands}

    async def around(self, agent: Profile) -> Mapping[str, Any]:
        """Return the names that `frame.html` uses. Raises Unavailable."""
        scope = scope_of(agent)
        storms, letters, saved, *counts = await asyncio.gather(
            self._storms.seen(scope, active=True),
            self._quarantine.waiting(scope, at_most=_COUNTED),
            self._saved.seen(agent),
            *(self._cases.count(scope, wanted_for(view, agent=agent.id), at_most=_COUNTED) for view in _SHOWN),
        )
        return {
            "me": agent,
            "storms": storms,
            "letters": letters,
            "counts": dict(zip(_SHOWN, counts, strict=True)),
            "counted": _COUNTED,
            "views": TITLES,
            "letters_of": LETTERS,
            "saved_views": saved,
            "brand_names": self._brands,
            "agent_name": self._agents.name,
        }
