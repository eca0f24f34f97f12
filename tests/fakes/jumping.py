"""An event loop whose time stands still while there is anything to do, and jumps to the next timer when there is not.

So a test measures how long code waits, to the very second, without waiting. For code without sockets: it looks at none.
"""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Jumping(selectors.DefaultSelector):
    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise RuntimeError("everything waits, and no timer will ever wake it")
        found: list[tuple[selectors.SelectorKey, int]] = super().select(0)
        if not found:
            self.now += max(timeout, 0.0)
        return found


class JumpingLoop(asyncio.SelectorEventLoop):
    """Its time is the selector's."""

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Seconds since the loop was made."""
        return self._jumping.now


def jump_through(main: Coroutine[Any, Any, T]) -> tuple[T, float]:
    """Run to the end; return what came of it, and how many seconds it would have taken."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        result = runner.run(main)
        return result, runner.get_loop().time()
