"""Dutch."""

from collections.abc import Mapping
from typing import Final

from services.classify.domain.taxonomy import Intent

STRONG: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: """storing*, ligt+eruit, ligt+er+uit, ligt+plat, plat+ligt, geen+internet, geen+bereik,
        geen+verbinding, geen+signaal, doet+het+niet+meer online, site werkt+niet, website werkt+niet, app
        werkt+niet, app crasht, onbereikbaar, offline, laadt niet, niet laden, valt weg""",
    Intent.DELIVERY: """pakket*, pakje*, bezorg*, niet+bezorgd, levering*, geleverd, niet+aangekomen,
        niet+ontvangen, nooit+ontvangen, waar+is bestelling, waar+blijft, track+en+trace, verzonden, verzending,
        postnl, koffer+kwijt, bagage+kwijt, nog+steeds bestelling, koerier""",
    Intent.DEFECT: """kapot*, beschadigd*, defect*, stuk, gebroken, werkt+niet, doet+het+niet, verkeerde+maat,
        verkeerd+artikel, verkeerde+product, ontbreekt, bedorven, beschimmeld, lekt, over+datum""",
    Intent.REFUND: """geld+terug, terugbetal*, terugbetaald, teruggestort, terugstorten, restitutie, vergoeding,
        schadevergoeding, compensatie""",
    Intent.BILLING: """factuur, facturen, rekening klopt, dubbel+afgeschreven, afgeschreven, afschrijving, incasso,
        te+veel+betaald, teveel+betaald, in+rekening+gebracht, verkeerd+bedrag, betaling+mislukt""",
    Intent.ACCOUNT: """inlog*, ingelogd, log+in, wachtwoord, mijn+account, account+geblokkeerd, gehackt,
        verificatiecode, kan niet inloggen, kom er niet+in""",
    Intent.CANCELLATION: """opzeg*, opgezegd, opgeheven, abonnement+stoppen, abonnement opzeggen, zeg+op, zeg mijn
        op, annuleer*, annulering, overstappen, stap+over""",
    Intent.SERVICE: """klantenservice, onbeschoft, onvriendelijk, geen+reactie, geen+antwoord, in+de+wacht,
        wachtrij, niemand neemt+op, slechte+service, waardeloze+service, helpdesk, genegeerd, van+het+kastje""",
    Intent.QUESTION: """hoe+kan+ik, hoe+kan, hoe+moet, hoe+lang, hoeveel, wanneer+komt, wanneer+is, wanneer+gaat,
        waar+kan+ik, kan+ik, kunnen+jullie, hebben+jullie, is+het+mogelijk, weet+iemand, mag+ik, openingstijden,
        hoe+laat""",
    Intent.PRAISE: """bedankt, dank+je, dank+jullie, dankjewel, dank+u, dankuwel, complimenten, compliment,
        top+service, goede+service, goed+geholpen, super+geholpen, chapeau, hulde, blij+met, aanrader, tevreden""",
}  # fmt: skip
WEAK: Final[Mapping[Intent, str]] = {
    Intent.OUTAGE: "fout*, foutmelding, traag, hapert, internet, verbinding",
    Intent.DELIVERY: "bestel*, te+laat, vertraging, vertraagd, kwijt, bagage, koffer, aangekomen",
    Intent.DEFECT: "verkeerd*, mist, kwaliteit, retour*, garantie, reparatie",
    Intent.REFUND: "geld, tegoed*, cadeaubon",
    Intent.BILLING: "betaal*, betaling, kosten, prijs*, rekening, bedrag, abonnement",
    Intent.ACCOUNT: "account, profiel, gebruikersnaam",
    Intent.CANCELLATION: "stoppen, weg+bij, nooit+meer",
    Intent.SERVICE: "medewerker*, service, wacht*, telefoon, uren",
    Intent.QUESTION: "hoe, waarom, wanneer, waar, wat, welke, wie",
    Intent.PRAISE: "top, super, geweldig, fantastisch, prima, blij, fijn, mooi, heerlijk",
}
PLEA: Final = """graag, aub, alsjeblieft, alstublieft, help, hulp, kan+iemand, kunnen+jullie, probleem, problemen,
    oplossen, opgelost, bel+me, neem+contact, heb+een+vraag, wat+is+er+aan+de+hand"""
SPAM: Final = "volg+mij, volg+me+terug, klik+hier, geld+verdienen, thuis+werken geld, kortingscode, link+in+bio"
GOOD: Final = """goed, goede, top, super, geweldig*, fantastisch*, prima, blij, fijn*, mooi*, heerlijk*, lekker,
    tevreden, bedankt, dank*, complimenten, vriendelijk*, snel+geholpen, perfect*, leuk*, liefs, genieten, netjes,
    lief, hulde"""
BAD: Final = """slecht*, waardeloos, waardeloze, schandalig*, belachelijk*, teleurgesteld, teleurstellend, boos,
    woedend, kapot, kwijt, klote, kut, irritant*, ergerlijk, ramp*, vreselijk*, verschrikkelijk*, onbeschoft*,
    onacceptabel*, triest, zat, zwaar+klote, klacht*, schande, walgelijk*, gefrustreerd, frustrerend, nooit+meer,
    bagger, oplicht*"""
