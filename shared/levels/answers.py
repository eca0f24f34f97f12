"""What is asked of an answer before it goes out: which checks warn or block, and who needs a second person.

Pure, so that rules and pages can hold it without the file that it stands in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Final


class Check(StrEnum):
    """What an answer is looked through for. docs/checks.md explains each."""

    LENGTH = "length"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    CARD_NUMBER = "card_number"
    REFERENCE = "reference"
    CONDESCENSION = "condescension"
    BLAME = "blame"
    NO_APOLOGY = "no_apology"
    NO_EXPLANATION = "no_explanation"
    NO_NEXT_STEP = "no_next_step"
    EMPTY_PROMISE = "empty_promise"
    SENT_TO_MANY = "sent_to_many"
    SHOUTING = "shouting"


class Level(StrEnum):
    """What a finding does. `block`: the answer is not taken."""

    OFF = "off"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentToMany:
    """The same text to this many different customers within this time is too often."""

    customers: int = 3
    within: timedelta = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandChecks:
    """The checks of one brand."""

    levels: Mapping[Check, Level]
    sent_to_many: SentToMany = SentToMany()

    def level(self, check: Check) -> Level:
        """Return what a finding of this check does."""
        return self.levels[check]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """What an answer is about. All conditions must hold; an empty one does, a list does where they share a word."""

    brands: frozenset[str] = frozenset()
    networks: frozenset[str] = frozenset()
    severities: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    intents: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule:
    """Answers about this need a second person, unless their author has all of `certifications` and `skills`.

    The second person has to have them too. Where none are named, every author needs another pair of eyes.
    """

    id: str
    match: Topics = Topics()
    certifications: frozenset[str] = frozenset()
    skills: frozenset[str] = frozenset()
    why: str = ""


_HARM: Final = (Check.CARD_NUMBER, Check.IBAN)
STANDARD: Final = BrandChecks(
    levels={check: Level.BLOCK if check in _HARM else Level.WARN for check in Check},
)
"""What counts where the file says nothing: money's numbers are never said in public, all else only warns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRules:
    """The checks by brand, those of all other brands, and the rules of approval, every one of which counts."""

    all: BrandChecks = STANDARD
    by_brand: Mapping[str, BrandChecks] = field(default_factory=dict)
    approvals: tuple[ApprovalRule, ...] = ()

    def checks(self, brand: str) -> BrandChecks:
        """Return the checks of a brand."""
        return self.by_brand.get(brand, self.all)


STANDARD_RULES: Final = AnswerRules()
"""No second person needed, and the standard checks."""
