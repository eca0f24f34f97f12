"""How answers come about in the machine's world, and what the network makes of them.

The network is honest about what it has; the publisher may be slow, may ask twice, may hear back out of order, and may
take for absent what lands later.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from shared.case.commands import HearEcho
from shared.case.reply_commands import (
    Approve,
    AskHuman,
    Delete,
    Postpone,
    Publishing,
    RefuseAnswer,
    ReportDeleted,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    Retract,
    Settle,
    SettlePosted,
    StartSending,
    Withdraw,
)
from shared.case.state.case import Case
from shared.case.state.reply import Part, Reply, ReplyStatus
from shared.case.state.stage import ANSWERABLE, Stage
from tests.builders import an_answer
from tests.unit.shared.case.life import AGENT, PICK, Living

Found: TypeAlias = list[tuple[Case, Reply]]

SECONDS = st.integers(0, 600)
LATE = st.integers(0, 200)
WHICH = st.sampled_from([0, 0, 0, 1, 2])
POSTS = st.sampled_from([1, 1, 1, 2, 3])
WHO = st.sampled_from([None, None, None, "mira", "joris"])
IN_FLIGHT = (ReplyStatus.SENDING, ReplyStatus.UNKNOWN)
WANTED_BACK = (ReplyStatus.QUEUED, ReplyStatus.AWAITING_APPROVAL, *IN_FLIGHT)
GONE = (ReplyStatus.WITHDRAWN, ReplyStatus.DELETED)


def parts_of(reply_id: str, posts: int) -> tuple[Part, ...]:
    """The posts of an answer, where it takes several."""
    named = [f"{reply_id}-{part + 1}" for part in range(posts)]
    return tuple(Part(text=f"<{name}>", token=name, frozen="{}") for name in named) if posts > 1 else ()


def post_of(reply: Reply) -> str:
    """The post of an answer that is next, or in doubt."""
    return f"{reply.id}/{reply.next_part}"


class Answers(Living):
    """Rules about answers."""

    def __init__(self) -> None:
        super().__init__()
        self.has: dict[str, datetime] = {}
        """Posts that the network has, by answer and part, and since when."""
        self.written = 0

    @precondition(lambda self: self._answerable())
    @rule(
        pick=PICK,
        for_approval=st.booleans(),
        which=WHICH,
        agent=WHO,
        ends=st.integers(-4, 3),
        posts=POSTS,
        private=st.sampled_from([False, False, True]),
    )
    def answered(
        self, *, pick: int, for_approval: bool, which: int, agent: str | None, ends: int, posts: int, private: bool
    ) -> None:
        case = self._answerable()[-1 - pick % len(self._answerable())]
        if case.last_message is not None:
            self.written += 1
            written = an_answer(
                case,
                reply_id=f"r-{self.written}",
                by=agent or case.owner or "mira",
                text=f"This is answer <{self.written}>.",
                answers=(standing := [one for one in case.messages if one.deleted_at is None])[
                    -1 - which % len(standing)
                ].id,
                for_approval=for_approval,
                parts=parts_of(f"r-{self.written}", posts),
                private=private,
            )
            if self.world.do(case, written) and not for_approval and ends > -4:
                # Far from everything that happens on the way: what is rare by itself shall not be rarer together.
                self.sent(0, 30, lands=ends < 0, waits=False)
                if ends < 0:
                    self.receipt(0)
                else:
                    self.reported(0, 60, stale=False, what=ends)

    @precondition(lambda self: self._in_private())
    @rule(pick=PICK, for_approval=st.booleans())
    def said_in_public_what_was_answered_in_private(self, pick: int, for_approval: bool) -> None:
        case, private = self._in_private()[-1 - pick % len(self._in_private())]
        if case.last_message is not None:
            self.written += 1
            closing = an_answer(
                case,
                reply_id=f"r-{self.written}",
                by=case.owner or "mira",
                text=f"We have written to you <{self.written}>.",
                answers=private.answers,
                for_approval=for_approval,
            )
            self.world.do(case, closing)

    @precondition(lambda self: self.replies(ReplyStatus.AWAITING_APPROVAL))
    @rule(pick=PICK, agent=AGENT, is_good=st.booleans())
    def judged(self, pick: int, agent: str, is_good: bool) -> None:
        case, reply = self.reply(pick, ReplyStatus.AWAITING_APPROVAL)
        seen = "nothing" if case.last_message is None else case.last_message.id
        if is_good:
            self.world.do(case, Approve(reply_id=reply.id, by=agent, seen=seen))
        else:
            assert self.world.do(case, RefuseAnswer(reply_id=reply.id, by=agent, reason="too cold"))

    @precondition(lambda self: self.replies(*WANTED_BACK))
    @rule(pick=PICK)
    def withdrawn(self, pick: int) -> None:
        case, reply = self.reply(pick, *WANTED_BACK)
        assert self.world.do(case, Withdraw(reply_id=reply.id, by="mira"))
        kept = self.world.lives[case.id].case.reply(reply.id)
        assert kept is not None
        assert (kept.status is ReplyStatus.WITHDRAWN) is (reply.status not in IN_FLIGHT)
        if kept.status is ReplyStatus.WITHDRAWN:
            assert (kept.due_at is not None) is bool(kept.landed), "what landed of it is taken back"

    @precondition(lambda self: self.replies(ReplyStatus.POSTED))
    @rule(pick=PICK)
    def wanted_off_the_network(self, pick: int) -> None:
        case, reply = self.reply(pick, ReplyStatus.POSTED)
        assert self.world.do(case, Delete(reply_id=reply.id, by="mira")) is (reply.native_id is not None)

    @precondition(lambda self: self.replies(ReplyStatus.QUEUED))
    @rule(pick=PICK, seconds=SECONDS, lands=st.booleans(), waits=st.booleans())
    def sent(self, pick: int, seconds: int, lands: bool, waits: bool) -> None:
        case, reply = self.reply(pick, ReplyStatus.QUEUED)
        until = self.world.now + timedelta(seconds=seconds)
        if waits:
            assert self.world.do(case, Postpone(reply_id=reply.id, until=until, reason="sending is off"))
            return
        assert self.world.do(case, StartSending(reply_id=reply.id, until=until))
        if lands:
            self.has.setdefault(post_of(reply), self.world.now)

    @precondition(lambda self: self.replies(*IN_FLIGHT))
    @rule(pick=PICK, seconds=SECONDS, stale=st.booleans(), what=st.integers(0, 3))
    def reported(self, pick: int, seconds: int, stale: bool, what: int) -> None:
        case, reply = self.reply(pick, *IN_FLIGHT)
        attempt, soon = reply.attempt - stale, self.world.now + timedelta(seconds=seconds)
        words: tuple[Publishing, ...] = (
            ReportUnknown(reply_id=reply.id, attempt=attempt, reason="silence", look_at=soon),
            AskHuman(reply_id=reply.id, attempt=attempt, reason="cannot tell"),
            ReportNotSent(reply_id=reply.id, attempt=attempt, reason="too many", again_at=soon),
            ReportFailed(reply_id=reply.id, attempt=attempt, reason="too long"),
        )
        if not (isinstance(words[what], ReportFailed) and post_of(reply) in self.has):
            assert self.world.do(case, words[what]) is not stale, "an earlier attempt has no say"

    @precondition(lambda self: self.replies(ReplyStatus.NEEDS_HUMAN))
    @rule(pick=PICK)
    def declared_absent_by_a_person(self, pick: int) -> None:
        case, reply = self.reply(pick, ReplyStatus.NEEDS_HUMAN)
        if post_of(reply) not in self.has:
            assert self.world.do(case, Settle(reply_id=reply.id, by="mira"))

    @precondition(lambda self: self.replies(ReplyStatus.NEEDS_HUMAN))
    @rule(pick=PICK, is_shown=st.booleans())
    def found_by_a_person(self, pick: int, is_shown: bool) -> None:
        case, reply = self.reply(pick, ReplyStatus.NEEDS_HUMAN)
        post = post_of(reply)
        if post in self.has:
            word = SettlePosted(reply_id=reply.id, by="mira")
            if is_shown:
                word = replace(word, native_id=f"landed-{post}", api_id=post, posted_at=self.has[post])
            self.world.do(case, word)

    @precondition(lambda self: self._landed())
    @rule(pick=PICK)
    def receipt(self, pick: int) -> None:
        case, reply = self._landed()[-1 - pick % len(self._landed())]
        part = max(part for part in range(reply.post_count) if f"{reply.id}/{part}" in self.has)
        native = f"landed-{reply.id}/{part}"
        posted = ReportPosted(
            reply_id=reply.id,
            native_id=native,
            url=None,
            posted_at=self.has[f"{reply.id}/{part}"],
            part=part,
            api_id=native,
        )
        if not self.world.do(case, posted):
            assert reply.status in (*GONE, ReplyStatus.FAILED)
            word = "landed after it was withdrawn"
            retract = Retract(
                reply_id=reply.id, native_id=native, url=None, delete_at=self.world.now, reason=word, part=part
            )
            assert self.world.do(case, retract)
            kept = self.world.lives[case.id].case.reply(reply.id)
            assert kept is not None
            assert native in kept.landed or kept.status is ReplyStatus.DELETED

    @precondition(lambda self: self._to_be_gone())
    @rule(pick=PICK, is_whole=st.booleans())
    def deleted_there(self, pick: int, is_whole: bool) -> None:
        case, reply = self._to_be_gone()[-1 - pick % len(self._to_be_gone())]
        gone = reply.landed if is_whole else reply.landed[:-1]
        assert self.world.do(case, ReportDeleted(reply_id=reply.id, native_ids=gone))
        kept = self.world.lives[case.id].case.reply(reply.id)
        assert kept is not None
        assert (kept.due_at is None) is is_whole
        assert (kept.status is ReplyStatus.DELETED) is (is_whole and reply.status is ReplyStatus.POSTED)

    @precondition(lambda self: self._landed())
    @rule(pick=PICK)
    def our_own_comes_back(self, pick: int) -> None:
        case, reply = self._landed()[-1 - pick % len(self._landed())]
        if reply.status not in GONE and not (reply.parts and reply.status is ReplyStatus.FAILED):
            post = post_of(reply) if post_of(reply) in self.has else f"{reply.id}/0"
            echo = HearEcho(
                reply_id=f"n-{post}",
                native_id=f"landed-{post}",
                answers=None,
                text=f"@joe {reply.parts[int(post[-1])].text if reply.parts else reply.text}",
                url=None,
                posted_at=self.has[post],
            )
            assert self.world.do(case, echo)

    @precondition(lambda self: self._live())
    @rule(pick=PICK, late=LATE, names=st.booleans())
    def answered_in_the_networks_own_app(self, pick: int, late: int, names: bool) -> None:
        case = self._live()[-1 - pick % len(self._live())]
        self.written += 1
        echo = HearEcho(
            reply_id=f"n-{self.written}",
            native_id=f"native-{self.written}",
            answers=case.messages[-1].native_id if names else None,
            text=f"written there, {self.written}",
            url=None,
            posted_at=self.world.now - timedelta(minutes=late),
        )
        assert self.world.do(case, echo)
        assert self.world.do(self.world.lives[case.id].case, echo)

    def replies(self, *statuses: ReplyStatus) -> Found:
        """Return the answers in these statuses, with their cases; what was merged is worked where it went."""
        kept = [case for case in self.world.cases if case.stage is not Stage.MERGED]
        return [(case, one) for case in kept for one in case.replies if one.status in statuses]

    def reply(self, pick: int, *statuses: ReplyStatus) -> tuple[Case, Reply]:
        """Return one of the answers in these statuses, rather a new one."""
        found = self.replies(*statuses)
        return found[-1 - pick % len(found)]

    def _landed(self) -> Found:
        return [(case, one) for case, one in self.replies(*ReplyStatus) if f"{one.id}/0" in self.has]

    def _to_be_gone(self) -> Found:
        return [(case, one) for case, one in self.replies(*ReplyStatus) if one.is_to_be_taken_back]

    def _in_private(self) -> Found:
        legal = ANSWERABLE | {Stage.AWAITING_CUSTOMER}
        return [(case, one) for case, one in self.replies(ReplyStatus.POSTED) if one.private and case.stage in legal]

    def _live(self) -> list[Case]:
        return [case for case in self.world.cases if case.is_live]

    def _answerable(self) -> list[Case]:
        return [case for case in self.world.cases if case.stage in ANSWERABLE]
