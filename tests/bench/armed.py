"""Cases whose clocks are armed, opened as route opens them: their next move is a warning, or else a breach."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from services.route.domain.changes import changed
from services.route.domain.translate import Ground
from shared.case.apply import apply_all
from shared.case.commands import Assign, Command, Tick
from shared.case.decide import decide
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove
from shared.case.state.policy import SEVERITIES, Book
from shared.contracts.classification import Classification, MentionClassified, Sentiment, Severity
from tests.bench.mentions import Draft, as_mention, drafts

LEVELS: Final = Path(__file__).with_name("armed.yaml")
"""The service levels of these cases; a clock process that is to keep their deadlines has to have them too."""
NAME: Final = "@@@@@@@@"
"""What stands in customers' and posts' ids where a copy has its own name, which is as long."""

_WRITTEN: Final = datetime(2026, 1, 1, tzinfo=UTC)


def armed_cases(book: Book, *, move: ClockMove, count: int = 24) -> list[Case]:
    """Return unanswered cases of different customers, a third of them without an owner. `move`: what is next."""
    posts = drafts(count, run=NAME, at=_WRITTEN, all_strangers=True)
    return [_armed(post, number, book, move) for number, post in enumerate(posts)]


def _armed(post: Draft, number: int, book: Book, move: ClockMove) -> Case:
    fact = _understood(post, severity=SEVERITIES[number % len(SEVERITIES)])
    now = fact.classified_at + timedelta(milliseconds=50)
    [case] = changed(None, (), [fact], Ground(book=book), now=now).cases
    if number % 3:
        case = _after(case, Assign(agent=f"agent-{number}", by="dispatch"), now=now + timedelta(seconds=1))
    if case.clock_due_at is None:
        raise ValueError(f"no clock is armed: give every case a target in {LEVELS.name}")
    if move is ClockMove.BREACH:
        case = _after(case, Tick(book=book), now=case.clock_due_at + timedelta(milliseconds=100))
    return case


def _understood(post: Draft, *, severity: str) -> MentionClassified:
    mention = as_mention(post)
    received = mention.occurred_at + timedelta(seconds=1)
    return MentionClassified(
        mention=mention.model_copy(update={"received_at": received}),
        classification=Classification(
            language=(mention.lang.declared or ("und",))[0],
            language_confidence=0.9,
            sentiment=Sentiment.NEGATIVE,
            sentiment_confidence=0.8,
            intent="delivery",
            intent_confidence=0.8,
            severity=Severity(severity),
            needs_answer=True,
            needs_answer_confidence=0.8,
            model="bench",
        ),
        classified_at=received,
    )


def _after(case: Case, command: Command, *, now: datetime) -> Case:
    return apply_all(case, decide(case, command, now=now), now=now)
