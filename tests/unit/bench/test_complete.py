"""A run that lost something has no figures."""

import pytest

from tests.bench.complete import Incomplete, check_announced, check_ids


def test_every_id_once_is_complete() -> None:
    check_ids(["a", "b"], ["b", "a"])


@pytest.mark.parametrize("found", [["a"], ["a", "b", "b"], ["a", "b", "c"]])
def test_a_missing_a_second_or_a_strange_id_fails_the_run(found: list[str]) -> None:
    with pytest.raises(Incomplete):
        check_ids(["a", "b"], found)


def test_a_case_must_be_announced_as_it_ended() -> None:
    check_announced({"c-1": 2}, {"c-1": 2})
    with pytest.raises(Incomplete, match="1 cases"):
        check_announced({"c-1": 2}, {"c-1": 1})
    with pytest.raises(Incomplete):
        check_announced({"c-1": 1}, {})
