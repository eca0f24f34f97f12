"""Where a case stands, and how it can end (SEMANTICS, section 1)."""

from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """Stages of a case's life."""

    NEW = "new"
    ASSIGNED = "assigned"
    PUBLISHING = "publishing"
    AWAITING_CUSTOMER = "awaiting_customer"
    NO_RESPONSE_NEEDED = "no_response_needed"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Disposition(StrEnum):
    """What became of the mention. Every one ends in one of these."""

    ANSWERED = "answered"
    PEER_RESOLVED = "peer_resolved"
    COVERED_BY_STATEMENT = "covered_by_statement"
    NO_RESPONSE_NEEDED = "no_response_needed"
    SPAM = "spam"
    CONTINUED = "continued"


SETTLED: Final = frozenset({Stage.NO_RESPONSE_NEEDED, Stage.RESOLVED})
"""Nothing is owed; the case closes after the quiet period unless the customer comes back."""

ANSWERABLE: Final = frozenset({Stage.NEW, Stage.ASSIGNED})
"""An agent can answer from here."""

ASSIGNABLE: Final = frozenset({Stage.NEW, Stage.ASSIGNED})
"""An agent can take or be given the case from here."""

RESOLVABLE: Final = frozenset({Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_CUSTOMER})
"""An agent can settle the case from here."""
