"""The rows of the table that are about rules: harm by phrases alone, personal data by its forms."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from services.classify.evaluation import harm, personal
from services.classify.evaluation.figures import Figure, share
from services.classify.training.authored import Post
from services.classify.training.public import labelled

_ENOUGH: Final = 10
"""A flag with fewer posts is not shown alone: one post more or less would be everything."""
_TARGETS: Final = {"phone": (".82", 0.93), "card": (".97", 0.99), "email": ("1.0", 1.0), "iban": ("1.0", 1.0)}
_SETS: Final = (
    ("airline_first80_by_time", "airline_sentiment"),
    ("complaints_train", "y"),
    ("umsab_german_train", "y"),
)
_PUBLIC: Final = "tweets, some of which do hold personal data"


def harm_figures(posts: Sequence[Post]) -> list[Figure]:
    """Return recall and precision of the rules alone, of any harm and of each flag with ten posts or more."""
    rows = []
    for one in harm.figures(posts):
        if one.n < _ENOUGH:
            continue
        whole = one.flag == harm.ALL
        name = "any harm" if whole else one.flag
        rows.append(share(f"rules alone, {name}, recall", one.found, one.n, baseline="", target=0.95))
        rows.append(share(f"rules alone, {name}, precision", one.found, one.raised, baseline="", target=0.5))
    return rows


def personal_figures(posts: Sequence[Post]) -> list[Figure]:
    """Return recall over made-up numbers put into the posts, and what is found in posts that hold none."""
    rows = []
    for one in personal.figures([post.text for post in posts]):
        baseline, target = _TARGETS.get(one.kind, ("", None))
        metric, note = f"personal data, {one.kind}, recall", "made up by country, put into posts"
        rows.append(share(metric, one.found, one.n, baseline=baseline, target=target, note=note))
    rows.append(_false("personal data, false per 1,000, own posts", [post.text for post in posts], ""))
    return rows


def public_false_figures(folder: Path) -> list[Figure]:
    """Return how many of 1,000 public posts have a span of personal data. Raises Absent."""
    texts = [one.post.text for name, label in _SETS for one in labelled(folder, name, label=label)]
    return [_false("personal data, found per 1,000, public posts", texts, _PUBLIC)]


def _false(metric: str, texts: Sequence[str], note: str) -> Figure:
    return Figure(
        metric=metric,
        baseline="",
        target=1.0,
        result=personal.false_per_thousand(texts),
        n=len(texts),
        interval=None,
        smaller=True,
        note=note,
    )
