"""Macros: written by supervisors within their brands, read and filled in by everyone whose brands they are for."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Protocol

from services.respond.domain.keyed_id import keyed_id
from services.respond.domain.macros import Macro, Rendered, Wording, render
from services.respond.domain.refusals import NoSuch, Outdated
from services.respond.domain.scope import Scope
from services.respond.handlers.answer import KeyReused
from services.respond.handlers.change import Asking, Cases, read
from services.respond.handlers.macro_rules import check_wording
from services.respond.handlers.roster_rules import NotWithinBrands
from shared.directory.profile import Profile
from shared.runtime.clock import Clock
from shared.runtime.ids import Ids


class Kept(Protocol):
    """Where macros are kept. Those of brands outside the scope are not there. Methods raise Unavailable."""

    async def add(self, macro: Macro) -> Macro:
        """Keep a macro; return it, or the one that has its id already."""
        ...

    async def get(self, scope: Scope, macro_id: str) -> Macro | None: ...

    async def replace(self, macro: Macro, *, at_version: int) -> bool:
        """Write the macro if it is still at that version; False: somebody was faster."""
        ...

    async def remove(self, macro_id: str, *, at_version: int) -> bool: ...


class Macros:
    """The use cases. All raise Unavailable; those on one macro NoSuch; those that change one NotWithinBrands, Outdated.

    Writing also raises NotTaken (unknown_variables, wrong_brand).
    """

    def __init__(
        self,
        *,
        macros: Kept,
        cases: Cases,
        brand_names: Mapping[str, str],
        clock: Clock,
        ids: Ids,
    ) -> None:
        """`brand_names`: of all brands that there are, by id."""
        self._macros = macros
        self._cases = cases
        self._brand_names = brand_names
        self._clock = clock
        self._ids = ids

    async def create(self, wording: Wording, *, by: Profile, key: str | None = None) -> Macro:
        """Add a macro. The same key by the same supervisor is the same macro. Raises KeyReused."""
        check_wording(wording, by=by, known=self._brand_names)
        now = self._clock()
        made = Macro(
            id=self._ids("m") if key is None else keyed_id("m", by.id, key),
            wording=wording,
            version=1,
            created_at=now,
            changed_at=now,
            changed_by=by.id,
        )
        kept = await self._macros.add(made)
        if kept.version == 1 and kept.wording != wording:
            raise KeyReused("this Idempotency-Key came with another macro before; use a new one")
        return kept

    async def get(self, macro_id: str, *, by: Profile) -> Macro:
        """Return a macro."""
        found = await self._macros.get(Scope(by.brands), macro_id)
        if found is None:
            raise NoSuch(macro_id)
        return found

    async def change(
        self, macro_id: str, wording: Wording, *, by: Profile, versions: Collection[int] | None = None
    ) -> Macro:
        """Return the macro as worded now. `versions`: it has to be at one of these; None: at any."""
        check_wording(wording, by=by, known=self._brand_names)
        found = await self._own(macro_id, by, versions)
        if found.wording == wording:
            return found
        after = replace(found, wording=wording, version=found.version + 1, changed_at=self._clock(), changed_by=by.id)
        if not await self._macros.replace(after, at_version=found.version):
            raise Outdated((await self.get(macro_id, by=by)).version)
        return after

    async def remove(self, macro_id: str, *, by: Profile, versions: Collection[int] | None = None) -> None:
        """Remove a macro."""
        found = await self._own(macro_id, by, versions)
        if not await self._macros.remove(found.id, at_version=found.version):
            raise Outdated((await self.get(macro_id, by=by)).version)

    async def fill_in(self, case_id: str, macro_id: str, asking: Asking, *, by: Profile) -> tuple[Macro, Rendered]:
        """Return the macro and its text for a case. Raises NoSuchCase, and NoSuch for a macro of another brand."""
        case = await read(self._cases, case_id, asking)
        found = await self.get(macro_id, by=by)
        if not found.wording.serves(case.brand):
            raise NoSuch(macro_id)
        values = {
            "customer.name": case.customer.display_name,
            "customer.handle": case.customer.handle,
            "agent.name": by.name,
            "brand.name": self._brand_names.get(case.brand),
            "case.id": case.id,
            "case.topic": case.intent,
        }
        return found, render(found.wording.text, values)

    async def _own(self, macro_id: str, by: Profile, versions: Collection[int] | None) -> Macro:
        found = await self.get(macro_id, by=by)
        if by.brands and found.wording.brand is None:
            raise NotWithinBrands("this macro is for all brands; ask a supervisor who serves them all")
        if versions is not None and found.version not in versions:
            raise Outdated(found.version)
        return found
