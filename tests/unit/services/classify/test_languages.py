"""Which language a post is in: the brand's, with the client's hint, and `und` where nobody could tell."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from services.classify.domain.text import read
from services.classify.evaluation.language import authored, carter
from services.classify.model.artefact import BadModel
from services.classify.model.language import LanguageFound, Languages
from services.classify.model.pieces import CROSSING, pieces
from services.classify.model.spelling import FILE, Spelling
from services.classify.training.authored import Post, evaluation_posts, training_posts
from services.classify.training.languages import learned
from services.classify.training.public import Absent


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages(["en", "nl", "de", "fr", "es"])


def found(languages: Languages, text: str, *, declared: Any = (), written: Any = None) -> LanguageFound:
    (one,) = languages.find([read(text)], [declared], [written])
    return one


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Where is my parcel? It was promised for Tuesday.", "en"),
        ("Waar blijft mijn pakket?", "nl"),
        ("Wo bleibt mein Paket?", "de"),
        ("Où est mon colis ?", "fr"),
        ("¿Dónde está mi paquete?", "es"),
        ("gracias!!", "es"),
        ("bedankt", "nl"),
        ("de app is down maar ik krijg geen antwoord", "nl"),
        ("der flight wurde gecancelt und der support antwortet nicht", "de"),
        ("l'update du software est nul, rien ne marche", "fr"),
    ],
)
def test_short_and_mixed_posts_are_told_by_the_language_that_carries_them(
    languages: Languages, text: str, language: str
) -> None:
    assert found(languages, text).language == language


@pytest.mark.parametrize(
    "text", ["", "ok", "lol", "😀😀", "12:30", "haha", "Где моя посылка?", "荷物はどこですか", "xk", "@acme"]
)
def test_what_nobody_could_tell_is_und(languages: Languages, text: str) -> None:
    assert found(languages, text).language == "und"


def test_a_language_that_the_brand_does_not_read_is_und_not_the_nearest_that_it_does(languages: Languages) -> None:
    spanish = "Llevo dos semanas esperando mi paquete y nadie contesta"

    assert found(languages, spanish).language == "es"
    assert found(languages, spanish, written=["en", "nl"]).language == "und"
    assert found(languages, spanish, written=["en"]).confidence < 0.5


def test_between_near_languages_the_brands_own_wins(languages: Languages) -> None:
    """Three words that German and Dutch spell much alike."""
    free = languages.shares(["was ist das"])[0]
    german, dutch = (languages.languages.index(one) for one in ("de", "nl"))
    limited = found(languages, "was ist das", written=["de", "en"])

    assert limited.language == "de"
    assert limited.confidence >= round(float(free[german]), 3)
    assert free[german] > free[dutch]


def test_a_brand_may_name_a_language_that_this_station_does_not_tell_apart(languages: Languages) -> None:
    assert found(languages, "Where is my parcel?", written=["pl"]) == LanguageFound("und", 0.0)


def test_the_clients_language_is_a_nudge_and_no_proof(languages: Languages) -> None:
    alone, nudged = found(languages, "merci"), found(languages, "merci", declared=["fr-CH"])

    assert nudged.confidence > alone.confidence
    assert found(languages, "Where is my parcel? It is late.", declared=["fr"]).language == "en"


def test_a_text_reads_the_same_in_any_company(languages: Languages) -> None:
    texts = [post.text for post in evaluation_posts()[::23]] + ["", " ", "ok", "x" * 500, "\ud800"]
    together = languages.shares(texts)

    for text, row in zip(texts, together, strict=True):
        np.testing.assert_allclose(languages.shares([text])[0], row, atol=2e-4)


def test_other_languages_than_our_own_model_knows_are_left_to_the_other_model() -> None:
    assert found(Languages(["en", "pl"]), "Gdzie jest moja paczka? Czekam już dwa tygodnie.").language == "pl"


def test_pieces_never_reach_from_one_text_into_the_next() -> None:
    alone, together = pieces(["abc"]), pieces(["abc", "xyz"])

    for length, (one, both) in enumerate(zip(alone.lengths, together.lengths, strict=True), 1):
        whole = 5 - length + 1  # of " abc "
        assert one[:whole].tolist() == both[:whole].tolist()
        assert set(both[whole:5].tolist()) <= {CROSSING}


def test_marks_digits_and_capitals_make_no_other_pieces() -> None:
    plain, shouted = pieces(["mon colis"]), pieces(["MON - 12 colis!!"])

    for one, other in zip(plain.lengths, shouted.lengths, strict=True):
        assert set(one.tolist()) - {CROSSING} == set(other.tolist()) - {CROSSING}


def test_the_same_posts_make_the_same_bytes(tmp_path: Path) -> None:
    posts = training_posts()[::40]
    for name in ("once", "twice"):
        learned(posts, data="test", folder=tmp_path / name)

    assert (tmp_path / "once" / FILE).read_bytes() == (tmp_path / "twice" / FILE).read_bytes()
    assert set(Spelling(tmp_path / "once").languages) == {post.language for post in posts}


def test_a_missing_table_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="run `make model`"):
        Spelling(tmp_path)


def test_on_posts_that_it_never_saw_what_is_told_is_right() -> None:
    figures = {one.metric: one for one in authored()}

    assert figures["language, own posts, best guess"].result >= 0.98
    assert figures["language, own posts, right where told"].met
    assert figures["language, own posts, share told"].result >= 0.95


def test_figures_name_what_is_absent(tmp_path: Path) -> None:
    with pytest.raises(Absent, match=r"carter_langid_train\.jsonl is not in the folder"):
        carter(tmp_path)


def test_a_share_is_told_of_posts_that_stay_und_too() -> None:
    posts = [Post(where="1", language="en", text=text, intent=None) for text in ("Where is my parcel?", "lol")]

    figures = {one.metric: one for one in authored(posts)}

    assert figures["language, own posts, share told"].result == 0.5
    assert figures["language, own posts, right where told"].n == 1
