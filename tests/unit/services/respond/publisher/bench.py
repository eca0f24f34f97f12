"""A publisher on the bench: real use cases, a fake network, cases in memory, time that moves when told."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from services.respond.handlers.answer import thread
from services.respond.networks.freeze import FrozenPost
from services.respond.publisher import Work, due_replies
from services.respond.publishing.budgets import Budgets
from services.respond.publishing.pace import Pace
from services.respond.publishing.pauses import Pauses
from services.respond.publishing.replies import Replies
from services.respond.publishing.send import Send
from services.respond.publishing.settle import Settle
from services.respond.publishing.take_back import TakeBack
from services.respond.publishing.timing import Timing
from services.respond.publishing.voices import Voice
from shared.case.commands import Command
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from tests.builders import NOON, a_case, after, an_answer
from tests.fakes.cases import InMemoryCases
from tests.fakes.network import FakeNetwork
from tests.fakes.turns import InMemoryTurns

FINAL = (ReplyStatus.POSTED, ReplyStatus.FAILED, ReplyStatus.NEEDS_HUMAN, ReplyStatus.WITHDRAWN)


class Crash(BaseException):
    """kill -9, as far as a test without processes can."""


@dataclass
class Hands:
    """A clock with hands."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Bench:
    """One case with one queued answer, and a publisher that looks at what is due when asked to.

    `parts`: how many posts the answer takes.
    """

    armed: bool = True
    parts: int = 1
    timing: Timing = field(default_factory=Timing)

    def __post_init__(self) -> None:
        case = a_case()
        posts = [FrozenPost(text=f"sorry {part}", body=f'{{"status": "sorry {part}"}}') for part in range(self.parts)]
        queued = after(case, an_answer(case, frozen=posts[0].body, parts=thread("r-1", posts)))
        self.clock = Hands()
        self.case_id = queued.id
        self.cases = InMemoryCases(queued)
        self.network = FakeNetwork(clock=self.clock)
        self.turns = InMemoryTurns()
        self.restart()

    def restart(self) -> None:
        """A new process: what was in memory is gone."""
        self.replies = Replies(cases=self.cases, clock=self.clock, retry_seconds=0)
        self.pauses = Pauses(self.timing)
        voices = {"discus@townsquare": Voice(armed=self.armed, network=self.network)}
        settle = Settle(replies=self.replies, voices=voices, timing=self.timing, clock=self.clock)
        self.budgets = Budgets(spare=5)
        self.send = Send(
            replies=self.replies,
            voices=voices,
            pauses=self.pauses,
            pace=Pace(turns=self.turns, budgets=self.budgets, pauses=self.pauses, clock=self.clock),
            timing=self.timing,
            clock=self.clock,
        )
        take_back = TakeBack(replies=self.replies, voices=voices, timing=self.timing, clock=self.clock)
        self.work: dict[ReplyStatus, Work] = {
            ReplyStatus.QUEUED: self.send,
            ReplyStatus.SENDING: settle.expire,
            ReplyStatus.UNKNOWN: settle.look,
            ReplyStatus.WITHDRAWN: take_back,
            ReplyStatus.FAILED: take_back,
            ReplyStatus.POSTED: take_back,
        }

    @property
    def case(self) -> Case:
        return self.cases.cases[self.case_id]

    @property
    def reply(self) -> Reply:
        return self.case.replies[0]

    async def tell(self, command: Command) -> None:
        await self.replies.tell(self.case_id, command)

    async def turn(self) -> None:
        """Look at what is due now, once."""
        due = await self.cases.due("publish_due_at", now=self.clock(), limit=10)
        for case, reply in due_replies(due, now=self.clock()):
            try:
                await self.work[reply.status](case, reply)
            except Refused:
                pass  # somebody was faster, as the publisher takes it
            except Crash:
                self.restart()

    async def until_settled(self, *, within: timedelta = timedelta(hours=3)) -> ReplyStatus:
        """Let time pass in leaps to what is due next, until the answer's fate is known."""
        end = self.clock() + within
        while self.clock() < end and self.case.publish_due_at is not None:
            self.clock.now = max(self.clock.now, self.case.publish_due_at)
            await self.turn()
        return self.reply.status
