"""What is told, and to whom."""

from dataclasses import dataclass

from services.respond.domain.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event. `id` is `boot-number`: numbers mean nothing to another instance, or to this one after a restart.

    It is for everyone who sees the brand (None: everyone), unless it is for one agent (`to`), or for supervisors.
    """

    id: str
    kind: str
    brand: str | None
    data: str
    to: str | None = None
    for_supervisors: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """Who listens: what they see, and who they are."""

    scope: Scope
    agent: str
    is_supervisor: bool = False

    def are_meant_by(self, event: Told) -> bool:
        """Is the event any of theirs?"""
        if event.brand is not None and not self.scope.sees(event.brand):
            return False
        return event.to in (None, self.agent) and (self.is_supervisor or not event.for_supervisors)
