"""What a text would tell of a person, as spans of the original text. Costs nothing where no digit and no @ stands."""

import re
from typing import Final

from services.classify.domain.personal.booking import bookings
from services.classify.domain.personal.cues import bookings_announced, phones_announced
from services.classify.domain.personal.email import emails
from shared.contracts.classification import PersonalKind, PersonalSpan
from shared.personal.card_number import cards
from shared.personal.iban import accounts
from shared.personal.marked import Marked
from shared.personal.numbers import runs
from shared.personal.phone import phones
from shared.personal.span import Span

READ_AT_MOST: Final = 10_000
"""Characters that are looked at; far more than anybody's address stands behind."""

_FEWEST_DIGITS: Final = 7
_DIGIT: Final = re.compile(r"[0-9]")
_CODE: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{6}(?![A-Za-z0-9])|[A-Za-z-]{0,8}[0-9](?:[A-Za-z0-9/-]{3}|[A-Za-z0-9]{2}(?![A-Za-z0-9])))"
)
"""What a booking's number may begin like: without one, nobody need look for the words before it."""


def personal(text: str) -> tuple[PersonalSpan, ...]:
    """Return the personal data in a text, in order, without overlaps. Never raises, linear in the text."""
    head = text[:READ_AT_MOST]
    digits = len(_DIGIT.findall(head))
    found: list[tuple[PersonalKind, Span]] = [(PersonalKind.EMAIL, one) for one in emails(head)]
    if digits >= _FEWEST_DIGITS:
        found += _long_numbers(head, [one for _, one in found])
    elif _CODE.search(head):
        found += [(PersonalKind.BOOKING, one) for one in bookings(head, bookings_announced(head))]
    return _in_order(found)


def _long_numbers(text: str, taken: list[Span]) -> list[tuple[PersonalKind, Span]]:
    """Each kind may have what no kind before it has: an IBAN is no telephone number, nor is an order's number."""
    numbers = runs(text)
    found = [(PersonalKind.IBAN, one) for one in accounts(text)]
    taken = taken + [one for _, one in found]
    found += [(PersonalKind.CARD, one) for one in cards(numbers, taken=_marked(taken))]
    taken = taken + [one for _, one in found]
    if _CODE.search(text):
        free = _marked(taken)
        booked = [one for one in bookings(text, bookings_announced(text)) if not free.touches(one)]
        found += [(PersonalKind.BOOKING, one) for one in booked]
        taken = taken + booked
    called = phones(text, numbers, cues=Marked(phones_announced(text)), taken=_marked(taken))
    return found + [(PersonalKind.PHONE, _whole(text, one)) for one in called]


def _whole(text: str, phone: Span) -> Span:
    """With the plus sign and the bracket before it."""
    start = phone.start
    while start > 0 and phone.start - start < 2 and text[start - 1] in "+(":
        start -= 1
    return Span(start, phone.end)


def _marked(spans: list[Span]) -> Marked:
    """As Marked wants them: without overlaps."""
    apart: list[Span] = []
    for one in sorted(spans):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return Marked(apart)


def _in_order(found: list[tuple[PersonalKind, Span]]) -> tuple[PersonalSpan, ...]:
    kept: list[PersonalSpan] = []
    for kind, one in sorted(found, key=lambda pair: pair[1]):
        if not kept or one.start >= kept[-1].end:
            kept.append(PersonalSpan(kind=kind, start=one.start, end=one.end))
    return tuple(kept)
