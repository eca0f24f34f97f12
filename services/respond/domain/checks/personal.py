"""Personal data that everybody could read. Also what the customer has posted themselves: we do not repeat it."""

from collections.abc import Sequence

from services.respond.domain.checks.card_number import card_numbers
from services.respond.domain.checks.email_address import email_addresses
from services.respond.domain.checks.finding import Remark
from services.respond.domain.checks.iban import ibans
from services.respond.domain.checks.phone import phones
from services.respond.domain.checks.reference import references
from services.respond.domain.checks.words import Word
from shared.personal.marked import Marked
from shared.personal.numbers import runs
from shared.personal.span import Span


def personal_data(text: str, said: Sequence[Word]) -> tuple[Remark, ...]:
    """Return a remark for each kind of personal data in a text that is meant for the public.

    Digits are of one kind only; the surest kind comes first.
    """
    remarks: list[Remark] = []
    spans: list[Span] = []

    def note(remark: Remark | None) -> Marked:
        if remark is not None:
            remarks.append(remark)
            spans.extend(remark.spans)
        return Marked(spans)

    numbers = runs(text)
    taken = note(ibans(text))
    taken = note(card_numbers(numbers, taken=taken))
    addresses = email_addresses(text)
    taken = note(addresses)
    taken = note(references(text, said, taken=taken))
    note(phones(text, said, numbers, taken=taken))
    return tuple(remarks)
