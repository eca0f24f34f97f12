"""Who sees whom, and who may manage whom, is a matter of brands; none named means all of them."""

import pytest

from shared.directory.profile import Profile


def serving(*brands: str) -> Profile:
    return Profile(id="a", name="A", source="api", brands=frozenset(brands))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ([], [], True),
        ([], ["quay"], True),
        (["discus", "quay"], ["quay"], True),
        (["discus"], ["quay"], False),
    ],
)
def test_agents_share_a_brand_whichever_of_them_is_asked(one: list[str], other: list[str], shared: bool) -> None:
    assert serving(*one).shares_a_brand_with(serving(*other)) is shared
    assert serving(*other).shares_a_brand_with(serving(*one)) is shared


@pytest.mark.parametrize(
    ("brands", "within", "is_within"),
    [
        (["quay"], ["quay"], True),
        (["quay"], ["discus", "quay"], True),
        (["discus", "quay"], ["quay"], False),
        (["discus"], ["quay"], False),
        ([], ["quay"], False),
        ([], [], True),
        (["quay"], [], True),
    ],
)
def test_who_serves_all_brands_is_within_no_list_of_them(brands: list[str], within: list[str], is_within: bool) -> None:
    assert serving(*brands).is_within(within) is is_within
