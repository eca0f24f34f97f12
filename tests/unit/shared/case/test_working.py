"""What people do with a case, from where, and what they are told where they cannot (SEMANTICS, section 1)."""

from dataclasses import replace

import pytest

from shared.case.commands import Assign, Command, Hold, Release, Reopen, Resolve, Resume, Snooze, Transfer
from shared.case.decide import decide
from shared.case.refused import Refused
from shared.case.state.stage import CHOSEN, Disposition, Stage
from tests.builders import HOUR, NOON, a_case, after
from tests.unit.shared.case.in_each_stage import CASES, HOLD, SNOOZE, SPAM
from tests.unit.shared.case.posting import posted

ASSIGNED = CASES[Stage.ASSIGNED]
PEERS = Resolve(by="mira", disposition=Disposition.PEER_RESOLVED, reason="another customer knew")
LEGAL: dict[str, tuple[Command, dict[str, str]]] = {
    "assign": (Assign(agent="joris", by="route"), {"new": "assigned", "assigned": "assigned"}),
    "transfer": (
        Transfer(to="joris", by="mira"),
        {
            "new": "assigned",
            **{stage: stage for stage in ("assigned", "awaiting_customer", "internal_hold", "snoozed")},
        },
    ),
    "release": (Release(by="route"), {"new": "new", "assigned": "new"}),
    "snooze": (
        Snooze(by="mira", until=NOON + 3 * HOUR),
        dict.fromkeys(("new", "assigned", "awaiting_customer", "internal_hold", "snoozed"), "snoozed"),
    ),
    "hold": (
        Hold(by="mira", reason="the warehouse has to say"),
        dict.fromkeys(("new", "assigned", "awaiting_customer", "internal_hold", "snoozed"), "internal_hold"),
    ),
    "resume": (
        Resume(by="mira"),
        {"new": "new", "assigned": "assigned", "internal_hold": "assigned", "snoozed": "assigned"},
    ),
    "reopen": (
        Reopen(by="mira"),
        {"new": "new", "assigned": "assigned", "no_response_needed": "assigned", "resolved": "assigned"},
    ),
    "resolve": (
        PEERS,
        dict.fromkeys(("new", "assigned", "awaiting_customer", "internal_hold", "snoozed"), "resolved"),
    ),
}


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("what", LEGAL)
def test_from_each_stage_a_command_leads_where_it_should_or_says_from_where_it_is_legal(
    what: str, stage: Stage
) -> None:
    command, legal = LEGAL[what]
    if stage.value in legal:
        assert after(CASES[stage], command).stage.value == legal[stage.value]
        return
    with pytest.raises(Refused) as refused:
        decide(CASES[stage], command, now=NOON)
    if stage is Stage.MERGED:
        assert (refused.value.code, refused.value.detail) == (
            "merged",
            {"merged_into": CASES[Stage.MERGED].merged_into},
        )
    else:
        assert refused.value.code == "illegal_transition"
        assert refused.value.detail["stage"] == stage
        assert set(refused.value.detail["legal"]) <= legal.keys()  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("stage", "again"),
    [
        (Stage.ASSIGNED, Assign(agent="mira", by="route")),
        (Stage.PUBLISHING, Assign(agent="mira", by="mira")),
        (Stage.NEW, Release(by="route")),
        (Stage.NEW, Resume(by="mira")),
        (Stage.ASSIGNED, Reopen(by="mira")),
        (Stage.INTERNAL_HOLD, HOLD),
        (Stage.SNOOZED, SNOOZE),
        (Stage.NO_RESPONSE_NEEDED, SPAM),
    ],
)
def test_doing_it_twice_is_doing_it_once(stage: Stage, again: Command) -> None:
    assert after(CASES[stage], again) is CASES[stage]


def test_taking_over_is_recorded() -> None:
    case = after(ASSIGNED, Assign(agent="joris", by="joris"))

    assert (case.owner, case.last_owner, case.history[-1].by) == ("joris", "joris", "joris")


def test_whoever_lost_a_case_by_silence_is_avoided_until_somebody_has_it() -> None:
    released = after(ASSIGNED, Release(by="route", why="silent for 15 minutes", avoid=True))
    assert (released.avoid, released.last_owner, released.history[-2].note) == ("mira", "mira", "silent for 15 minutes")

    assert after(released, Assign(agent="joris", by="route")).avoid is None
    assert after(ASSIGNED, Release(by="mira")).avoid is None


def test_a_hold_says_what_it_waits_for() -> None:
    with pytest.raises(Refused) as refused:
        after(ASSIGNED, Hold(by="mira", reason=" "))

    assert refused.value.code == "reason_missing"


@pytest.mark.parametrize("aside", [Snooze(by="mira", until=NOON), Hold(by="mira", reason="courier", until=NOON)])
def test_nothing_is_put_aside_until_a_time_that_has_gone_by(aside: Command) -> None:
    with pytest.raises(Refused) as refused:
        after(ASSIGNED, aside)

    assert refused.value.code == "in_the_past"


def test_a_hold_may_be_changed_and_keeps_its_case_out_of_the_queue() -> None:
    held = after(ASSIGNED, HOLD, Hold(by="mira", reason="the warehouse has to say", until=NOON + HOUR))

    assert (held.aside_reason, held.aside_until, held.demand) == ("the warehouse has to say", NOON + HOUR, None)


@pytest.mark.parametrize("disposition", sorted(CHOSEN - {Disposition.ANSWERED}))
@pytest.mark.parametrize("reason", [None, " "])
def test_every_outcome_but_an_answer_needs_its_reason(disposition: Disposition, reason: str | None) -> None:
    with pytest.raises(Refused) as refused:
        after(ASSIGNED, Resolve(by="mira", disposition=disposition, reason=reason))

    assert refused.value.code == "reason_missing"


@pytest.mark.parametrize("disposition", sorted(CHOSEN))
def test_every_outcome_that_a_person_gives_settles(disposition: Disposition) -> None:
    case = after(posted(a_case()), Resolve(by="mira", disposition=disposition, reason="because"))
    silent = disposition in (Disposition.SPAM, Disposition.NO_RESPONSE_NEEDED)

    assert case.stage is (Stage.NO_RESPONSE_NEEDED if silent else Stage.RESOLVED)
    assert (case.disposition, case.settled_at, case.is_without_outcome) == (disposition, NOON, False)


@pytest.mark.parametrize("disposition", [Disposition.MERGED, Disposition.CONTINUED])
def test_an_outcome_that_comes_about_by_itself_cannot_be_given(disposition: Disposition) -> None:
    with pytest.raises(Refused) as refused:
        after(ASSIGNED, Resolve(by="mira", disposition=disposition, reason="because"))

    assert refused.value.code == "not_yours_to_give"


def test_answered_is_only_what_the_customer_has() -> None:
    with pytest.raises(Refused) as refused:
        after(ASSIGNED, Resolve(by="mira", disposition=Disposition.ANSWERED))

    assert refused.value.code == "not_answered"


def test_a_case_that_ended_without_an_outcome_is_seen() -> None:
    """It never should; the metric is there to say so."""
    assert replace(CASES[Stage.CLOSED], disposition=None).is_without_outcome
    assert not any(case.is_without_outcome for case in CASES.values())
