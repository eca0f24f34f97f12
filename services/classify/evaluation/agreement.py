"""How far the people agree who labelled the evaluation posts: no model can be surer than they are.

`posts/labels/<language>.<labeller>.tsv` has each labeller's own labels: the author's, a second labeller's who saw only
texts, and a third's for every fourth post. `posts/<language>.tsv` has what stands after the differences were settled.
All three are of one kind (language models under the same instructions), so that people may well agree less.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from services.classify.evaluation.figures import Figure
from services.classify.training.authored import EVALUATION

_COLUMNS: Final = ("intent", "sentiment", "needs answer", "severity")

Labels = Mapping[str, Sequence[str]]
"""By post: intent, sentiment, needs answer, severity, flags."""


def agreement_figures(folder: Path = EVALUATION / "labels") -> list[Figure]:
    """Return Cohen's kappa between the labellers, per label."""
    first, second, third = (_labels(folder, name) for name in ("first", "second", "third"))
    figures = []
    for column, name in enumerate(_COLUMNS):
        for one, other, who in ((first, second, "first and second"), (first, third, "first and third")):
            shared = sorted(one.keys() & other.keys())
            pairs = [(one[post][column], other[post][column]) for post in shared]
            figures.append(
                Figure(
                    metric=f"kappa of labellers, {name}",
                    baseline="",
                    target=None,
                    result=kappa(pairs),
                    n=len(pairs),
                    interval=None,
                    note=who,
                )
            )
    return figures


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Return Cohen's kappa: agreement beyond what chance would give; 1 is perfect, 0 is chance."""
    n = len(pairs)
    seen = sum(one == other for one, other in pairs) / n
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(left[label] * right[label] for label in left) / (n * n)
    return 1.0 if chance == 1.0 else (seen - chance) / (1 - chance)


def _labels(folder: Path, labeller: str) -> Labels:
    found: dict[str, Sequence[str]] = {}
    for path in sorted(folder.glob(f"*.{labeller}.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                post, *labels = line.split("\t")
                found[post] = labels
    return found
