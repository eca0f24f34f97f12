"""Which agents somebody may manage, by the agents' brands and role."""

from dataclasses import dataclass

from shared.directory.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Agents who serve no brand but these; none named means all of them. Admins only where `admins` says so."""

    brands: frozenset[str] = frozenset()
    admins: bool = False


def reach_of(by: Profile) -> Reach:
    """Return whom a supervisor may manage: nobody of other brands, and no admin unless they are one."""
    return Reach(brands=by.brands, admins=by.is_admin)


def may_give(role: object, *, by: Profile) -> bool:
    """May they make somebody this? Only admins make admins."""
    return role != "admin" or by.is_admin
