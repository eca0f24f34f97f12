"""The results as a table: what was measured before, what was wanted, what came out, of how many, how surely."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from services.classify.evaluation.storms.figures import Figure, median, rate, share
from services.classify.evaluation.storms.injections import Outcome
from services.classify.evaluation.storms.themes import DIFFUSE, SINGLE
from services.classify.evaluation.storms.trial import SIZES, Found

_BASELINE = {8: ".34-.38", 15: ".89-.93", 30: ".93-.96"}
_TARGET = {8: 0.55, 15: 0.95, 30: 0.98}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A metric. `met` is None where there was no target."""

    metric: str
    baseline: str
    target: str
    figure: Figure
    met: bool | None = None


def rows(found: Found) -> list[Row]:
    """Return the table of a trial."""
    return [*_recall(found), *_delay(found), *_quiet(found), *_floods(found)]


def printed(table: Sequence[Row]) -> str:
    """Return the table as Markdown."""
    lines = ["| metric | baseline | target | result | n | 95 % interval | |", "|---|---|---|---|---|---|---|"]
    for row in table:
        one = row.figure
        met = {True: "met", False: "**missed**", None: ""}[row.met]
        result = f"{one.value:.3g} | {one.n} | {one.low:.2g} - {one.high:.2g}"
        lines.append(f"| {row.metric} | {row.baseline} | {row.target} | {result} | {met} |")
    return "\n".join(lines)


def as_json(table: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the table for programs."""
    return [asdict(row) for row in table]


def _recall(found: Found) -> Iterator[Row]:
    for size in SIZES:
        ours = [one for one in found.outcomes if one.size == size]
        figure = _share(ours)
        yield Row(
            metric=f"recall, {size} posts in 15 min",
            baseline=_BASELINE[size],
            target=f">= {_TARGET[size]}",
            figure=figure,
            met=figure.value >= _TARGET[size],
        )
    for name, themes in (("one failure", SINGLE), ("diffuse", DIFFUSE)):
        for size in SIZES:
            ours = [one for one in found.outcomes if one.size == size and one.theme in themes]
            yield Row(metric=f"recall, {size} posts, {name}", baseline="", target="", figure=_share(ours))
    yield Row(
        metric="posts of storms that pass the gate", baseline="", target="", figure=share(found.passed, found.said)
    )


def _delay(found: Found) -> Iterator[Row]:
    posts = median([one.needed for one in found.outcomes if one.needed is not None])
    minutes = median([one.after for one in found.outcomes if one.after is not None])
    yield Row(metric="median delay, posts", baseline="7", target="<= 6", figure=posts, met=posts.value <= 6)
    yield Row(
        metric="median delay, minutes (with lateness)",
        baseline="4.1",
        target="<= 3.5",
        figure=minutes,
        met=minutes.value <= 3.5,
    )
    for size in SIZES:
        ours = [one.after for one in found.outcomes if one.after is not None and one.size == size]
        yield Row(metric=f"median minutes, storms of {size}", baseline="", target="", figure=median(ours))
    precision = [one.precision for one in found.outcomes if one.precision is not None]
    yield Row(metric="median share of its first members", baseline=".74-1.0", target="", figure=median(precision))
    strays = rate(sum(one.strays for one in found.outcomes), len(found.outcomes))
    yield Row(metric="stray storms per run", baseline=".06-.08", target="", figure=strays)


def _quiet(found: Found) -> Iterator[Row]:
    quiet = rate(len(found.quiet), found.quiet_days)
    yield Row(
        metric="false storms per quiet brand-day",
        baseline="0 of 78",
        target="<= 0.05",
        figure=quiet,
        met=quiet.value <= 0.05,
    )
    strange = rate(len(found.strange), found.strange_days)
    yield Row(metric="storms per day of a brand hardly heard before", baseline="", target="", figure=strange)


def _floods(found: Found) -> Iterator[Row]:
    loud, copied, glad = (share(count, found.floods) for count in (found.loud, found.copied, found.promoted))
    yield Row(metric="one loud person, 40 posts", baseline="0/80", target="0", figure=loud, met=found.loud == 0)
    yield Row(metric="30 accounts, one text", baseline="5/80", target="<= 1/80", figure=copied, met=found.copied <= 1)
    yield Row(metric="promotion, 120 glad posts", baseline="0", target="0", figure=glad, met=found.promoted == 0)
    real = rate(len(found.promotion), 1)
    yield Row(metric="real promotion (#boorito)", baseline="0", target="0", figure=real, met=real.value == 0)


def _share(outcomes: Sequence[Outcome]) -> Figure:
    return share(sum(one.after is not None for one in outcomes), len(outcomes))
