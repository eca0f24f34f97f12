"""Talking down, blaming and shouting: what is found in each language, and what only looks like it."""

import pytest

from shared.levels.answers import Check
from tests.unit.services.respond.checks.looking import marked

TALKS_DOWN = [
    ("As I already said, it ships on Monday.", "As I already said"),
    ("As we've already explained, returns take a week.", "As we've already explained"),
    ("Please CALM DOWN, Joe.", "CALM DOWN"),
    ("Obviously the code has expired.", "Obviously"),
    ("As per our policy, we do not refund.", "As per our policy"),
    ("You need to understand that we are busy.", "You need to understand"),
    ("Zoals ik al zei, het komt maandag.", "Zoals ik al zei"),
    ("Zoals eerder aangegeven kan dat niet.", "Zoals eerder aangegeven"),
    ("Rustig maar, het komt goed.", "Rustig maar"),
    ("Conform ons beleid betalen we niets terug.", "Conform ons beleid"),
    ("Wie ich bereits sagte, kommt es am Montag.", "Wie ich bereits sagte"),
    ("Wie schon erwähnt, ist das nicht möglich.", "Wie schon erwähnt"),
    ("Beruhigen Sie sich bitte.", "Beruhigen Sie sich"),
    ("Gemäß unseren Richtlinien geht das nicht.", "Gemäß unseren Richtlinien"),
    ("Comme je l'ai déjà dit, il arrive lundi.", "Comme je l'ai déjà dit"),
    ("Comme deja explique, ce n'est pas possible.", "Comme deja explique"),
    ("Calmez-vous, s'il vous plaît.", "Calmez-vous"),
    ("Évidemment, le code a expiré.", "Évidemment"),
    ("Como ya le he dicho, llega el lunes.", "Como ya le he dicho"),
    ("Cálmese, por favor.", "Cálmese"),
    ("Obviamente el código ha caducado.", "Obviamente"),
    ("Según nuestra política no se devuelve.", "Según nuestra política"),
]
SPEAKS_PLAINLY = [
    "We obviously got this wrong.",
    "Obviously our mistake, sorry.",
    "Sit back and relax: it is on its way.",
    "I said it would come on Monday, and it did not.",
    "It was clearly marked as delivered.",
    "The weather has been calm. Down the road is our shop.",
    "Here is our policy on returns, in short.",
    "Fijn dat het rustig is in de winkel. Maar we kijken het na.",
    "Ik heb u zojuist een bericht gestuurd.",
    "Wir haben Ihnen gerade geschrieben, wie es weitergeht.",
    "Nous avons évidemment mal fait notre travail.",
    "Comme convenu, nous vous envoyons un nouveau colis.",
    "Es evidente que hemos fallado.",
    "Como usted prefiera: por carta o por correo.",
]
BLAMES = [
    ("You should have read the terms.", "You should have read"),
    ("You could've? No: you should have called us.", "you should have called"),
    ("Because you didn't pay, it was not sent.", "Because you didn't"),
    ("This is your own fault.", "your own fault"),
    ("You forgot to confirm the order.", "You forgot to"),
    ("You must have entered a wrong address.", "You must have entered"),
    ("U had moeten bellen.", "U had moeten"),
    ("Had je beter moeten opletten.", "Had je beter moeten"),
    ("Dat is uw eigen schuld.", "uw eigen schuld"),
    ("Omdat u niet betaald heeft, is het niet verzonden.", "Omdat u niet"),
    ("Das hätten Sie nicht tun sollen. Sie hätten das früher melden müssen.", "Sie hätten das früher melden müssen"),
    ("Sie haben vergessen, die Bestellung zu bestätigen.", "Sie haben vergessen"),
    ("Das ist Ihr eigener Fehler.", "Ihr eigener Fehler"),
    ("Selbst schuld, leider.", "Selbst schuld"),
    ("Vous auriez dû appeler.", "Vous auriez dû"),
    ("C'est votre faute.", "C'est votre faute"),
    ("Vous n'avez pas lu les conditions.", "Vous n'avez pas lu"),
    ("Debería haber llamado antes.", "Debería haber llamado"),
    ("Es culpa suya.", "Es culpa suya"),
    ("Usted no leyó las condiciones.", "Usted no leyó"),
]
BLAMES_NOBODY = [
    "You should have received an e-mail by now.",
    "It is not your fault, it is ours.",
    "Delays aren't your fault.",
    "We should have called you.",
    "Did you get it? If you did not receive it, tell us.",
    "If you forgot to add the code, we add it for you.",
    "U had maandag een afspraak met ons.",
    "Het is niet uw schuld.",
    "Sie hätten es gestern bekommen sollen, es tut uns leid.",
    "Das ist nicht Ihr Fehler, sondern unserer.",
    "Vous auriez aimé le savoir plus tôt, et c'est normal.",
    "Ce n'est pas votre faute.",
    "No es culpa suya, es nuestra.",
    "Debería haber llegado el lunes.",
]
SHOUTS = [
    ("THIS IS NOT POSSIBLE here.", "THIS IS NOT POSSIBLE"),
    ("Read it: DAS GEHT LEIDER NICHT.", "DAS GEHT LEIDER NICHT"),
    ("We told you!!!", "!!!"),
    ("¡¡¡Ya está!", "¡¡¡"),
]
DOES_NOT_SHOUT = [
    "The HD DVD USB BOX costs 10 EUR.",
    "NASA and UNICEF are abbreviations.",
    "Great!! Thank you!",
    "PLEASE NOTE: we are open.",
    "I AM a person.",
]


@pytest.mark.parametrize(("text", "part"), TALKS_DOWN)
def test_what_talks_down_is_found(text: str, part: str) -> None:
    assert marked(text, Check.CONDESCENSION) == [part]


@pytest.mark.parametrize("text", [*SPEAKS_PLAINLY, *BLAMES_NOBODY])
def test_plain_words_talk_down_to_nobody(text: str) -> None:
    assert marked(text, Check.CONDESCENSION) == []


@pytest.mark.parametrize(("text", "part"), BLAMES)
def test_what_blames_is_found(text: str, part: str) -> None:
    assert marked(text, Check.BLAME) == [part]


@pytest.mark.parametrize("text", [*BLAMES_NOBODY, *SPEAKS_PLAINLY])
def test_plain_words_blame_nobody(text: str) -> None:
    assert marked(text, Check.BLAME) == []


@pytest.mark.parametrize(("text", "part"), SHOUTS)
def test_shouting_is_found(text: str, part: str) -> None:
    assert marked(text, Check.SHOUTING) == [part]


@pytest.mark.parametrize("text", [*DOES_NOT_SHOUT, *SPEAKS_PLAINLY])
def test_abbreviations_and_joy_are_no_shouting(text: str) -> None:
    assert marked(text, Check.SHOUTING) == []


def test_words_are_found_whatever_their_apostrophes_accents_and_hidden_signs() -> None:
    assert marked("as I\u2019ve already said", Check.CONDESCENSION) == ["as I\u2019ve already said"]
    assert marked("co\u0301mo como ya le he di\u200bcho", Check.CONDESCENSION) == ["como ya le he di\u200bcho"]
    assert marked("CALME\u0301Z-VOUS", Check.CONDESCENSION) == ["CALME\u0301Z-VOUS"]
