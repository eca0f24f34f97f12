"""The posts of the longest window, by key, in the order in which they are counted."""

from bisect import insort
from collections import defaultdict, deque
from collections.abc import Iterator
from typing import Final

from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rates import QUARTER

_NOTHING: Final[deque[Post]] = deque()


class Recent:
    """What was said within the window, and what left it and was not learned from yet."""

    def __init__(self) -> None:
        self._posts: deque[Post] = deque()
        self._trails: dict[str, deque[Post]] = {}
        self._left: list[Post] = []
        self.work = 0
        """Entries made so far, so that a test can count what a neighbour's noise costs."""

    def add(self, post: Post) -> None:
        """Take a post in at its place."""
        _insert(self._posts, post)
        for key in post.counted:
            trail = self._trails.get(key)
            if trail is None:
                trail = self._trails[key] = deque()
            _insert(trail, post)
            self.work += 1

    def leave(self, until: int) -> None:
        """Let go of the posts up to an instant; keys that nobody speaks of any more are forgotten."""
        while self._posts and self._posts[0].at <= until:
            post = self._posts.popleft()
            self._left.append(post)
            for key in post.counted:
                trail = self._trails[key]
                trail.popleft()
                if not trail:
                    del self._trails[key]

    def learn(self, until: int) -> dict[int, dict[str, int]]:
        """Return how many people spoke of each key in the quarters that end by `until`, and forget those posts."""
        people: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for post in self._left:
            if post.at < until:
                quarter = people[post.at // QUARTER * QUARTER]
                for key in post.counted:
                    quarter[key].update(post.authors)
        self._left = [post for post in self._left if post.at >= until]
        return {start: {key: len(who) for key, who in keys.items()} for start, keys in people.items()}

    def keep_unlearned(self, post: Post) -> None:
        """Take in a post that had left the window when everything was written down."""
        self._left.append(post)

    def unlearned(self) -> tuple[Post, ...]:
        """Return the posts that left the window and were not learned from yet."""
        return tuple(self._left)

    def posts(self, key: str) -> deque[Post]:
        """Return the posts under a key, in order."""
        return self._trails.get(key, _NOTHING)

    def __iter__(self) -> Iterator[Post]:
        """All posts of the window, in order."""
        return iter(self._posts)


def _insert(trail: deque[Post], post: Post) -> None:
    if not trail or trail[-1] < post:
        trail.append(post)
        return
    later = list(trail)
    insort(later, post)
    trail.clear()
    trail.extend(later)
