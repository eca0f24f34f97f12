"""The rows of the table that are about our own taxonomy, on the evaluation posts."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from services.classify.evaluation.figures import Figure, accuracy, expected_error, macro_f1, share
from services.classify.evaluation.understood import LANGUAGES, Understood
from shared.contracts.classification import Severity

_HARMS: Final = frozenset({"safety", "injury", "self_harm", "threat", "legal", "fraud", "hardship"})
_GRAVE: Final = frozenset({Severity.HIGH, Severity.CRITICAL})


def own_figures(found: Sequence[Understood]) -> list[Figure]:
    """Return intent, answer, sentiment, severity, harm and calibration, and intent per language."""
    return [
        *_intent(found),
        *_answer(found),
        *_feeling(found),
        *_grave(found),
        *_calibration(found),
    ]


def _intent(found: Sequence[Understood]) -> list[Figure]:
    truth = [str(one.post.intent) for one in found]
    said = [one.found.intent for one in found]
    figures = [
        accuracy("intent, 13, accuracy", truth, said, baseline=".556 (n=320)", target=None),
        macro_f1("intent, 13, F1, fast", truth, said, baseline=".43 (n=320)", target=0.60),
    ]
    for language in LANGUAGES:
        some = [one for one in found if one.post.language == language]
        if some:
            pair = [str(one.post.intent) for one in some], [one.found.intent for one in some]
            figures.append(macro_f1(f"intent, F1, {language}", *pair, baseline="", target=0.60))
    return figures


def _answer(found: Sequence[Understood]) -> list[Figure]:
    truth = [str(one.post.needs_answer) for one in found]
    said = [str(one.found.needs_answer) for one in found]
    waits = [one for one in found if one.post.needs_answer]
    heard = sum(one.found.needs_answer for one in waits)
    return [
        macro_f1("needs answer, F1", truth, said, baseline=".847 (n=320)", target=0.87),
        share("needs answer, recall of who waits", heard, len(waits), baseline="", target=0.95),
    ]


def _feeling(found: Sequence[Understood]) -> list[Figure]:
    truth = [str(one.post.sentiment) for one in found]
    said = [str(one.found.sentiment) for one in found]
    return [macro_f1("sentiment, F1, own posts", truth, said, baseline="", target=None)]


def _grave(found: Sequence[Understood]) -> list[Figure]:
    """Harm: any flag of harm where there is one. Severity: high or critical where it is."""

    def harmed(flags: frozenset[str] | tuple[str, ...]) -> bool:
        return not _HARMS.isdisjoint(flags)

    harm = _recall_and_precision(
        found, lambda one: harmed(one.post.flags or frozenset()), lambda one: harmed(one.found.flags)
    )
    grave = _recall_and_precision(
        found, lambda one: one.post.severity in _GRAVE, lambda one: one.found.severity in _GRAVE
    )
    return [
        share("harm, recall", *harm[0], baseline="0 of 7", target=0.95),
        share("harm, precision", *harm[1], baseline="", target=0.5),
        share("severity high or critical, recall", *grave[0], baseline="", target=None),
        share("severity high or critical, precision", *grave[1], baseline="", target=None),
    ]


def _calibration(found: Sequence[Understood]) -> list[Figure]:
    heads: dict[str, tuple[list[float], list[bool]]] = {
        "intent": (
            [one.found.intent_confidence for one in found],
            [one.found.intent == one.post.intent for one in found],
        ),
        "sentiment": (
            [one.found.sentiment_confidence for one in found],
            [one.found.sentiment == one.post.sentiment for one in found],
        ),
        "needs answer": (
            [one.found.needs_answer_confidence for one in found],
            [one.found.needs_answer == one.post.needs_answer for one in found],
        ),
    }
    return [
        Figure(
            metric=f"calibration error, {name}",
            baseline=".028",
            target=0.03,
            result=expected_error(np.array(shares), np.array(hits)),
            n=len(found),
            interval=None,
            smaller=True,
        )
        for name, (shares, hits) in heads.items()
    ]


def _recall_and_precision(
    found: Sequence[Understood], true: Callable[[Understood], bool], said: Callable[[Understood], bool]
) -> tuple[tuple[int, int], tuple[int, int]]:
    both = sum(true(one) and said(one) for one in found)
    return (both, sum(map(true, found))), (both, sum(map(said, found)))
