"""Does somebody wait for an answer?"""

from dataclasses import dataclass
from math import exp, log
from typing import Final

from services.classify.domain.harm import CRITICAL, Harm
from services.classify.domain.opinion import Opinion
from services.classify.domain.policy import Policy
from services.classify.domain.text import Reading
from shared.contracts.mention import Mention, Trigger, Visibility

_ADDRESSED: Final = frozenset({Trigger.DM, Trigger.TICKET, Trigger.REPLY, Trigger.MENTION, Trigger.REVIEW})
_PRIVATE: Final = frozenset({Visibility.DIRECT, Visibility.PRIVATE})
_DIRECT_WEIGHS: Final = 1.0
"""Logits. Who writes to us alone rarely expects silence."""
_OVERHEARD_WEIGHS: Final = -0.5
"""A word in a feed or under a hashtag is less often meant for us."""
_HARM_WEIGHS: Final = 4.0
_THRESHOLD: Final = 0.5


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whether an answer is wanted, how sure that is (0..1), and why in a word or two."""

    yes: bool
    confidence: float
    why: str


def wanted(
    mention: Mention,
    opinion: Opinion,
    policy: Policy,
    reading: Reading,
    *,
    harms: frozenset[Harm],
    spam: bool,
    kind: str,
) -> Wanted:
    """Return whether somebody waits. Nobody is ignored for want of followers. `kind` says why, where the model decides.

    Danger to life or health outranks everything, spam included: a wrong answer to an advertisement costs less than
    silence to the injured. Other harm weighs much, but thanks for help in hardship stay thanks.
    """
    direct = is_private(mention)
    if harms & CRITICAL:
        return Wanted(True, 0.9, "may do harm")
    if spam and not harms:
        return Wanted(False, 0.8, "advertises")
    if not reading.words and reading.other_letters == 0:
        # A picture or an emoji in private is somebody who waits; in public it is a reaction.
        return Wanted(True, 0.5, "private, unreadable") if direct else Wanted(False, 0.7, "nothing to read")
    if reading.other_letters > reading.latin_letters:
        waits = direct or mention.trigger in _ADDRESSED
        return Wanted(waits, 0.5, "not in a language we read")
    context = _DIRECT_WEIGHS if direct else 0.0 if mention.trigger in _ADDRESSED else _OVERHEARD_WEIGHS
    if harms:
        context += _HARM_WEIGHS
    share = _moved(opinion.answer, context)
    threshold = policy.answer_at_least or opinion.thresholds.get("answer", _THRESHOLD)
    yes = share >= threshold
    return Wanted(yes, round(share if yes else 1.0 - share, 3), "may do harm" if harms and yes else kind)


def is_private(mention: Mention) -> bool:
    """Is it for us alone?"""
    return mention.visibility in _PRIVATE or mention.trigger in {Trigger.DM, Trigger.TICKET}


def _moved(share: float, logits: float) -> float:
    within = min(max(share, 1e-6), 1 - 1e-6)
    return 1.0 / (1.0 + exp(-(log(within / (1.0 - within)) + logits)))
