"""Where a case stands, and how it can end (SEMANTICS, section 1)."""

from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """Stages of a case's life."""

    NEW = "new"
    ASSIGNED = "assigned"
    AWAITING_APPROVAL = "awaiting_approval"
    PUBLISHING = "publishing"
    AWAITING_CUSTOMER = "awaiting_customer"
    INTERNAL_HOLD = "internal_hold"
    SNOOZED = "snoozed"
    NO_RESPONSE_NEEDED = "no_response_needed"
    RESOLVED = "resolved"
    CLOSED = "closed"
    MERGED = "merged"


class Disposition(StrEnum):
    """What became of the mention. Every one ends in one of these."""

    ANSWERED = "answered"
    PEER_RESOLVED = "peer_resolved"
    COVERED_BY_STATEMENT = "covered_by_statement"
    NO_RESPONSE_NEEDED = "no_response_needed"
    SPAM = "spam"
    CONTINUED = "continued"
    MERGED = "merged"


CHOSEN: Final = frozenset(Disposition) - {Disposition.CONTINUED, Disposition.MERGED}
"""Dispositions that a person can give; the other two come with a full case and with a merge."""

SETTLED: Final = frozenset({Stage.NO_RESPONSE_NEEDED, Stage.RESOLVED})
"""Nothing is owed; the case closes after the quiet period unless the customer comes back."""

TERMINAL: Final = frozenset({Stage.CLOSED, Stage.MERGED})
"""Nothing happens to the case any more; what was merged can be unmerged."""

OURS: Final = frozenset({Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_APPROVAL, Stage.PUBLISHING})
"""It is our turn: time runs on every clock."""

SET_ASIDE: Final = frozenset({Stage.INTERNAL_HOLD, Stage.SNOOZED})
"""Somebody put the case aside, until a time or until somebody takes it up again."""

ANSWERABLE: Final = frozenset({Stage.NEW, Stage.ASSIGNED})
"""An agent can answer from here."""

ASSIGNABLE: Final = frozenset({Stage.NEW, Stage.ASSIGNED})
"""An agent can take or be given the case from here."""

TRANSFERABLE: Final = frozenset({Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_CUSTOMER, *SET_ASIDE})
"""The case can be given to a colleague from here: no answer is on its way."""

PUTTABLE_ASIDE: Final = frozenset({Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_CUSTOMER})
"""An agent can snooze the case or put it on hold from here."""

RESOLVABLE: Final = frozenset({Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_CUSTOMER, *SET_ASIDE})
"""An agent can settle the case from here."""

MERGEABLE: Final = frozenset({*RESOLVABLE, *SETTLED})
"""The case can be merged with another from here: no answer is on its way."""

CALLED_BACK: Final = frozenset({Stage.AWAITING_CUSTOMER, Stage.SNOOZED, *SETTLED})
"""The customer's next message makes it our turn again. A hold stays one: its clocks run, and it says why we wait."""
