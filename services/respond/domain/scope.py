"""Which brands an agent sees. What lies outside is not there: 404, never 403."""

from dataclasses import dataclass

from shared.case.state.case import CANARY


@dataclass(frozen=True, slots=True)
class Scope:
    """The brands of an agent; none named means all of them."""

    brands: frozenset[str] = frozenset()

    @property
    def is_all(self) -> bool:
        """Does the agent see every brand, and what belongs to none?"""
        return not self.brands

    def sees(self, brand: str | None) -> bool:
        """Is a thing of that brand there for this agent? The watchdog's own cases are there for nobody."""
        return brand != CANARY and (self.is_all or brand in self.brands)
