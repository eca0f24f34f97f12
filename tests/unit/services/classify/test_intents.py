"""Intents: what each is heard in, in five languages, and the near misses that must not be heard."""

import pytest

from services.classify.domain.taxonomy import PROBLEMS, Intent, title
from tests.unit.services.classify.saying import Says

HEARD = [
    ("outage", "The app is down again"),
    ("outage", "De app ligt eruit, weer een storing"),
    ("outage", "Seit heute Morgen kein Internet, wieder eine Störung"),
    ("outage", "Encore une panne, plus de réseau depuis ce matin"),
    ("outage", "Llevo toda la mañana sin internet, se cayó otra vez"),
    ("delivery", "My parcel hasn't arrived, it has been three weeks"),
    ("delivery", "Mijn pakket is nog steeds niet bezorgd"),
    ("delivery", "Wo bleibt mein Paket? Ich warte seit zwei Wochen"),
    ("delivery", "Toujours pas reçu mon colis"),
    ("delivery", "Sigo esperando mi pedido, el paquete no ha llegado"),
    ("defect", "The lamp arrived broken and the box was smashed"),
    ("defect", "Het apparaat is kapot aangekomen, helemaal beschadigd"),
    ("defect", "Das Gerät ist defekt und die Tasse zerbrochen"),
    ("defect", "La machine est cassée, elle ne marche pas"),
    ("defect", "La lámpara llegó rota y no funciona"),
    ("refund", "Where is my refund? I want my money back"),
    ("refund", "Wanneer krijg ik mijn geld terug? Nog niets teruggestort"),
    ("refund", "Ich warte auf meine Rückerstattung"),
    ("refund", "Je veux être remboursé"),
    ("refund", "Quiero el reembolso, devuelvan el dinero"),
    ("billing", "I was charged twice this month"),
    ("billing", "Er is dubbel afgeschreven op mijn rekening"),
    ("billing", "Die Rechnung ist falsch, es wurde doppelt abgebucht"),
    ("billing", "J'ai été prélevé deux fois, la facture est fausse"),
    ("billing", "Me han cobrado dos veces en la factura"),
    ("account", "I can't log in, the password reset does nothing"),
    ("account", "Ik kan niet inloggen met mijn wachtwoord"),
    ("account", "Ich kann mich nicht einloggen, mein Konto ist gesperrt"),
    ("account", "Impossible de me connecter, mot de passe refusé"),
    ("account", "No puedo entrar en mi cuenta, la contraseña no vale"),
    ("cancellation", "I want to cancel my damn subscription"),
    ("cancellation", "Ik ga mijn abonnement opzeggen"),
    ("cancellation", "Ich werde den Vertrag kündigen"),
    ("cancellation", "Je résilie mon abonnement, je vous quitte"),
    ("cancellation", "Quiero darme de baja"),
    ("service", "Your customer service is rude and hung up on me"),
    ("service", "De klantenservice is onbeschoft, geen reactie"),
    ("service", "Der Kundenservice war unfreundlich, ewig Warteschleife"),
    ("service", "Le service client est injoignable, aucune réponse"),
    ("service", "La atención al cliente es pésima, nadie contesta"),
    ("question", "How do I change the colour of the lamp?"),
    ("question", "Hoe laat gaan jullie open?"),
    ("question", "Wann ist der Laden offen, wie kann ich buchen?"),
    ("question", "À quelle heure ouvrez-vous demain ?"),
    ("question", "¿A qué hora abren mañana?"),
    ("praise", "Thank you so much, great job everyone!"),
    ("praise", "Bedankt, goed geholpen vandaag!"),
    ("praise", "Vielen Dank, super Service!"),
    ("praise", "Merci beaucoup, bravo à toute l'équipe"),
    ("praise", "Muchas gracias, excelente servicio"),
    ("other", "Sitting on a train to Utrecht with the family"),
]


@pytest.mark.parametrize(("intent", "text"), HEARD, ids=[text for _, text in HEARD])
def test_an_intent_is_heard(says: Says, intent: str, text: str) -> None:
    assert says(text).intent == intent


NEAR_MISSES = [
    ("outage", "You really let me down"),
    ("outage", "I put the box down"),
    ("billing", "Where can I charge my phone?"),
    ("account", "On account of the weather we stayed in"),
    ("delivery", "She has a package of measures in parliament"),
    ("cancellation", "My noise cancelling headphones are lovely"),
    ("praise", "No thanks to you I missed my train"),
    ("service", "The national secret service in a film"),
]


@pytest.mark.parametrize(("intent", "text"), NEAR_MISSES, ids=[text for _, text in NEAR_MISSES])
def test_a_near_miss_is_not_heard(says: Says, intent: str, text: str) -> None:
    assert says(text).intent != intent


def test_thanks_for_what_we_delivered_are_praise_and_not_a_delivery_problem(says: Says) -> None:
    assert says("Thanks for the quick delivery!").intent == Intent.PRAISE


def test_praise_without_a_feeling_that_we_know_is_praise(says: Says) -> None:
    assert says("Chapeau à toute l'équipe du magasin").intent == Intent.PRAISE


def test_polite_words_do_not_hide_a_problem(says: Says) -> None:
    found = says("Hello, thanks for your help, but my parcel was never delivered. Kind regards!")

    assert found.intent == Intent.DELIVERY
    assert found.sentiment != "positive"


def test_every_problem_has_a_name_for_its_storm_and_a_newer_models_intent_is_its_own() -> None:
    assert all(title(intent) != intent for intent in PROBLEMS)
    assert title("parking") == "parking"
