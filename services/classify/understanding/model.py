"""What stands in understanding.yaml."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from services.classify.domain.harm import Harm
from services.classify.domain.taxonomy import Intent
from services.classify.understanding.phrase import phrases
from shared.contracts.taxonomy import FLAGS
from shared.directory.abilities import Slug

_MOST_OWN: Final = 50
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{1,39}")

_Sure = Annotated[bool, Field(strict=True)]


def _share(value: Any) -> Any:
    if isinstance(value, bool) or not (isinstance(value, int | float) and 0 < value <= 1):
        raise ValueError(f"{value!r} is no share of likelihood: write a number above 0 and up to 1, such as 0.6")
    return value


def _known(kind: str, known: tuple[str, ...], value: Any) -> Any:
    """A mapping or a list whose keys are of these."""
    unknown = sorted(str(one) for one in value if one not in known) if isinstance(value, Mapping | list) else []
    if unknown:
        raise ValueError(f"there is no {kind} {', '.join(unknown)}; known are {', '.join(known)}")
    return value


def _intents(value: Any) -> Any:
    return _known("intent", tuple(Intent), value)


def _harms(value: Any) -> Any:
    return _known("kind of harm", tuple(Harm), value)


def _flags(value: Any) -> Any:
    return _known("flag", FLAGS, value)


def _name(value: Any) -> Any:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise ValueError(f"{value!r} is no name of an intent: write 2 to 40 small letters, digits and _, as warranty")
    if value in set(Intent):
        raise ValueError(f"{value} is an intent already: add phrases to it under phrases")
    return value


def _unused(value: Any) -> Any:
    if not isinstance(value, list):
        raise ValueError(f"write a list: [{value}]")
    if Intent.OTHER in value:
        raise ValueError("other cannot be off: it is what remains when nothing else fits")
    return _intents(value)


Share = Annotated[float, BeforeValidator(_share)]
Phrases = Annotated[tuple[str, ...], BeforeValidator(phrases)]
OwnName = Annotated[str, BeforeValidator(_name)]


class Entry(BaseModel):
    """A part of the file: nothing changes it, and nothing unknown stands in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, value: Any) -> Any:
        """YAML reads the key `off` as false. `brands:` with nothing below it says the same as no `brands`."""
        if not isinstance(value, Mapping):
            return value
        given = {"off" if key is False else key: one for key, one in value.items() if one is not None}
        known = [field.alias or name for name, field in cls.model_fields.items()]
        unknown = sorted(str(key) for key in given if key not in known)
        if unknown:
            raise ValueError(f"there is no setting {', '.join(unknown)} here; known are {', '.join(known)}")
        return given


class Thresholds(Entry):
    """From which share of likelihood (0..1) on something holds; what is left out is the model's own."""

    answer: Share | None = None
    intent: Share | None = None
    flags: Annotated[Mapping[str, Share], BeforeValidator(_flags)] = Field(default_factory=dict)


class OwnIntent(Entry):
    """An intent that only this brand has: found by its phrases, counted as `like` for storms and problems."""

    title: Annotated[str, Field(min_length=1, max_length=60)]
    phrases: Phrases
    like: Annotated[Intent, BeforeValidator(lambda value: _intents([value])[0])]


class Intents(Entry):
    """Which intents a brand does without, the words that name one here, and intents of its own."""

    off: Annotated[frozenset[Intent], BeforeValidator(_unused)] = frozenset()
    phrases: Annotated[Mapping[Intent, Phrases], BeforeValidator(_intents)] = Field(default_factory=dict)
    own: Annotated[Mapping[OwnName, OwnIntent], Field(max_length=_MOST_OWN)] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _used(self) -> Self:
        idle = sorted(self.off & self.phrases.keys())
        if idle:
            raise ValueError(f"{', '.join(idle)} is off, yet has phrases: take it out of off, or its phrases away")
        return self


class HarmWords(Entry):
    """Words that mean harm here, and words that do not."""

    phrases: Annotated[Mapping[Harm, Phrases], BeforeValidator(_harms)] = Field(default_factory=dict)
    no_harm: Annotated[Phrases, Field(alias="not")] = ()


class BrandEntry(Entry):
    """What a brand sets, or, under `default`, what holds for every brand that does not say otherwise."""

    languages: tuple[str, ...] | None = None
    thresholds: Thresholds = Thresholds()
    intents: Intents = Intents()
    harm: HarmWords = HarmWords()
    second_opinion: _Sure | None = None

    @field_validator("languages", mode="before")
    @classmethod
    def _read_here(cls, value: Any, info: ValidationInfo) -> Any:
        """YAML reads no as false, so Norwegian needs quotes. The context holds the languages that the station reads."""
        if not isinstance(value, list) or not value:
            raise ValueError("write a list, such as [en, nl], or leave it out for all that this station reads")
        if any(one is False for one in value):
            raise ValueError('YAML reads no as false: write Norwegian in quotes, "no"')
        read = tuple(info.context or ())
        unknown = sorted(str(one) for one in value if one not in read)
        if unknown:
            known = f"read are {', '.join(read)}; EARSHOT_LANGUAGES adds others"
            raise ValueError(f"{', '.join(unknown)} is no language that this station reads: {known}")
        return value


class UnderstandingFile(Entry):
    """The whole file. Brands are named by their ids in earshot.yaml."""

    version: Literal[1]
    default: BrandEntry = BrandEntry()
    brands: Mapping[Slug, BrandEntry] = Field(default_factory=dict)
