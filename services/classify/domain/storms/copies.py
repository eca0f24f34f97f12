"""Many accounts with one text are one voice: near-copies count for at most two people when a storm is to open."""

from collections.abc import Iterable, Sequence
from typing import Final

from services.classify.domain.storms.post import Post
from services.classify.domain.storms.sketch import alike

_CAMPAIGN: Final = 5
_COMPARED: Final = 64
"""Different texts that a further one is compared with, the latest: cost must not grow with the crowd's square."""


def people_in(posts: Iterable[Post]) -> set[int]:
    """Return the different authors of posts."""
    return {author for post in posts for author in post.authors}


def voices_in(posts: Sequence[Post], *, copies: int) -> int:
    """Return how many different authors there are, counting those of near-copies for at most `copies`.

    Two people happen to write alike, five do not: from then on it is one voice.
    """
    groups: list[tuple[bytes, list[int]]] = []
    same: dict[bytes, list[int]] = {}
    alone: set[int] = set()
    for post in posts:
        if not post.sketch:
            alone.update(post.authors)
            continue
        group = same.get(post.sketch)
        if group is None:
            group = next((who for sketch, who in groups[-_COMPARED:] if alike(sketch, post.sketch)), None)
            if group is None:
                group = []
                groups.append((post.sketch, group))
            same[post.sketch] = group
        if len(group) < _CAMPAIGN:
            group += [author for author in post.authors if author not in group]
    return len(alone.union(*(who[: 1 if len(who) >= _CAMPAIGN else copies] for _, who in groups)))
