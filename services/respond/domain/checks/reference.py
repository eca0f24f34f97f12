"""Numbers by which a company knows a customer or an order.

Every brand writes them differently, and a pattern from a configuration file could hang on a long text. So no pattern is
configured: a code counts by the word in front of it, whatever it looks like.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from services.respond.domain.checks.finding import Remark, remark_at
from services.respond.domain.checks.phrases import Phrases
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check
from shared.personal.marked import Marked
from shared.personal.span import Span

_CUES: Final = Phrases(
    """(order|booking|reservation|customer|client|account|invoice|contract|membership|member|policy|reference|tracking|
    parcel|ticket|confirmation)( number| no| nr| id| code| reference| ref|), pnr""",
    """(bestel|order|boekings|reserverings|klant|lid|lidmaatschaps|polis|factuur|contract|referentie|ticket)(nummer|nr|
    code), (bestelling|boeking|reservering|order|factuur|pakket)( met nummer|), track en trace( code| nummer|),
    (klant|order) nummer""",
    """(Bestell|Auftrags|Buchungs|Reservierungs|Kunden|Mitglieds|Vertrags|Rechnungs|Referenz|Ticket|Sendungs|
    Vorgangs)(nummer|nr|code), (Bestellung|Buchung|Auftrag|Rechnung|Sendung)( mit der Nummer| Nummer| Nr|)""",
    """(numéro|n|no|référence|code) (de |d
    )(commande|réservation|client|dossier|facture|contrat|suivi|compte|adhérent| colis),
    (commande|réservation|facture|dossier)( numéro| n| no|), référence( client| dossier|)""",
    """(número|n|nº|núm|referencia|código|localizador) de
    (pedido|reserva|cliente|factura|contrato|seguimiento|socio| envío), (pedido|reserva|factura)( número| nº| núm|
    n|), localizador""",
)
_BETWEEN: Final = frozenset(" \u00a0\t:#.°º-–=(\"'«“„")
_FILLERS: Final = frozenset(
    {"is", "ist", "est", "es", "number", "nummer", "numero", "no", "nr", "n", "with", "mit", "met"}
)
_WIDEST: Final = 8
_CODE: Final = re.compile(r"[A-Za-z0-9]{1,24}(?:[-/_][A-Za-z0-9]{1,24}){0,4}")
_SHORTEST: Final = 5
_SMALL_LETTERS: Final = 2
"""In a code; more of them are a word, as in `30minutes`."""
_LOCATOR: Final = 6
"""Signs of an airline's booking code, which may be letters only."""
_NAMES_A_CODE: Final = ("code", "reference", "ref", "referenz", "localizador", "pnr", "referentie", "codigo")
_DIGITS_ALONE: Final = 4
_DIGITS_AMONG_LETTERS: Final = 2
_HASHED: Final = re.compile(r"(?<![\w&#/])#([0-9]{5,24})(?!\w)")
_DATE: Final = re.compile(r"[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}")


def references(text: str, said: Sequence[Word], *, taken: Marked) -> Remark | None:
    """Say which order, booking and customer numbers stand in the text, but for what is `taken` already."""
    named = [Span(*place) for place in _after_cues(text, said)]
    known = Marked(named)
    hashed = [span for found in _HASHED.finditer(text) if not known.touches(span := Span(*found.span(1)))]
    spans = tuple(sorted(span for span in (*named, *hashed) if not taken.touches(span)))
    return remark_at(
        spans,
        check=Check.REFERENCE,
        what="this looks like the number of an order, a booking or a customer; whoever reads it could use it: "
        "move it to a private message",
    )


def _after_cues(text: str, said: Sequence[Word]) -> Iterator[tuple[int, int]]:
    done = 0
    for _, last in _CUES.places(said):
        start = _code_start(text, said, last)
        found = None if start is None or start < done else _CODE.match(text, start)
        is_named = said[last].folded.endswith(_NAMES_A_CODE)
        if found is not None and _is_code(found[0], ends=text[found.end() : found.end() + 1], is_named=is_named):
            done = found.end()
            yield found.span()


def _code_start(text: str, said: Sequence[Word], last: int) -> int | None:
    """Return where a code would begin after the cue that ends with this word, past `is`, `:`, `#` and the like."""
    end, after = said[last].end, last + 1
    if after < len(said) and said[after].folded in _FILLERS:
        end, after = said[after].end, after + 1
    if after >= len(said) or said[after].start - said[last].end > _WIDEST * 2:
        return None
    start = said[after].start
    return start if _BETWEEN.issuperset(text[end:start]) else None


def _is_code(code: str, *, ends: str, is_named: bool) -> bool:
    digits = sum(sign.isdigit() for sign in code)
    letters = sum(sign.isalpha() for sign in code)
    if sum(sign.islower() for sign in code) > _SMALL_LETTERS:
        return False
    if ends.isalnum() or ends in (":", "%", "€", "$", "£") or _DATE.fullmatch(code) or len(code) < _SHORTEST:
        return False
    if letters == 0:
        return digits > _DIGITS_ALONE
    if digits < _DIGITS_AMONG_LETTERS:
        return is_named and len(code) == _LOCATOR and code.isupper()
    return True
