"""How often something may be tried: some times at once, then one more each while. A token bucket."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """`burst` times at once, and one more after each `every`."""

    burst: int
    every: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How many tries were left, and when that was. Parts of one are on their way."""

    left: float
    at: datetime


def full(rate: Rate, *, now: datetime) -> Allowance:
    """Return the allowance of whoever has not tried yet."""
    return Allowance(left=float(rate.burst), at=now)


def as_of(allowance: Allowance, rate: Rate, *, now: datetime) -> Allowance:
    """Return what is left now. A clock that is set back gives nothing and takes nothing."""
    passed = max(now - allowance.at, timedelta())
    return Allowance(left=min(float(rate.burst), allowance.left + passed / rate.every), at=max(now, allowance.at))


def taken(allowance: Allowance) -> Allowance:
    """Return what is left after one try."""
    return replace(allowance, left=allowance.left - 1)


def given_back(allowance: Allowance, rate: Rate) -> Allowance:
    """Return what is left where a try was none after all."""
    return replace(allowance, left=min(float(rate.burst), allowance.left + 1))


def wait(allowance: Allowance, rate: Rate) -> timedelta:
    """Return how long until the next try; nothing: at once."""
    return max(timedelta(), (1 - allowance.left) * rate.every)
