"""Who an agent is, without any secret: what may be shown, compared and passed on."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

Role = Literal["agent", "supervisor", "admin"]
"""Each may do what the one before it may."""
Source = Literal["file", "api"]
"""Where an agent is kept, and so where they are changed: in earshot.yaml, or through the API."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An agent. `capacity`: cases that are theirs at a time. Languages, networks, brands: empty means all."""

    id: str
    name: str
    source: Source
    role: Role = "agent"
    capacity: int = 20
    skills: frozenset[str] = frozenset()
    certifications: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()

    @property
    def is_supervisor(self) -> bool:
        """May they manage agents?"""
        return self.role in ("supervisor", "admin")

    @property
    def is_admin(self) -> bool:
        """May they manage what all brands stand on: webhooks, accounts, the audit trail?"""
        return self.role == "admin"

    def shares_a_brand_with(self, other: "Profile") -> bool:
        """Is there a brand that both serve?"""
        return not self.brands or not other.brands or not self.brands.isdisjoint(other.brands)

    def is_within(self, brands: Collection[str]) -> bool:
        """Do they serve no brand but these? None named means all of them."""
        return not brands or (bool(self.brands) and self.brands.issubset(brands))
