"""Which agents a supervisor may manage, and which brands they may let them serve."""

from collections.abc import Collection

from services.respond.domain.reach import may_give
from shared.directory.profile import Profile


class NoSuchAgent(Exception):
    """There is no agent of that id, for whoever asks."""


class NotWithinBrands(Exception):
    """The agent serves brands that the supervisor does not."""


class AdminsOnly(Exception):
    """The agent is an admin, or would become one, and whoever asks is none."""


class WrongBrands(Exception):
    """These are no brands that the supervisor could let an agent serve."""


def check_brands(wanted: Collection[str], *, by: Profile, known: frozenset[str]) -> None:
    """Check the brands that an agent is to serve; `known` are those that there are. Raises WrongBrands."""
    seen = (known & by.brands) if by.brands else known
    unknown = sorted(set(wanted) - seen)
    if unknown:
        raise WrongBrands(f"there is no brand {', '.join(unknown)}; known are {', '.join(sorted(seen))}")
    if by.brands and not wanted:
        raise WrongBrands(f"none would mean all brands, and you serve only {', '.join(sorted(by.brands))}: name some")


def check_role(role: object, *, by: Profile) -> None:
    """Check the role that an agent is to have; None: it stays. Raises AdminsOnly."""
    if not may_give(role, by=by):
        raise AdminsOnly("only admins make somebody an admin; ask one")


def why_not(agent_id: str, found: Profile | None, *, by: Profile) -> Exception:
    """Return what to raise where an agent is not within the supervisor's reach. Whom they do not see is not there."""
    if found is None or not found.shares_a_brand_with(by):
        return NoSuchAgent(agent_id)
    if found.is_admin and not by.is_admin:
        return AdminsOnly(f"{agent_id} is an admin; only admins change them")
    return NotWithinBrands(f"{agent_id} also serves brands that you do not; ask a supervisor who serves them all")
