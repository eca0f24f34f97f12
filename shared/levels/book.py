"""The service levels as the rest of Earshot understands them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from shared.case.state.policy import SEVERITIES, Book, Match, Policy, Queue
from shared.case.state.terms import Terms
from shared.levels.answers import STANDARD_RULES, AnswerRules
from shared.levels.conditions import Conditions
from shared.levels.model import LevelsFile, PolicyEntry

Hours = Mapping[str, str]
"""Calendars by name, each as `Calendar.text` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchRules:
    """`offline_after`: an agent silent or away this long loses unanswered cases; `silence_after`: a case untouched this
    long goes back (None: never). `weights`: what one case takes of a capacity, by network. `reach_raises_from`: from
    this audience on, severity is one step higher (None: no matter who reads it).
    """

    offline_after: timedelta
    silence_after: timedelta | None
    weights: Mapping[str, int]
    reach_raises_from: int | None

    def weight(self, network: str) -> int:
        """Return what one case of this network takes of an agent's capacity."""
        return self.weights.get(network, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """One version of the file. `digest`: of its content, so that two versions can be told apart."""

    book: Book
    rules: DispatchRules
    digest: str
    answers: AnswerRules = STANDARD_RULES


def levels(file: LevelsFile, *, digest: str) -> Levels:
    """Return what a checked file says."""
    hours = {name: one.calendar().text() for name, one in file.calendars.items()}
    queues = (
        Queue(id=one.id, match=_match(one.match, hours), skills=one.skills, certifications=one.certifications)
        for one in file.queues
    )
    silence = file.dispatch.silence_after
    return Levels(
        book=Book(policies=tuple(_policy(one, hours) for one in file.policies), queues=tuple(queues)),
        rules=DispatchRules(
            offline_after=timedelta(seconds=file.dispatch.offline_after),
            silence_after=None if silence is None else timedelta(seconds=silence),
            weights=file.dispatch.weights,
            reach_raises_from=file.dispatch.reach_raises_from,
        ),
        digest=digest,
        answers=file.answers.rules(),
    )


def _policy(entry: PolicyEntry, hours: Hours) -> Policy:
    targets = entry.targets
    terms = {
        severity: Terms(
            policy=entry.id,
            first_response=_target(targets.first_response, severity),
            next_response=_target(targets.next_response, severity),
            resolution=_target(targets.resolution, severity),
            warn_share=entry.warn_at,
            hours=None if entry.calendar is None else hours[entry.calendar],
            quiet_seconds=entry.quiet,
        )
        for severity in SEVERITIES
    }
    return Policy(
        id=entry.id, match=_match(entry.match, hours), terms=terms, on_warn=entry.on_warn, on_breach=entry.on_breach
    )


def _target(by_severity: Mapping[str, int] | None, severity: str) -> int | None:
    return None if by_severity is None else by_severity[severity]


def _match(conditions: Conditions, hours: Hours) -> Match:
    within = conditions.hours
    return Match(
        brands=conditions.brands,
        networks=conditions.networks,
        severities=frozenset(conditions.severities),
        tiers=conditions.tiers,
        languages=conditions.languages,
        intents=conditions.intents,
        needs_answer=conditions.needs_answer,
        hours=None if within is None else (hours[within.calendar], within.open),
    )
