"""The same words are not paid for twice, and no words are kept."""

from services.classify.cascade.memory import Memory
from tests.unit.services.classify.cascade.asking import a_second


def test_what_was_asked_is_known_and_nothing_else() -> None:
    memory = Memory()
    memory.keep(b"Where is it", a_second())

    assert memory.recall(b"Where is it") == a_second()
    assert memory.recall(b"Where is it?") is None


def test_what_was_not_needed_for_longest_is_forgotten() -> None:
    memory = Memory(at_most=2)
    for asked in (b"a", b"b"):
        memory.keep(asked, a_second())
    memory.recall(b"a")
    memory.keep(b"c", a_second())

    assert [memory.recall(asked) is not None for asked in (b"a", b"b", b"c")] == [True, False, True]
