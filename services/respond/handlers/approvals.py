"""Who needs a second person, and who may be that person, by the rules as they are now."""

from collections.abc import Callable
from typing import Protocol

from services.respond.domain.approval import Needed, needed
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from shared.directory.profile import Profile
from shared.levels.answers import AnswerRules


class People(Protocol):
    """Who works here, in memory."""

    def get(self, agent_id: str) -> Profile | None: ...

    def name(self, agent_id: str) -> str: ...


class Approvals:
    """Judges a case as it is: call it with the one that is about to be changed, never with one read before."""

    def __init__(self, *, rules: Callable[[], AnswerRules], people: People) -> None:
        self._rules = rules
        self._people = people

    def needed(self, case: Case, *, answers: str, author: str) -> Needed | None:
        """Return what this author's answer to this message needs; None: it may go out by itself."""
        return needed(self._rules().approvals, case, answers, self._people.get(author))

    def demand(self, case: Case, reply_id: str, *, approver: str) -> None:
        """Raise Refused (not_certified) where an answer that waits asks more of its approver than they have."""
        reply = case.reply(reply_id)
        if reply is None or reply.status is not ReplyStatus.AWAITING_APPROVAL or reply.author == approver:
            return
        asked = self.needed(case, answers=reply.answers, author=reply.author)
        lacking = () if asked is None else asked.lacking(self._people.get(approver))
        if asked is not None and lacking:
            raise Refused(
                "not_certified",
                f"{asked.why}: whoever approves this has to have {', '.join(lacking)}; ask somebody who does",
                lacking=list(lacking),
            )
