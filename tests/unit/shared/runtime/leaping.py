"""An event loop whose time leaps to the next timer instead of passing: waits are exact and cost nothing."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Leaping(selectors.DefaultSelector):
    """Nothing comes from outside, so whoever would wait for a time is at that time already."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("waits for ever: there is no timer to leap to")
        self.now += max(timeout, 0.0)
        return super().select(0)


def leap(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in which `loop.time()` begins at 0 and moves only where everything waits."""

    def loop() -> asyncio.AbstractEventLoop:
        selector = _Leaping()
        made = asyncio.SelectorEventLoop(selector)
        made.time = lambda: selector.now  # type: ignore[method-assign]
        return made

    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(main)


def now() -> float:
    """Return the seconds since the loop began."""
    return asyncio.get_running_loop().time()
