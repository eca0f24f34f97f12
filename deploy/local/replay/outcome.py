"""What came of a run, as numbers."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from deploy.local.replay.evidence import Found, Heard
from deploy.local.replay.lag import Lags
from deploy.local.replay.quantiles import Latency, latency
from deploy.local.replay.tally import Tally

_STRETCHES: dict[str, Callable[[Heard], timedelta]] = {
    "ingest to classify": lambda one: one.classified_at - one.received_at,
    "classify to route": lambda one: one.routed_at - one.classified_at,
    "in all": lambda one: one.routed_at - one.received_at,
}


@dataclass(frozen=True, slots=True)
class Behind:
    """Records that a group was behind: at most, and at the end."""

    most: int
    final: int
    samples: list[tuple[float, int]] = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Followed:
    """What was found behind ingest. `new_messages` came by this replay, the others by an earlier one of the same run.

    `per_second`: new messages from the first receipt to the last routing.
    """

    messages: int
    new_messages: int
    cases: int
    opened: int
    quarantined: int
    missing: int
    missing_events: list[str]
    per_second: float | None
    latency: dict[str, Latency]
    lag: dict[str, Behind]
    lag_problem: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Counts as in `Tally`; `followed` None: nobody looked behind ingest."""

    file: str
    run: str
    rows: int
    unmappable: dict[str, int]
    companies: int
    sent: int
    accepted: int
    repeated: int
    quarantined: int
    ignored: int
    refused: int
    reasons: dict[str, int]
    busy: int
    broken: int
    sending_seconds: float
    accepted_per_second: float
    stopped: str
    followed: Followed | None

    @property
    def is_good(self) -> bool:
        """Was every post taken, and is none of them missing?"""
        return not self.stopped and self.refused == 0 and (self.followed is None or self.followed.missing == 0)

    def document(self) -> dict[str, Any]:
        return {**asdict(self), "is_good": self.is_good}


def outcome(tally: Tally, *, file: str, run: str, seconds: float, stopped: str, followed: Followed | None) -> Outcome:
    return Outcome(
        file=file,
        run=run,
        rows=tally.rows,
        unmappable=dict(tally.unmappable),
        companies=tally.companies,
        sent=tally.sent,
        accepted=tally.accepted,
        repeated=tally.repeated,
        quarantined=tally.quarantined,
        ignored=tally.ignored,
        refused=tally.refused,
        reasons=dict(tally.reasons),
        busy=tally.busy,
        broken=tally.broken,
        sending_seconds=round(seconds, 3),
        accepted_per_second=round(tally.accepted / seconds, 1) if seconds else 0.0,
        stopped=stopped,
        followed=followed,
    )


def followed(tally: Tally, found: Found, lags: Lags, *, began: datetime) -> Followed:
    """Sets what ingest promised against what is there."""
    missing = tally.accepted_ids - found.events
    new = [one for one in found.messages if one.received_at >= began]
    measured = {name: latency([_ms(stretch(one)) for one in new]) for name, stretch in _STRETCHES.items()}
    return Followed(
        messages=len(found.messages),
        new_messages=len(new),
        cases=found.cases,
        opened=found.opened,
        quarantined=len(found.letters) + len(found.quarantined_later),
        missing=len(missing) + len(tally.letters - found.letters),
        missing_events=sorted(one.hex() for one in missing)[:20],
        per_second=_per_second(new),
        latency={name: one for name, one in measured.items() if one is not None},
        lag={
            name: Behind(
                most=max(one.behind for one in series),
                final=series[-1].behind,
                samples=[(round(one.at, 1), one.behind) for one in series],
            )
            for name, series in sorted(lags.series.items())
        },
        lag_problem=lags.problem,
    )


def _per_second(messages: Sequence[Heard]) -> float | None:
    if not messages:
        return None
    took = max(one.routed_at for one in messages) - min(one.received_at for one in messages)
    return round(len(messages) / took.total_seconds(), 1) if took else None


def _ms(stretch: timedelta) -> float:
    return round(stretch.total_seconds() * 1000, 1)
