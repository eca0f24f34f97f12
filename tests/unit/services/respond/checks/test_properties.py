"""What holds for every text, whatever stands in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from services.respond.domain.checks.finding import judged
from services.respond.domain.checks.look import Look, remarks
from services.respond.domain.checks.words import words
from shared.levels.answers import STANDARD, Check, Level
from tests.unit.services.respond.checks.looking import COMPLAINT, looked
from tests.unit.services.respond.checks.test_complaint import COMPLETE, EMPTY, LACKS
from tests.unit.services.respond.checks.test_personal import FOUND
from tests.unit.services.respond.checks.test_tone import BLAMES, SHOUTS, TALKS_DOWN

PERSONAL = {Check.PHONE, Check.EMAIL, Check.IBAN, Check.CARD_NUMBER, Check.REFERENCE}
HARMLESS = [
    "Have a nice evening there.",
    "Greetings from the whole shop.",
    "Groeten van het team.",
    "Viele Grüße aus Köln.",
    "Bien à vous.",
    "Un saludo.",
    "👋 ☕",
]
PARTS = [
    *(text for _, text, _ in FOUND),
    *(text for text, _ in (*TALKS_DOWN, *BLAMES, *SHOUTS, *LACKS, *EMPTY)),
    *COMPLETE,
    *HARMLESS,
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=20)), max_size=5).map("".join),
    st.text(alphabet=" 0123456789+-./()@#:", max_size=100),
)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_spans_lie_within_the_text_in_order_and_do_not_overlap(text: str) -> None:
    for remark in looked(text, answered=COMPLAINT).values():
        edges = [edge for span in remark.spans for edge in (span.start, span.end)]
        assert edges == sorted(edges), remark
        assert all(span.start < span.end for span in remark.spans)
        assert all(0 <= edge <= len(text) for edge in edges)


@settings(max_examples=150, deadline=None)
@given(text=st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join), more=st.sampled_from(HARMLESS))
def test_a_harmless_sentence_more_takes_no_finding_away_and_adds_none(text: str, more: str) -> None:
    before = looked(text, answered=COMPLAINT)

    assert set(looked(f"{text}\n{more}", answered=COMPLAINT)) == set(before)
    assert set(looked(f"{more}\n{text}", answered=COMPLAINT)) == set(before)


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_a_private_text_never_has_a_finding_about_the_public(text: str) -> None:
    private, public = (looked(text, is_private=is_private, answered=COMPLAINT) for is_private in (True, False))

    assert PERSONAL & set(private) == set()
    assert private == {check: remark for check, remark in public.items() if check not in PERSONAL}


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_words_are_parts_of_the_text_in_order(text: str) -> None:
    said = words(text)
    edges = [edge for word in said for edge in (word.start, word.end)]

    assert edges == sorted(edges)
    assert [word.sentence for word in said] == sorted(word.sentence for word in said)


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, levels=st.dictionaries(st.sampled_from(Check), st.sampled_from(Level)))
def test_what_is_off_is_not_said_and_what_blocks_is_said_first(text: str, levels: dict[Check, Level]) -> None:
    checks = type(STANDARD)(levels={**STANDARD.levels, **levels})
    found = remarks(Look(text=text, answered=COMPLAINT))
    findings = judged(found, checks)

    assert {one.check for one in findings} == {one.check for one in found if checks.level(one.check) is not Level.OFF}
    assert all(one.level is checks.level(one.check) for one in findings)
    order = [one.level is Level.BLOCK for one in findings]
    assert order == sorted(order, reverse=True)
