"""Language, feeling, harm, need of an answer: each with the words that decided."""

import pytest

from shared.contracts.classification import Sentiment, Severity
from shared.contracts.mention import Language, Rating, Trigger
from tests.unit.services.classify.saying import Says


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Where on earth is the parcel that I ordered last week?"),
        ("nl", "Waar blijft het pakket dat ik vorige week heb besteld?"),
        ("de", "Wo bleibt das Paket, das ich letzte Woche bestellt habe?"),
        ("fr", "Où est le colis que j'ai commandé la semaine dernière ?"),
        ("es", "¿Dónde está el paquete que pedí la semana pasada?"),
    ],
)
def test_the_languages_are_told_apart(says: Says, language: str, text: str) -> None:
    found = says(text)

    assert found.language == language
    assert found.language_confidence >= 0.8


@pytest.mark.parametrize("text", ["", "😡😡", "ok", "12345", "Где моя посылка", "荷物はどこですか", "...", "@discus"])
def test_what_cannot_be_told_is_und(says: Says, text: str) -> None:
    assert says(text).language == "und"


def test_the_authors_declared_language_helps_where_the_text_says_little(says: Says) -> None:
    text = "order status"

    assert says(text).language == "und"
    assert says(text, lang=Language(declared=("en-GB",))).language == "en"


def test_the_authors_declared_language_does_not_outweigh_a_clear_text(says: Says) -> None:
    assert says("Waar blijft het pakket dat ik heb besteld?", lang=Language(declared=("en",))).language == "nl"


@pytest.mark.parametrize(
    ("sentiment", "text"),
    [
        ("negative", "This is horrible, I hate it"),
        ("positive", "I love this, wonderful people"),
        ("neutral", "We sat in the train to Utrecht"),
        ("negative", "Wat een waardeloze bende, echt schandalig"),
        ("positive", "Wat een fijne winkel, heerlijk"),
        ("negative", "Was für eine Frechheit, absolut furchtbar und peinlich"),
        ("positive", "Wunderbar, wir sind glücklich und zufrieden"),
        ("negative", "C'est une honte, je suis vraiment déçu et en colère"),
        ("positive", "Vraiment magnifique, je suis ravi"),
        ("negative", "Qué vergüenza, un desastre, estoy harto"),
        ("positive", "Estoy muy feliz, todo perfecto"),
        ("negative", "Ik ben helemaal niet blij met jullie"),
    ],
)
def test_feelings_are_heard_in_each_language(says: Says, sentiment: str, text: str) -> None:
    assert says(text).sentiment == sentiment


def test_middling_stars_leave_it_to_the_words(says: Says) -> None:
    assert says("I love this, wonderful people", rating=Rating(value=3, max=5)).sentiment == "positive"


@pytest.mark.parametrize(("stars", "sentiment"), [(1, "negative"), (5, "positive")])
def test_the_stars_of_a_review_outweigh_its_words(says: Says, stars: int, sentiment: str) -> None:
    found = says("It is what it is", rating=Rating(value=stars, max=5), trigger=Trigger.REVIEW)

    assert found.sentiment == sentiment
    assert f"{stars} of 5 stars" in [reason.evidence for reason in found.reasons]


@pytest.mark.parametrize("rating", [Rating(value=9, max=5), Rating(value=1, max=0), Rating(value=-1, max=5)])
def test_stars_that_make_no_sense_are_not_counted(says: Says, rating: Rating) -> None:
    assert says("I love this, wonderful people", rating=rating).sentiment is Sentiment.POSITIVE


@pytest.mark.parametrize(
    ("severity", "flag", "text"),
    [
        ("critical", "safety", "The charger caught fire and burned my hand"),
        ("critical", "safety", "De oplader heeft vlam gevat"),
        ("critical", "safety", "Das Ladegerät ist explodiert, mein Sohn ist im Krankenhaus"),
        ("critical", "safety", "Le chargeur a pris feu, on est aux urgences"),
        ("critical", "safety", "El cargador explotó y estamos en urgencias"),
        ("critical", "threat", "I will kill you all"),
        ("high", "legal", "You will hear from my lawyer"),
        ("high", "legal", "Ik stap naar de rechter"),
        ("high", "legal", "Ich schalte meinen Anwalt ein"),
        ("high", "legal", "Je vais porter plainte"),
        ("high", "legal", "Voy a poner una denuncia"),
        ("high", "fraud", "Someone used an unauthorised transaction, this is fraud"),
        ("high", "hardship", "We are stranded at the airport without insulin"),
    ],
)
def test_harm_is_flagged_and_raises_severity(says: Says, severity: str, flag: str, text: str) -> None:
    found = says(text)

    assert (found.severity, found.needs_answer) == (severity, True)
    assert flag in found.flags


@pytest.mark.parametrize(
    "text",
    ["This song is fire", "You are on fire today", "I sued nobody", "You should be fired", "That shot was killer"],
)
def test_figures_of_speech_are_no_harm(says: Says, text: str) -> None:
    assert says(text).severity in {Severity.LOW, Severity.NORMAL}


def test_followers_do_not_raise_severity(says: Says) -> None:
    text = "My parcel is lost"

    assert says(text, audience=5_000_000).severity == says(text, audience=3).severity


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (True, "My parcel is lost"),
        (True, "Which shoes fit?"),
        (True, "Please fix the battery of this thing"),
        (True, "This is horrible"),
        (True, "Где моя посылка"),
        (False, "Thank you so much, great job!"),
        (False, "Merci beaucoup !"),
        (False, "Click here to earn money, link in bio"),
        (False, "#a #b #c #d #e #f #g #h"),
        (False, "😂😂"),
        (False, ""),
    ],
)
def test_who_waits_for_an_answer(says: Says, answer: bool, text: str) -> None:
    assert says(text).needs_answer is answer


@pytest.mark.parametrize(
    "text", ["We are so sorry that your parcel is lost. What a disaster!", "@joe Thanks!", "", "🙏"]
)
def test_our_own_answer_is_not_read_as_if_a_customer_had_said_it(says: Says, text: str) -> None:
    found = says(text, kind="echo", visibility="direct", trigger=Trigger.REPLY)

    assert (found.sentiment, found.severity, found.needs_answer) == ("neutral", "low", False)
    assert (found.intent, found.flags, found.reasons, found.model) == ("other", (), (), says("hello").model)


def test_a_wordless_private_message_is_somebody_who_waits(says: Says) -> None:
    assert says("🙏", visibility="direct", trigger=Trigger.DM).needs_answer


@pytest.mark.parametrize("text", ["", "@discus look at this"])
def test_what_a_content_warning_says_is_read_too(says: Says, text: str) -> None:
    found = says(text, content_warning="your charger caught fire and burnt my hand")

    assert found.needs_answer
    assert (found.severity, found.language) == ("critical", "en")


def test_a_long_content_warning_hides_no_text(says: Says) -> None:
    assert says("your charger caught fire", content_warning="la " * 10_000).severity == "critical"


def test_links_to_pictures_make_no_advertisement_of_a_ticket(says: Says) -> None:
    text = "my parcel is lost, see " + " ".join(f"https://pictures.example/{n}" for n in range(4))

    assert says(text, visibility="private", trigger=Trigger.TICKET).needs_answer
    assert "spam" in says(text).flags


def test_an_advertisement_that_tells_of_an_injury_is_answered(says: Says) -> None:
    found = says("Click here. Also your lamp gave me an electric shock")

    assert found.needs_answer
    assert "safety" in found.flags
