"""What there is to choose from in the filters of the queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from services.respond.console.filters import DUE_WORDS, NOBODY, UNKNOWN_LANGUAGE, Filters
from services.respond.domain.scope import Scope
from shared.case.state.case import Case
from shared.case.state.policy import SEVERITIES
from shared.directory.model import Directory
from shared.directory.profile import Profile


class Everybody(Protocol):
    """The agents who are not gone."""

    def all(self) -> tuple[Profile, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One filter as people choose it: its name, its label, the values and how they are called."""

    name: str
    label: str
    values: Sequence[tuple[str, str]]

    def says(self, value: str) -> str:
        """Return how a value is called; whoever typed another into the address reads that."""
        return dict(self.values).get(value, value)


def choices(
    found: Sequence[Case], chosen: Filters, *, directory: Directory, everybody: Everybody, scope: Scope, owners: bool
) -> list[Choice]:
    """Return the filters that there is something to choose in. Topics, languages and tags are those on the page.

    `owners`: does the view leave it open whose the cases are?
    """
    brands = [(brand.id, brand.name) for brand in directory.brands if scope.sees(brand.id)]
    networks = sorted({account.network for account in directory.accounts} | {case.network for case in found})
    languages = {case.language for case in found if case.language} | {chosen.language} - {""}
    named = {
        "brand": brands if len(brands) > 1 else [],
        "network": [(name, name) for name in networks] if len(networks) > 1 else [],
        "severity": [(level, level.capitalize()) for level in reversed(SEVERITIES)],
        "due": list(DUE_WORDS.items()),
        "owner": [(NOBODY, "Nobody"), *agents_of(everybody, scope)] if owners else [],
        "language": [(name, name) for name in sorted(languages)] + [(UNKNOWN_LANGUAGE, "Not known")],
        "intent": _those({case.intent for case in found}, chosen.intent),
        "tag": _those({tag for case in found for tag in case.tags}, chosen.tag),
    }
    labels = {"intent": "Topic"}
    return [
        Choice(name=name, label=labels.get(name, name.capitalize()), values=values)
        for name, values in named.items()
        if values
    ]


def _those(values: set[str | None], chosen: str) -> list[tuple[str, str]]:
    return [(one, one) for one in sorted({one for one in values if one} | ({chosen} - {""}))]


def agents_of(everybody: Everybody, scope: Scope) -> list[tuple[str, str]]:
    """Return ids and names of those who serve one of these brands, by name."""
    seen = (one for one in everybody.all() if scope.is_all or not one.brands or one.brands & scope.brands)
    return sorted(((one.id, one.name) for one in seen), key=lambda pair: pair[1].casefold())
