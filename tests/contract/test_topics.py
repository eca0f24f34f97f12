"""The declared topics make sense together."""

from datetime import timedelta

import pytest

from shared.contracts.topics import CASES, TOPICS, Topic
from tests.contract.catalogue import CONTRACTS, named

each_topic = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)

_WORST_OUTAGE = timedelta(hours=48)


def test_names_are_unique_and_ours() -> None:
    names = [topic.name for topic in TOPICS]

    assert len(set(names)) == len(names)
    assert all(name.startswith("care.") and name.replace(".", "").isalpha() for name in names)


def test_a_type_travels_on_one_topic_only() -> None:
    """So that a type alone says how its records are keyed and kept."""
    assert len(set(CONTRACTS)) == len(CONTRACTS)
    assert len({contract.ce_type for contract in CONTRACTS}) == len(CONTRACTS)


@pytest.mark.parametrize("contract", CONTRACTS, ids=named)
def test_a_type_ends_in_the_version_that_its_payload_carries(contract: type) -> None:
    ce_type, version = contract.ce_type, contract.model_fields["version"].default  # type: ignore[attr-defined]

    assert ce_type.startswith("care.")
    assert ce_type.endswith(f".v{version}")


@each_topic
def test_a_topic_has_a_writer_and_something_to_carry(topic: Topic) -> None:
    assert topic.writers
    assert topic.carries
    assert topic.partitions > 0


def test_only_states_keyed_by_their_case_are_compacted() -> None:
    """Compaction keeps the newest record of a key: of events it would lose all but one."""
    compacted = [topic for topic in TOPICS if topic.retention is None]

    assert compacted == [CASES]
    assert CASES.key == "case id"
    assert CASES.config == {"cleanup.policy": "compact"}


@each_topic
def test_what_is_not_compacted_outlasts_three_of_the_worst_outages(topic: Topic) -> None:
    if topic.retention is not None:
        assert topic.retention >= 3 * _WORST_OUTAGE
        assert topic.config == {
            "cleanup.policy": "delete",
            "retention.ms": str(topic.retention // timedelta(milliseconds=1)),
            **({} if topic.max_bytes is None else {"max.message.bytes": str(topic.max_bytes)}),
        }


def test_a_mentions_way_keeps_its_partition() -> None:
    """Same key and as many partitions: order within a customer holds from ingest to route."""
    way = [topic for topic in TOPICS if topic.key == "`brand/network/author`"]

    assert [topic.name for topic in way] == ["care.mentions", "care.classified"]
    assert len({topic.partitions for topic in way}) == 1
