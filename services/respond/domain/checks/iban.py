"""Bank accounts."""

from services.respond.domain.checks.finding import Remark
from shared.levels.answers import Check
from shared.personal.iban import accounts


def ibans(text: str) -> Remark | None:
    """Say which bank accounts stand in the text."""
    spans = accounts(text)
    if not spans:
        return None
    return Remark(
        check=Check.IBAN, what="this is a bank account (IBAN), and everybody could read it: leave it out", spans=spans
    )
