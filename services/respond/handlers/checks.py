"""Looking an answer through: while it is written, and again when it is sent."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Final, Protocol

from services.respond.domain.approval import Needed
from services.respond.domain.checks.finding import Finding, Remark, judged
from services.respond.domain.checks.length import too_long
from services.respond.domain.checks.look import Answered, Look, remarks
from services.respond.domain.refusals import NotTaken
from services.respond.handlers.approvals import Approvals
from services.respond.handlers.change import Asking, Cases, read
from services.respond.handlers.said import Sayings
from services.respond.networks.length import MOST_PARTS, Length, measure
from services.respond.networks.unpostable import Unpostable
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.directory.model import Account
from shared.levels.answers import AnswerRules, Level

_READ_BY_MANY: Final = frozenset({"public", "unlisted", "followers"})


class Accounts(Protocol):
    """Our own accounts on networks."""

    def account(self, account_id: str) -> Account | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What there is to say of a draft. `length` is None where Earshot cannot post; `needed` where nobody else need."""

    findings: tuple[Finding, ...]
    length: Length | None
    needed: Needed | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text to look through. `answers`: the message that it answers; None: the customer's newest."""

    text: str
    answers: str | None
    private: bool


class DraftChecks:
    """Runs all checks by the rules as they are now."""

    def __init__(
        self,
        *,
        cases: Cases,
        accounts: Accounts,
        sayings: Sayings,
        approvals: Approvals,
        rules: Callable[[], AnswerRules],
        name: Callable[[str], str],
    ) -> None:
        """`name` tells how an agent is called, by id."""
        self._cases = cases
        self._accounts = accounts
        self._sayings = sayings
        self._approvals = approvals
        self._rules = rules
        self._name = name

    async def look(self, case_id: str, said: Written, asking: Asking) -> Looked:
        """Return everything there is to say. Reads the case, and at most once what was said to others.

        Raises NoSuchCase, Unavailable, and NotTaken (no_such_message).
        """
        case = await read(self._cases, case_id, asking)
        if said.answers is not None and case.message(said.answers) is None:
            raise NotTaken("no_such_message", "the message that this is to answer is not on the case")
        return self._judge(case, said, asking.agent, told=await self._told(case, said.text, asking.agent))

    async def before(self, case_id: str, said: Written, asking: Asking) -> Callable[[Case], Needed | None]:
        """Return what judges the answer on the case as it is when it is queued, without asking anybody anything.

        That raises NotTaken (blocked_by_checks) with the findings. This raises NoSuchCase and Unavailable.
        """
        case = await read(self._cases, case_id, asking)
        told = await self._told(case, said.text, asking.agent)

        def judge(case: Case) -> Needed | None:
            looked = self._judge(case, said, asking.agent, told=told)
            refuse_blocked(looked.findings)
            return looked.needed

        return judge

    def needed(self, case: Case, *, answers: str, author: str) -> Needed | None:
        """Return what an answer needs before it may go out, as the case is."""
        return self._approvals.needed(case, answers=answers, author=author)

    async def queued(self, case: Case, text: str, *, author: str) -> None:
        """Take note of what the customer is told."""
        await self._sayings.note(case, text, author=self._name(author))

    async def _told(self, case: Case, text: str, author: str) -> int:
        checks = self._rules().checks(case.brand)
        return await self._sayings.told(case, text, author=self._name(author), checks=checks)

    def _judge(self, case: Case, said: Written, author: str, *, told: int) -> Looked:
        checks = self._rules().checks(case.brand)
        message = case.last_message if said.answers is None else case.message(said.answers)
        look = Look(
            text=said.text,
            is_private=said.private or (message is not None and message.visibility not in _READ_BY_MANY),
            answered=_answered(message),
            told=told,
            many=checks.sent_to_many,
        )
        length = self._length(case, message, said)
        found = () if not said.text.strip() else (*_about(length), *remarks(look))
        needed = None if message is None else self.needed(case, answers=message.id, author=author)
        return Looked(findings=judged(found, checks), length=length, needed=needed)

    def _length(self, case: Case, message: Message | None, said: Written) -> Length | None:
        account = self._accounts.account(case.account_id)
        try:
            return None if account is None else measure(account, message, said.text, said.private)
        except Unpostable:
            return None


def refuse_blocked(findings: tuple[Finding, ...]) -> None:
    """Raise NotTaken (blocked_by_checks), with all findings, where one of them blocks."""
    blocking = [one for one in findings if one.level is Level.BLOCK]
    if blocking:
        told = [asdict(one) for one in findings]
        raise NotTaken("blocked_by_checks", "; ".join(one.what for one in blocking), findings=told)


def _answered(message: Message | None) -> Answered | None:
    if message is None:
        return None
    return Answered(
        intent=message.intent, sentiment=message.sentiment, severity=message.severity, language=message.language
    )


def _about(length: Length | None) -> tuple[Remark, ...]:
    if length is None:
        return ()
    remark = too_long(used=length.used, limit=length.limit, unit=length.unit, parts=length.parts, most_parts=MOST_PARTS)
    return () if remark is None else (remark,)
