"""What a mention says of its customer."""

import pytest
from pydantic import ValidationError

from shared.contracts.mention import Author, Mention
from tests.contract.catalogue import example


@pytest.mark.parametrize("tier", ["gold", "0", "tier-2_b", "a" * 32, None])
def test_a_tier_is_a_short_name(tier: str | None) -> None:
    assert Author(tier=tier).tier == tier


@pytest.mark.parametrize("tier", ["", "Gold", "very good", "-gold", "gold\n", "göld", "a" * 33, 5])
def test_what_is_no_short_name_is_no_tier(tier: object) -> None:
    with pytest.raises(ValidationError, match="tier"):
        Author.model_validate({"tier": tier})


def test_an_echo_goes_to_the_customer_whom_it_answers() -> None:
    """Their posts and our answers meet in one partition and on one case."""
    post, echo = example(Mention, "created-mastodon"), example(Mention, "echo")

    assert isinstance(post, Mention)
    assert isinstance(echo, Mention)
    assert echo.customer_key == post.customer_key
    assert echo.thread.parent_id == post.native_id
