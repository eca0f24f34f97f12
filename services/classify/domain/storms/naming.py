"""What a storm is called: by its intent and by the words that set its posts apart from what is usual."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

from services.classify.domain.storms.post import ANY, Post
from services.classify.domain.storms.rates import HOUR, Rates
from services.classify.domain.taxonomy import PROBLEMS, Intent, title

TERMS: Final = 6
_IN_LABEL: Final = 3
_FEWEST: Final = 3
_TIMES: Final = 2.0
_BY_FAILURE: Final = {
    "#outage": Intent.OUTAGE,
    "#slow": Intent.OUTAGE,
    "#late": Intent.DELIVERY,
    "#cancelled": Intent.DELIVERY,
    "#lost": Intent.DELIVERY,
    "#locked": Intent.ACCOUNT,
    "#charged": Intent.BILLING,
    "#prices": Intent.BILLING,
    "#refund": Intent.REFUND,
    "#broken": Intent.DEFECT,
    "#unsafe": Intent.DEFECT,
    "#unanswered": Intent.SERVICE,
    "#rude": Intent.SERVICE,
    "#queue": Intent.SERVICE,
}


def intent_of_posts(posts: Sequence[Post]) -> str:
    """Return the problem that most of these posts report: by their intents, else by what they say goes wrong."""
    known: Counter[str] = Counter(post.intent for post in posts if post.intent in {str(one) for one in PROBLEMS})
    if sum(known.values()) * 2 < len(posts):
        known.update(str(_BY_FAILURE[key]) for post in posts for key in post.keys if key in _BY_FAILURE)
    if not known:
        return str(Intent.OTHER)
    order = [str(intent) for intent in Intent]
    return max(known, key=lambda intent: (known[intent], -order.index(intent)))


def terms_of_posts(posts: Sequence[Post], rates: Rates, *, at: int) -> tuple[str, ...]:
    """Return single words that at least three of these authors use, the one that sets them apart the most first."""
    words: dict[str, set[int]] = {}
    for post in posts:
        for key in post.keys:
            if key.isalpha():
                words.setdefault(key, set()).update(post.authors)
    people = len({author for post in posts for author in post.authors})
    usual = rates.expected(ANY, at, HOUR)
    weights = {}
    for word, who in words.items():
        if len(who) >= _FEWEST:
            here = people * min(1.0, rates.expected(word, at, HOUR) / usual)
            if len(who) >= _TIMES * here:
                weights[word] = len(who) * log((len(who) + 0.5) / (here + 0.5))
    ranked = sorted(weights, key=lambda word: (-weights[word], word))
    return tuple(ranked[:TERMS])


def label_of(intent: str, terms: Sequence[str]) -> str:
    """Return the label: `Service not working: app, login`."""
    name = title(intent) if intent != Intent.OTHER else "Many complaints"
    return f"{name}: {', '.join(terms[:_IN_LABEL])}" if terms else name
