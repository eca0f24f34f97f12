"""From what was said to what is counted, by the very classifier and the very rules of the lane."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from services.classify.domain.complaint import signals_of
from services.classify.domain.storms.post import Post, post_of
from services.classify.evaluation.storms.said import Said
from services.classify.handlers import Classifier
from shared.contracts.classification import Classification, MentionClassified, Sentiment
from shared.contracts.mention import Author, Mention

_AT_ONCE = 64


class Gate:
    """Says of posts what the storm detector gets to hear of them."""

    def __init__(self, classifier: Classifier, *, gold: bool = False) -> None:
        """`gold`: go by the annotators' word where there is one, to see what a perfect classifier would give."""
        self._classifier = classifier
        self._gold = gold

    def counted(self, said: Sequence[Said]) -> list[Post | None]:
        """Return of each the post that is counted, None where it is no complaint."""
        mentions = [_mention(one, number) for number, one in enumerate(said)]
        found: list[Post | None] = []
        for start in range(0, len(mentions), _AT_ONCE):
            some = mentions[start : start + _AT_ONCE]
            classified = self._classifier.classify(some)
            for mention, one, labels in zip(some, said[start:], classified, strict=False):
                found.append(_post(mention, self._labels(one, labels)))
        return found

    def _labels(self, said: Said, found: Classification) -> Classification | None:
        if not self._gold or said.upset is None:
            return found
        if not said.upset:
            return None
        return found.model_copy(
            update={"sentiment": Sentiment.NEGATIVE, "needs_answer": True, "flags": ()}
            | ({"intent": "other"} if found.intent in ("praise", "suggestion") else {})
        )


def in_order(posts: Iterable[Post | None]) -> list[Post]:
    """Return the posts there are, in the order in which they are counted."""
    return sorted(post for post in posts if post is not None)


def _post(mention: Mention, labels: Classification | None) -> Post | None:
    if labels is None:
        return None
    for counted in signals_of([MentionClassified(mention=mention, classification=labels, classified_at=_NEVER)]):
        for signal in counted.signals:
            return post_of(signal, counted.intent)
    return None


def _mention(said: Said, number: int) -> Mention:
    return Mention(
        event_id=f"{said.brand}-{number:06}-{int(said.at.timestamp())}",
        brand=said.brand,
        network="evaluation",
        account_id=said.brand,
        native_id=str(number),
        author=Author(id=said.author),
        text=said.text,
        occurred_at=said.at,
        received_at=said.at,
    )


_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
