"""Makes what asks for second opinions."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx2

from services.classify.cascade.asking import Cascade, Patience
from services.classify.cascade.breaker import Breaker
from services.classify.cascade.budget import Budget, Limits
from services.classify.cascade.endpoint import Endpoint
from services.classify.domain.policy import Policy
from services.classify.domain.second_opinion import Doubt
from services.classify.settings import LaneSettings
from shared.runtime.clock import system_clock


@asynccontextmanager
async def make_cascade(
    settings: LaneSettings, policy_of: Callable[[str], Policy], *, answer_at: float
) -> AsyncIterator[Cascade | None]:
    """Give it, or None where no endpoint is set. `answer_at`: the model's threshold for the need of an answer, 0..1."""
    if settings.second_opinion_url is None or settings.second_opinion_model is None:
        yield None
        return
    # It goes where it is told and nowhere else: no proxy, no redirect.
    http = httpx2.AsyncClient(
        timeout=settings.second_opinion_seconds,
        limits=httpx2.Limits(max_connections=settings.second_opinion_at_once),
        follow_redirects=False,
        trust_env=False,
    )
    key = settings.second_opinion_key
    async with http:
        yield Cascade(
            judge=Endpoint(
                http=http,
                url=settings.second_opinion_url,
                model=settings.second_opinion_model,
                key=None if key is None else key.get_secret_value(),
                clock=system_clock,
            ),
            policy_of=policy_of,
            doubt=Doubt(
                intent_below=settings.second_opinion_intent_below,
                sentiment_below=settings.second_opinion_sentiment_below,
                answer_at=answer_at,
                answer_within=settings.second_opinion_answer_within,
            ),
            budget=Budget(
                Limits(
                    share=settings.second_opinion_share,
                    calls_per_minute=settings.second_opinion_calls_per_minute,
                    characters_per_day=settings.second_opinion_characters_per_day,
                )
            ),
            breaker=Breaker(),
            clock=system_clock,
            patience=Patience(seconds=settings.second_opinion_seconds, at_once=settings.second_opinion_at_once),
        )
