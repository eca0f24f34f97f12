"""A desk over cases in memory, and who asks at it."""

from dataclasses import dataclass
from datetime import timedelta

from services.respond.domain.scope import Scope
from services.respond.handlers.answer import Answers, Draft, Freeze
from services.respond.handlers.change import Asking
from services.respond.handlers.desk import Desk
from services.respond.networks.freeze import FrozenPost
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.directory.model import Account
from tests.builders import NOON
from tests.fakes.cases import InMemoryCases

MIRA = Asking(agent="mira", scope=Scope())
JORIS = Asking(agent="joris", scope=Scope())
QUINN = Asking(agent="quinn", scope=Scope(frozenset({"quay"})))


@dataclass
class Accounts:
    """Our account on the town square, or none."""

    armed: bool = True
    is_there: bool = True

    def account(self, account_id: str) -> Account | None:
        """Return it."""
        if not self.is_there:
            return None
        return Account.model_validate(
            {
                "id": account_id,
                "brand": "discus",
                "network": "mastodon",
                "base_url": "http://square.example",
                "token": "not-a-secret-at-all",
                "armed": self.armed,
            }
        )


def a_desk(*cases: Case) -> tuple[Desk, InMemoryCases]:
    """Return a desk, and where its cases are kept."""
    kept = InMemoryCases(*cases)
    return Desk(cases=kept, clock=lambda: NOON), kept


def one_post(account: Account, parent: Message, text: str, *, private: bool) -> tuple[FrozenPost, ...]:
    """Freeze an answer to something that a test can read."""
    circle = "|private" if private else ""
    return (FrozenPost(text=text, body=f"{account.id}|{parent.id}|{text}{circle}"),)


def answers_to(
    *cases: Case, accounts: Accounts | None = None, freeze: Freeze | None = None, undo: timedelta = timedelta()
) -> tuple[Answers, InMemoryCases]:
    """Return what queues answers, and where the cases are kept. Ids count: r-1, r-2."""
    kept = InMemoryCases(*cases)
    count = iter(range(1, 99))
    answers = Answers(
        cases=kept,
        accounts=accounts or Accounts(),
        freeze=freeze or one_post,
        clock=lambda: NOON,
        ids=lambda prefix: f"{prefix}-{next(count)}",
        undo=undo,
    )
    return answers, kept


def a_draft(case: Case, **fields: str | None) -> Draft:
    """An answer to the newest message, by somebody who has seen it."""
    newest = case.last_message
    assert newest is not None
    given: dict[str, str | None] = {"text": "It comes tomorrow.", "answers": newest.id, "seen": newest.id, **fields}
    return Draft(**given)  # type: ignore[arg-type]  # text, answers and seen are never None here
