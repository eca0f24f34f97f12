"""MongoDB's time, so that all workers judge deadlines by one clock, and none by a wrong one of its own."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bson.codec_options import CodecOptions

from shared.mongo.available import available
from shared.runtime.errors import Unavailable

_AWARE: Final[CodecOptions[dict[str, Any]]] = CodecOptions(tz_aware=True, tzinfo=UTC)
_REMEMBERED: Final = 8
_MILLISECOND: Final = timedelta(milliseconds=1)


class ServerTime:
    """A Clock that shows MongoDB's time between measurements; measure before the first look, then every few seconds.

    It adds what was measured to this machine's steady counter and not to its clock, which can be set while we run: a
    deadline would pass at that moment, and not at its own.
    """

    def __init__(self, database: Any, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        """`monotonic`: seconds."""
        self._admin = database.client.admin
        self._monotonic = monotonic
        self._samples: list[Sample] = []
        self._zero: datetime | None = None

    async def measure(self) -> None:
        """Ask the primary for its time: one round trip. Raises Unavailable; then the last measurements go on."""
        sent = self._monotonic()
        with available():
            answer = await self._admin.command("hello", codec_options=_AWARE)
        sample = Sample(sent=sent, received=self._monotonic(), server=answer["localTime"])
        self._samples = [sample, *agreeing(self._samples, sample)][:_REMEMBERED]
        self._zero = min(self._samples, key=lambda sample: sample.doubt).zero

    def __call__(self) -> datetime:
        """Return MongoDB's time: aware, UTC, cut to the millisecond. Raises Unavailable before the first measurement.

        It is wrong by no more than half of the shortest round trip among the last few, and a millisecond.
        """
        if self._zero is None:
            raise Unavailable("MongoDB's time is not known yet: measure it first")
        now = self._zero + timedelta(seconds=self._monotonic())
        return now.replace(microsecond=now.microsecond // 1000 * 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One answer: the server's time was `server` at some moment from `sent` to `received`, seconds of the counter."""

    sent: float
    received: float
    server: datetime

    @property
    def zero(self) -> datetime:
        """Return the server's time when the counter stood at 0, if the moment was halfway."""
        return self.server - timedelta(seconds=(self.sent + self.received) / 2)

    @property
    def doubt(self) -> timedelta:
        """Return how far `zero` may be wrong: half the round trip, and what the server cuts off."""
        return timedelta(seconds=(self.received - self.sent) / 2) + _MILLISECOND


def agreeing(earlier: Sequence[Sample], newest: Sample) -> list[Sample]:
    """Return those of the earlier samples that can be true together with the newest one.

    The others are from before somebody set the server's clock, before another server became primary, or before this
    machine slept; or they are so old that the two clocks have drifted apart. However short their round trip was.
    """
    return [sample for sample in earlier if abs(sample.zero - newest.zero) <= sample.doubt + newest.doubt]
