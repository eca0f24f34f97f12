"""A case driven every which way: what holds at all times."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from shared.case.apply import apply_all
from shared.case.case import Case
from shared.case.commands import (
    AskHuman,
    Assign,
    Command,
    Release,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    Resolve,
    Settle,
    StartSending,
    Tick,
    Withdraw,
)
from shared.case.decide import decide
from shared.case.document import difference, from_document, to_document
from shared.case.refused import Refused
from shared.case.stage import Disposition, Stage
from tests.builders import NOON, a_case, a_message, an_answer, hear

REPLIES = st.sampled_from(["r-1", "r-2", "r-3"])
ATTEMPTS = st.integers(1, 3)
AGENTS = st.sampled_from(["mira", "joris"])


def updated(document: dict[str, object], update: dict[str, dict[str, object]]) -> dict[str, object]:
    """What MongoDB makes of $set (lists addressed by index) and $unset."""
    result = {name: list(value) if isinstance(value, list | tuple) else value for name, value in document.items()}
    for path, value in update["$set"].items():
        name, _, index = path.partition(".")
        if not index:
            result[name] = value
            continue
        items = result[name]
        assert isinstance(items, list)
        assert int(index) <= len(items), "an index past the end would leave a hole"
        items[int(index) : int(index) + 1] = [value]
    for name in update.get("$unset", {}):
        result.pop(name, None)
    return result


class Life(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.case: Case = a_case()
        self.now = NOON
        self.heard = 1

    def do(self, command: Command) -> None:
        before = self.case
        try:
            events = decide(before, command, now=self.now)
        except Refused:
            return
        after = apply_all(before, events, now=self.now)
        if after is not before:
            assert after.version == before.version + 1
            stored = updated(to_document(before), difference(before, after))
            assert from_document(stored) == after, "the update leads where the events led"
        self.case = after

    @rule(minutes=st.integers(0, 5000))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        self.do(Tick())

    @rule(back=st.integers(0, 100), thanks=st.booleans())
    def hears(self, back: int, thanks: bool) -> None:
        if self.case.is_live:
            self.heard += 1
            at = self.now - timedelta(minutes=back)
            self.do(hear(a_message(f"post-{self.heard}", at=at, needs_answer=not thanks)))

    @rule(number=st.integers(1, 5), kind=st.sampled_from(["edited", "deleted"]))
    def edits_or_deletes(self, number: int, kind: str) -> None:
        if self.case.is_live:
            self.heard += 1
            gone = self.now if kind == "deleted" else None
            revised = a_message(f"post-{number}", id=f"e-{self.heard}", revision=str(self.heard), deleted_at=gone)
            self.do(hear(revised, kind=kind))

    @rule(agent=AGENTS)
    def assigned(self, agent: str) -> None:
        self.do(Assign(agent=agent, by="route"))

    @rule()
    def released(self) -> None:
        self.do(Release(by="mira"))

    @rule(reply=REPLIES, agent=AGENTS)
    def answers(self, reply: str, agent: str) -> None:
        if self.case.last_message is not None:
            self.do(an_answer(self.case, reply_id=reply, by=agent))

    @rule(reply=REPLIES)
    def sends(self, reply: str) -> None:
        self.do(StartSending(reply_id=reply, until=self.now + timedelta(seconds=30)))

    @rule(reply=REPLIES, attempt=ATTEMPTS, what=st.sampled_from([ReportFailed, AskHuman]))
    def fails(self, reply: str, attempt: int, what: type[ReportFailed | AskHuman]) -> None:
        self.do(what(reply_id=reply, attempt=attempt, reason="because"))

    @rule(reply=REPLIES, attempt=ATTEMPTS)
    def unknown(self, reply: str, attempt: int) -> None:
        self.do(ReportUnknown(reply_id=reply, attempt=attempt, reason="timeout", look_at=self.now))

    @rule(reply=REPLIES, attempt=ATTEMPTS)
    def not_sent(self, reply: str, attempt: int) -> None:
        self.do(ReportNotSent(reply_id=reply, attempt=attempt, reason="429", again_at=self.now))

    @rule(reply=REPLIES)
    def posted(self, reply: str) -> None:
        self.do(ReportPosted(reply_id=reply, native_id=f"s-{reply}", url=None, posted_at=self.now))

    @rule(reply=REPLIES)
    def withdrawn(self, reply: str) -> None:
        self.do(Withdraw(reply_id=reply, by="mira"))

    @rule(reply=REPLIES)
    def settled(self, reply: str) -> None:
        self.do(Settle(reply_id=reply, by="mira"))

    @rule(disposition=st.sampled_from(Disposition), reason=st.sampled_from([None, "because"]))
    def resolved(self, disposition: Disposition, reason: str | None) -> None:
        self.do(Resolve(by="mira", disposition=disposition, reason=reason))

    @invariant()
    def live_key_is_there_exactly_while_live(self) -> None:
        assert (self.case.live_key is not None) == (self.case.stage is not Stage.CLOSED)

    @invariant()
    def one_active_answer_per_message(self) -> None:
        for message in self.case.messages:
            active = [one for one in self.case.replies if one.answers == message.id and one.is_active]
            assert len(active) <= 1

    @invariant()
    def whoever_waits_for_the_publisher_is_in_its_index(self) -> None:
        waiting = any(one.status.value in ("queued", "sending", "unknown") for one in self.case.replies)
        assert waiting == (self.case.publish_due_at is not None)

    @invariant()
    def every_closed_case_has_a_disposition(self) -> None:
        if self.case.stage is Stage.CLOSED:
            assert self.case.disposition is not None

    @invariant()
    def it_reads_back_the_same(self) -> None:
        assert from_document(to_document(self.case)) == self.case


Life.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestLife = Life.TestCase
