"""The whole trial: storms put into days, quiet days as they were, and floods that are none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from services.classify.domain.storms.rules import StormRules
from services.classify.evaluation.storms import floods
from services.classify.evaluation.storms.background import Days, heard, millis, moments, opened
from services.classify.evaluation.storms.gate import Gate, in_order
from services.classify.evaluation.storms.injections import WITHIN, Outcome, happened, injections
from services.classify.evaluation.storms.periods import HEARD_TOO_SHORTLY, is_quiet, quiet_days, span
from services.classify.evaluation.storms.said import Said, airlines, many_brands, music, outages
from services.classify.evaluation.storms.themes import DIFFUSE, SINGLE, Period, Themes
from shared.contracts.storm import StormChanged, StormKind

SIZES: Final = (8, 15, 30)
RUNS: Final = 80
_FEWEST: Final = 5
_PROMOTION_BRAND: Final = "chipotletweets"


@dataclass(slots=True)
class Found:
    """What came of it. `quiet`, `stormy`: openings on the quiet and on the other days; `strange`: at brands never heard
    before that day or hardly."""

    outcomes: list[Outcome] = field(default_factory=list)
    passed: int = 0
    said: int = 0
    skipped: int = 0
    quiet: list[StormChanged] = field(default_factory=list)
    quiet_days: int = 0
    stormy: list[StormChanged] = field(default_factory=list)
    strange: list[StormChanged] = field(default_factory=list)
    strange_days: int = 0
    promotion: list[StormChanged] = field(default_factory=list)
    loud: int = 0
    copied: int = 0
    promoted: int = 0
    floods: int = 0


class Trial:
    """Reads everything once; then runs by period and seed."""

    def __init__(self, folder: Path, gate: Gate, rules: StormRules) -> None:
        """`folder`: where the files of the evaluation are."""
        self._gate = gate
        self._rules = rules
        told = airlines(folder)
        self._themes = Themes(told)
        self.days = {one.brand: one for one in (*self._days(told), *self._days(music(folder)))}
        self._many = many_brands(folder)
        self._texts = sorted({one.text for one in told if one.theme == "Customer Service Issue"})

    def run(self, period: Period, seeds: Sequence[int], *, each: int, floods_too: bool = True) -> Found:
        """Return what came of `each` storms by theme, size and seed."""
        found = Found()
        lives = self._quiet(found, period)
        for seed in seeds:
            self._storms(found, period, Random(seed), lives, each)  # noqa: S311 - a seeded draw is what an evaluation wants
        if floods_too:
            self._strange(found)
            self._floods(found, period, Random(seeds[0]))  # noqa: S311
        return found

    def _days(self, said: Sequence[Said]) -> Iterator[Days]:
        counted = self._gate.counted(said)
        for brand in sorted({one.brand for one in said}):
            ours = [post for one, post in zip(said, counted, strict=True) if one.brand == brand]
            yield Days(brand, tuple(in_order(ours)))

    def _quiet(self, found: Found, period: Period) -> dict[str, list[tuple[int, int]]]:
        """Return from when to when which storms were open on the days as they were."""
        lives: dict[str, list[tuple[int, int]]] = {}
        found.quiet_days = quiet_days(list(self.days), period)
        for brand, days in self.days.items():
            begin, end = span(brand, period)
            facts = heard(days, self._rules)
            calmed = {fact.storm_id: millis(fact.at) for fact in facts if fact.kind is StormKind.CALMED}
            lives[brand] = [(millis(one.first_at), calmed.get(one.storm_id, 2**62)) for one in opened(facts)]
            for fact in opened(facts):
                if is_quiet(brand, fact.at, period):
                    found.quiet.append(fact)
                elif begin <= millis(fact.at) < end:
                    found.stormy.append(fact)
        return lives

    def _storms(
        self, found: Found, period: Period, chance: Random, lives: dict[str, list[tuple[int, int]]], each: int
    ) -> None:
        brands = sorted(brand for brand in self.days if brand != HEARD_TOO_SHORTLY)
        plans: dict[str, list[tuple[int, str, int]]] = {brand: [] for brand in brands}
        for theme in (*SINGLE, *DIFFUSE):
            for size in SIZES:
                for _ in range(each):
                    brand = chance.choice(brands)
                    at = _calm_moment(span(brand, period), lives[brand], chance)
                    if at is None:
                        found.skipped += 1
                    else:
                        plans[brand].append((at, theme, size))
        for brand, plan in plans.items():
            days = self.days[brand]
            made = list(injections(days, sorted(plan), self._themes, self._gate, period=period, chance=chance))
            for (_, detector), one in zip(moments(days, [one.at for one in made], self._rules), made, strict=True):
                found.outcomes.append(happened(detector, days, one))
                found.passed += len(one.posts)
                found.said += len(one.starts)

    def _strange(self, found: Found) -> None:
        for days in self._days(self._many):
            facts = opened(heard(days, self._rules))
            busy = [one.at.date() for one in self._many if one.brand == days.brand]
            found.strange_days += sum(busy.count(date) >= _FEWEST for date in set(busy))
            if days.brand == _PROMOTION_BRAND:
                found.promotion += facts
            found.strange += facts

    def _floods(self, found: Found, period: Period, chance: Random) -> None:
        brands = sorted(brand for brand in self.days if brand != HEARD_TOO_SHORTLY)
        written = [text for texts in outages().values() for text in texts]
        for brand in brands:
            days = self.days[brand]
            runs = RUNS // len(brands) + (brands.index(brand) < RUNS % len(brands))
            found.floods += runs
            at = list(floods.moments_in(*span(brand, period), runs, chance))
            for kind in ("loud", "copied", "promoted"):
                for moment, detector in moments(days, at, self._rules):
                    if kind == "loud":
                        posts = floods.loud(days, self._texts, self._gate, moment, chance)
                    elif kind == "copied":
                        posts = floods.copied(days, chance.choice(written + self._texts), self._gate, moment, chance)
                    else:
                        posts = floods.promotion(days, self._gate, moment, chance)
                    heard_of = min(1, floods.alarms(detector, days, posts, moment))
                    setattr(found, kind, getattr(found, kind) + heard_of)


def _calm_moment(within: tuple[int, int], lives: Sequence[tuple[int, int]], chance: Random) -> int | None:
    """Return a moment at which no storm was open, nor opened while a storm of ours would be waited for."""
    for _ in range(20):
        at = chance.randrange(*within)
        if not any(begin - WITHIN <= at <= end for begin, end in lives):
            return at
    return None
