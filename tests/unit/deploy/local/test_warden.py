"""What the warden makes of the pipe."""

from deploy.local.keeper import pause_before
from deploy.local.warden import groups_named


def test_the_warden_knows_who_started_and_forgets_who_ended() -> None:
    assert groups_named(["10\n", "11\n", "-10\n", "12\n"]) == {11, 12}


def test_a_number_that_comes_again_is_a_new_child() -> None:
    assert groups_named(["10\n", "-10\n", "10\n"]) == {10}


def test_forgetting_a_stranger_changes_nothing() -> None:
    assert groups_named(["-10\n", "11\n"]) == {11}


def test_a_crash_loop_is_retried_ever_more_slowly_but_never_given_up() -> None:
    pauses = [pause_before(attempt) for attempt in range(1, 100)]

    assert pauses[:3] == [0.5, 1.0, 2.0]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 30.0
