"""Ids of what requests with an Idempotency-Key make."""

from services.respond.domain.keyed_id import keyed_id


def test_a_key_names_the_same_thing_in_every_release() -> None:
    """A request may be retried after an update: ids that were given out stay what they were."""
    assert keyed_id("r", "c-1", "mira", "a-key") == "r-be25e2fecd5d5850137b"


def test_one_key_of_two_agents_names_two_things() -> None:
    assert keyed_id("m", "mira", "a-key") != keyed_id("m", "joris", "a-key")
