"""All writers choose the same partition for a key, whichever library they use."""

import pytest
from aiokafka.partitioner import murmur2 as murmur2_of_aiokafka
from hypothesis import given
from hypothesis import strategies as st

from shared.kafka.partition import murmur2, partition_of


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"21", -973932308),
        (b"foobar", -790332482),
        (b"a-little-bit-long-string", -985981536),
        (b"a-little-bit-longer-string", -1486304829),
        (b"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971),
        (b"abc", 479470107),
    ],
)
def test_the_vectors_of_kafkas_own_tests_hold(data: bytes, expected: int) -> None:
    """UtilsTest.testMurmur2 of Apache Kafka; there the 32 bits are a signed number."""
    assert murmur2(data) == expected & 0xFFFFFFFF


@given(st.binary(max_size=200))
def test_any_key_goes_where_aiokafka_would_send_it(data: bytes) -> None:
    assert murmur2(data) == murmur2_of_aiokafka(data)


def test_a_key_stays_within_the_partitions() -> None:
    assert {partition_of(b"%d" % number, 8) for number in range(200)} == set(range(8))
