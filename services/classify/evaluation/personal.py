"""How much personal data is found: numbers made up by country, put into sentences, and what is found where none is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from services.classify.domain.personal.spans import personal
from shared.contracts.classification import PersonalKind

SEED: Final = 5
EACH: Final = 1_000

_NAMES: Final = (
    "jan",
    "eva.dubois",
    "m_keller",
    "sofia-ruiz",
    "p.o.connor",
    "li",
    "anna1987",
    "tom+shop",
    "noa.vd.berg",
)
_HOSTS: Final = (
    "example.org",
    "mail.example.com",
    "example.co.uk",
    "post.example.nl",
    "example.de",
    "correo.example.es",
)
_PHONES: Final = (
    "06 {8}", "06-{8}", "06 {2} {2} {2} {2}", "+31 6 {8}", "0031 6{8}", "(020) {3} {2} {2}", "+31 (0)6 {4} {4}",  # nl
    "04{2} {2} {2} {2}", "04{2}/{2}.{2}.{2}", "+32 4{2} {2} {2} {2}", "02 {3} {2} {2}",  # be
    "0151 {8}", "030/{7}", "+49 151 {8}", "+49 (0)171 {7}", "0172-{7}", "089 {6}",  # de
    "0664 {7}", "+43 664 {7}", "079 {3} {2} {2}", "+41 79 {3} {2} {2}", "044 {3} {2} {2}",  # at, ch
    "06.{2}.{2}.{2}.{2}", "07 {2} {2} {2} {2}", "+33 6 {2} {2} {2} {2}", "01{8}",  # fr
    "6{2} {3} {3}", "+34 6{2} {3} {3}", "6{2} {2} {2} {2}", "+346{8}", "93 {3} {2} {2}",  # es
    "07{3} {6}", "+44 7{3} {6}", "020 7{3} {4}", "07{9}", "087 {3} {4}", "+353 87 {7}",  # gb, ie
    "({3}) {3}-{4}", "+1 {3}-{3}-{4}", "{3}-{3}-{4}",  # us
)  # fmt: skip
_CARDS: Final = (("4", 16), ("51", 16), ("2221", 16), ("34", 15), ("6011", 16))
_IBANS: Final = (("NL", "bank", 10), ("DE", "", 18), ("FR", "", 23), ("ES", "", 20), ("BE", "", 12), ("GB", "bank", 14))
_BOOKINGS: Final = (
    "booking {r}", "my PNR is {r}", "order number {n}", "boekingsnummer {r}", "klantnummer: {n}", "Buchungsnummer {r}",
    "Kundennummer {n}", "réservation {r}", "numéro de commande : {n}", "localizador {r}", "número de pedido {n}",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Of `n` put in, so many were `found` whole and as what they are; recall is 0..1."""

    kind: str
    n: int
    found: int

    @property
    def recall(self) -> float:
        """The share that was found."""
        return self.found / self.n


def figures(sentences: Sequence[str], *, each: int = EACH, seed: int = SEED) -> list[Figures]:
    """Return one line per kind. `sentences` are posts without personal data of their own; the same seed, the same."""
    chance = Random(seed)  # noqa: S311 - made-up numbers, not secrets
    made: dict[PersonalKind, Callable[[Random], str]] = {
        PersonalKind.EMAIL: lambda c: f"{c.choice(_NAMES)}@{c.choice(_HOSTS)}",
        PersonalKind.PHONE: _phone,
        PersonalKind.CARD: _card,
        PersonalKind.IBAN: _iban,
        PersonalKind.BOOKING: _booking,
    }
    return [_figures(kind, make, sentences, each, chance) for kind, make in made.items()]


def false_per_thousand(texts: Sequence[str]) -> float:
    """Return per 1,000 texts without personal data how many have a span of an address, a telephone, bank or card."""
    wrong = sum(any(one.kind is not PersonalKind.BOOKING for one in personal(text)) for text in texts)
    return 1_000 * wrong / max(1, len(texts))


def _figures(
    kind: PersonalKind, make: Callable[[Random], str], sentences: Sequence[str], each: int, chance: Random
) -> Figures:
    found = 0
    for _ in range(each):
        words = chance.choice(sentences).split()
        place = chance.randint(0, len(words))
        before, put = " ".join([*words[:place], ""]), make(chance)
        ends = len(before) + len(put)
        # A booking's span is its number alone, without the word that announces it.
        found += any(
            one.kind is kind and len(before) <= one.start and one.end == ends
            for one in personal(f"{before}{put} {' '.join(words[place:])}")
        )
    return Figures(kind=kind, n=each, found=found)


def _phone(chance: Random) -> str:
    style = chance.choice(_PHONES)
    for size in range(2, 10):
        while f"{{{size}}}" in style:
            style = style.replace(f"{{{size}}}", _digits(chance, size, first="23456789"), 1)
    return style


def _digits(chance: Random, size: int, *, first: str = "0123456789") -> str:
    return chance.choice(first) + "".join(chance.choices("0123456789", k=size - 1))


def _card(chance: Random) -> str:
    begins, size = chance.choice(_CARDS)
    number = begins + "".join(chance.choices("0123456789", k=size - 1 - len(begins)))
    total = sum(
        (int(sign) * 2 - 9 * (int(sign) > 4)) if place % 2 == 0 else int(sign)
        for place, sign in enumerate(reversed(number))
    )
    return _in_fours(number + str(-total % 10), chance, " -")


def _iban(chance: Random) -> str:
    country, bank, size = chance.choice(_IBANS)
    account = ("".join(chance.choices("ABCDEFGHIJKLMNOPQRSTUVWXYZ", k=4)) if bank else "") + _digits(chance, size)
    check = 98 - int("".join(str(int(sign, 36)) for sign in f"{account}{country}00")) % 97
    whole = f"{country}{check:02}{account}"
    return _in_fours(whole.lower() if chance.random() < 0.3 else whole, chance, " ")


def _in_fours(number: str, chance: Random, signs: str) -> str:
    if chance.random() < 0.4:
        return number
    return chance.choice(signs).join(number[at : at + 4] for at in range(0, len(number), 4))


def _booking(chance: Random) -> str:
    record = "".join(chance.choices("ABCDEFGHJKLMNPQRSTUVWXYZ", k=3)) + _digits(chance, 2) + chance.choice("ABCXYZ")
    return chance.choice(_BOOKINGS).format(r=record, n=_digits(chance, chance.randint(6, 10), first="123456789"))
