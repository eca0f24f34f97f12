"""Posts per second."""

import asyncio


class Pace:
    """Gives every batch its turn, so that never more than `rate` posts a second go out. None: at once."""

    def __init__(self, rate: float | None) -> None:
        self._rate = rate
        self._next = 0.0

    async def turn(self, posts: int) -> None:
        """Returns when so many posts may go. After a hold-up it goes on at the same pace, and does not catch up."""
        if self._rate is None:
            return
        now = asyncio.get_running_loop().time()
        mine = max(now, self._next)
        self._next = mine + posts / self._rate
        await asyncio.sleep(mine - now)
