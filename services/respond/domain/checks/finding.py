"""What a check says."""

from dataclasses import dataclass

from shared.levels.answers import BrandChecks, Check, Level
from shared.personal.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a check found, in words for the author. No `spans` where there is nothing to point at."""

    check: Check
    what: str
    spans: tuple[Span, ...] = ()


def remark_at(spans: tuple[Span, ...], *, check: Check, what: str) -> Remark | None:
    """Return what a check says of these places; None where there are none."""
    return Remark(check=check, what=what, spans=spans) if spans else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A remark, and whether it only warns."""

    check: Check
    level: Level
    what: str
    spans: tuple[Span, ...] = ()


def judged(remarks: tuple[Remark, ...], checks: BrandChecks) -> tuple[Finding, ...]:
    """Return the findings that count for a brand; what blocks comes first."""
    findings = [
        Finding(check=one.check, level=level, what=one.what, spans=one.spans)
        for one in remarks
        if (level := checks.level(one.check)) is not Level.OFF
    ]
    return tuple(sorted(findings, key=lambda one: one.level is not Level.BLOCK))
