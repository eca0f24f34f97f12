"""How often the language is right. Rows say which share is told at all, and how much of that: `und` is no mistake."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from services.classify.domain.text import read
from services.classify.evaluation.figures import Figure, accuracy
from services.classify.evaluation.intervals import of_share
from services.classify.model.language import UNKNOWN, Languages
from services.classify.training.authored import Post, evaluation_posts
from services.classify.training.public import labelled, rows

_AT_A_TIME: Final = 64
_LANGUAGES: Final = ("en", "nl", "de", "fr", "es")
_UMSAB: Final = {"english": "en", "german": "de", "french": "fr", "spanish": "es"}
_MORE_LANGUAGES: Final = "baseline of 7 languages, ours tells 5 apart"


def carter(folder: Path) -> list[Figure]:
    """Tweets in five languages, whole and cut to their first five words; some are labelled wrongly. Raises Absent."""
    found = labelled(folder, "carter_langid_train")
    texts, truth = [one.post.text for one in found], [one.label for one in found]
    short = [" ".join(text.split()[:5]) for text in texts]
    return [
        accuracy("language, Carter, best guess", truth, _guessed(texts), baseline=".963", target=0.965),
        accuracy("language, first five words, best guess", truth, _guessed(short), baseline=".925", target=0.93),
        *_told("language, Carter", truth, texts, target=0.98),
        *_told("language, first five words", truth, short, target=None),
    ]


def umsab(folder: Path) -> list[Figure]:
    """Tweets at large, in four languages; on these, cut to five words, the weight of our own model was chosen.

    Raises Absent.
    """
    truth: list[str] = []
    texts: list[str] = []
    for name, language in _UMSAB.items():
        mine = [str(row["text"]) for row in rows(folder, f"umsab_{name}_train")]
        texts += mine
        truth += [language] * len(mine)
    return [
        accuracy(
            "language, UMSAB, best guess", truth, _guessed(texts), baseline=".986", target=None, note=_MORE_LANGUAGES
        ),
        *_told("language, UMSAB", truth, texts, target=0.98),
    ]


def authored(posts: Sequence[Post] | None = None) -> list[Figure]:
    """Our own evaluation posts, all and by language, by best guess; and what is told of them."""
    posts = evaluation_posts() if posts is None else posts
    truth, texts = [post.language for post in posts], [post.text for post in posts]
    guessed = _guessed(texts)
    figures = [accuracy("language, own posts, best guess", truth, guessed, baseline="", target=None)]
    for language in _LANGUAGES:
        mine = [place for place, one in enumerate(truth) if one == language]
        if mine:
            said = [guessed[place] for place in mine]
            name = f"language, own posts, {language}, best guess"
            figures.append(accuracy(name, [language] * len(mine), said, baseline="", target=None))
    return [*figures, *_told("language, own posts", truth, texts, target=0.98)]


def _told(name: str, truth: Sequence[str], texts: Sequence[str], *, target: float | None) -> list[Figure]:
    """What does not stay `und`: how much of all that is, and how often it is right."""
    said = [
        found.language
        for some in _batches(texts)
        for found in _languages().find([read(text) for text in some], [()] * len(some), [None] * len(some))
    ]
    told = [(one, other) for one, other in zip(truth, said, strict=True) if other != UNKNOWN]
    share = Figure(
        metric=f"{name}, share told",
        baseline="",
        target=None,
        result=len(told) / max(len(truth), 1),
        n=len(truth),
        interval=of_share(len(told), len(truth)),
    )
    right = accuracy(f"{name}, right where told", *map(list, zip(*told, strict=True)), baseline="", target=target)
    return [share, right]


def _guessed(texts: Sequence[str]) -> list[str]:
    """The likeliest language, however unsure."""
    languages = _languages()
    return [
        languages.languages[column]
        for some in _batches(texts)
        for column in languages.shares([read(text).plain for text in some]).argmax(axis=1).tolist()
    ]


def _batches(texts: Sequence[str]) -> list[Sequence[str]]:
    return [texts[start : start + _AT_A_TIME] for start in range(0, len(texts), _AT_A_TIME)]


@cache
def _languages() -> Languages:
    return Languages(_LANGUAGES)
