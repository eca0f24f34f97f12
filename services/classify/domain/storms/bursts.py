"""Does a key burst? Many more different people than usual, in one of the windows, who do not just copy each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, exp
from typing import Final

from services.classify.domain.storms.copies import people_in, voices_in
from services.classify.domain.storms.post import ANY, Post
from services.classify.domain.storms.rates import Rates
from services.classify.domain.storms.recent import Recent
from services.classify.domain.storms.rules import QUICK, StormRules
from services.classify.domain.storms.score import score

_CROWDED: Final = 256
"""Above so many posts under a key only some ask whether it bursts, and look at the latest ones: cost must not grow with
the square of a crowd."""
_OF_A_CROWD: Final = 16
_LOOKED_AT: Final = 400
_SEASONED: Final = 12.0
_STRANGE: Final = 5
"""A brand that was never heard before needs so many people more, fading within about a day."""
_LOWEST: Final = 0.02


Joins = Callable[[Sequence[Post]], bool]


@dataclass(frozen=True, slots=True)
class Burst:
    """A key that bursts, and the posts that speak of it in the window in which it does."""

    key: str
    score: float
    posts: tuple[Post, ...]


def bursts_with(
    post: Post,
    recent: Recent,
    rates: Rates,
    rules: StormRules,
    *,
    now: int,
    busy: frozenset[str],
    since: Mapping[str, int],
    joins: Joins,
) -> list[Burst]:
    """Return the keys of this post that burst with it, the most surprising first.

    `busy`: keys of open storms, which are not asked; `since`: posts of storms that are over, by their keys,
    count only after an instant; `joins`: do posts belong to an open storm? Then nobody minds copies.
    """
    least = rules.least + _STRANGE * exp(-rates.known_hours() / _SEASONED)
    found = []
    volume = Volume(recent, rates, rules, now)
    for key in post.counted:
        trail = recent.posts(key)
        if len(trail) < min(rules.quick_least, rules.authors) or key in busy or not _asks(post, len(trail)):
            continue
        burst = _burst(key, trail, volume, now=now, least=ceil(least - 0.5), since=since, joins=joins)
        if burst is not None:
            found.append(burst)
    return sorted(found, key=lambda burst: (-burst.score, burst.key))


def _asks(post: Post, said: int) -> bool:
    """Does this post ask whether a key bursts? By its author's hash, so that it does whoever counts it."""
    return said <= _CROWDED or not (post.authors[0] >> 7) % (said // _OF_A_CROWD)


class Volume:
    """How busy a brand is altogether: on a busy day each word is said more often without any storm."""

    def __init__(self, recent: Recent, rates: Rates, rules: StormRules, now: int) -> None:
        self.rates = rates
        self.rules = rules
        self._recent = recent
        self._now = now
        self._all: dict[int, tuple[int, float]] = {}

    def expected(self, key: str, people: int, span: int) -> float:
        """Return how many people one would expect to speak of a key, as busy as it is with everything else."""
        usual = max(_LOWEST, self.rates.expected(key, self._now, span))
        if key == ANY or not self.rules.volume:
            return usual
        if span not in self._all:
            posts = _within(self._recent.posts(ANY), self._now - span)
            self._all[span] = len(people_in(posts)), self.rates.expected(ANY, self._now, span)
        everybody, usually = self._all[span]
        calm = self.rules.volume_calm
        others = (max(0, everybody - people) + calm) / (max(0.0, usually - usual) + calm)
        return usual * float(max(1.0, others) ** self.rules.volume)


def _burst(
    key: str, trail: Sequence[Post], volume: Volume, *, now: int, least: int, since: Mapping[str, int], joins: Joins
) -> Burst | None:
    rules = volume.rules
    new = volume.rates.is_new
    best: Burst | None = None
    for span in rules.spans:
        posts = _within(trail, now - span)
        if since:
            posts = [post for post in posts if all(post.at > since.get(one, 0) for one in post.counted)]
        people = len(people_in(posts))
        if people < min(rules.quick_least, rules.authors):
            continue
        expected = volume.expected(key, people, span)
        if not _enough(rules, key, people, expected, least=least, span=span, new=new):
            continue
        voices = people if joins(posts) else voices_in(posts, copies=rules.copies)
        if not _enough(rules, key, voices, expected, least=least, span=span, new=new):
            continue
        surprise = score(voices, expected, rules.dispersion)
        if best is None or surprise > best.score:
            best = Burst(key, surprise, tuple(posts))
    return best


def _enough(rules: StormRules, key: str, people: int, expected: float, *, least: int, span: int, new: bool) -> bool:
    longest = span == rules.window_ms
    if (
        longest
        and key[0] == "@"
        and people >= (rules.authors if new else max(rules.authors, rules.floor_times * expected))
    ):
        return True  # so many with one issue within the window are a storm, however little is known
    if people < rules.times * expected:
        return False
    surprise, enough = score(people, expected, rules.dispersion), _threshold(key, rules)
    if span == QUICK and key[0] in "#@" and least == rules.least and people == rules.quick_least:
        return surprise >= enough + rules.quick_more
    if key == ANY:
        least = max(least, rules.any_least)
    elif longest and key[0] != "@":
        least = max(least, rules.long_least)
    return people >= least and surprise >= enough


def _threshold(key: str, rules: StormRules) -> float:
    match key[0]:
        case "*":
            return rules.any_score
        case "@":
            return rules.intent_score
        case "#":
            return rules.concept_score
        case _:
            return rules.term_score


def _within(trail: Sequence[Post], after: int) -> list[Post]:
    posts: list[Post] = []
    for post in reversed(trail):
        if post.at <= after or len(posts) >= _LOOKED_AT:
            break
        posts.append(post)
    posts.reverse()
    return posts
