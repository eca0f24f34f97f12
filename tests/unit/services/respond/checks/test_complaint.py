"""An answer to a complaint says sorry, says what is wrong or what we do, and says what happens next and when."""

import pytest

from deploy.local.demo.replies import ANSWERS
from services.respond.domain.checks.complaint import can_tell, is_complaint
from services.respond.domain.checks.look import Answered
from shared.levels.answers import Check
from tests.unit.services.respond.checks.looking import COMPLAINT, looked, marked

ELEMENTS = {Check.NO_APOLOGY, Check.NO_EXPLANATION, Check.NO_NEXT_STEP}
COMPLETE = [
    "Sorry, Joe: your parcel went to the wrong depot. It is with you tomorrow before noon.",
    "We apologise. Our team is checking the router and will call you by 18:00.",
    "Apologies! I have refunded you; it takes 3 to 5 working days.",
    "Excuses! Uw pakket is kwijt. We sturen vandaag een nieuw.",
    "Het spijt ons. Wij zoeken het uit en bellen u binnen twee uur.",
    "Es tut uns leid. Wir haben Ihr Paket heute erneut versendet.",
    "Wir bitten um Entschuldigung: die Störung ist bis 18 Uhr behoben.",
    "Nous sommes désolés. Nous vous remboursons d'ici 48 heures.",
    "Toutes nos excuses, il y a eu un problème technique. Il arrive mardi.",
    "Lo sentimos. Hemos enviado otro paquete y llega mañana.",
    "Disculpe el retraso: le llamaremos antes de las 18:00.",
]
LACKS = [
    ("Your parcel went to the wrong depot. It is with you tomorrow.", Check.NO_APOLOGY),
    ("No need to apologise. Your parcel is lost; a new one comes tomorrow.", Check.NO_APOLOGY),
    ("Uw pakket is kwijt. We sturen vandaag een nieuw.", Check.NO_APOLOGY),
    ("Wir haben Ihr Paket heute erneut versendet.", Check.NO_APOLOGY),
    ("Nous vous remboursons d'ici 48 heures.", Check.NO_APOLOGY),
    ("Hemos enviado otro paquete y llega mañana.", Check.NO_APOLOGY),
    ("Sorry to hear that! Have you tried it today?", Check.NO_EXPLANATION),
    ("Sorry, we look forward to hearing from you today.", Check.NO_EXPLANATION),
    ("Excuses! Fijne dag en tot morgen.", Check.NO_EXPLANATION),
    ("Es tut uns leid. Schönen Montag!", Check.NO_EXPLANATION),
    ("Nous sommes désolés. À demain !", Check.NO_EXPLANATION),
    ("Lo sentimos. ¡Hasta mañana!", Check.NO_EXPLANATION),
    ("Sorry, your parcel is lost. We look into it.", Check.NO_NEXT_STEP),
    ("Sorry, it has been stuck since Monday. We are looking into it.", Check.NO_NEXT_STEP),
    ("Sorry, it was lost 3 days ago. We are looking into it.", Check.NO_NEXT_STEP),
    ("Excuses! Uw pakket is kwijt. We zoeken het uit.", Check.NO_NEXT_STEP),
    ("Excuses, het is sinds maandag kwijt. We zoeken het uit.", Check.NO_NEXT_STEP),
    ("Es tut uns leid. Wir klären die Ursache.", Check.NO_NEXT_STEP),
    ("Nous sommes désolés. Nous cherchons la cause depuis lundi.", Check.NO_NEXT_STEP),
    ("Lo sentimos. Estamos revisando lo que pasó hace 3 días.", Check.NO_NEXT_STEP),
]
EMPTY = [
    ("We get back to you as soon as possible.", "as soon as possible"),
    ("You will hear from us shortly.", "shortly"),
    ("We komen er zo snel mogelijk op terug.", "zo snel mogelijk"),
    ("Het wordt z.s.m. opgelost.", "z.s.m"),
    ("Wir melden uns schnellstmöglich.", "schnellstmöglich"),
    ("Nous revenons vers vous dès que possible.", "dès que possible"),
    ("Le responderemos lo antes posible.", "lo antes posible"),
    ("We call you asap. It is sunny today.", "asap"),
]
FIRM = [
    "We get back to you as soon as possible, by 18:00 at the latest.",
    "Please send us a private message as soon as possible.",
    "You will hear from us within two hours.",
    "Stuur ons zo snel mogelijk een bericht, alstublieft.",
    "Wir melden uns schnellstmöglich, spätestens am Dienstag.",
    "Écrivez-nous dès que possible.",
    "Escríbanos lo antes posible.",
    "It was shortly before noon.",
]


@pytest.mark.parametrize("text", COMPLETE)
def test_an_answer_with_all_three_lacks_nothing(text: str) -> None:
    assert ELEMENTS & set(looked(text, answered=COMPLAINT)) == set()


@pytest.mark.parametrize("text", ANSWERS.values(), ids=ANSWERS.keys())
def test_the_demos_answers_are_good_ones(text: str) -> None:
    assert looked(text, answered=COMPLAINT) == {}


@pytest.mark.parametrize(("text", "missing"), LACKS)
def test_what_is_missing_is_named_and_only_that(text: str, missing: Check) -> None:
    assert ELEMENTS & set(looked(text, answered=COMPLAINT)) == {missing}


def test_all_that_is_missing_is_named() -> None:
    assert set(looked("Send us a private message.", answered=COMPLAINT)) >= ELEMENTS


def test_only_an_answer_to_a_complaint_has_to_have_them() -> None:
    assert looked("Thank you!", answered=Answered(intent="praise", sentiment="positive")) == {}
    assert looked("Thank you!") == {}


@pytest.mark.parametrize(
    ("message", "complains"),
    [
        ({"intent": "delivery", "sentiment": "neutral"}, True),
        ({"intent": "delivery", "sentiment": "positive"}, False),
        ({"intent": "question", "sentiment": "negative"}, True),
        ({"intent": "question", "sentiment": "neutral"}, False),
        ({"intent": "praise", "sentiment": "positive", "severity": "high"}, True),
        ({"intent": "other", "sentiment": None, "severity": "critical"}, True),
        ({"intent": None, "sentiment": None}, False),
    ],
)
def test_a_complaint_is_a_problem_a_bad_feeling_or_harm(message: dict[str, str], complains: bool) -> None:
    given = {"severity": "normal", **message}

    assert is_complaint(**given) is complains


@pytest.mark.parametrize("language", ["pl", "ja", "pt-BR"])
def test_in_a_language_whose_words_we_do_not_know_nothing_is_called_missing(language: str) -> None:
    answered = Answered(intent="delivery", sentiment="negative", language=language)

    assert looked("Przepraszamy!", answered=answered) == {}
    assert not can_tell(language)


@pytest.mark.parametrize("language", ["nl-BE", "EN", "und", None])
def test_a_language_that_we_know_or_nobody_knows_is_looked_at(language: str | None) -> None:
    assert can_tell(language)


@pytest.mark.parametrize(("text", "part"), EMPTY)
def test_a_promise_without_a_time_is_found(text: str, part: str) -> None:
    assert marked(text, Check.EMPTY_PROMISE) == [part]


@pytest.mark.parametrize("text", FIRM)
def test_a_promise_with_a_time_and_a_request_are_no_empty_promise(text: str) -> None:
    assert marked(text, Check.EMPTY_PROMISE) == []
