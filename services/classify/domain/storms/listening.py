"""Puts what a brand's customers say in order before it is counted.

Posts wait until nothing earlier is to be expected: until a post came that is younger by the lateness, or, when it is
quiet, until the lateness has passed on this machine's clock. So the clock decides when a post is counted, never what
comes of it. A post that comes later still counts at once, in its own time.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rules import MINUTE, QUICK, StormRules
from shared.contracts.storm import StormChanged

_SLACK = 30 * MINUTE
_AT_ONCE = 1_000
"""Posts that are counted in one go. The rest waits for the next call, so that one brand's flood stops nobody else."""


class Listening:
    """One brand's detector, the posts that wait for their turn, and which ids were heard already."""

    def __init__(self, detector: Detector) -> None:
        self.detector = detector
        self.waiting: list[Post] = []
        self._due: dict[str, int] = {}
        self._heard: dict[str, int] = {}
        self._forgotten = 0

    @property
    def brand(self) -> str:
        """Whose customers these are."""
        return self.detector.brand

    @property
    def kept_from(self) -> int:
        """What was said up to this instant counts no more, and need not be remembered."""
        return kept_from(self.detector.cursor[0], self.detector.rules)

    def hear(self, posts: Sequence[Post], *, heard_at: int) -> list[StormChanged]:
        """Return what these posts make happen; those heard before change nothing. `heard_at`: this machine's time."""
        facts: list[StormChanged] = []
        lateness = self.detector.rules.lateness_ms
        for post in posts:
            if post.id in self._heard or post.at <= self.kept_from:
                continue
            self._heard[post.id] = post.at
            if (post.at, post.id) <= self.detector.cursor:
                facts += self.detector.count(post)
                continue
            insort(self.waiting, post)
            # A backlog or a replay is old when it comes: then the wait begins with its coming.
            self._due[post.id] = (post.at if heard_at <= post.at + lateness else heard_at) + lateness
        if self.waiting:
            facts += self._count_until(self.waiting[-1].at - lateness)
        return facts

    def pass_time(self, now: int) -> list[StormChanged]:
        """Return what happens because the posts up to the last that is due have waited long enough."""
        due = [post.at for post in self.waiting if self._due[post.id] <= now]
        return self._count_until(max(due)) if due else []

    def remembered(self, posts: Iterable[Post], *, heard_at: int) -> None:
        """Take in, in any order and however often, the posts that were heard before everything was written down."""
        cursor = self.detector.cursor
        known = sorted({post.id: post for post in posts if post.at > self.kept_from}.values())
        self._heard = {post.id: post.at for post in known}
        self.detector.recall(post for post in known if (post.at, post.id) <= cursor)
        self.waiting = [post for post in known if (post.at, post.id) > cursor]
        self._due = {post.id: heard_at + self.detector.rules.lateness_ms for post in self.waiting}

    def _count_until(self, until: int) -> list[StormChanged]:
        place = min(_AT_ONCE, bisect_right(self.waiting, until, key=lambda post: post.at))
        ready = self.waiting[:place]
        del self.waiting[:place]
        facts: list[StormChanged] = []
        for post in ready:
            facts += self.detector.count(post)
            del self._due[post.id]
        if self.kept_from > self._forgotten + QUICK:
            self._forgotten = self.kept_from
            self._heard = {known: at for known, at in self._heard.items() if at > self._forgotten}
        return facts


def kept_from(cursor: int, rules: StormRules) -> int:
    """Return up to when posts need not be remembered, when the last one counted was at `cursor`."""
    return cursor - rules.window_ms - _SLACK
