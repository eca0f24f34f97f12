"""How often agents correct what classify says: the report on understanding."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.respond.domain.corrections import KINDS, Difference, Kind

Model = str | None
"""A version of the model; None: the case has not kept which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """`count` times agents said `said` where `was` had been said."""

    difference: Difference
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfModel:
    """Messages that a model classified, those of them that agents corrected, and what: the most frequent first."""

    model: Model
    classified: int
    corrected: int
    labels: Mapping[Kind, int]
    confusions: tuple[Confusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was counted: messages by model, those corrected, corrected by label, and each difference."""

    classified: Mapping[Model, int]
    corrected: Mapping[Model, int]
    labels: Mapping[tuple[Model, Kind], int]
    differences: Mapping[tuple[Model, Difference], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """The report: all models together (whose `model` is None), and each by itself, the busiest first."""

    whole: OfModel
    models: tuple[OfModel, ...]


def understanding(counts: Counts, *, most: int) -> Understanding:
    """Return the report with at most so many confusions of each."""
    models = {*counts.classified, *counts.corrected}
    found = [_of(model, [model], counts, most=most) for model in models]
    return Understanding(
        whole=_of(None, models, counts, most=most),
        models=tuple(sorted(found, key=lambda one: (-one.classified, one.model or ""))),
    )


def _of(name: Model, models: Iterable[Model], counts: Counts, *, most: int) -> OfModel:
    chosen = set(models)
    labels: Counter[Kind] = Counter(dict.fromkeys(KINDS, 0))
    for (model, kind), count in counts.labels.items():
        if model in chosen:
            labels[kind] += count
    differences: Counter[Difference] = Counter()
    for (model, difference), count in counts.differences.items():
        if model in chosen:
            differences[difference] += count
    ordered = sorted(differences.items(), key=_most_frequent_first)
    return OfModel(
        model=name,
        classified=sum(counts.classified.get(model, 0) for model in chosen),
        corrected=sum(counts.corrected.get(model, 0) for model in chosen),
        labels={kind: labels[kind] for kind in KINDS},
        confusions=tuple(Confusion(difference=one, count=count) for one, count in ordered[:most]),
    )


def _most_frequent_first(pair: tuple[Difference, int]) -> tuple[int, int, str, str]:
    one, count = pair
    return -count, KINDS.index(one.label), one.was or "", one.said or ""
