"""Who a request can come from: a person of the roster, or a support platform of earshot.yaml's `senders`."""

from dataclasses import dataclass

from starlette.requests import Request

from shared.directory.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A support platform. It is no agent: it serves one brand, and only what is declared for senders is open to it."""

    id: str
    brand: str

    @property
    def brands(self) -> frozenset[str]:
        """Return its one brand, in the shape in which a Profile has brands; it is never empty, so never means all."""
        return frozenset({self.brand})


Principal = Profile | Platform
"""Both have `id` and `brands`. Their ids can be the same word; `known_as` cannot."""


def known_as(principal: Principal) -> str:
    """Return how records name who did something: an agent's id, or `sender:` and a platform's; no id holds a colon."""
    return principal.id if isinstance(principal, Profile) else f"sender:{principal.id}"


def agent_of(request: Request) -> Profile | None:
    """Return the person who is asking, as the gate found out."""
    found = getattr(request.state, "agent", None)
    return found if isinstance(found, Profile) else None


def sender_of(request: Request) -> Platform | None:
    """Return the support platform that is asking, as the gate found out."""
    found = getattr(request.state, "sender", None)
    return found if isinstance(found, Platform) else None
