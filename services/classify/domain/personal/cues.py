"""Words that announce a number: whose telephone it is, or that it is an order's."""

import re
from typing import Final

from shared.personal.span import Span

# Alternatives of plain words between word boundaries: each place is tried once per alternative, so this is linear.
_PHONE: Final = re.compile(
    r"\b(?:phone|telephone|mobile|cell|cellphone|whatsapp|sms|tel|mob|ph|call (?:me|us)(?: back)?(?: on| at)?"
    r"|ring (?:me|us)(?: on| at)?|text me(?: on| at)?|reach(?:able)? (?:me |us )?(?:on|at)|my number|number is"
    r"|telefoon|telefoonnummer|telnr|mobiel|mobiele nummer|gsm|bel (?:me|mij|ons)(?: op| terug op)?|bereikbaar op"
    r"|bereiken op|nummer is|app me op"
    r"|telefon|telefonnummer|tel\.?nr|rufnummer|handy|handynummer|mobilnummer|mobil|erreichbar unter|erreichen unter"
    r"|ruft? mich an|rückruf(?: unter)?|nummer lautet|meine nummer"
    r"|téléphone|tél|portable|numéro de téléphone|joindre au|joignable au|rappele[rz](?:[- ]moi)?(?: au)?"
    r"|appele[rz]-moi au"
    r"|mon numéro|mon 06"
    r"|teléfono|telefono|móvil|movil|celular|número de teléfono|ll[aá]m(?:ar|en|a|e)(?:me|nos)?(?: al)?"
    r"|mi número|mi numero"
    r"|contacto)\b",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(
    r"\b(?:pnr|(?:booking|reservation|confirmation|record|order|ticket|customer|client|case|account|policy|contract"
    r"|member(?:ship)?|reference|tracking|parcel|invoice|claim|flight booking|loyalty|frequent flyer)"
    r"(?: (?:number|no|nr|num|code|ref|reference|locator|id|confirmation))?|ref|locator"
    r"|boeking(?:s(?:nummer|code|referentie))?|reservering(?:s(?:nummer|code))?|bestelling|bestel(?:nummer|nr)"
    r"|order(?:nummer|nr)|klant(?:nummer|nr)|ticket(?:nummer|nr)|zaaknummer|dossier(?:nummer)?|kenmerk|factuurnummer"
    r"|polisnummer|contractnummer|lidnummer|zending(?:s?nummer)?|referentie(?:nummer)?|track (?:and|&) trace"
    r"|buchung(?:s(?:nummer|code|nr))?|reservierung(?:s(?:nummer|code))?|bestellung|bestell(?:nummer|nr)|auftrag"
    r"|auftrags(?:nummer|nr)|kunden(?:nummer|nr)|ticketnummer|vorgang(?:s(?:nummer|nr))?|aktenzeichen|rechnungsnummer"
    r"|vertrags(?:nummer|nr)|sendung(?:s(?:nummer|nr))?|paketnummer|mitgliedsnummer|referenz(?:nummer)?"
    r"|réservation|numéro de (?:commande|réservation|client|dossier|contrat|suivi|billet|facture|colis)|commande"
    r"|dossier|référence|réf|client|contrat|billet|code de réservation|colis|suivi"
    r"|reserva|número de (?:pedido|reserva|cliente|contrato|expediente|seguimiento|billete|factura|póliza)|pedido"
    r"|localizador"
    r"|expediente|contrato|cliente|billete|póliza|referencia|código de reserva|folio)\b",
    re.IGNORECASE,
)


def phones_announced(text: str) -> list[Span]:
    """Return the words that announce somebody's telephone number."""
    return [Span(*one.span()) for one in _PHONE.finditer(text)]


def bookings_announced(text: str) -> list[Span]:
    """Return the words that announce the number of a booking, an order, a customer."""
    return [Span(*one.span()) for one in _ORDER.finditer(text)]
