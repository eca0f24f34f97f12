"""What of a text is counted: words that say something, what it is about in any language, and whether it is a copy."""

from random import Random

import pytest

from services.classify.domain.storms.concepts import CONCEPTS, concepts_of, names_failure
from services.classify.domain.storms.copies import voices_in
from services.classify.domain.storms.sketch import alike, sketch_of
from services.classify.domain.storms.words import TERMS, terms_of
from services.classify.domain.text import read, words_of
from tests.unit.services.classify.storming import a_post


def concepts(text: str) -> set[str]:
    return set(concepts_of(read(text).words))


@pytest.mark.parametrize(
    "text",
    [
        "The app is down again",
        "De app ligt eruit, al een uur",
        "Die App funktioniert nicht",
        "L'appli ne marche plus depuis ce matin",
        "Se ha caído la app otra vez",
    ],
)
def test_one_failure_of_one_thing_is_one_concept_in_five_languages(text: str) -> None:
    assert {"outage", "app", "outage+app"} <= concepts(text)


@pytest.mark.parametrize(
    "text",
    [
        "My parcel is lost",
        "Mijn pakket is kwijt",
        "Mein Paket ist verschwunden",
        "Mon colis est perdu",
        "Mi paquete está perdido",
    ],
)
def test_lost_parcels_meet_too(text: str) -> None:
    assert {"lost", "parcel", "lost+parcel"} <= concepts(text)


def test_a_thing_alone_is_no_failure() -> None:
    assert not names_failure(concepts_of(words_of("I love the new app")))
    assert names_failure(concepts_of(words_of("the app crashes")))


def test_concepts_and_terms_of_the_longest_text_are_bounded() -> None:
    text = "app site payment parcel flight down late cancelled lost password refund " + " ".join(
        f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(300)
    )

    assert len(concepts_of(words_of(text))) == CONCEPTS
    assert len(terms_of(words_of(text))) == TERMS


def test_terms_are_words_with_a_meaning_and_neighbours() -> None:
    assert terms_of(words_of("My flights from Denver were cancelled again")) == (
        "flight",
        "denver",
        "cancelled",
        "flight denver",
        "flight cancelled",
        "denver cancelled",
    )


def test_numbers_are_no_terms() -> None:
    assert terms_of(words_of("order 20418 DR20418 call 0612345678")) == ("order", "call", "order call")


def test_copies_are_alike_though_trimmed_and_other_texts_are_not() -> None:
    text = "your app has been broken since monday and nobody at support answers my messages about the refund"
    one, other = (bytes.fromhex(sketch_of(words_of(said))) for said in (text, f"hey {text}!! #fail"))
    different = bytes.fromhex(sketch_of(words_of("the parcel that i ordered last week never came to my door")))

    assert alike(one, other)
    assert not alike(one, different)


def test_very_short_texts_have_no_sketch_because_different_people_do_write_the_same() -> None:
    assert sketch_of(words_of("app down again")) == ""
    assert not alike(b"", b"")


def test_a_sketch_tells_about_how_many_words_two_texts_share() -> None:
    chance = Random(7)
    vocabulary = [f"w{number}" for number in range(2_000)]
    apart = []
    for _ in range(200):
        shared, mine, theirs = (chance.sample(vocabulary, 12) for _ in range(3))
        one, other = {*shared, *mine[:4]}, {*shared, *theirs[:4]}
        same = sum(a == b for a, b in zip(*(bytes.fromhex(sketch_of(words)) for words in (one, other)), strict=True))
        apart.append(same / 16 - len(one & other) / len(one | other))

    assert abs(sum(apart) / len(apart)) < 0.03


def test_two_with_one_text_are_two_voices_and_thirty_accounts_are_one() -> None:
    sketch = sketch_of(words_of("your app has been broken since monday and nobody answers"))
    copied = [a_post(f"account{number}", number, sketch=sketch) for number in range(30)]
    own = [a_post(f"p{number}", number, sketch=sketch_of({f"{number}.{n}" for n in range(9)})) for number in range(3)]

    assert [voices_in(copied[:number], copies=2) for number in (1, 2, 4, 5, 30)] == [1, 2, 2, 1, 1]
    assert voices_in([*copied, *own], copies=2) == 4


def test_texts_without_a_sketch_count_by_their_authors() -> None:
    assert voices_in([a_post(f"p{number % 4}", number) for number in range(9)], copies=2) == 4
