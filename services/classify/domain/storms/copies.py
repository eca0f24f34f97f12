"""Many accounts with one text are one voice: near-copies count for at most two people when a storm is to open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from services.classify.domain.storms.post import Post
from services.classify.domain.storms.sketch import alike

_CAMPAIGN: Final = 5
_BAND: Final = 2
"""Sketches that agree in ten of sixteen bytes differ in six, so of their eight pairs of bytes two are the same: only
texts that share a pair need to be compared, and cost does not grow with the crowd's square."""


def people_in(posts: Iterable[Post]) -> set[int]:
    """Return the different authors of posts."""
    return {author for post in posts for author in post.authors}


def voices_in(posts: Sequence[Post], *, copies: int) -> int:
    """Return how many different authors there are, counting those of near-copies for at most `copies`.

    Two people happen to write alike, five do not: from then on it is one voice.
    """
    groups: list[tuple[bytes, list[int]]] = []
    bands: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    same: dict[bytes, list[int]] = {}
    alone: set[int] = set()
    for post in posts:
        if not post.sketch:
            alone.update(post.authors)
            continue
        who = same.get(post.sketch)
        if who is None:
            who = same[post.sketch] = _group_of(post.sketch, groups, bands)
        if len(who) < _CAMPAIGN:
            who += [author for author in post.authors if author not in who]
    return len(alone.union(*(who[: 1 if len(who) >= _CAMPAIGN else copies] for _, who in groups)))


def _group_of(
    sketch: bytes, groups: list[tuple[bytes, list[int]]], bands: dict[tuple[int, bytes], list[int]]
) -> list[int]:
    """Return the authors of the first text that this is a copy of, or of a new one."""
    mine = [(at, sketch[at : at + _BAND]) for at in range(0, len(sketch), _BAND)]
    for place in sorted({place for band in mine for place in bands.get(band, ())}):
        if alike(groups[place][0], sketch):
            return groups[place][1]
    for band in mine:
        bands[band].append(len(groups))
    groups.append((sketch, []))
    return groups[-1][1]
