"""The posts that are read: as long as people make them, each once."""

import random
from collections.abc import Iterator, Sequence
from itertools import chain, cycle, islice
from typing import Final

from services.classify.training.authored import evaluation_posts, training_posts
from services.classify.training.public import BESIDE, Absent, rows
from shared.contracts.mention import Mention
from tests.builders import a_mention

AIRLINE: Final = "airline_first80_by_time"
_SEED: Final = 5


def authored() -> list[Mention]:
    """Return the evaluation posts, five languages mixed. Their labels play no part here."""
    return _mixed([post.text for post in evaluation_posts()])


def airline(most: int) -> list[Mention]:
    """Return some posts to airlines, from the public sets beside the project; none where they are not there."""
    return _mixed(_airline())[:most]


def earlier(most: int) -> list[Mention]:
    """Return what the classifier has read before it is measured: training posts, none of which is measured.

    A few, of one emoji or the like, are in both sets.
    """
    measured = {post.text for post in evaluation_posts()}
    return _mixed([post.text for post in training_posts() if post.text not in measured])[:most]


def many(count: int) -> Iterator[Mention]:
    """Yield so many posts: all there are, and then again from the first. One at a time, for memory is measured."""
    texts = [post.text for post in chain(evaluation_posts(), training_posts())] + _airline()
    return map(_mention, range(count), islice(cycle(texts), count))


def _airline() -> list[str]:
    try:
        return [str(row["text"]) for row in rows(BESIDE, AIRLINE)]
    except Absent:
        return []


def _mixed(texts: Sequence[str]) -> list[Mention]:
    order = random.Random(_SEED).sample(texts, len(texts))
    return [_mention(number, text) for number, text in enumerate(order)]


def _mention(number: int, text: str) -> Mention:
    return a_mention(f"post-{number}", text=text)
