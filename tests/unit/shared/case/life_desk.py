"""What agents do to the machine's world, apart from answering: they take, put aside, settle, merge and part cases."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from shared.case.commands import (
    Assign,
    Command,
    Hold,
    Release,
    Reopen,
    Resolve,
    Resume,
    Snooze,
    Tag,
    Transfer,
    Untag,
)
from shared.case.state.case import Case
from shared.case.state.stage import (
    ASSIGNABLE,
    MERGEABLE,
    PUTTABLE_ASIDE,
    RESOLVABLE,
    SET_ASIDE,
    SETTLED,
    TRANSFERABLE,
    Disposition,
    Stage,
)
from shared.case.state.tags import MOST_TAGS
from tests.unit.shared.case.life import AGENT, MINUTES, PICK, Living

GIVEN = st.sampled_from([Disposition.PEER_RESOLVED, Disposition.SPAM, Disposition.ANSWERED])
TAGS = st.sampled_from(["vip", "lost-parcel", *(f"wave-{number}" for number in range(20))])
WRONG = st.sampled_from([Disposition.CONTINUED, Disposition.MERGED, Disposition.SPAM])


class Desk(Living):
    """Rules about work at the desk."""

    @precondition(lambda self: self.those(ASSIGNABLE))
    @rule(pick=PICK, agent=AGENT)
    def assigned(self, pick: int, agent: str) -> None:
        assert self.world.do(self.one(ASSIGNABLE, pick), Assign(agent=agent, by="route"))

    @precondition(lambda self: self.those(TRANSFERABLE))
    @rule(pick=PICK, to=AGENT, note=st.none() | st.just("she asked for you"))
    def transferred(self, pick: int, to: str, note: str | None) -> None:
        case = self.one(TRANSFERABLE, pick)
        assert self.world.do(case, Transfer(to=to, by="mira", note=note))
        assert self.world.lives[case.id].case.owner == to

    @precondition(lambda self: self.world.cases)
    @rule(pick=PICK, tag=TAGS, is_off=st.booleans())
    def tagged(self, pick: int, tag: str, is_off: bool) -> None:
        case = self.one(frozenset(Stage), pick)
        done = self.world.do(case, Untag(tag=tag, by="mira") if is_off else Tag(tag=tag, by="mira"))
        assert done or case.stage is Stage.MERGED or len(case.tags) == MOST_TAGS

    @precondition(lambda self: self.those({Stage.ASSIGNED}))
    @rule(pick=PICK, avoid=st.booleans())
    def released(self, pick: int, avoid: bool) -> None:
        assert self.world.do(self.one({Stage.ASSIGNED}, pick), Release(by="route", avoid=avoid))

    @precondition(lambda self: self.those(PUTTABLE_ASIDE | SET_ASIDE))
    @rule(pick=PICK, minutes=MINUTES, sleeps=st.booleans())
    def put_aside(self, pick: int, minutes: int, sleeps: bool) -> None:
        until = self.world.now + timedelta(minutes=minutes) if minutes else None
        hold = Hold(by="mira", reason="the courier has to say", until=until)
        aside = Snooze(by="mira", until=until) if until and sleeps else hold
        assert self.world.do(self.one(PUTTABLE_ASIDE | SET_ASIDE, pick), aside)

    @precondition(lambda self: self.those(SET_ASIDE))
    @rule(pick=PICK)
    def resumed(self, pick: int) -> None:
        assert self.world.do(self.one(SET_ASIDE, pick), Resume(by="mira"))

    @precondition(lambda self: self.those(SETTLED))
    @rule(pick=PICK)
    def reopened(self, pick: int) -> None:
        assert self.world.do(self.one(SETTLED, pick), Reopen(by="mira"))

    @precondition(lambda self: self.those(RESOLVABLE))
    @rule(pick=PICK, disposition=GIVEN)
    def resolved(self, pick: int, disposition: Disposition) -> None:
        case = self.one(RESOLVABLE, pick)
        done = self.world.do(case, Resolve(by="mira", disposition=disposition, reason="because"))
        assert done or disposition is Disposition.ANSWERED

    @precondition(lambda self: len(self.those(MERGEABLE)) > 1)
    @rule(turned=st.booleans(), twice=st.booleans())
    def merged(self, turned: bool, twice: bool) -> None:
        target, source = self.those(MERGEABLE)[:: -1 if turned else 1][:2]
        if self.world.merge(target, source) and twice:
            kept = self.world.cases
            assert self.world.merge(self.world.lives[target.id].case, self.world.lives[source.id].case)
            assert self.world.cases == kept, "twice is once"

    @precondition(lambda self: self.those({Stage.MERGED}))
    @rule(pick=PICK, twice=st.booleans())
    def parted(self, pick: int, twice: bool) -> None:
        source = self.one({Stage.MERGED}, pick)
        target = self.world.lives[source.merged_into or ""].case
        if self.world.unmerge(target, source) and twice:
            kept = self.world.cases
            assert self.world.unmerge(self.world.lives[target.id].case, self.world.lives[source.id].case)
            assert self.world.cases == kept, "twice is once"

    @precondition(lambda self: self.world.cases)
    @rule(one=PICK, other=PICK, what=st.integers(0, 12), agent=AGENT, disposition=WRONG)
    def anything_is_asked(self, one: int, other: int, what: int, agent: str, disposition: Disposition) -> None:
        case, second = self.one(frozenset(Stage), one), self.one(frozenset(Stage), other)
        commands: tuple[Command, ...] = (
            Assign(agent=agent, by=agent),
            Release(by=agent),
            Snooze(by=agent, until=self.world.now),
            Hold(by=agent, reason=" "),
            Hold(by=agent, reason="the courier has to say"),
            Resume(by=agent),
            Reopen(by=agent),
            Resolve(by=agent, disposition=disposition),
            Transfer(to=agent, by="mira"),
            Tag(tag="No tag", by=agent),
            Untag(tag="never-put-on", by=agent),
        )
        if what < len(commands):
            self.world.do(case, commands[what])
        elif what == len(commands):
            self.world.merge(case, second)
        else:
            self.world.unmerge(case, second)

    def those(self, stages: frozenset[Stage] | set[Stage]) -> list[Case]:
        """Return the cases in these stages."""
        return [case for case in self.world.cases if case.stage in stages]

    def one(self, stages: frozenset[Stage] | set[Stage], pick: int) -> Case:
        """Return one of the cases in these stages, rather a new one."""
        found = self.those(stages)
        return found[-1 - pick % len(found)]
