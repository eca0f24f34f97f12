"""The closing table."""

from rich.console import Console
from rich.table import Table

from deploy.local.replay.outcome import Followed, Outcome


def close(outcome: Outcome, console: Console) -> None:
    """Says what came of every row."""
    console.print()
    console.print(_counts(outcome))
    for title, reasons in (("Not mapped", outcome.unmappable), ("Not taken", outcome.reasons)):
        for reason, times in sorted(reasons.items(), key=lambda one: -one[1])[:10]:
            console.print(f"{title}: {times:,} x {reason}", markup=False, highlight=False)
    if outcome.followed is not None:
        if outcome.followed.latency:
            console.print(_latencies(outcome.followed))
        _lags(outcome.followed, console)
    if outcome.stopped:
        console.print(f"Stopped early: {outcome.stopped}", style="red", markup=False, soft_wrap=True)
    verdict = "Nothing is missing." if outcome.followed else "Nobody looked behind ingest."
    console.print(verdict if outcome.is_good else "Not good: see above.", style="green" if outcome.is_good else "red")


def _counts(outcome: Outcome) -> Table:
    table = Table(title=f"{outcome.file}, run {outcome.run}", title_justify="left")
    table.add_column("")
    table.add_column("posts", justify="right")
    table.add_column("")
    again = f"{outcome.busy:,} times told to come later, {outcome.broken:,} requests without an answer"
    rows: list[tuple[str, int, str]] = [
        ("rows read", outcome.rows, ""),
        ("not mapped", sum(outcome.unmappable.values()), "reasons below"),
        ("a company's own", outcome.companies, "nobody has to answer those"),
        ("sent", outcome.sent, f"in {outcome.sending_seconds:,.1f} s; {again}"),
        ("accepted", outcome.accepted, f"{outcome.accepted_per_second:,.0f}/s; {outcome.repeated:,} were repetitions"),
        ("quarantined", outcome.quarantined, "by ingest"),
        ("ignored", outcome.ignored, ""),
        ("refused", outcome.refused, "must be 0"),
    ]
    for name, count, remark in rows:
        table.add_row(name, f"{count:,}", remark)
    if outcome.followed is not None:
        table.add_section()
        for name, count, remark in _followed(outcome.followed):
            table.add_row(name, f"{count:,}", remark)
    return table


def _followed(found: Followed) -> list[tuple[str, int, str]]:
    whole = "" if found.per_second is None else f", {found.per_second:,.0f}/s from receipt to routing"
    return [
        ("on cases", found.messages, f"{found.new_messages:,} of them new{whole}"),
        ("cases", found.cases, f"{found.opened:,} opened by these posts"),
        ("in quarantine", found.quarantined, "letters kept for a person to see"),
        ("missing", found.missing, "must be 0"),
    ]


def _latencies(found: Followed) -> Table:
    table = Table(title="Milliseconds on the way (waiting included)", title_justify="left")
    for column in ("", "p50", "p95", "p99", "max"):
        table.add_column(column, justify="right" if column else "left")
    for name, one in found.latency.items():
        table.add_row(name, *(f"{value:,.0f}" for value in (one.p50, one.p95, one.p99, one.max)))
    return table


def _lags(found: Followed, console: Console) -> None:
    if not found.lag:
        console.print(f"Lag was not measured. {found.lag_problem}", markup=False)
        return
    table = Table(title="Records behind", title_justify="left")
    for column in ("group < topic", "most", "at the end"):
        table.add_column(column, justify="left" if column.startswith("group") else "right")
    for name, one in found.lag.items():
        table.add_row(name, f"{one.most:,}", f"{one.final:,}")
    console.print(table)
