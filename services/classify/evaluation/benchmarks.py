"""The way of classifying, measured on public sets: fitted to a part of each set and tried on the rest.

These say how good the features and heads are where data is at hand. The shipped weights are another matter: they never
saw these sets.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC
from threadpoolctl import threadpool_limits

from services.classify.evaluation.figures import Figure, accuracy, macro_f1, macro_recall
from services.classify.model.artefact import rarity
from services.classify.model.valence import valences
from services.classify.training.fit import SEED
from services.classify.training.matrix import matrix, met, scaled
from services.classify.training.public import Labelled, labelled

_SPLIT: Final = 0.8
_FOLDS: Final = 10
"""The first 80 % of the file: the published test splits are kept from us."""


def airline_sentiment(folder: Path) -> list[Figure]:
    """Sentiment of posts to airlines: the last fifth by time, and a random fifth."""
    found = labelled(folder, "airline_first80_by_time", label="airline_sentiment")
    told = predicted(*_cut(found))
    shuffled = _shuffled(found)
    random = predicted(*_cut(shuffled))
    note = "last fifth of the first 80 %, the rest is kept from us"
    return [
        macro_f1("airline sentiment, time split, F1", *told, baseline=".736", target=0.75, note=note),
        macro_f1("airline sentiment, random, F1", *random, baseline=".763", target=0.78, note="random fifth of it"),
    ]


def airline_reason(folder: Path) -> list[Figure]:
    """Why they complain, ten reasons, by time."""
    found = labelled(
        folder,
        "airline_first80_by_time",
        label="negativereason",
        only=lambda row: row["negativereason"] != "Can't Tell",
    )
    told = predicted(*_cut(found), softness=1.0)
    note = "nine reasons, last fifth of the first 80 %"
    return [
        accuracy("airline reason, time, accuracy", *told, baseline=".625", target=0.64, note=note),
        macro_f1("airline reason, time, F1", *told, baseline=".506", target=0.53, note=note),
    ]


def banking(folder: Path) -> list[Figure]:
    """77 intents of bank customers."""
    told = predicted(*_cut(_shuffled(labelled(folder, "banking77_train"))), softness=1.0)
    return [accuracy("Banking77, accuracy, fast", *told, baseline=".925", target=0.925, note="random fifth of train")]


def semeval(folder: Path, limit: int = 50_000) -> list[Figure]:
    """Sentiment of tweets at large."""
    told = predicted(*_cut(_shuffled(labelled(folder, "semeval_2013_2016"))[:limit]))
    return [
        macro_recall(
            "SemEval, macro-recall",
            *told,
            baseline=".642",
            target=0.66,
            note="random fifth of 2013-16, not the 2017 test",
        )
    ]


def umsab(folder: Path) -> list[Figure]:
    """Sentiment in German, French, Spanish: few posts each."""
    figures = []
    best = {"german": (".643", 0.66), "french": (".615", 0.64), "spanish": (".557", 0.58)}
    for language, (baseline, target) in best.items():
        code = language[:2] if language != "spanish" else "es"
        code = {"ge": "de"}.get(code, code)
        seen = labelled(folder, f"umsab_{language}_train", language=code)
        unseen = labelled(folder, f"umsab_{language}_val", language=code)
        told = predicted(seen, unseen, softness=0.3)
        figures.append(
            macro_f1(f"UMSAB {code}, F1", *told, baseline=baseline, target=target, note="its validation part")
        )
    return figures


def complaints(folder: Path) -> list[Figure]:
    """Is it a complaint? Ten folds."""
    found = _shuffled(labelled(folder, "complaints_train"))
    truth: list[str] = []
    said: list[str] = []
    for fold in range(_FOLDS):
        seen = [one for place, one in enumerate(found) if place % _FOLDS != fold]
        unseen = [one for place, one in enumerate(found) if place % _FOLDS == fold]
        right, told = predicted(seen, unseen, softness=1.0, weight="balanced")
        truth += right
        said += told
    return [
        macro_f1(
            "complaint, ten folds, F1",
            truth,
            said,
            baseline=".827",
            target=0.835,
            note="macro, as published; 2,759 of 3,449 rows are ours to see",
        )
    ]


def predicted(
    seen: Sequence[Labelled], unseen: Sequence[Labelled], *, softness: float = 0.5, weight: str | None = None
) -> tuple[list[str], list[str]]:
    """Return the true and the predicted labels of `unseen`, fitted to `seen`."""
    glad = valences()
    known: csr_matrix = matrix([one.post for one in seen], glad)
    rare = rarity(met(known), len(seen))
    known, new = scaled(known, rare), scaled(matrix([one.post for one in unseen], glad), rare)
    with threadpool_limits(limits=1):
        head = LinearSVC(C=softness, class_weight=weight, random_state=SEED, tol=1e-3).fit(
            known, [one.label for one in seen]
        )
    return [one.label for one in unseen], [str(one) for one in head.predict(new)]


def _cut(found: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    at = int(len(found) * _SPLIT)
    return list(found[:at]), list(found[at:])


def _shuffled(found: Sequence[Labelled]) -> list[Labelled]:
    mixed = list(found)
    Random(SEED).shuffle(mixed)  # noqa: S311 a fixed seed is the point
    return mixed
