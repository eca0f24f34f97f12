"""One question to an OpenAI-compatible endpoint: posted, its answer read up to a bound, nothing followed anywhere."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final, Literal

import httpx2

from services.classify.cascade.answer import NoOpinion, opinion_of
from services.classify.cascade.prompt import question, ref_of
from services.classify.domain.second_opinion import SecondOpinion
from shared.runtime.clock import Clock

READ_BYTES: Final = 65_536
"""Longer answers are none of ours: the labels take a few hundred bytes."""

Failure = Literal["unusable", "refused", "broken"]


class Failed(Exception):
    """No opinion came. `rest`: for how many seconds the endpoint asked to be left alone, if it did."""

    def __init__(self, outcome: Failure, why: str, *, rest: float | None = None) -> None:
        super().__init__(why)
        self.outcome: Final = outcome
        self.rest: Final = rest


class Endpoint:
    """Asks. The caller sees to the time-out, and owns the client."""

    def __init__(self, *, http: httpx2.AsyncClient, url: str, model: str, key: str | None, clock: Clock) -> None:
        self._http = http
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._model = model
        self._clock = clock
        self._headers = {"content-type": "application/json", "accept-encoding": "identity", "user-agent": "Earshot"}
        if key:
            self._headers["authorization"] = f"Bearer {key}"

    def question(self, post: str, language: str) -> bytes:
        """Return what `ask` would send for a redacted post."""
        return question(self._model, post, language)

    async def ask(self, body: bytes, post: str) -> SecondOpinion:
        """Return the opinion on a post whose question is `body`. Raises Failed, with nothing of either text in it."""
        try:
            async with self._http.stream("POST", self._url, content=body, headers=self._headers) as response:
                if response.status_code != 200:
                    wait = _seconds(response.headers.get("retry-after"), self._clock())
                    raise Failed("refused", f"it answers {response.status_code}", rest=wait)
                answer = await _bounded(response)
        except httpx2.HTTPError as failure:
            raise Failed("broken", type(failure).__name__) from None
        except (httpx2.InvalidURL, OSError) as failure:
            raise Failed("broken", type(failure).__name__) from None
        try:
            return opinion_of(answer, ref=ref_of(post), by=self._model)
        except NoOpinion as why:
            raise Failed("unusable", str(why)) from None


async def _bounded(response: httpx2.Response) -> bytes:
    body = bytearray()
    async for part in response.aiter_raw():
        body += part
        if len(body) > READ_BYTES:
            raise Failed("unusable", "too long")
    return bytes(body)


def _seconds(retry_after: str | None, now: datetime) -> float | None:
    """What a Retry-After header asks for, seconds or a date; None where it says nothing."""
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdecimal() and len(text) <= 9:
        return float(text)
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return max((at if at.tzinfo else at.replace(tzinfo=UTC)) - now, timedelta()).total_seconds()
