"""What happened to a case between the version that was seen last and the one that is announced now.

Versions may be skipped: writers announce the newest only, and compaction drops what nobody had read yet. What must not
be missed all the same (opened, warned, breached, answered) is told from what every announcement carries on; of the
others the difference counts. What came and went between two announcements leaves no event.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from services.respond.domain.webhooks.event import Event, EventType, Value, event_id, instant
from services.respond.domain.webhooks.subject import CaseSeen
from shared.contracts.case import CaseAnnounced, DeadlinePassed

_SETTLED: Final = frozenset({"resolved", "no_response_needed"})
_OVER: Final = frozenset({"closed", "merged"})
_REMEMBERED: Final = 100
_MOVES: Final = {"warn": EventType.CASE_WARNED, "breach": EventType.CASE_BREACHED}


def case_events(before: CaseSeen | None, now: CaseAnnounced) -> tuple[Event, ...]:
    """Return what happened, in the order in which it makes sense. Nothing for a version that was seen already."""
    if before is not None and now.case_version <= before.version:
        return ()
    found = tuple(_events(before, now))
    # Of a case that is seen for the first time, what is long past must not be news to a webhook of today.
    return found if before is not None else tuple(replace(event, known_at=event.at) for event in found)


def case_seen(before: CaseSeen | None, now: CaseAnnounced) -> CaseSeen:
    """Return what has been seen once this announcement was read."""
    if before is not None and now.case_version <= before.version:
        return before
    earlier = frozenset() if before is None else before.passed
    passed = earlier | {_name(one) for one in _passed(now)}
    return CaseSeen(
        version=now.case_version,
        stage=now.stage,
        owner=now.owner,
        answered_at=max((at for at in (now.answered_at, before and before.answered_at) if at), default=None),
        passed=frozenset(sorted(passed, key=lambda name: name.rpartition(" ")[2])[-_REMEMBERED:]),
        absorbed=frozenset(now.absorbed),
    )


def _events(before: CaseSeen | None, now: CaseAnnounced) -> Iterator[Event]:
    stage = None if before is None else before.stage
    if before is None:
        yield _event(now, EventType.CASE_OPENED)
    if stage == "merged" and now.stage != "merged":
        yield _event(now, EventType.CASE_UNMERGED)
    elif stage in _SETTLED and now.stage not in _SETTLED | _OVER:
        yield _event(now, EventType.CASE_REOPENED)
    yield from _owner(before, now)
    yield from _deadlines(before, now)
    if _is_answered(before, now):
        yield _event(now, EventType.CASE_ANSWERED)
    if stage != "merged" and stage not in _SETTLED and _was_settled(now) and stage != "closed":
        yield _event(now, EventType.CASE_RESOLVED)
    if now.stage == "closed" and stage != "closed":
        yield _event(now, EventType.CASE_CLOSED)
    if now.stage == "merged" and stage != "merged":
        yield _event(now, EventType.CASE_MERGED)


def _owner(before: CaseSeen | None, now: CaseAnnounced) -> Iterator[Event]:
    owner = None if before is None else before.owner
    if now.owner == owner or (now.owner is None and now.stage in _OVER):
        return  # whose case it was when it ended is no news
    kind = EventType.CASE_UNASSIGNED if now.owner is None else EventType.CASE_ASSIGNED
    yield _event(now, kind, previous_owner=owner)


def _deadlines(before: CaseSeen | None, now: CaseAnnounced) -> Iterator[Event]:
    if before is not None and before.stage == "merged" and now.stage != "merged":
        return  # what passed meanwhile was told of the case that went on for it
    known = frozenset[str]() if before is None else before.passed
    # The clocks of a case that has just been merged into this one bring what was told of that case.
    brought = frozenset(now.absorbed) - (frozenset() if before is None else before.absorbed)
    for one in sorted(_passed(now), key=lambda passed: (passed.at, passed.move == "breach")):
        if _name(one) not in known and one.origin not in brought:
            yield _event(now, _MOVES[one.move], one, clock=one.kind, passed_at=instant(one.at))


def _passed(now: CaseAnnounced) -> list[DeadlinePassed]:
    """Also from the clocks themselves, which is all that older writers announce."""
    found = {_name(one): one for one in now.passed}
    for clock in now.clocks if not now.passed else ():
        for move, at in (("warn", clock.warned_at), ("breach", clock.breached_at)):
            if at is not None:
                one = DeadlinePassed.model_validate({"kind": clock.kind, "move": move, "at": at})
                found.setdefault(_name(one), one)
    return list(found.values())


def _name(one: DeadlinePassed) -> str:
    return f"{one.kind} {one.move} {instant(one.at)}"


def _is_answered(before: CaseSeen | None, now: CaseAnnounced) -> bool:
    if now.answered_at is None or now.stage == "merged":
        return False
    if before is None:
        return True
    if before.stage == "merged" or frozenset(now.absorbed) != before.absorbed:
        return False  # the answers of another case came along, or went
    return before.answered_at is None or now.answered_at > before.answered_at


def _was_settled(now: CaseAnnounced) -> bool:
    return now.stage in _SETTLED or (now.stage == "closed" and now.disposition not in ("continued", None))


def _event(now: CaseAnnounced, kind: EventType, passed: DeadlinePassed | None = None, **more: Value) -> Event:
    happened = {
        EventType.CASE_OPENED: now.opened_at,
        EventType.CASE_ANSWERED: now.answered_at,
    }.get(kind, None if passed is None else passed.at)
    return Event(
        id=event_id(now.case_id, now.case_version, kind, "" if passed is None else _name(passed)),
        type=kind,
        at=happened or now.changed_at,
        known_at=now.changed_at,
        data={
            "case_id": now.case_id,
            "case_version": now.case_version,
            "url": f"/v1/cases/{now.case_id}",
            "brand": now.brand,
            "network": now.network,
            "stage": now.stage,
            "owner": now.owner,
            "queue": now.queue,
            "severity": now.severity,
            "intent": now.intent,
            "disposition": now.disposition,
            "merged_into": now.merged_into,
            **more,
        },
    )
