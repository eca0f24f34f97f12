"""E-mail addresses of people. Those of a desk (`support@`) are nobody's own."""

import re
from collections.abc import Iterator
from typing import Final

from shared.personal.span import Span

_LOCAL: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-'")
_DOMAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_LETTERS: Final = frozenset(filter(str.isalpha, map(chr, range(0xC0, 0x250))))
"""Accents and umlauts may stand in both parts: half an address marked leaves the other half to be read."""
_LONGEST_LOCAL: Final = 64
_LONGEST_DOMAIN: Final = 253
_ENDING: Final = re.compile(r"[A-Za-z]{2,24}")
_DESKS: Final = frozenset(
    re.findall(
        r"\S+",
        """info support service help helpdesk contact hello hi press media privacy legal security jobs careers sales
    customercare customerservice customer.service customer-service care feedback complaints refunds billing orders
    noreply no-reply team office webcare social socialmedia
    klantenservice klantenzorg klacht klachten pers vacatures hallo bestellingen
    kundenservice kundendienst kundenbetreuung hilfe kontakt presse datenschutz beschwerde reklamation
    serviceclient service.client service-client serviceclients aide reclamations presse bonjour
    atencionalcliente atencion.cliente atencion ayuda contacto reclamaciones prensa clientes soporte hola""",
    )
)


def addresses(text: str) -> tuple[Span, ...]:
    """Return where addresses of people stand."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Span]:
    at = text.find("@")
    while at >= 0:
        if (found := _around(text, at)) is not None:
            yield found
        at = text.find("@", at + 1)


def _around(text: str, at: int) -> Span | None:
    """Return where the address with this sign stands; None: it is a handle (`@joe@square.example`), or a desk's."""
    start, end = at, at + 1
    while start > 0 and at - start < _LONGEST_LOCAL and (text[start - 1] in _LOCAL or text[start - 1] in _LETTERS):
        start -= 1
    while end < len(text) and end - at <= _LONGEST_DOMAIN and (text[end] in _DOMAIN or text[end] in _LETTERS):
        end += 1
    while start < at and text[start] in ".'-":
        start += 1
    while text[end - 1] in ".-":
        end -= 1
    local, domain = text[start:at], text[at + 1 : end]
    name, _, ending = domain.rpartition(".")
    is_address = bool(local and name) and _ENDING.fullmatch(ending) is not None
    is_handle = text[start - 1 : start] in ("@", "/") if start else False
    return Span(start, end) if is_address and not is_handle and local.casefold() not in _DESKS else None
