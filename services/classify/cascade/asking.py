"""Second opinions on a batch: the least sure posts first, a few at a time, and no longer than a batch may wait."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol

import structlog

from services.classify.cascade.breaker import Breaker
from services.classify.cascade.budget import Budget
from services.classify.cascade.endpoint import Failed
from services.classify.cascade.memory import Memory
from services.classify.cascade.numbers import ASKED, NOT_ASKED, SECONDS
from services.classify.cascade.redaction import redacted
from services.classify.domain.policy import Policy
from services.classify.domain.second_opinion import Doubt, SecondOpinion, merged, unsure
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention, MentionKind
from shared.runtime.clock import Clock

log = structlog.get_logger()

_WITH_WORDS: Final = frozenset({MentionKind.CREATED, MentionKind.EDITED})

_FAIR: Final = 0.5
"""An answer that had less than this part of a batch's time is late by our doing: it says nothing of the endpoint."""

Outcome = Literal["given", "unusable", "refused", "broken", "late"]


class Judge(Protocol):
    """Who is asked."""

    def question(self, post: str, language: str) -> bytes:
        """Return what would be sent for a redacted post."""
        ...

    async def ask(self, body: bytes, post: str) -> SecondOpinion:
        """Return an opinion. Raises Failed."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """`seconds`: how long a batch waits, all its questions together. `at_once`: questions under way at a time."""

    seconds: float = 3.0
    at_once: int = 8


@dataclass(frozen=True, slots=True)
class _Unsure:
    """A post to ask about, by its place in the batch."""

    place: int
    mention: Mention
    first: Classification
    policy: Policy


class Cascade:
    """Asks about unsure posts of brands that want it."""

    def __init__(
        self,
        *,
        judge: Judge,
        policy_of: Callable[[str], Policy],
        doubt: Doubt,
        budget: Budget,
        breaker: Breaker,
        clock: Clock,
        patience: Patience,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`policy_of`: a brand's settings, by its id."""
        self._judge = judge
        self._policy_of = policy_of
        self._doubt = doubt
        self._budget = budget
        self._breaker = breaker
        self._clock = clock
        self._patience = patience
        self._monotonic = monotonic
        self._memory = Memory()

    async def __call__(self, mentions: Sequence[Mention], first: Sequence[Classification]) -> list[Classification]:
        """Return the classifications, in order; those that got a second opinion with it merged in.

        Comes back within `Patience.seconds`, and raises nothing that a post, the endpoint or the network can cause.
        """
        found = list(first)
        self._budget.saw(sum(mention.kind in _WITH_WORDS for mention in mentions))
        waiting = self._least_sure_first(mentions, first)
        if not waiting:
            return found
        queue = iter(waiting)
        deadline = asyncio.get_running_loop().time() + self._patience.seconds
        with SECONDS.time():
            async with asyncio.TaskGroup() as group:
                for _ in range(min(self._patience.at_once, len(waiting))):
                    group.create_task(self._work(queue, found, deadline))
        return found

    def _least_sure_first(self, mentions: Sequence[Mention], first: Sequence[Classification]) -> list[_Unsure]:
        ranked: list[tuple[float, _Unsure]] = []
        for place, (mention, one) in enumerate(zip(mentions, first, strict=True)):
            policy = self._policy_of(mention.brand)
            if policy.second_opinion and mention.kind in _WITH_WORDS:
                doubt = unsure(one, policy, self._doubt)
                if doubt > 0.0:
                    ranked.append((doubt, _Unsure(place, mention, one, policy)))
        ranked.sort(key=lambda pair: -pair[0])
        return [one for _, one in ranked]

    async def _work(self, queue: Iterator[_Unsure], found: list[Classification], deadline: float) -> None:
        for one in queue:
            try:
                second = await self._opinion(one, deadline)
                if second is not None:
                    found[one.place] = merged(one.first, second, one.policy, self._doubt)
            except Exception as bug:  # a fault of ours here must not cost the mention its classification
                log.error("second opinion failed", error=type(bug).__name__)

    async def _opinion(self, one: _Unsure, deadline: float) -> SecondOpinion | None:
        await asyncio.sleep(0)  # what is not asked about must not add up to a long turn of the loop
        why_not = self._why_not(0, deadline)
        if why_not is None:
            post = redacted(one.mention, one.first.personal)
            body = self._judge.question(post, one.first.language)
            known = self._memory.recall(body)
            if known is not None:
                ASKED.labels("remembered").inc()
                return known
            why_not = self._why_not(len(body), deadline) if post else "empty"
            if why_not is None and self._breaker.admits(self._monotonic()):
                return await self._asked(body, post, deadline)
        NOT_ASKED.labels(why_not or "resting").inc()
        return None

    def _why_not(self, characters: int, deadline: float) -> str | None:
        if asyncio.get_running_loop().time() >= deadline:
            return "late"
        if self._breaker.rests(self._monotonic()):
            return "resting"
        return self._budget.exceeded(characters, self._clock())

    async def _asked(self, body: bytes, post: str, deadline: float) -> SecondOpinion | None:
        self._budget.take(len(body), self._clock())
        had = deadline - asyncio.get_running_loop().time()
        outcome: Outcome = "broken"
        rest: float | None = None
        second: SecondOpinion | None = None
        try:
            async with asyncio.timeout_at(deadline):
                second = await self._judge.ask(body, post)
            outcome = "given"
            self._memory.keep(body, second)
        except TimeoutError:
            outcome = "late"
        except Failed as failure:
            outcome, rest = failure.outcome, failure.rest
        finally:
            # Also when we are cancelled: the breaker would wait for this one for ever.
            ASKED.labels(outcome).inc()
            if outcome == "given":
                self._breaker.succeeded()
            elif outcome == "late" and had < _FAIR * self._patience.seconds:
                self._breaker.cut_short(self._monotonic())
            else:
                self._breaker.failed(self._monotonic(), rest=rest)
        return second
