"""Reasons name evidence: words that stand in the text, for the labels that were given."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.classify.domain.taxonomy import Intent
from services.classify.domain.text import words_of
from services.classify.model.artefact import load
from shared.contracts.mention import MentionKind
from tests.unit.services.classify.saying import Says

SAID = """my parcel is not lost the app down again refund please charged twice thanks great horrible lawyer caught fire
    how do I pakket kwijt waardeloos Paket kaputt colis cassé honte pedido roto gracias ? ! 😡 click here"""
WORDS = SAID.split()


def test_the_words_that_decided_are_named(says: Says) -> None:
    found = says("My parcel is lost and the driver was horrible, you will hear from my lawyer")
    evidence = {reason.label: reason.evidence for reason in reversed(found.reasons)}

    assert evidence["intent:delivery"] == "parcel"
    assert evidence["sentiment:negative"] == "horrible"
    assert evidence["flag:legal"] == "lawyer"
    assert evidence["needs_answer"] == "may do harm"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=12))
def test_evidence_stands_in_the_text_and_belongs_to_the_labels(says: Says, words: list[str]) -> None:
    text = " ".join(words)
    found = says(text)
    given_labels = {f"intent:{found.intent}", f"sentiment:{found.sentiment}", *(f"flag:{flag}" for flag in found.flags)}
    read = " ".join(words_of(text))

    for reason in found.reasons[:-1]:
        assert reason.label in given_labels
        assert reason.evidence.removeprefix("not ") in read or reason.evidence in text
    assert found.intent in set(Intent)
    assert found.reasons[-1].label == ("needs_answer" if found.needs_answer else "no_answer")


def test_a_deletion_and_new_likes_are_not_read(says: Says) -> None:
    for kind in (MentionKind.DELETED, MentionKind.ENGAGEMENT):
        found = says("My parcel is lost, I hate you", kind=kind)

        assert (found.intent, found.sentiment, found.needs_answer, found.reasons) == ("other", "neutral", False, ())


def test_an_edit_is_read(says: Says) -> None:
    assert says("My parcel is lost", kind=MentionKind.EDITED).intent == Intent.DELIVERY


def test_every_classification_names_its_model(says: Says) -> None:
    assert says("hello").model == load().version
