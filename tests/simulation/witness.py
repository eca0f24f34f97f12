"""Looks on after each look at the line, and checks the rules of SEMANTICS section 4."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from shared.case.keeping import Step
from shared.case.state.case import Case
from tests.fakes.line import Place
from tests.simulation.agents import Agent
from tests.simulation.day import Day
from tests.simulation.people import People, weight, weight_of
from tests.simulation.town import WEIGHTS


class Witness:
    """`broken`: the rules that were, each with its first example. `honoured`: last agents who were given their case.

    `kept`: how often a place was seen free because an earlier case needs a larger one.
    """

    def __init__(self, agents: Sequence[Agent], *, with_reasons: bool = True) -> None:
        self._people = People(agents)
        self._with_reasons = with_reasons
        self.broken: dict[str, str] = {}
        self.looks = 0
        self.honoured = 0
        self.kept = 0
        self.longest_line = 0
        self.reasons: dict[str, set[str]] = defaultdict(set)
        """By demand, while anybody was at work."""
        self.places_given: Counter[str] = Counter()
        """By agent, while more waited for them than they could take: then nothing but capacity decides."""

    def look(self, day: Day) -> None:
        """Check everything that must hold once the line has been looked at."""
        self.looks += 1
        for agent, case in day.freed:
            self._people.take(agent, -weight(case.network))
        at_work = self._people.bits(worker.id for worker in day.staff.workers)
        for step in day.town.given:
            self._given(step, at_work)
        line = {demand: places for demand, places in day.town.line.waiting.items() if places}
        self.longest_line = max(self.longest_line, sum(map(len, line.values())))
        now = _Now(self._people, line, at_work)
        for demand in line:
            self._idle(demand, now)
            if self._with_reasons:
                self._told_why(demand, day)
        for step in day.town.given:
            self._in_order(step, now)
            self._to_the_right_one(step, now)
            self._share(step, now)
        if self.looks % 500 == 0:
            self._counted_right(day)

    def _given(self, step: Step, at_work: int) -> None:
        case, size = step.after, weight(step.after.network)
        owner = self._people.bits([case.owner])
        self._check("given to somebody at work", owner & at_work, case)
        self._check("given to somebody able", owner & self._people.able(_demand(step)), case)
        self._check("given to somebody with room", owner & self._people.with_room(size), case)
        self._people.take(case.owner or "", size)

    def _idle(self, demand: str, now: "_Now") -> None:
        """Nobody has a free place for a case that waits, unless one that comes before it needs more room than that."""
        idle = now.could_take(demand)
        if idle:
            free = idle & ~now.kept_before(now.line[demand][0])
            self.kept += not free
            self._check("nobody able is idle", not free, demand)

    def _told_why(self, demand: str, day: Day) -> None:
        self._check("whoever waits is told why", demand in day.reasons.why, demand)
        if day.staff.workers:
            self.reasons[demand].add(day.reasons.why.get(demand, ""))

    def _in_order(self, step: Step, now: "_Now") -> None:
        """Nobody was given a case while an earlier one that they could have taken instead was left waiting."""
        owner, size = self._people.bits([step.after.owner]), weight(step.after.network)
        for demand, places in now.line.items():
            if places[0] < _place(step) and weight_of(demand) <= size:
                self._check("the earliest deadline first", not owner & self._people.able(demand), step.after)

    def _to_the_right_one(self, step: Step, now: "_Now") -> None:
        """Room is only taken in a look, so who has some after it had some when it was decided."""
        waited = _waited(step)
        owner = self._people.bits([step.after.owner])
        could = now.could_take(_demand(step)) & ~now.kept_before(_place(step))
        last = self._people.bits([waited.last_owner])
        avoid = self._people.bits([waited.avoid])
        if last and last != avoid:
            self.honoured += owner == last
            self._check("the last agent first", owner == last or not last & could, step.after)
        if owner == avoid:
            self._check("who lost it last", not could & ~avoid, step.after)

    def _share(self, step: Step, now: "_Now") -> None:
        owner = self._people.bits([step.after.owner])
        if any(self._people.able(demand) & owner for demand in now.line if weight_of(demand) == 1):
            self.places_given[step.after.owner or ""] += weight(step.after.network)

    def _counted_right(self, day: Day) -> None:
        for agent, cases in day.town.line.owned.items():
            has = sum(weight(case.network) for case in cases.values())
            self._check("no load leaks", has == self._people.taken(agent), agent)

    def _check(self, rule: str, holds: object, about: object) -> None:
        if not holds:
            self.broken.setdefault(rule, str(about)[:300])


class _Now:
    """What is true after this look."""

    def __init__(self, people: People, line: dict[str, list[Place]], at_work: int) -> None:
        self._people = people
        self.line = line
        self.at_work = at_work

    def could_take(self, demand: str) -> int:
        """Return who is there, can take such a case and has room for it."""
        room = self._heavy_room if weight_of(demand) > 1 else self._light_room
        return self._people.able(demand) & self.at_work & room

    def kept_before(self, place: Place) -> int:
        """Return who could take a case that comes before this place, if only they had more room."""
        kept = 0
        for earlier, able in self._heavy:
            kept |= able if earlier < place else 0
        return kept

    @cached_property
    def _heavy(self) -> list[tuple[Place, int]]:
        lacking = ~self._heavy_room
        heavy = (demand for demand in self.line if weight_of(demand) > 1)
        return [(self.line[demand][0], self._people.able(demand) & lacking) for demand in heavy]

    @cached_property
    def _light_room(self) -> int:
        return self._people.with_room(1)

    @cached_property
    def _heavy_room(self) -> int:
        return self._people.with_room(max(WEIGHTS.values()))


def _waited(step: Step) -> Case:
    if step.before is None:
        raise AssertionError("only a case that waits is given")
    return step.before


def _demand(step: Step) -> str:
    return _waited(step).demand or ""


def _place(step: Step) -> Place:
    case = _waited(step)
    return case.serve_by or case.stage_at, case.id
