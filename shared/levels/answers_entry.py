"""The part `answers` of levels.yaml."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Annotated, Any, Final, Self

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from shared.contracts.taxonomy import FLAGS
from shared.directory.abilities import Languages, Networks, Slug
from shared.levels.answers import STANDARD, AnswerRules, ApprovalRule, BrandChecks, Check, Level, SentToMany, Topics
from shared.levels.conditions import LISTED, Entry, Severity, Word, all_is_any
from shared.levels.durations import Seconds

LONGEST: Final = timedelta(hours=168)
"""How long it is remembered what was said to whom, so `sent_to_many` cannot look back further."""

_LEVELS: Final = ", ".join(Level)


def _level(check: str, value: Any) -> Level:
    if value is False:  # YAML reads off as false
        return Level.OFF
    if not isinstance(value, str) or value not in set(Level):
        said = "on" if value is True else value
        raise ValueError(f"{check}: {said!r} is no level: write one of {_LEVELS}")
    return Level(value)


def _checks(value: Any) -> Mapping[Check, Level]:
    if not isinstance(value, Mapping):
        raise ValueError(f"write checks with what they do, such as {{{Check.IBAN}: {Level.BLOCK}}}")
    unknown = sorted(str(one) for one in value if one not in set(Check))
    if unknown:
        raise ValueError(f"there is no check {', '.join(unknown)}; known are {', '.join(Check)}")
    return {Check(name): _level(name, level) for name, level in value.items()}


def _customers(value: Any) -> Any:
    if type(value) is int and not 2 <= value <= 1000:
        raise ValueError(f"{value} customers: write 2 to 1000; to look at none, write {Check.SENT_TO_MANY}: off")
    return value


def _within(value: int) -> int:
    if value > LONGEST.total_seconds():
        hours = int(LONGEST.total_seconds()) // 3600
        raise ValueError(f"what was said is remembered for {hours} hours: write {hours}h at most")
    return value


def _flag(value: str) -> str:
    if value not in FLAGS:
        raise ValueError(f"there is no flag {value!r}; known are {', '.join(FLAGS)}")
    return value


Flag = Annotated[str, AfterValidator(_flag)]
Levels = Annotated[Mapping[Check, Level], PlainValidator(_checks)]


class SentToManyEntry(Entry):
    """The same text to so many different customers, within a time."""

    customers: Annotated[int, BeforeValidator(_customers), Field(strict=True)] = SentToMany().customers
    within: Annotated[Seconds, AfterValidator(_within)] = int(SentToMany().within.total_seconds())

    def said(self) -> SentToMany:
        """Return it as the rules hold it."""
        return SentToMany(customers=self.customers, within=timedelta(seconds=self.within))


class BrandEntry(Entry):
    """Where one brand differs from what stands above it."""

    checks: Levels = Field(default_factory=dict)
    sent_to_many: SentToManyEntry | None = None

    def over(self, above: BrandChecks) -> BrandChecks:
        """Return the brand's checks."""
        many = above.sent_to_many if self.sent_to_many is None else self.sent_to_many.said()
        return BrandChecks(levels={**above.levels, **self.checks}, sent_to_many=many)


class TopicsEntry(Entry):
    """All that are given must hold; a list does when the case has one of its words. Intents and tags are free text."""

    brands: Annotated[frozenset[Slug], LISTED] = frozenset()
    networks: Annotated[Networks, LISTED] = frozenset()
    severities: Annotated[frozenset[Severity], LISTED, AfterValidator(all_is_any)] = frozenset()
    tiers: Annotated[frozenset[Word], LISTED] = frozenset()
    languages: Annotated[Languages, LISTED] = frozenset()
    intents: Annotated[frozenset[Word], LISTED] = frozenset()
    tags: Annotated[frozenset[Word], LISTED] = frozenset()
    flags: Annotated[frozenset[Flag], LISTED] = frozenset()


class ApprovalEntry(Entry):
    """Who needs a second person for what, and what both have to be able to."""

    id: Slug
    match: TopicsEntry = TopicsEntry()
    certifications: frozenset[Slug] = frozenset()
    skills: frozenset[Slug] = frozenset()
    why: Annotated[str, Field(min_length=1, max_length=200)] | None = None

    def rule(self) -> ApprovalRule:
        """Return it as the rules hold it."""
        return ApprovalRule(
            id=self.id,
            match=Topics(**{name: frozenset(getattr(self.match, name)) for name in TopicsEntry.model_fields}),
            certifications=self.certifications,
            skills=self.skills,
            why=self.why or f"the rule {self.id} asks for it",
        )


class AnswersEntry(BrandEntry):
    """What every brand's answers are looked through for, where brands differ, and what needs a second person."""

    brands: Mapping[Slug, BrandEntry] = Field(default_factory=dict)
    approvals: tuple[ApprovalEntry, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        twice = list(_twice(self.approvals))
        if twice:
            raise ValidationError.from_exception_data("answers", twice)
        return self

    def rules(self) -> AnswerRules:
        """Return it as the rules hold it."""
        above = self.over(STANDARD)
        return AnswerRules(
            all=above,
            by_brand={brand: entry.over(above) for brand, entry in self.brands.items()},
            approvals=tuple(one.rule() for one in self.approvals),
        )


def _twice(approvals: tuple[ApprovalEntry, ...]) -> Iterator[InitErrorDetails]:
    for place, entry in enumerate(approvals):
        if any(other.id == entry.id for other in approvals[:place]):
            message = f"{entry.id!r} is used twice: give each rule an id of its own"
            error = PydanticCustomError("levels", "{what}", {"what": message})
            yield InitErrorDetails(type=error, loc=("approvals", place, "id"), input=None)
