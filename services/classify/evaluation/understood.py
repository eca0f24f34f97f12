"""The evaluation posts through the classifier as it runs: what it says of each, beside what they are.

Temperatures and thresholds are set on these very posts, so each half is judged by a model calibrated on the other half.
Weights come from the training posts, which other people wrote.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from services.classify.model.artefact import Artefact
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from services.classify.training.authored import Post
from services.classify.training.make import calibrated
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention

LANGUAGES: Final = ("en", "nl", "de", "fr", "es")
_NOON: Final = datetime(2026, 11, 2, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Understood:
    """A post with what the classifier made of it."""

    post: Post
    found: Classification


def understood(model: Artefact, posts: Sequence[Post], languages: Languages) -> list[Understood]:
    """Return every post with its classification, in order: halves by turns, each calibrated on the other."""
    halves = (list(posts[0::2]), list(posts[1::2]))
    found: dict[str, Classification] = {}
    for mine, other in (halves, halves[::-1]):
        classifier = FastClassifier(languages, calibrated(model, other))
        for post, one in zip(mine, classifier.classify([a_mention(post) for post in mine]), strict=True):
            found[post.where] = one
    return [Understood(post, found[post.where]) for post in posts]


def a_mention(post: Post) -> Mention:
    """Return a public post to us that says so."""
    return Mention(
        event_id=post.where,
        brand="acme",
        network="mastodon",
        account_id="acme@example",
        native_id=post.where,
        text=post.text,
        occurred_at=_NOON,
        received_at=_NOON,
    )
