"""What just happened, told to everyone who listens: a bounded window for those who reconnect, a bounded queue each."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from prometheus_client import Counter, Gauge

from services.respond.live.told import Ears, Told

_KNOWN_CASES: Final = 50_000
_KNOWN_NOTICES: Final = 50_000

_listening = Gauge("earshot_live_listeners", "Open live streams")
_told = Counter("earshot_live_events_total", "Live events told", ["kind"])
_cut_off = Counter("earshot_live_cut_off_total", "Listeners cut off because they did not keep up")


class Listener:
    """One who listens. `next` gives None at the end: told to go, or cut off for not keeping up."""

    def __init__(self, ears: Ears, *, backlog: int) -> None:
        self._ears = ears
        self._waiting: asyncio.Queue[Told | None] = asyncio.Queue(backlog + 1)
        self._backlog = backlog
        self.has_ended = False

    async def next(self) -> Told | None:
        """Return the next event as soon as there is one."""
        if self.has_ended and self._waiting.empty():
            return None
        return await self._waiting.get()

    def take(self, event: Told) -> bool:
        """Queue an event for this listener if it is any of theirs. False: the backlog is full, so they are cut off."""
        if self.has_ended or not self._ears.are_meant_by(event):
            return True
        if self._waiting.qsize() >= self._backlog:
            self.end()
            return False
        self._waiting.put_nowait(event)
        return True

    def end(self) -> None:
        """Let them have what is queued, then nothing more."""
        if not self.has_ended:
            self.has_ended = True
            self._waiting.put_nowait(None)


class Broadcast:
    """Tells events in order. All calls come from one event loop."""

    def __init__(self, *, boot: str, window: int, backlog: int = 256) -> None:
        """`boot` names this life of this instance; `window` and `backlog` count events."""
        self._boot = boot
        self._number = 0
        self._window: deque[Told] = deque(maxlen=window)
        self._backlog = backlog
        self._listeners: set[Listener] = set()
        self._versions: OrderedDict[str, int] = OrderedDict()
        self._notices: OrderedDict[tuple[str, str, str | None, str], None] = OrderedDict()

    def tell_case(self, case_id: str, version: int, *, brand: str, data: str) -> None:
        """Tell a version of a case, unless that version or a later one was told already."""
        if self._versions.get(case_id, 0) >= version:
            return
        self._versions[case_id] = version
        self._versions.move_to_end(case_id)
        if len(self._versions) > _KNOWN_CASES:
            self._versions.popitem(last=False)
        self.tell("case", brand=brand, data=data)

    def tell_notice(self, case_id: str, about: str, at: str, *, to: str | None, brand: str, data: str) -> None:
        """Tell an agent, or the supervisors who see the brand, unless they were told of it already.

        A notice stands in each announcement until one of them is known to have arrived.
        """
        key = (case_id, about, to, at)
        if key in self._notices:
            return
        self._notices[key] = None
        if len(self._notices) > _KNOWN_NOTICES:
            self._notices.popitem(last=False)
        self._tell("notice", brand=brand, data=data, to=to, for_supervisors=to is None)

    def tell(self, kind: str, *, brand: str | None, data: str) -> None:
        """Tell everyone who sees that brand; without a brand, everyone."""
        self._tell(kind, brand=brand, data=data)

    def _tell(
        self, kind: str, *, brand: str | None, data: str, to: str | None = None, for_supervisors: bool = False
    ) -> None:
        self._number += 1
        event = Told(
            id=f"{self._boot}-{self._number}",
            kind=kind,
            brand=brand,
            data=data,
            to=to,
            for_supervisors=for_supervisors,
        )
        self._window.append(event)
        _told.labels(kind).inc()
        for listener in self._listeners:
            if not listener.take(event):
                _cut_off.inc()

    def tell_reset(self) -> None:
        """Tell everyone that events were missed, so that they look for themselves."""
        self._window.clear()
        self.tell("reset", brand=None, data="{}")

    @contextmanager
    def listening(self, ears: Ears, *, last_id: str | None) -> Iterator[Listener]:
        """Give a listener that hears what came after `last_id`; a `reset` where that is no longer known."""
        missed = self._since(last_id)
        backlog = max(self._backlog, len(missed or ()) + 1)
        listener = Listener(ears, backlog=backlog)
        if missed is None:
            listener.take(Told(id=self.newest_id, kind="reset", brand=None, data="{}"))
        else:
            listener.take(Told(id=last_id or self.newest_id, kind="hello", brand=None, data="{}"))
            for event in missed:
                listener.take(event)
        self._listeners.add(listener)
        _listening.inc()
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
            _listening.dec()

    async def run(self, stop: asyncio.Event) -> None:
        """When told to stop, let all listeners go, so that the server need not wait for them."""
        await stop.wait()
        for listener in self._listeners:
            listener.end()

    @property
    def newest_id(self) -> str:
        """The id of the last event told."""
        return f"{self._boot}-{self._number}"

    def _since(self, last_id: str | None) -> list[Told] | None:
        if last_id is None:
            return []
        boot, _, number = last_id.rpartition("-")
        if boot != self._boot or not number.isdecimal() or len(number) > 15:
            return None
        missed = self._number - int(number)
        if not 0 <= missed <= len(self._window):
            return None
        return list(self._window)[len(self._window) - missed :]
