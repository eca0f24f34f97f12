"""Bank accounts."""

from services.respond.domain.checks.finding import Remark, remark_at
from shared.levels.answers import Check
from shared.personal.iban import accounts


def ibans(text: str) -> Remark | None:
    """Say which bank accounts stand in the text."""
    return remark_at(
        accounts(text),
        check=Check.IBAN,
        what="this is a bank account (IBAN), and everybody could read it: leave it out",
    )
