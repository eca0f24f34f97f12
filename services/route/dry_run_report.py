"""What a dry run has found, as text."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from services.route.domain.foresight import Foresight, Move, Shift, misses
from services.route.domain.tally import Tally
from shared.case.state.clock import SlaClock
from shared.case.state.policy import Book
from shared.runtime.table import Row, table


def report(tally: Tally, book: Book) -> str:
    """Return which policy every case would get, which deadlines would move, and the cases most affected."""
    if not tally.cases:
        return "No case is open: nothing would change.\n"
    policies = [
        (now, f"{then}, other terms" if now == then and differ else then, f"{cases:,}")
        for (now, then, differ), cases in sorted(tally.policies.items())
    ]
    unused = [one.id for one in book.policies if not any(then == one.id for _, then, _ in tally.policies)]
    queues = [
        (now or "none", then or "none", f"{cases:,}")
        for (now, then), cases in sorted(tally.queues.items(), key=lambda item: -item[1])
    ]
    moves = [(move.value, f"{tally.moves[move]:,}", f"{tally.passes[move]:,}") for move in Move]
    affected = [
        (one.case_id, _name(one), _shown(one.due_now), _shown(one.due_then), _by(one)) for one in tally.most_affected
    ]
    parts = [
        f"{tally.cases:,} open case{'' if tally.cases == 1 else 's'}\n",
        table(("policy now", "policy then", "cases"), policies),
        f"no open case would get: {', '.join(unused)}\n" if unused else "",
        table(("queue now", "queue then", "cases"), queues) if queues else "every case would stay in its queue\n",
        table(("deadlines", "clocks", "passed at once"), moves),
        table(("most affected", "clock", "due now", "due then", "by"), affected)
        if affected
        else "no deadline would move\n",
    ]
    return "\n".join(part for part in parts if part)


def case_report(found: Foresight, book: Book) -> str:
    """Return everything about one case: what policies see in it, which of them matches and why, and its clocks."""
    now, then = found.now, found.then
    facts = now.facts
    seen = (
        ("brand", facts.brand),
        ("network", facts.network),
        ("severity", facts.severity),
        ("tier", facts.tier or "none"),
        ("language", facts.language or "not known"),
        ("intent", facts.intent or "not known"),
        ("needs an answer", "yes" if facts.needs_answer else "no"),
        ("opened", _shown(facts.at)),
        ("stage", now.stage.value),
    )
    tried = [
        *(("policy", one.id, _why(misses(one.match, facts))) for one in book.policies),
        *(("queue", one.id, _why(misses(one.match, facts))) for one in book.queues),
    ]
    before = {(clock.kind, clock.cycle, clock.origin): clock for clock in now.clocks}
    clocks = [_clock_row(before.get((one.kind, one.cycle, one.origin)), one) for one in then.clocks]
    parts = [
        table(("case", now.id), seen),
        table(("in order", "id", "matches"), tried),
        table(
            ("", "now", "then"),
            [
                ("policy", now.terms.ref, then.terms.ref),
                ("queue", now.queue or "none", then.queue or "none"),
                ("quiet", _length(now.terms.quiet_seconds), _length(then.terms.quiet_seconds)),
            ],
        ),
        table(("clock", "target now", "target then", "due now", "due then", "hours then"), clocks),
        "" if now.is_live else "The case is over: no service levels change it any more.\n",
    ]
    return "\n".join(part for part in parts if part)


def _clock_row(before: SlaClock | None, after: SlaClock) -> Row:
    was = None if before is None else before.terms
    will_be = after.terms
    state = "met " if not after.is_open else "stands still " if after.is_paused else ""
    return (
        f"{after.kind.value} {after.cycle}{f' of {after.origin}' if after.origin else ''}",
        _length(None if was is None else was.target_seconds),
        _length(None if will_be is None else will_be.target_seconds),
        f"{state}{_shown(None if before is None else before.due_at)}",
        f"{state}{_shown(after.due_at)}",
        "always" if will_be is None or will_be.hours is None else will_be.hours.partition("|")[0],
    )


def _why(missing: Sequence[str]) -> str:
    return f"no: {', '.join(missing)}" if missing else "yes"


def _name(shift: Shift) -> str:
    return f"{shift.kind.value} {shift.cycle}"


def _by(shift: Shift) -> str:
    length = "" if shift.by is None else _difference(shift.by)
    return f"{length or shift.move.value}{', passed at once' if shift.passes else ''}"


def _difference(length: timedelta) -> str:
    return f"{'-' if length < timedelta() else '+'}{_length(abs(length) // timedelta(seconds=1))}"


def _length(seconds: int | None) -> str:
    if seconds is None:
        return "none"
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = [f"{number}{unit}" for number, unit in ((hours, "h"), (minutes, "m"), (left, "s")) if number]
    return " ".join(parts) or "0s"


def _shown(at: datetime | None) -> str:
    return "none" if at is None else at.strftime("%Y-%m-%d %H:%M:%SZ")
