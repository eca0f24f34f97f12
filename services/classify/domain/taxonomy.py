"""What customers write to a brand about: few names, so that people and reports can keep them apart."""

from enum import StrEnum
from typing import Final


class Intent(StrEnum):
    """What the author wants or reports (docs/taxonomy.md). Earlier ones win a tie: the more urgent comes first."""

    OUTAGE = "outage"
    """A service, site or app does not answer, for anybody."""
    DELIVERY = "delivery"
    """Something ordered, a journey or a visit is late, lost, or did not happen."""
    DEFECT = "defect"
    """A thing arrived broken, wrong or incomplete, or stopped working."""
    REFUND = "refund"
    """Money is to come back."""
    BILLING = "billing"
    """A charge, invoice or price is not as it should be."""
    ACCOUNT = "account"
    """The author cannot get in, or somebody else did."""
    CANCELLATION = "cancellation"
    """The author ends, or threatens to end, the contract."""
    ORDER = "order"
    """One order, booking or appointment is to be placed, changed, cancelled or looked up."""
    SERVICE = "service"
    """How our people behave: rude, silent, unhelpful, endless queues."""
    QUESTION = "question"
    """How, when, where, which: information is all that is missing."""
    SUGGESTION = "suggestion"
    """An idea, or a wish for what does not exist yet."""
    PRAISE = "praise"
    """Thanks and compliments."""
    OTHER = "other"
    """None of these, or nothing to go by."""


PROBLEMS: Final = frozenset(
    {
        Intent.OUTAGE,
        Intent.DELIVERY,
        Intent.DEFECT,
        Intent.REFUND,
        Intent.BILLING,
        Intent.ACCOUNT,
        Intent.CANCELLATION,
        Intent.ORDER,
        Intent.SERVICE,
    }
)
"""Something went wrong. Only these can become a storm: `other` is no one issue that a statement could speak to."""

TITLES: Final = {
    Intent.OUTAGE: "Service not working",
    Intent.DELIVERY: "Deliveries late or lost",
    Intent.DEFECT: "Broken or wrong goods",
    Intent.REFUND: "Refunds not paid",
    Intent.BILLING: "Wrong charges",
    Intent.ACCOUNT: "Accounts out of reach",
    Intent.CANCELLATION: "Customers leaving",
    Intent.ORDER: "Orders and bookings",
    Intent.SERVICE: "Our own service",
}
"""How a storm of that intent is called."""


def title(intent: str) -> str:
    """Return the name of a storm; an intent that a newer model brought is its own name."""
    return next((name for known, name in TITLES.items() if known == intent), intent)
