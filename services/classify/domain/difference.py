"""What another judgement of the same mentions would change, counted: from which label to which, per brand."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from shared.contracts.classification import Classification
from shared.contracts.mention import Mention

_WORDS: Final = 4
_NUMBER: Final = re.compile(r"\d{5,}")
"""May be somebody's own: what decided is shown also where texts are not."""


@dataclass(frozen=True, slots=True)
class Change:
    """One label of one mention: what it was, what it would be, and the words that decided."""

    field: str
    was: str
    would_be: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A mention that would change, by its event id; `text` is the customer's."""

    event_id: str
    words: tuple[str, ...]
    text: str


@dataclass(slots=True)
class BrandTally:
    """One brand's mentions: how many, how many would stay just as they are, and the others' changes with examples.

    The keys are field, was, would be.
    """

    mentions: int = 0
    same: int = 0
    changes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    examples: dict[tuple[str, str, str], list[Example]] = field(default_factory=dict)

    def ordered(self) -> Iterator[tuple[tuple[str, str, str], int]]:
        """Give the changes with their counts: field by field, the most frequent first."""
        yield from sorted(
            self.changes.items(), key=lambda item: (FIELDS.index(item[0][0]), -item[1], item[0][1], item[0][2])
        )


@dataclass(slots=True)
class Tally:
    """All that was judged anew. `models`: who had judged then. `examples`: how many of each change are kept."""

    examples: int
    brands: dict[str, BrandTally] = field(default_factory=dict)
    models: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    """Mentions whose labels were somebody else's opinion, which is not asked again."""

    @property
    def mentions(self) -> int:
        """How many were judged anew."""
        return sum(brand.mentions for brand in self.brands.values())

    @property
    def same(self) -> int:
        """How many would stay just as they are."""
        return sum(brand.same for brand in self.brands.values())

    def add(self, mention: Mention, then: Classification, now: Classification) -> None:
        """Count a mention."""
        brand = self.brands.setdefault(mention.brand, BrandTally())
        brand.mentions += 1
        self.models[then.model] += 1
        self.asked += then.source != "fast"
        found = list(changes(then, now))
        brand.same += not found
        for change in found:
            key = (change.field, change.was, change.would_be)
            brand.changes[key] += 1
            kept = brand.examples.setdefault(key, [])
            if len(kept) < self.examples:
                kept.append(Example(mention.event_id, change.words, mention.text))


FIELDS: Final = ("language", "intent", "sentiment", "severity", "needs_answer", "flags")
"""What is compared; not confidences, which move with every model."""


def changes(then: Classification, now: Classification) -> Iterator[Change]:
    """Give what differs between two judgements of one mention. Each flag stands for itself."""
    labels: Mapping[str, tuple[str, ...]] = {
        "language": (),
        "intent": ("intent:",),
        "sentiment": ("sentiment:",),
        "severity": ("flag:", "needs_answer", "no_answer"),
        "needs_answer": ("needs_answer", "no_answer"),
    }
    for name, reasons in labels.items():
        was, would_be = _shown(getattr(then, name)), _shown(getattr(now, name))
        if was != would_be:
            yield Change(name, was, would_be, _words(now, reasons))
    for flag in sorted({*then.flags} ^ {*now.flags}):
        raised = flag in now.flags
        words = _words(now if raised else then, (f"flag:{flag}",))
        yield Change("flags", *((f"not {flag}", flag) if raised else (flag, f"not {flag}")), words)


def _shown(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _words(judged: Classification, labels: tuple[str, ...]) -> tuple[str, ...]:
    found = [one.evidence for one in judged.reasons if labels and one.label.startswith(labels)]
    return tuple(_NUMBER.sub("[number]", one) for one in found[:_WORDS])
