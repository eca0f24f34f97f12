"""German."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.taxonomy import Intent

STRONG: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: """störung*, ausfall, ausgefallen, fällt aus, kein+internet, kein+netz, kein+empfang,
        kein+signal, keine+verbindung, down, nicht+erreichbar, offline, app+stürzt, stürzt ab, seite lädt nicht,
        lädt nicht, website funktioniert+nicht, app funktioniert+nicht, app geht+nicht, internet geht+nicht,
        server+down""",
    Intent.DELIVERY: """paket*, päckchen, lieferung*, geliefert, zugestellt, zustellung*, nicht+angekommen,
        nie+angekommen, nicht+erhalten, wo+bleibt, wo+ist bestellung, sendung*, sendungsverfolgung, versand*,
        verschickt, dhl, hermes, kurier, koffer+weg, gepäck+weg, gepäck verloren, verspätet, warte bestellung""",
    Intent.DEFECT: """kaputt*, beschädigt*, defekt*, zerbrochen, zerkratzt, funktioniert+nicht, geht+nicht,
        falsche+größe, falscher+artikel, falsches+produkt, fehlt, verschimmelt, undicht, abgelaufen, mangelhaft*""",
    Intent.REFUND: """geld+zurück, rückerstatt*, erstattung*, erstattet, erstatten, rückzahlung, entschädig*,
        gutschrift, schadenersatz, schadensersatz, zurückzahl*""",
    Intent.BILLING: """rechnung*, doppelt+abgebucht, abgebucht, abbuchung*, lastschrift, zu+viel+bezahlt,
        zu+viel+berechnet, falsch+berechnet, mahnung*, zahlung+fehlgeschlagen, falscher+betrag, kreditkarte
        belastet""",
    Intent.ACCOUNT: """einloggen, eingeloggt, anmelden, anmeldung, passwort, kennwort, mein+konto, konto+gesperrt,
        account+gesperrt, gehackt, bestätigungscode, ausgesperrt, login""",
    Intent.CANCELLATION: """kündig*, gekündigt, storniere*, stornierung, abo+beenden, vertrag+beenden, wechsle zu,
        anbieter+wechseln, wechsel anbieter, widerruf*, abbestellen""",
    Intent.SERVICE: """kundenservice, kundendienst, kundenbetreuung, unfreundlich*, unverschämt*, keine+antwort,
        keine+reaktion, keine+rückmeldung, warteschleife, hotline, niemand+antwortet, aufgelegt, ignoriert,
        schlechter+service, unhöflich, servicewüste""",
    Intent.QUESTION: """wie+kann+ich, wie+kann, wie+lange, wie+viel, wann+kommt, wann+ist, wann+wird, wo+kann+ich,
        kann+ich, könnt+ihr, habt+ihr, gibt+es, ist+es+möglich, weiß+jemand, weiss+jemand, darf+ich,
        öffnungszeiten""",
    Intent.PRAISE: """danke, dankeschön, vielen+dank, herzlichen+dank, lob, toller+service, guter+service,
        super+service, gut+geholfen, schnell+geholfen, weiter+so, empfehlenswert, bin+zufrieden, sehr+zufrieden,
        klasse""",
}  # fmt: skip
WEAK: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: "fehler*, fehlermeldung, langsam*, hängt, internet, verbindung",
    Intent.DELIVERY: "bestell*, zu+spät, verspätung, gepäck, koffer, verloren, angekommen",
    Intent.DEFECT: "falsch*, qualität, garantie, reparatur*, reklamation, umtausch*",
    Intent.REFUND: "geld, gutschein",
    Intent.BILLING: "bezahl*, zahlung*, kosten, preis*, betrag, konto, abo, gebühr*",
    Intent.ACCOUNT: "account, profil, benutzername",
    Intent.CANCELLATION: "nie+wieder, wechsel*, vertrag",
    Intent.SERVICE: "mitarbeiter*, service, warte*, stunden, telefon",
    Intent.QUESTION: "wie, warum, wann, wo, was, welche, wer, wieso",
    Intent.PRAISE: "super, toll*, großartig*, spitze, prima, perfekt*, freue, wunderbar, cool",
}
PLEA: Final = """bitte, hilfe, helft mir, helfen, kann+jemand, könnt+ihr, problem*, lösen, lösung, meldet+euch,
    kontaktiert, habe+eine+frage, hab+eine+frage, was+ist+los"""
SPAM: Final = "folg+mir, folge+mir, klick+hier, klickt+hier, geld+verdienen, rabattcode, link+in+bio, gewinnspiel"
GOOD: Final = """gut, gute, guter, gutes, super, toll*, großartig*, spitze, prima, perfekt*, freue, freut,
    wunderbar*, wunderschön*, danke*, dank, zufrieden, freundlich*, klasse, liebe, geil*, schön*, lecker,
    glücklich*, lustig, empfehl*, genial*, beste, bester"""
BAD: Final = """schlecht*, mies*, furchtbar*, schrecklich*, katastrophe, katastrophal*, enttäuscht, enttäuschend,
    wütend, sauer, kaputt, scheiße, scheiss*, scheiß*, kacke, nervt, nervig*, ärger*, frech*, unverschämt*,
    lächerlich*, unmöglich, saftladen, sauerei, abzocke, betrug, peinlich*, traurig*, hasse, doof, beschwerde,
    zumutung, unfassbar, armselig, inakzeptabel, nie+wieder, leider, beschissen*"""
