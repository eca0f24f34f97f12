"""The rules of harm per language: what is flagged, and what only sounds so. Rules alone: the model may add flags."""

import pytest

from services.classify.domain.harm import Harm
from services.classify.evaluation.harm import figures, harms
from services.classify.training.authored import Post

HARMFUL = [
    ("en", Harm.SAFETY, "Smoke is pouring out of the socket since your fitter left"),
    ("en", Harm.SAFETY, "there was a shard of glass in my yoghurt"),
    ("en", Harm.INJURY, "my hand is bandaged because of that lid"),
    ("en", Harm.INJURY, "The whole family was throwing up after your chicken"),
    ("en", Harm.SELF_HARM, "i dont want to be here anymore"),
    ("en", Harm.SELF_HARM, "thinking about ending my life"),
    ("en", Harm.THREAT, "I'm coming down there with a baseball bat"),
    ("en", Harm.THREAT, "we know where you live"),
    ("en", Harm.LEGAL, "my sollicitor no, my solictor will write to you"),
    ("en", Harm.LEGAL, "filed a police report this morning"),
    ("en", Harm.FRAUD, "someone used my card for three orders"),
    ("en", Harm.FRAUD, "Is this text with the link really from you or a scam?"),
    ("en", Harm.HARDSHIP, "We are stuck at the airport overnight with a baby"),
    ("en", Harm.HARDSHIP, "no heating for two days and my nan is 88"),
    ("nl", Harm.SAFETY, "De accu zwelt op en wordt gloeiend heet"),
    ("nl", Harm.INJURY, "mijn hand zit in het verband door dat deksel"),
    ("nl", Harm.INJURY, "Ik ben uitgegleden in jullie winkel"),
    ("nl", Harm.SELF_HARM, "ik zie het niet meer zitten"),
    ("nl", Harm.SELF_HARM, "ik wil er een eind aan maken"),
    ("nl", Harm.THREAT, "ik sla die vent het ziekenhuis in"),
    ("nl", Harm.LEGAL, "Mijn rechtsbijstandverzekering neemt contact op"),
    ("nl", Harm.LEGAL, "dan zien we elkaar bij de kantonrechter"),
    ("nl", Harm.FRAUD, "iemand heeft op mijn naam een abonnement afgesloten, opgelicht dus"),
    ("nl", Harm.HARDSHIP, "Mijn vrouw heeft insuline nodig en we zijn gestrand"),
    ("de", Harm.SAFETY, "Der Akku ist explodiert und es roch verbrannt"),
    ("de", Harm.INJURY, "Meine Hand ist verbunden, der Deckel war scharf"),
    ("de", Harm.INJURY, "Meine Oma liegt seit dem Essen flach"),
    ("de", Harm.SELF_HARM, "Ich will nicht mehr leben"),
    ("de", Harm.THREAT, "Ich schlag euch den Laden kurz und klein"),
    ("de", Harm.LEGAL, "Dann sehen wir uns vor dem Amtsgericht"),
    ("de", Harm.LEGAL, "Meine Rechtsanwältin schreibt Ihnen"),
    ("de", Harm.FRAUD, "Bin auf einen Betrüger reingefallen"),
    ("de", Harm.HARDSHIP, "Wir sitzen ohne Heizung mit einem Neugeborenen"),
    ("fr", Harm.SAFETY, "La batterie a pris feu pendant la nuit"),
    ("fr", Harm.INJURY, "Ma fille saigne de la bouche, on est aux urgences"),
    ("fr", Harm.SELF_HARM, "je n'ai plus envie de vivre"),
    ("fr", Harm.THREAT, "je vais tout casser, je sais où vous habitez"),
    ("fr", Harm.LEGAL, "Je saisis le médiateur et je porte plainte"),
    ("fr", Harm.FRAUD, "Un faux conseiller m'a escroqué"),
    ("fr", Harm.HARDSHIP, "Mon mari est dialysé et nous sommes sans électricité"),
    ("es", Harm.SAFETY, "El enchufe echa chispas y huele a quemado"),
    ("es", Harm.INJURY, "Tengo la muñeca rota por vuestra escalera"),
    ("es", Harm.SELF_HARM, "no quiero seguir viviendo"),
    ("es", Harm.THREAT, "voy a la oficina con un bate"),
    ("es", Harm.LEGAL, "Mi abogada os manda un burofax mañana"),
    ("es", Harm.FRAUD, "Me han estafado con un sms falso"),
    ("es", Harm.HARDSHIP, "Sin luz y mi hijo necesita el respirador"),
]
HARMLESS = [
    ("en", "this queue is killing me"),
    ("en", "Fire sale! That new song is fire, dropping tonight"),
    ("en", "your prices are daylight robbery"),
    ("en", "such a scam, 9 euro for water"),
    ("en", "I would kill for that cake, to die for"),
    ("en", "no one was hurt"),
    ("en", "The food court is open until nine"),
    ("en", "my phone died again"),
    ("nl", "Die prijzen zijn gewoon oplichting"),
    ("nl", "ik verveel me dood in deze wachtrij"),
    ("nl", "gelukkig is niemand gewond geraakt"),
    ("nl", "Doodgewoon een leuke winkel, handbagage mag mee"),
    ("de", "Eure Preise sind Betrug"),
    ("de", "Die Warteschleife bringt mich um den Verstand"),
    ("de", "Zum Glück wurde niemand verletzt"),
    ("de", "Das Nudelgericht war der Hammer"),
    ("fr", "Vos prix, c'est du vol"),
    ("fr", "Je suis mort de rire"),
    ("fr", "Heureusement personne n'a été blessé"),
    ("es", "Menudo robo los precios que tenéis"),
    ("es", "me muero de risa con vuestra app"),
    ("es", "Por suerte no hay heridos"),
]


@pytest.mark.parametrize(("language", "harm", "text"), HARMFUL)
def test_harm_is_heard_however_it_is_said(language: str, harm: Harm, text: str) -> None:
    assert harm in harms(text, language)


@pytest.mark.parametrize(("language", "text"), HARMLESS)
def test_what_only_sounds_so_is_no_harm(language: str, text: str) -> None:
    assert harms(text, language) == frozenset()


def test_what_did_not_happen_excuses_nothing_else() -> None:
    assert harms("Nobody was hurt, yet the toaster burst into flames", "en") == {Harm.SAFETY}


@pytest.mark.parametrize(
    "text", ["my law\u200byer will write", "my la\u00adwyer will write", "my ｌａｗｙｅｒ will write"]
)
def test_a_hidden_sign_inside_the_word_hides_nothing(text: str) -> None:
    assert Harm.LEGAL in harms(text, "en")


def test_where_the_language_is_not_known_all_are_listened_for() -> None:
    assert Harm.LEGAL in harms("mein Anwalt", "und")
    assert Harm.LEGAL in harms("mi abogado", "und")


def _post(text: str, *flags: str) -> Post:
    return Post(where="here", language="en", text=text, intent=None, flags=frozenset(flags))


def test_the_figures_count_what_was_found_and_what_was_raised_in_vain() -> None:
    posts = [_post("my lawyer writes", "legal"), _post("be quiet", "legal"), _post("see you in court"), _post("hello")]
    lines = {line.flag: line for line in figures(posts)}

    assert (lines["legal"].n, lines["legal"].recall, lines["legal"].precision) == (2, 0.5, 0.5)
    assert (lines["all"].n, lines["all"].recall) == (2, 0.5)
    assert (lines["threat"].recall, lines["threat"].precision) == (1.0, 1.0)
