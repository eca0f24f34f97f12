"""Numbers of payment cards: the length and the first digits of an issuer, and the check digit of Luhn."""

from collections.abc import Iterator, Sequence
from typing import Final

from shared.personal.marked import Marked
from shared.personal.numbers import Group, Run, digits, span
from shared.personal.span import Span

_MOST_GROUPS: Final = 5
_SHORTEST, _LONGEST = 13, 19
_ISSUERS: Final = (
    (("4",), (13, 16, 19)),
    (tuple(str(first) for first in (*range(51, 56), *range(22, 28))), (16,)),
    (("34", "37"), (15,)),
    (("36", "38", "39", "300", "301", "302", "303", "304", "305"), (14,)),
    (("6011", "64", "65"), (16, 19)),
    (("35",), (16,)),
    (("50", "56", "57", "58", "67", "63", "60"), (16, 17, 18, 19)),
)
"""First digits and lengths: Visa, Mastercard, American Express, Diners, Discover, JCB, Maestro."""


def cards(runs: Sequence[Run], *, taken: Marked) -> tuple[Span, ...]:
    """Return where card numbers stand, but for what is `taken` already. A plus sign makes it a telephone's."""
    at_home = [run.groups for run in runs if not run.is_international]
    return tuple(found for groups in at_home for found in _in_run(groups) if not taken.touches(found))


def _in_run(groups: Sequence[Group]) -> Iterator[Span]:
    first = 0
    while first < len(groups):
        count = _card_at(groups, first)
        if count:
            yield span(groups[first : first + count])
        first += count or 1


def _card_at(groups: Sequence[Group], first: int) -> int:
    """Return how many groups from here on are a card's number; 0: none."""
    for count in range(min(_MOST_GROUPS, len(groups) - first), 0, -1):
        taken = groups[first : first + count]
        size = sum(len(group.digits) for group in taken)
        if _SHORTEST <= size <= _LONGEST and is_card_number(digits(taken)):
            return count
    return 0


def is_card_number(number: str) -> bool:
    """Are these digits a card's number?"""
    issued = any(number.startswith(prefixes) and len(number) in lengths for prefixes, lengths in _ISSUERS)
    return issued and len(set(number)) > 1 and _luhn(number)


def _luhn(number: str) -> bool:
    total = 0
    for place, sign in enumerate(reversed(number)):
        digit = int(sign) * (1 + place % 2)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0
