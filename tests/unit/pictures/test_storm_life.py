"""The picture of a storm's life shows what the detector does today."""

from shared.contracts.storm import StormKind
from tests.pictures.storm_life import BREAKS, PICTURE, draw, life


def test_the_picture_is_what_the_code_draws() -> None:
    assert PICTURE.read_text() == draw(), "draw it again: python -m tests.pictures.storm_life"


def test_it_shows_one_storm_from_its_opening_to_its_end() -> None:
    facts = life().facts

    assert len({fact.storm_id for fact in facts}) == 1
    assert (facts[0].kind, facts[-1].kind) == (StormKind.OPENED, StormKind.CALMED)
    assert (facts[0].at - BREAKS).total_seconds() < 300
