"""What somebody proved who they are by, while they sign in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from shared.directory.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The agent that it proves, and `holds`: is it good still?

    That is asked once the session has begun. Whoever changes a key or a password ends sessions after it, so that one of
    the two sees the other. It may raise Unavailable.
    """

    agent: Profile
    holds: Callable[[], Awaitable[bool]]
