"""No text is slow to look through: the work is counted in steps, and grows with the text and not with its square."""

import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from services.respond.domain import checks
from services.respond.domain.checks.look import Answered, Look, remarks
from services.respond.domain.checks.sent_to_many import fingerprint

MODULES = sorted(path.stem for path in Path(next(iter(checks.__path__))).glob("*.py") if path.stem != "__init__")
SIZE = 10_000
NASTY = {
    "letters": "a",
    "digits": "1",
    "groups of digits": "12 ",
    "phone-like": "06 ",
    "card-like": "4111 ",
    "iban-like": "NL91 ",
    "dates": "1-1-26-",
    "at signs": "@",
    "addresses that never end": "a.b-c@",
    "dots": ".",
    "dots and letters": "a.",
    "beginnings of phrases": "as I have already ",
    "promises": "we as soon as ",
    "cues": "order number ",
    "called numbers": "phone 1 ",
    "hashes": "#12345",
    "marks": "!",
    "capitals": "AB ",
    "long capitals": "ABCD ",
    "accents": "e\u0301",
    "marks alone": "\u0301",
    "hidden": "\u200b",
    "ligatures": "\ufdfa",
    "new lines": "\n",
    "spaces": " ",
    "apostrophes": "l'",
    "one in": "one in ",
    "we sent": "we sent ",
}
_ANSWERED = Answered(intent="delivery", sentiment="negative")


def look(text: str) -> None:
    remarks(Look(text=text, answered=_ANSWERED))
    fingerprint(text, names=["joe", text[:100]])


def steps(work: Callable[[], None]) -> int:
    """Return how many lines of the checks are carried out by the work."""
    count = 0
    ours: set[CodeType] = set()

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal count
        if event == "call" and "/checks/" not in frame.f_code.co_filename:
            return None
        ours.add(frame.f_code)
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY.keys())
def test_ten_times_the_text_is_at_most_about_ten_times_the_work(piece: str) -> None:
    tenth, whole = ((piece * SIZE)[:size] for size in (SIZE // 10, SIZE))
    counted = steps(lambda: look(tenth)), steps(lambda: look(whole))

    assert counted[1] <= 11 * counted[0] + 1_000
    assert counted[1] <= 400 * SIZE


def patterns() -> Iterator[str]:
    for name in MODULES:
        for value in vars(import_module(f"{checks.__name__}.{name}")).values():
            if isinstance(value, re.Pattern):
                yield value.pattern


@pytest.mark.parametrize("pattern", sorted(set(patterns())))
def test_no_pattern_can_go_back_without_bound(pattern: str) -> None:
    """What may repeat for ever is a single class, and nothing follows it that could ask for a part of it back."""
    bare = re.sub(r"\\.|\[[^\]]*\]", "x", pattern)

    assert re.search(r"\)[*+]|,\}", bare) is None
    for branch in bare.split("|"):
        assert re.search(r"[*+].", branch.replace("(?", "(")) is None, branch
