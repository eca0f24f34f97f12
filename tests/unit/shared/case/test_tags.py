"""Tags: slugs on a case, at any stage, each once; they stay with the case that they were put on."""

import pytest

from shared.case.commands import Tag, Untag
from shared.case.decide import decide
from shared.case.kept.document import difference, to_document
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.stage import Stage
from shared.case.state.tags import MOST_TAGS
from tests.builders import NOON, a_case, a_message, after
from tests.unit.shared.case.in_each_stage import CASES, merged, parted


def tagged(case: Case, *tags: str) -> Case:
    """The case with these tags put on by Mira."""
    return after(case, *(Tag(tag=tag, by="mira") for tag in tags))


def test_tags_are_sorted_and_each_is_there_once() -> None:
    case = tagged(a_case(), "vip", "lost-parcel", "vip")

    assert case.tags == ("lost-parcel", "vip")
    assert [(line.by, line.what, line.note) for line in case.history[1:]] == [
        ("mira", "tagged", "vip"),
        ("mira", "tagged", "lost-parcel"),
    ]


def test_a_tag_that_is_not_there_is_taken_off_by_doing_nothing() -> None:
    case = tagged(a_case(), "vip")

    assert decide(case, Untag(tag="lost-parcel", by="mira"), now=NOON) == []
    assert after(case, Untag(tag="vip", by="joris")).tags == ()


@pytest.mark.parametrize("tag", ["", "VIP", "two words", "-vip", "vip-", "a--b", "é", "vip\n", "a" * 41])
def test_what_is_no_slug_is_no_tag(tag: str) -> None:
    with pytest.raises(Refused, match="small letters"):
        decide(a_case(), Tag(tag=tag, by="mira"), now=NOON)


def test_the_twenty_first_tag_is_refused() -> None:
    case = tagged(a_case(), *(f"wave-{number}" for number in range(MOST_TAGS)))

    assert tagged(case, "wave-3") is case
    with pytest.raises(Refused) as refused:
        tagged(case, "one-more")
    assert refused.value.code == "too_many_tags"


@pytest.mark.parametrize("stage", Stage)
def test_a_case_is_tagged_whatever_its_stage_unless_another_one_goes_on_for_it(stage: Stage) -> None:
    if stage is Stage.MERGED:
        with pytest.raises(Refused, match="go on there"):
            tagged(CASES[stage], "vip")
        return
    case = tagged(CASES[stage], "vip")

    assert (case.tags, case.stage) == (("vip",), stage)


def test_a_merge_copies_no_tags_and_so_there_are_none_to_take_away_again() -> None:
    both, gone = merged(tagged(a_case(), "mine"), tagged(a_case(message=a_message("hers"), author="ann"), "hers"))
    assert (both.tags, gone.tags) == (("mine",), ("hers",))

    alone, apart = parted(tagged(both, "together"), gone)

    assert (alone.tags, apart.tags) == (("mine", "together"), ("hers",))


def test_no_tags_are_no_field_so_that_the_index_holds_only_what_is_tagged() -> None:
    bare, one = a_case(), tagged(a_case(), "vip")

    assert "tags" not in to_document(bare)
    assert difference(bare, one)["$set"]["tags"] == ("vip",)
    assert difference(one, after(one, Untag(tag="vip", by="mira")))["$unset"] == {"tags": ""}
