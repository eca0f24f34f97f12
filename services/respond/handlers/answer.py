"""Answering a customer: frozen here, posted by the publisher."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from services.respond.domain.approval import Needed
from services.respond.domain.keyed_id import keyed_id
from services.respond.handlers.change import Asking, Cases, change
from services.respond.handlers.checks import Written
from services.respond.networks.freeze import FrozenPost
from shared.case.commands import Command
from shared.case.refused import Refused
from shared.case.reply_commands import Answer
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.case.state.reply import Part, Reply
from shared.directory.model import Account
from shared.runtime.clock import Clock
from shared.runtime.ids import Ids


class Freeze(Protocol):
    """Returns the posts that an answer takes, with the bodies that the network will get, fixed from now on."""

    def __call__(self, account: Account, parent: Message, text: str, *, private: bool) -> tuple[FrozenPost, ...]:
        """Raise Unpostable where the network would not take it."""
        ...


class Accounts(Protocol):
    """Our own accounts on networks."""

    def account(self, account_id: str) -> Account | None: ...


class Drafts(Protocol):
    """Drafts on the server. An answer that was queued is told here, and stands whatever becomes of that."""

    async def used(self, case_id: str, *, text: str, answers: str, by: str, until: datetime | None = None) -> None: ...


class Checks(Protocol):
    """What an answer has to pass, and who needs a second person."""

    async def before(self, case_id: str, said: Written, asking: Asking) -> Callable[[Case], Needed | None]:
        """Return what judges it on the case as it is when it is queued; that raises NotTaken where a check blocks."""
        ...

    def needed(self, case: Case, *, answers: str, author: str) -> Needed | None: ...

    async def queued(self, case: Case, text: str, *, author: str) -> None: ...


class KeyReused(Exception):
    """An Idempotency-Key came again with another answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an agent wants said. `answers` is the message answered, `seen` the last one that its author saw.

    `for_approval`: a colleague has to approve it before it goes out. `fence`: the case's, as its author saw it.
    `private`: to be read by the customer alone.
    """

    text: str
    answers: str
    seen: str
    for_approval: bool = False
    fence: int | None = None
    key: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """The answer as it now is, and whether its account may post at all. `needed`: the second person that it needs."""

    case: Case
    reply: Reply
    armed: bool
    needed: Needed | None = None


class Answers:
    """Queues answers."""

    def __init__(
        self,
        *,
        cases: Cases,
        accounts: Accounts,
        freeze: Freeze,
        clock: Clock,
        ids: Ids,
        drafts: Drafts | None = None,
        checks: Checks | None = None,
        undo: timedelta = timedelta(),
    ) -> None:
        """Without `checks` everything may be said, by everybody. `undo`: how long an answer can surely be taken back.

        What a second person approves has been looked at twice, and goes out at once.
        """
        self._cases = cases
        self._accounts = accounts
        self._freeze = freeze
        self._clock = clock
        self._ids = ids
        self._drafts = drafts
        self._checks = checks
        self._undo = undo

    async def reply(self, case_id: str, draft: Draft, asking: Asking) -> Queued:
        """Queue an answer, or put it before a colleague. The same key by the same agent on the same case is the same.

        Raises KeyReused, NotTaken, Unpostable, Refused, Stale, NoSuchCase and Unavailable.
        """
        judge = await self._judge(case_id, draft, asking)
        # It names the case and the agent too, because it also is the token by which the network knows the post.
        reply_id = self._ids("r") if draft.key is None else keyed_id("r", case_id, asking.agent, draft.key)
        queued_before: datetime | None = None

        def answer(case: Case) -> Command | None:
            nonlocal queued_before
            known = case.reply(reply_id)
            queued_before = None if known is None else known.queued_at
            if known is not None:
                if (known.text, known.answers, known.private) != (draft.text, draft.answers, draft.private):
                    raise KeyReused("this Idempotency-Key came with another answer before; use a new one")
                return None
            posts = self._frozen(case, draft)
            needed = judge(case)
            return Answer(
                reply_id=reply_id,
                by=asking.agent,
                text=draft.text,
                answers=draft.answers,
                seen=draft.seen,
                token=reply_id,
                frozen=posts[0].body,
                parts=thread(reply_id, posts),
                private=draft.private,
                for_approval=draft.for_approval or needed is not None,
                fence=draft.fence,
                not_before=self._clock() + self._undo,
            )

        case = await change(self._cases, case_id, asking, answer, clock=self._clock)
        if self._drafts is not None:
            await self._drafts.used(
                case_id, text=draft.text, answers=draft.answers, by=asking.agent, until=queued_before
            )
        reply = case.reply(reply_id)
        if reply is None:
            raise LookupError(f"reply {reply_id} is not on the case that it was queued on")
        needed = None
        if self._checks is not None:
            await self._checks.queued(case, draft.text, author=asking.agent)
            needed = self._checks.needed(case, answers=draft.answers, author=asking.agent)
        return Queued(case=case, reply=reply, armed=self._account(case).armed, needed=needed)

    async def _judge(self, case_id: str, draft: Draft, asking: Asking) -> Callable[[Case], Needed | None]:
        if self._checks is None:
            return lambda _: None
        written = Written(text=draft.text, answers=draft.answers, private=draft.private)
        return await self._checks.before(case_id, written, asking)

    def _frozen(self, case: Case, draft: Draft) -> tuple[FrozenPost, ...]:
        parent = case.message(draft.answers)
        if parent is None:
            raise Refused("message_gone", "the message that this answers is not on the case")
        return self._freeze(self._account(case), parent, draft.text, private=draft.private)

    def _account(self, case: Case) -> Account:
        account = self._accounts.account(case.account_id)
        if account is None:
            raise Refused(
                "no_account",
                f"the directory has no account {case.account_id}, so there is nowhere to answer from; "
                "add it to earshot.yaml",
                account=case.account_id,
            )
        return account


def thread(token: str, posts: Sequence[FrozenPost]) -> tuple[Part, ...]:
    """Return the posts of an answer that takes several, each with a token of its own; nothing where it is one."""
    tokens = [token, *(f"{token}-{number}" for number in range(2, len(posts) + 1))]
    parts = tuple(Part(text=post.text, token=one, frozen=post.body) for post, one in zip(posts, tokens, strict=True))
    return parts if len(parts) > 1 else ()
