"""Does somebody wait for an answer?"""

from typing import Final

from services.classify.domain.harm import Harm
from services.classify.domain.intent import IntentFound
from services.classify.domain.taxonomy import PROBLEMS, Intent
from shared.contracts.classification import Sentiment
from shared.contracts.mention import Mention, Trigger, Visibility

_ADDRESSED: Final = frozenset({Trigger.DM, Trigger.TICKET, Trigger.REPLY, Trigger.MENTION, Trigger.REVIEW})
_PRIVATE: Final = frozenset({Visibility.DIRECT, Visibility.PRIVATE})


def needs_answer(
    mention: Mention,
    *,
    intent: IntentFound,
    sentiment: Sentiment,
    harms: frozenset[Harm],
    spam: bool,
    plea: bool,
    readable: bool,
    foreign: bool,
) -> tuple[bool, float, str]:
    """Return whether, how sure (0..1), and why in a word or two. Nobody is ignored for want of followers.

    Harm outranks everything, spam included: a wrong answer to an advertisement costs less than silence to the injured.
    """
    direct = mention.visibility in _PRIVATE or mention.trigger in {Trigger.DM, Trigger.TICKET}
    if harms:
        return True, 0.9, "may do harm"
    if spam:
        return False, 0.8, "advertises"
    if not readable:
        # A picture or an emoji in private is somebody who waits; in public it is a reaction.
        return (True, 0.5, "private, unreadable") if direct else (False, 0.7, "nothing to read")
    if foreign and (direct or mention.trigger in _ADDRESSED):
        return True, 0.5, "not in a language we read"
    if intent.intent in PROBLEMS:
        return True, round(max(0.55, intent.confidence), 3), "reports a problem"
    if intent.intent is Intent.QUESTION:
        return True, round(max(0.55, intent.confidence), 3), "asks"
    if plea and intent.intent is not Intent.PRAISE:
        return True, 0.55, "asks for help"
    if intent.intent is Intent.PRAISE:
        return False, round(max(0.55, intent.confidence), 3), "thanks or praises"
    if sentiment is Sentiment.NEGATIVE:
        return True, 0.6 if mention.trigger in _ADDRESSED else 0.5, "is unhappy"
    return (True, 0.55, "wrote to us in private") if direct else (False, 0.5, "asks for nothing")
