"""What customers write to a brand about: few names, so that people and reports can keep them apart."""

from enum import StrEnum
from typing import Final


class Intent(StrEnum):
    """What the author wants or reports. Earlier ones win a tie: the more urgent to put right comes first."""

    OUTAGE = "outage"
    """A service, site or app does not answer, for anybody."""
    DELIVERY = "delivery"
    """Something ordered is late, lost or at the wrong door."""
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
    SERVICE = "service"
    """How our people behave: rude, silent, unhelpful, endless queues."""
    QUESTION = "question"
    """How, when, where, which: information is all that is missing."""
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
    Intent.SERVICE: "Our own service",
}
"""How a storm of that intent is called."""


def title(intent: str) -> str:
    """Return the name of a storm; an intent that a newer model brought is its own name."""
    return next((name for known, name in TITLES.items() if known == intent), intent)
