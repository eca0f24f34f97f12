"""Service levels and live cases for tests that change the one under the other."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from shared.case.keeping import Step
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.case.state.policy import Book
from shared.levels.book import DispatchRules, Levels
from tests.builders import a_book, a_case, a_message

RULES = DispatchRules(offline_after=timedelta(minutes=2), silence_after=None, weights={}, reach_raises_from=None)
HOURS = 3600


def levels_with(book: Book) -> Levels:
    """Levels with this book; the digest is the book's."""
    return Levels(book=book, rules=RULES, digest=str(hash(repr(book))))


def due_after(hours: int, **terms: Any) -> Book:
    """A first answer is owed within that many hours."""
    return a_book(first_response=hours * HOURS, **terms)


def cases_of(*authors: str, book: Book) -> list[Case]:
    """A case of each of these, opened under these levels."""
    return [a_case(message=a_message(f"post-{author}"), author=author, book=book) for author in authors]


async def opened(database: Any, cases: Iterable[Case]) -> None:
    """Have these cases in the database."""
    assert await CaseStore(database).save([Step(before=None, after=case) for case in cases])
