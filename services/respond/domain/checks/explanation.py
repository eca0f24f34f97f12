"""Whether an answer says what is wrong, or what we do about it."""

from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.phrases import Phrases
from services.respond.domain.checks.words import Word

_CAUSES: Final = Phrases(
    """because, due to, (does|did|has|have|was|were|is|are) not
    (play|work|arrive|arrived|come|leave|left|reached|delivered|sent|working), another (one|disc|parcel|copy), a new
    (one|disc|parcel|copy), a replacement, caused by, the cause, the reason, went (wrong|missing), (a|our|my|this)
    (mistake|error|fault), on our (side|end|part), delay, delayed, late, stuck, lost, damaged, defective, faulty,
    outage, strike, out of stock, sold out, breakdown, turns out, wrong
    (depot|address|item|parcel|order|amount|price|size|door), charged twice, glitch, technical
    (issue|problem|difficulties), known issue, was missing, is missing, failed, weather, shortage""",
    """omdat, doordat, een (nieuw|nieuwe), een vervangend, vanwege, wegens, oorzaak, de reden, fout gegaan,
    misgegaan, mis gegaan, ging mis, (onze|een) fout, vertraging, vertraagd, te laat, kwijt, kwijtgeraakt,
    beschadigd, defect, storing, staking, uitverkocht, niet op voorraad, verkeerde
    (adres|artikel|pakket|bedrag|maat), verkeerd (adres|artikel|pakket|bedrag), dubbel afgeschreven, blijven liggen,
    technisch probleem, ontbrak, ontbreekt""",
    """weil, wegen, ein (neues|neuer), eine neue, Ersatz, aufgrund, auf Grund, Ursache, der Grund, schiefgelaufen,
    schiefgegangen, schief gegangen, (unser|ein) Fehler, Verspätung, verspätet, Verzögerung, verzögert, zu spät,
    verloren, beschädigt, defekt, Störung, Ausfall, Streik, ausverkauft, nicht vorrätig, falsche
    (Adresse|Größe|Ware), falscher (Artikel|Betrag), falsches Paket, doppelt abgebucht, liegen geblieben,
    technisches Problem, fehlte""",
    """parce que, en raison, un nouveau, une nouvelle, un autre (colis|exemplaire), à cause, la cause, la raison, dû
    à, (notre|une) erreur, un problème (technique|de livraison|de stock), retard, retardé, retardée, perdu, perdue,
    égaré, abîmé, endommagé, défectueux, défectueuse, panne, incident, grève, rupture de stock, en rupture, mauvaise
    (adresse|taille), mauvais (article|colis|montant), débité deux fois, dysfonctionnement""",
    """porque, debido a, (un|una) (nuevo|nueva), otro (paquete|envío), a causa de, la causa, el motivo, por culpa
    nuestra, (nuestro|un) (error|fallo), retraso, retrasado, retrasada, perdido, perdida, extraviado, dañado,
    dañada, defectuoso, defectuosa, avería, incidencia, huelga, agotado, sin existencias, dirección equivocada,
    cobrado dos veces, problema técnico, salió mal, ha salido mal""",
)
_WE: Final = Phrases(
    "we, I, our (team|technicians|engineers|colleagues|driver|depot|warehouse), my (colleague|colleagues|team)",
    "we, wij, ik, ons team, onze (monteur|monteurs|collega|collega s|chauffeur|bezorger), mijn collega",
    "wir, ich, unser (Team|Techniker|Fahrer), unsere (Techniker|Kollegen|Kollegin), mein Kollege, meine Kollegin",
    "nous, je, j, on, notre (équipe|technicien|livreur), nos (équipes|techniciens), mon collègue, ma collègue",
    "nosotros, yo, nuestro (equipo|técnico|repartidor), nuestros (técnicos|compañeros), mi compañero, mi compañera",
)
_DEEDS: Final = Phrases(
    """(looking|look|looked) (into|at|for|up), packed, packing, asking, writing, write (to |)you, wrote, calling,
    moving, moved, (check|checked|checking), investigate, investigating, investigated, refund, refunded, refunding,
    send, sent, sending, resend, resent, ship, shipped, shipping, replace, replaced, replacing, fix, fixed, fixing,
    repair, repaired, repairing, working, restore, restored, restoring, arrange, arranged, arranging, asked,
    contacted, correct, corrected, correcting, cancel, cancelled, canceled, credit, credited, order, ordered,
    passed, forwarded, escalated, escalate, trace, tracing, traced, find out, found, sort, sorting, sorted, make
    sure, deliver, delivering, collect, collecting, pay, paid, reset, unlocked, unlock, call you, will call, put
    (this|it) right, added, removed, reported, opened, booked, rebook, rebooked, took, taken, update you, get back
    to you, let you know, bring, reverse, reversed, start, started, waive, waived""",
    """vragen, vraag, laten, laat, schrijven, zoeken, zoek, uitzoeken, zoeken uit, onderzoeken, onderzoek, nagaan,
    gaan na, gekeken, kijken, nakijken, nagevraagd, terugbetalen, terugbetaald, betalen terug, storten,
    teruggestort, sturen, stuur, gestuurd, opsturen, verstuurd, verzonden, verzenden, vervangen, vervang, oplossen,
    lossen, opgelost, herstellen, hersteld, repareren, gerepareerd, werken, geregeld, regelen, regel, gevraagd,
    vragen na, contact opgenomen, nemen contact, gecorrigeerd, corrigeren, aangepast, geannuleerd, annuleren,
    besteld, doorgegeven, doorgezet, opgespoord, bezorgen, leveren, ophalen, bellen, bel, gemeld, aangevraagd, laten
    weten, zorgen, ingepland, terugdraaien, teruggedraaid, gestart, brengen, komen terug, kom terug""",
    """fragen, frage, schreiben, suchen, klären, kläre, geklärt, prüfen, prüfe, geprüft, untersuchen, untersucht,
    nachgefragt, erstatten, erstattet, überwiesen, überweisen, senden, sende, gesendet, geschickt, schicken,
    schicke, versenden, versendet, versandt, verschickt, ersetzen, ersetzt, beheben, behoben, reparieren, repariert,
    arbeiten, veranlasst, veranlassen, gebeten, kontaktiert, korrigiert, korrigieren, storniert, stornieren,
    gutgeschrieben, bestellt, weitergeleitet, weitergegeben, liefern, abholen, melden, melde, rufen, rufe, gemeldet,
    kümmern, kümmere, sorgen, gebucht, umgebucht, zurückgebucht, freigeschaltet, bringen, gestartet, informieren""",
    """demandons, demande, écrivons, écrirons, cherchons, recherchons, vérifions, vérifier, vérifié, vérifie,
    enquêtons, remboursons, rembourser, remboursé, rembourse, envoyons, envoyer, envoyé, envoie, renvoyons, renvoyé,
    expédions, expédié, remplaçons, remplacer, remplacé, réparons, réparer, réparé, travaillons, travaillent,
    travaille, rétablissons, rétabli, demandé, contacté, contactons, corrigé, corrigeons, annulé, annulons, crédité,
    commandé, transmis, transmettons, signalé, livrons, livrer, récupérons, appelons, appellerons, rappelons,
    rappellerons, revenons, reviendrons, assurons, occupons, occupe, réglons, régler, réglé, lancé, ouvert,
    tiendrons, enverrons, rembourserons, relancé, débloqué""",
    """buscando, revisando, revisar, revisado, comprobando, comprobado, investigando, investigar, reembolsar,
    reembolsado, devolver, devuelto, enviar, enviado, reenviar, reenviado, cambiar, sustituir, sustituido, reparar,
    reparado, arreglar, arreglado, trabajando, solucionando, solucionar, solucionado, pedido, contactado, corregido,
    cancelado, abonado, abonar, trasladado, avisado, entregar, recoger, llamar, gestionando, gestionado, tramitado,
    restablecido, localizar, localizando""",
)
_OURS: Final = Phrases(
    """(estamos|estoy)
    (buscando|revisando|comprobando|investigando|trabajando|solucionando|gestionando|localizando), (hemos|he)
    (revisado|comprobado|reembolsado|devuelto|enviado|reenviado|sustituido|reparado|arreglado|solucionado|contactado|
    corregido|cancelado|abonado|trasladado|avisado|gestionado|tramitado|restablecido|pedido|localizado), (vamos
    a|voy a)
    (revisar|reembolsar|devolver|enviar|reenviar|cambiar|sustituir|reparar|arreglar|solucionar|abonar|entregar|recoger|
    llamar|investigar|localizar|comprobar), (le|te|lo|la|les)
    (enviamos|enviaremos|reembolsamos|reembolsaremos|devolvemos|
    devolveremos|llamaremos|abonaremos|cambiamos|cambiaremos), revisamos, revisaremos, enviaremos, reembolsaremos,
    devolveremos, llamaremos, abonaremos, investigamos, solucionaremos, comprobamos"""
)
_REACH: Final = 12
"""Words between who does it and what they do: German puts its verbs last."""


def says_what(said: Sequence[Word]) -> bool:
    """Does it name a cause, or something that we did or shall do?"""
    if _CAUSES.places(said) or _OURS.places(said):
        return True
    deeds = [first for first, _ in _DEEDS.places(said)]
    ours = [last for _, last in _WE.places(said)]
    place = 0
    for deed in deeds:
        while place < len(ours) and ours[place] < deed:
            place += 1
        if place and deed - ours[place - 1] <= _REACH and said[deed].sentence == said[ours[place - 1]].sentence:
            return True
    return False
