"""From what stands in the file to the policies that posts are judged by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from services.classify.domain.harm import Harm
from services.classify.domain.phrases import Phrasebook
from services.classify.domain.policy import PLAIN, Meant, Policy
from services.classify.understanding.model import BrandEntry, UnderstandingFile

T = TypeVar("T")

_CERTAIN: Final = 1.0


@dataclass(frozen=True, slots=True)
class Understanding:
    """Each brand's policy, and `default` for the others. `titles`: by brand, the own intents with their titles."""

    default: Policy = PLAIN
    brands: Mapping[str, Policy] = field(default_factory=dict)
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, brand: str) -> Policy:
        """Return what this brand's posts are judged by."""
        return self.brands.get(brand, self.default)


def policies(file: UnderstandingFile) -> Understanding:
    """Return the policies.

    Where a brand differs from `default`, its languages, thresholds, second opinion and `off` take the place of those
    there, each for itself; its phrases and own intents come on top.
    """
    return Understanding(
        default=_policy(file.default, BrandEntry()),
        brands={brand: _policy(entry, file.default) for brand, entry in file.brands.items()},
        titles={
            brand: {name: own.title for one in (file.default, entry) for name, own in one.intents.own.items()}
            for brand, entry in {"": file.default, **file.brands}.items()
        },
    )


def _policy(brand: BrandEntry, default: BrandEntry) -> Policy:
    both = (brand, default)
    off = brand.intents.off if "off" in brand.intents.model_fields_set else default.intents.off
    intents = [entry for one in both for entry in _intents(one)]
    harms = [(harm, _CERTAIN, said) for one in both for harm, all_said in one.harm.phrases.items() for said in all_said]
    no_harm = [("none", _CERTAIN, said) for one in both for said in one.harm.no_harm]
    intent_at_least = _first(*(one.thresholds.intent for one in both))
    return Policy(
        languages=_first(*(one.languages for one in both)),
        answer_at_least=_first(*(one.thresholds.answer for one in both)),
        intent_at_least=PLAIN.intent_at_least if intent_at_least is None else intent_at_least,
        flags_at_least={**default.thresholds.flags, **brand.thresholds.flags},
        off=off,
        harms=Phrasebook[Harm](harms) if harms else None,
        intents=Phrasebook[Meant]([one for one in intents if one[0].name not in off]) if intents else None,
        not_harm=Phrasebook[str](no_harm) if no_harm else None,
        second_opinion=bool(_first(*(one.second_opinion for one in both))),
    )


def _intents(entry: BrandEntry) -> Iterator[tuple[Meant, float, str]]:
    for name, own in entry.intents.own.items():
        for said in own.phrases:
            yield Meant(name, own.like), _CERTAIN, said
    for intent, all_said in entry.intents.phrases.items():
        for said in all_said:
            yield Meant(intent, intent), _CERTAIN, said


def _first(*values: T | None) -> T | None:
    return next((one for one in values if one is not None), None)
