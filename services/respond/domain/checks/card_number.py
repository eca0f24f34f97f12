"""Numbers of payment cards."""

from collections.abc import Sequence

from services.respond.domain.checks.finding import Remark, remark_at
from shared.levels.answers import Check
from shared.personal.card_number import cards
from shared.personal.marked import Marked
from shared.personal.numbers import Run


def card_numbers(runs: Sequence[Run], *, taken: Marked) -> Remark | None:
    """Say which numbers are those of payment cards, but for what is `taken` already."""
    return remark_at(
        cards(runs, taken=taken),
        check=Check.CARD_NUMBER,
        what="this is the number of a payment card, and everybody could read it: leave it out",
    )
