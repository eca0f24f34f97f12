"""What the messages of a case say together: about what, in which language, how grave it is.

The newest word counts, by the network's time and never by arrival; what was deleted, only where nothing else is left.
"""

from collections.abc import Iterable
from datetime import datetime

from shared.case.state.parts import Message
from shared.case.state.policy import higher


def intent(messages: Iterable[Message]) -> str | None:
    """Return what the customer wants."""
    newest = max((one for one in messages if one.intent), key=_order, default=None)
    return None if newest is None else newest.intent


def language(messages: Iterable[Message]) -> str | None:
    """Return what language the customer writes."""
    newest = max((one for one in messages if one.language), key=_order, default=None)
    return None if newest is None else newest.language


def gravest(severity: str, messages: Iterable[Message]) -> str:
    """Return the gravest of this severity and of the messages that stand."""
    for message in messages:
        if message.deleted_at is None:
            severity = higher(severity, message.severity)
    return severity


def _order(message: Message) -> tuple[bool, datetime, str]:
    return message.deleted_at is None, message.occurred_at, message.id
