"""What was measured, ready to be shown or written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.bench.numbers import Spread, pair_ratios, spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One run of one side. `value` is in the unit of its measurement; CPU in microseconds per mention or request."""

    value: float
    more: Mapping[str, float] = field(default_factory=dict)
    cpu_us: Mapping[str, float | None] = field(default_factory=dict)
    peak_mb: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """All samples of one side; `paired` where each was measured beside one of the floor."""

    name: str
    samples: Sequence[Sample]
    paired: bool = True

    @property
    def value(self) -> Spread:
        """The measured values."""
        return spread([sample.value for sample in self.samples])

    def cpu_us(self) -> dict[str, float | None]:
        """Return the median CPU by process."""
        return _medians([sample.cpu_us for sample in self.samples])

    def peak_mb(self) -> dict[str, float | None]:
        """Return the median peak of memory by process."""
        return _medians([sample.peak_mb for sample in self.samples])

    def more(self) -> dict[str, float | None]:
        """Return the medians of what else was seen."""
        return _medians([sample.more for sample in self.samples])


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked, with the figure that was found."""

    sentence: str
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A floor, the sides compared with it in pairs, and what is asked of the first of them.

    `gate`: of the ratio; None: nothing. `further`: gates that are no ratio to the floor.
    """

    id: str
    title: str
    unit: str
    floor: Row
    rows: Sequence[Row]
    gate: float | None
    at_most: bool = False
    further: Sequence[Gate] = ()

    def ratios(self, row: Row) -> Spread | None:
        """Return ours / floor over the pairs; None for a row that was not measured in pairs."""
        if not row.paired:
            return None
        floors = [sample.value for sample in self.floor.samples]
        return spread(pair_ratios([sample.value for sample in row.samples], floors))

    @property
    def is_met(self) -> bool:
        """Does the first row do what is asked of its ratio?"""
        ratios = self.ratios(self.rows[0])
        if self.gate is None:
            return True
        if ratios is None:
            return False
        return ratios.median <= self.gate if self.at_most else ratios.median >= self.gate


def _medians(many: Sequence[Mapping[str, float | None]]) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for name in dict.fromkeys(name for one in many for name in one):
        known = [value for one in many if (value := one.get(name)) is not None]
        found[name] = spread(known).median if known else None
    return found
