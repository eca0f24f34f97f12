"""Saved views: everybody makes their own, supervisors share theirs."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from services.respond.domain.keyed_id import keyed_id
from services.respond.domain.refusals import NoSuch, NotTaken
from services.respond.domain.scope import Scope
from services.respond.domain.views import MOST_VIEWS, Filter, Sort, View
from services.respond.handlers.answer import KeyReused
from services.respond.handlers.roster_rules import NotWithinBrands
from shared.case.refused import Refused
from shared.directory.profile import Profile
from shared.runtime.clock import Clock
from shared.runtime.ids import Ids


class Kept(Protocol):
    """Where views are kept; of what an agent does not see, nothing is there. Methods raise Unavailable."""

    async def seen(self, agent: str, scope: Scope) -> list[View]: ...

    async def get(self, view_id: str, agent: str, scope: Scope) -> View | None: ...

    async def made_by(self, agent: str, *, at_most: int) -> int: ...

    async def add(self, view: View) -> View: ...

    async def put(self, view: View) -> bool: ...

    async def remove(self, view_id: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a view should be."""

    name: str
    filter: Filter
    sort: Sort
    shared: bool


class Views:
    """All raise Unavailable; all about one view raise NoSuch where the agent does not see it.

    That only supervisors write shared ones is checked before; that they serve all brands which it is for, here
    (NotWithinBrands). NotTaken (brand_missing): who does not see all brands shares with those of one.
    """

    def __init__(self, *, kept: Kept, brands: Collection[str], clock: Clock, ids: Ids) -> None:
        """`brands`: the ids of those that there are."""
        self._kept = kept
        self._brands = frozenset(brands)
        self._clock = clock
        self._ids = ids

    async def seen(self, by: Profile) -> list[View]:
        """Return the agent's own views, and those that are shared with them, by name."""
        return await self._kept.seen(by.id, Scope(by.brands))

    async def get(self, view_id: str, by: Profile) -> View:
        """Return one view."""
        found = await self._kept.get(view_id, by.id, Scope(by.brands))
        if found is None:
            raise NoSuch(view_id)
        return found

    async def create(self, wish: Wish, *, by: Profile, key: str | None) -> View:
        """Keep a new view; the same key by the same agent is the same view.

        Raises Refused (too_many_views) and KeyReused.
        """
        self._check(wish, by)
        view_id = self._ids("v") if key is None else keyed_id("v", by.id, key)
        is_again = key is not None and await self._kept.get(view_id, by.id, Scope(by.brands)) is not None
        if not is_again and await self._kept.made_by(by.id, at_most=MOST_VIEWS) >= MOST_VIEWS:
            raise Refused("too_many_views", f"you have made {MOST_VIEWS} views, which is the most; remove one first")
        made = await self._kept.add(self._view(view_id, wish, by=by.id))
        if (made.name, made.filter, made.sort, made.shared) != (wish.name, wish.filter, wish.sort, wish.shared):
            raise KeyReused("this Idempotency-Key came with another view before; use a new one")
        return made

    async def change(self, view_id: str, wish: Wish, *, by: Profile) -> View:
        """Make the view this; it stays its maker's."""
        before = await self._get_to_change(view_id, by)
        self._check(wish, by)
        if before.by != by.id and not wish.shared:
            raise NotTaken("not_yours_to_keep", f"{before.by} made this view: it stays shared, or remove it")
        view = self._view(view_id, wish, by=before.by)
        if not await self._kept.put(view):
            raise NoSuch(view_id)
        return view

    async def remove(self, view_id: str, *, by: Profile) -> None:
        """Forget the view."""
        await self._get_to_change(view_id, by)
        await self._kept.remove(view_id)

    async def _get_to_change(self, view_id: str, by: Profile) -> View:
        view = await self.get(view_id, by)
        if not view.is_changed_by(by):
            raise NotWithinBrands("this view is shared with brands that you do not serve; ask a supervisor who does")
        return view

    def _check(self, wish: Wish, by: Profile) -> None:
        if not wish.shared:
            return
        seen = self._brands & by.brands if by.brands else self._brands
        if by.brands and wish.filter.brand is None:
            raise NotTaken("brand_missing", f"say with those of which brand to share it: {', '.join(sorted(seen))}")
        if wish.filter.brand is not None and wish.filter.brand not in seen:
            raise NotTaken("wrong_brand", f"there is no brand {wish.filter.brand}; known are {', '.join(sorted(seen))}")

    def _view(self, view_id: str, wish: Wish, *, by: str) -> View:
        return View(
            id=view_id,
            name=wish.name,
            by=by,
            shared=wish.shared,
            filter=wish.filter,
            sort=wish.sort,
            changed_at=self._clock(),
        )
