"""Telephone numbers of people."""

from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.finding import Remark, remark_at
from services.respond.domain.checks.phrases import Phrases
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check
from shared.personal import phone
from shared.personal.marked import Marked
from shared.personal.numbers import Run

_CUE: Final = Phrases(
    """phone, phone number, telephone, mobile, mobile number, cell, cell phone, call (you|him|her|me) (on|at),
    whatsapp, call (him|her|me), reach (you|him|her|me) (on|at), text (him|her|me), sms""",
    """telefoon, telefoonnummer, tel, mobiel, mobiele nummer, 06 nummer, bel (je|u|hem|haar|mij) op, bereiken op,
    nummer is""",
    "Telefon, Telefonnummer, Rufnummer, Handy, Handynummer, Mobilnummer, Mobil, erreichen unter, rufen Sie unter",
    "téléphone, tél, numéro de téléphone, portable, joindre au, appelez le, votre numéro, rappeler au",
    "teléfono, móvil, número de teléfono, llamar al, llamarle al, llámame al, su número",
)


def phones(text: str, said: Sequence[Word], runs: Sequence[Run], *, taken: Marked) -> Remark | None:
    """Say which telephone numbers stand in the text, but for what is `taken` as a number of another kind."""
    spans = phone.phones(text, runs, cues=Marked(_CUE.found(said)), taken=taken)
    return remark_at(
        spans,
        check=Check.PHONE,
        what="this looks like somebody's telephone number, and everybody could read it: move it to a private message",
    )
