"""Which answers need a second person: by the case as it is, the message, and what the author can do."""

from dataclasses import replace
from typing import Any

import pytest

from services.respond.domain.approval import Needed, needed
from shared.case.state.case import Case
from shared.directory.profile import Profile
from shared.levels.answers import ApprovalRule, Topics
from tests.builders import a_case, a_message

ANYBODY = Profile(id="joris", name="Joris", source="file")
CERTIFIED = replace(ANYBODY, certifications=frozenset({"payments"}))
SKILLED = replace(ANYBODY, skills=frozenset({"refunds"}))


def about(**words: str) -> Topics:
    return Topics(**{name: frozenset({word}) for name, word in words.items()})


def rule(**fields: Any) -> ApprovalRule:
    return ApprovalRule(**{"id": "r", "why": "because", **fields})


def found(case: Case, *rules: ApprovalRule, author: Profile | None = ANYBODY) -> Needed | None:
    return needed(rules, case, case.messages[0].id, author)


@pytest.mark.parametrize(
    ("topics", "other"),
    [
        (about(brands="discus"), about(brands="quay")),
        (about(networks="mastodon"), about(networks="x")),
        (about(severities="high"), about(severities="critical")),
        (about(tiers="gold"), about(tiers="press")),
        (about(languages="nl"), about(languages="en")),
        (about(intents="refund"), about(intents="legal")),
        (about(tags="legal"), about(tags="safety")),
        (about(tags="legal", intents="refund"), about(tags="legal", intents="legal")),
    ],
)
def test_every_condition_counts(topics: Topics, other: Topics) -> None:
    case = a_case(severity="high", language="nl-BE", intent="refund", tags=("legal", "vip"))
    case = replace(case, customer=replace(case.customer, tier="gold"))

    assert found(case, rule(match=topics)) is not None
    assert found(case, rule(match=other)) is None


def test_a_rule_without_conditions_is_for_every_answer_and_without_rules_none_needs_anybody() -> None:
    assert found(a_case(), rule()) == Needed(why="because")
    assert found(a_case()) is None


def test_an_answer_is_about_every_message_that_waits_for_it() -> None:
    """It counts as the answer to those too. What was answered before is another matter."""
    grave = a_message("post-2", intent="legal", severity="high")
    case = a_case(intent="delivery")
    waits = replace(case, messages=(*case.messages, grave))
    answered = replace(case, messages=(*case.messages, replace(grave, answered_by="r-0")))
    rules = (rule(match=about(intents="legal")), rule(match=about(severities="high")))

    assert all(found(waits, one) is not None for one in rules)
    assert all(found(answered, one) is None for one in rules)


def test_a_flag_counts_where_a_message_that_waits_for_the_answer_has_it() -> None:
    flagged = a_message("post-2", flags=("churn", "legal"))
    waits = replace(a_case(), messages=(*a_case().messages, flagged))
    answered = replace(waits, messages=(waits.messages[0], replace(flagged, answered_by="r-0")))
    asked = rule(match=Topics(flags=frozenset({"legal", "safety"})))

    assert found(waits, asked) is not None
    assert found(answered, asked) is None
    assert found(a_case(), asked) is None


def test_who_has_what_is_asked_needs_nobody_and_where_nothing_is_asked_everybody_does() -> None:
    asked = rule(certifications=frozenset({"payments"}))

    assert found(a_case(), asked, author=CERTIFIED) is None
    assert found(a_case(), asked, author=SKILLED) is not None
    assert found(a_case(), rule(), author=CERTIFIED) is not None
    assert found(a_case(), rule(skills=frozenset({"refunds"})), author=SKILLED) is None


def test_every_rule_that_matches_counts() -> None:
    """Being able to do one thing does not excuse from another; whoever approves has to be able to do all of it."""
    money = rule(id="money", certifications=frozenset({"payments"}), why="money")
    care = rule(id="care", skills=frozenset({"care"}), why="care")
    eyes = rule(id="eyes", why="eyes")

    assert found(a_case(), money, eyes, author=CERTIFIED) == Needed(why="eyes")
    both = found(a_case(), money, care, eyes)
    assert both is not None
    assert both.why == "money; care; eyes"
    assert both.lacking(CERTIFIED) == ("care",)
    assert both.lacking(replace(CERTIFIED, skills=frozenset({"care"}))) == ()
    assert both.asked == "money; care; eyes (care, payments needed)"


def test_who_is_gone_can_do_nothing() -> None:
    asked = found(a_case(), rule(certifications=frozenset({"payments"})), author=None)

    assert asked is not None
    assert asked.lacking(None) == ("payments",)
