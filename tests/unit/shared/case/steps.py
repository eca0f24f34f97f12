"""What holds of every step that a case takes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from shared.case.events import CaseAbsorbed, CaseRestored, ClockMoved, Event, OwnerChanged, Tagged, Untagged
from shared.case.kept.document import DERIVED, difference, from_document, to_document
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind, ClockMove, SlaClock
from shared.case.state.stage import Stage
from tests.unit.shared.case.documents import as_bytes, stored, updated


def check_step(before: Case, events: Sequence[Event], after: Case, *, now: datetime) -> None:
    """Raise AssertionError where the step breaks a rule."""
    if not events:
        assert after is before
        return
    assert after.version == before.version + 1
    assert after.changed_at == now
    assert after.history[: len(before.history)] == before.history, "history only grows"
    _check_hands(before, events, after)
    _check_document(before, after)
    _check_clocks(before, events, after, now=now)
    if before.stage is Stage.CLOSED:
        _check_closed(before, after)


def _check_hands(before: Case, events: Sequence[Event], after: Case) -> None:
    changes = sum(isinstance(event, OwnerChanged) for event in events)
    assert after.fence >= before.fence + changes, "no holder has the fence of a former one"
    assert after.owner == before.owner or after.fence > before.fence
    if not any(isinstance(event, Tagged | Untagged) for event in events):
        assert after.tags == before.tags, "tags stay with the case that they were put on"


def _check_document(before: Case, after: Case) -> None:
    document = to_document(after)
    assert from_document(stored(document)) == after, "it reads back the same"
    written = updated(stored(to_document(before)), difference(before, after))
    assert as_bytes(written) == as_bytes(document), "the update leads where the events led"
    bare = {name: value for name, value in stored(document).items() if name not in DERIVED}
    assert as_bytes(to_document(from_document(bare))) == as_bytes(document), "what is derived can be worked out again"


def _check_clocks(before: Case, events: Sequence[Event], after: Case, *, now: datetime) -> None:
    """A warning or a breach carries the instant at which, as things stood, it fell due; and that has gone by."""
    clocks = _named(before.clocks)
    for event in events:
        if isinstance(event, CaseAbsorbed):
            clocks |= _named(event.clocks)
        if isinstance(event, CaseRestored):
            clocks = _named(event.clocks)
        if not isinstance(event, ClockMoved):
            continue
        new = SlaClock(kind=event.kind, cycle=event.cycle, origin=event.origin)
        clock = clocks.get((event.kind, event.cycle, event.origin), new)
        for line in event.events:
            if line.move is ClockMove.WARN:
                assert line.at == clock.warn_at
                assert line.at <= now
            if line.move is ClockMove.BREACH:
                assert line.at == clock.due_at
                assert line.at < now
            clock = clock.moved(line)
        clocks[event.kind, event.cycle, event.origin] = clock
    assert _named(after.clocks).items() <= clocks.items()


def _named(clocks: Sequence[SlaClock]) -> dict[tuple[ClockKind, int, str | None], SlaClock]:
    return {(one.kind, one.cycle, one.origin): one for one in clocks}


def _check_closed(before: Case, after: Case) -> None:
    """Only a breach from before may still be recorded, what became of an answer, and tags."""
    unchanged = replace(
        after,
        version=before.version,
        changed_at=before.changed_at,
        history=before.history,
        replies=before.replies,
        clocks=before.clocks,
        messages=before.messages,
        tags=before.tags,
    )
    assert unchanged == before
    assert [one.text for one in after.messages] == [one.text for one in before.messages]
    assert len(after.clocks) == len(before.clocks)
    for was, clock in zip(before.clocks, after.clocks, strict=True):
        late = clock.log[len(was.log) :]
        assert clock.log[: len(was.log)] == was.log
        assert all(line.move is ClockMove.BREACH and line.at < before.stage_at for line in late)
