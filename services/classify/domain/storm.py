"""When do many different people with one issue make a storm?

Pure and per signal: the same signals in the same order give the same facts, however they came in batches, and hearing
one again changes nothing. Time is the signals' own ("event time"), in windows of five minutes.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from services.classify.domain.distinct import Distinct
from services.classify.domain.taxonomy import title
from services.classify.domain.watch import (
    MEMBERS,
    SLACK,
    WINDOW_SECONDS,
    Bucket,
    Storm,
    StormRules,
    Watch,
    end_of,
    window_of,
)
from shared.contracts.storm import Signal, StormChanged, StormKind


def hear_all(watch: Watch, signals: Iterable[Signal], rules: StormRules) -> tuple[Watch, list[StormChanged]]:
    """Return what is remembered after these signals, and what they made happen."""
    changes: list[StormChanged] = []
    for signal in signals:
        watch, more = hear(watch, signal, rules)
        changes += more
    return watch, changes


def hear(watch: Watch, signal: Signal, rules: StormRules) -> tuple[Watch, list[StormChanged]]:
    """Return what is remembered after one more signal, and what it made happen: at most a calm and then an opening."""
    watch, changes = rest(watch, now=signal.occurred_at, rules=rules)
    latest = signal.occurred_at if watch.latest_at is None else max(watch.latest_at, signal.occurred_at)
    kept_from = latest - rules.window - SLACK
    if end_of(window_of(signal.occurred_at)) <= kept_from:
        return watch, changes  # older than anything that counts
    windows = {start: bucket for start, bucket in watch.windows.items() if end_of(start) > kept_from}
    start = window_of(signal.occurred_at)
    windows[start] = _with(windows.get(start), signal)
    watch = replace(watch, latest_at=latest, windows=windows)
    watch, more = _open(watch, latest, rules) if watch.storm is None else _grow(watch, watch.storm, signal, rules)
    return watch, changes + more


def rest(watch: Watch, *, now: datetime, rules: StormRules) -> tuple[Watch, list[StormChanged]]:
    """Return what is remembered when it is `now` and nothing came.

    Calming is dated when it was due, not when it was noticed.
    """
    storm = watch.storm
    if storm is None or now <= storm.calm_at(rules):
        return watch, []
    calmed = replace(storm, step=storm.step + 1)
    watch = replace(watch, storm=None, since=window_of(storm.latest_at) + WINDOW_SECONDS)
    return watch, [_changed(watch, calmed, StormKind.CALMED, at=storm.calm_at(rules), rules=rules)]


def _open(watch: Watch, latest: datetime, rules: StormRules) -> tuple[Watch, list[StormChanged]]:
    counted = {
        start: bucket
        for start, bucket in sorted(watch.windows.items())
        if start >= watch.since and end_of(start) > latest - rules.window
    }
    people = Distinct()
    for bucket in counted.values():
        people = people.merged(bucket.people)
    if people.count < rules.authors:
        return watch, []
    members = tuple(dict.fromkeys(member for bucket in counted.values() for member in bucket.members))
    storm = Storm(
        storm_id=_storm_id(watch, min(counted)),
        step=0,
        level=rules.next_level(people.count),
        first_at=min(bucket.first_at for bucket in counted.values()),
        latest_at=latest,
        people=people,
        reach=sum(bucket.reach for bucket in counted.values()),
        fresh=members[:MEMBERS],
    )
    return _stepped(watch, storm, StormKind.OPENED, rules)


def _grow(watch: Watch, storm: Storm, signal: Signal, rules: StormRules) -> tuple[Watch, list[StormChanged]]:
    if window_of(signal.occurred_at) < window_of(storm.first_at):
        return watch, []  # so late that it belongs to no storm any more
    people = storm.people.plus(signal.author)
    storm = replace(storm, latest_at=max(storm.latest_at, signal.occurred_at))
    if people != storm.people:
        storm = replace(
            storm,
            people=people,
            reach=storm.reach + (signal.audience or 0),
            fresh=(*storm.fresh, signal.event_id)[:MEMBERS],
        )
    if people.count < storm.level:
        return replace(watch, storm=storm), []
    return _stepped(
        watch, replace(storm, step=storm.step + 1, level=rules.next_level(people.count)), StormKind.GROWN, rules
    )


def _stepped(watch: Watch, storm: Storm, kind: StormKind, rules: StormRules) -> tuple[Watch, list[StormChanged]]:
    change = _changed(watch, storm, kind, at=storm.latest_at, rules=rules)
    return replace(watch, storm=replace(storm, fresh=())), [change]


def _changed(watch: Watch, storm: Storm, kind: StormKind, *, at: datetime, rules: StormRules) -> StormChanged:
    return StormChanged(
        storm_id=storm.storm_id,
        step=storm.step,
        kind=kind,
        brand=watch.brand,
        intent=watch.intent,
        label=title(watch.intent),
        authors=storm.people.count,
        window_seconds=int(rules.window.total_seconds()),
        reach=storm.reach or None,
        first_at=storm.first_at,
        latest_at=storm.latest_at,
        members=storm.fresh,
        at=at,
    )


def _with(bucket: Bucket | None, signal: Signal) -> Bucket:
    bucket = bucket or Bucket(first_at=signal.occurred_at)
    people = bucket.people.plus(signal.author)
    if people == bucket.people:
        return bucket
    return Bucket(
        first_at=min(bucket.first_at, signal.occurred_at),
        people=people,
        members=(*bucket.members, signal.event_id)[:MEMBERS],
        reach=bucket.reach + (signal.audience or 0),
    )


def _storm_id(watch: Watch, first_window: int) -> str:
    name = "\x1f".join(("storm", watch.brand, watch.intent, str(first_window)))
    return f"s-{sha256(name.encode()).hexdigest()[:20]}"
