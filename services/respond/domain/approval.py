"""Which answers need a second person, and who that may be. Every rule that matches counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.directory.profile import Profile
from shared.levels.answers import ApprovalRule, Topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """A second person, who has all of these. `why` is for people."""

    why: str
    certifications: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()

    @property
    def asked(self) -> str:
        """Why, and what that person has to have, as one sentence's end."""
        has = sorted(self.certifications | self.skills)
        return f"{self.why} ({', '.join(has)} needed)" if has else self.why

    def lacking(self, approver: Profile | None) -> tuple[str, ...]:
        """Return what somebody lacks to be that person; whoever is gone lacks everything."""
        if approver is None:
            return tuple(sorted(self.certifications | self.skills))
        return tuple(sorted((self.certifications - approver.certifications) | (self.skills - approver.skills)))


def needed(rules: Sequence[ApprovalRule], case: Case, answers: str, author: Profile | None) -> Needed | None:
    """Return what an answer of this author to this message needs; None: it may go out by itself.

    What the answer is about is what the case is about, the message, and every other message that has no answer yet:
    the answer counts for those too.
    """
    about = [one for one in case.messages if one.id == answers or one.is_unanswered]
    asked = [rule for rule in rules if _matches(rule.match, case, about) and not _is_able(rule, author)]
    if not asked:
        return None
    return Needed(
        why="; ".join(dict.fromkeys(rule.why for rule in asked)),
        certifications=frozenset().union(*(rule.certifications for rule in asked)),
        skills=frozenset().union(*(rule.skills for rule in asked)),
    )


def _is_able(rule: ApprovalRule, author: Profile | None) -> bool:
    """Does the author need nobody else, because of what they can do?"""
    if author is None or not (rule.certifications or rule.skills):
        return False
    return rule.certifications <= author.certifications and rule.skills <= author.skills


def _matches(topics: Topics, case: Case, about: Sequence[Message]) -> bool:
    return (
        _shares(topics.brands, [case.brand])
        and _shares(topics.networks, [case.network])
        and _shares(topics.tiers, [case.customer.tier])
        and _shares(topics.languages, [case.spoken])
        and _shares(topics.severities, [case.severity, *(one.severity for one in about)])
        and _shares(topics.intents, [case.intent, *(one.intent for one in about)])
        and _shares(topics.tags, case.tags)
        and _shares(topics.flags, [flag for one in about for flag in one.flags])
    )


def _shares(wanted: frozenset[str], words: Iterable[str | None]) -> bool:
    return not wanted or any(word in wanted for word in words)
