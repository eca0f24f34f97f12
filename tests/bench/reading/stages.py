"""Where the time of a post goes: a stopwatch around each stage of the classifier, as it runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from time import thread_time
from typing import Any, Final

from services.classify.domain.phrases import Phrasebook
from services.classify.model import fast
from services.classify.model.language import Languages
from services.classify.model.linear import Linear

REST: Final = "rest"
STAGES: Final[tuple[tuple[str, Any, str], ...]] = (
    ("read", fast, "read"),
    ("language", Languages, "find"),
    ("phrases", Phrasebook, "find"),
    ("hints", fast, "hints"),
    ("linear", Linear, "weigh"),
    ("judge", fast, "judge"),
    ("evidence", fast, "evidence"),
    ("personal", fast, "personal"),
    ("verdict", fast, "verdict"),
)
"""The name of a stage, and where its function is looked up."""


class Stopwatch:
    """Seconds of CPU time by stage. What one stage spends inside another is the inner one's alone."""

    def __init__(self, clock: Callable[[], float] = thread_time) -> None:
        self.spent: dict[str, float] = {}
        self._clock = clock
        self._stage = REST
        self._since = clock()

    def switch(self, stage: str) -> str:
        """Let the time run for a stage from now on; return the one for which it ran."""
        now, before = self._clock(), self._stage
        self.spent[before] = self.spent.get(before, 0.0) + now - self._since
        self._stage, self._since = stage, now
        return before

    def around(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that does the same, timed."""

        @wraps(function)
        def timed(*given: Any, **named: Any) -> Any:
            before = self.switch(stage)
            try:
                return function(*given, **named)
            finally:
                self.switch(before)

        return timed


@contextmanager
def stopwatch() -> Iterator[Stopwatch]:
    """Give the time by stage of all that is classified in the `with`. Two looks per call cost about 1 us."""
    watch = Stopwatch()
    plain = [(place, name, getattr(place, name)) for _, place, name in STAGES]
    for stage, place, name in STAGES:
        setattr(place, name, watch.around(stage, getattr(place, name)))
    watch.switch(REST)
    watch.spent.clear()
    try:
        yield watch
        watch.switch(REST)
    finally:
        for place, name, function in plain:
            setattr(place, name, function)
