"""Hears the complaints of one brand in the order of their own time, and says when a storm opens, grows and is over.

Nothing here asks what time it is: the same posts give the same facts, in whatever order they come within the lateness,
however often, and however they are cut into batches.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from services.classify.domain.distinct import Distinct
from services.classify.domain.storms.bursts import Burst, Volume, bursts_with
from services.classify.domain.storms.facts import changed
from services.classify.domain.storms.incident import Incident
from services.classify.domain.storms.naming import intent_of_posts, label_of, terms_of_posts
from services.classify.domain.storms.post import ANY, Post
from services.classify.domain.storms.rates import HOUR, QUARTER, Rates
from services.classify.domain.storms.recent import Recent
from services.classify.domain.storms.rules import MINUTE, StormRules
from shared.contracts.storm import StormChanged, StormKind

MEMBERS: Final = 200
"""Event ids that one step of a storm names at most. Counts have no such limit."""
_KEYS: Final = 12
_LOOK_EVERY: Final = 5 * MINUTE
_MANY: Final = 64
_UNUSUAL_FOR: Final = 6 * HOUR


class Detector:
    """What is known of one brand, at an instant of its own time: `cursor`, the last post that was counted."""

    def __init__(self, brand: str, rules: StormRules, *, rates: Rates | None = None) -> None:
        self.brand = brand
        self.rules = rules
        self.rates = rates or Rates()
        self.recent = Recent()
        self.incidents: list[Incident] = []
        self.closed: dict[str, int] = {}
        self.cursor: tuple[int, str] = (0, "")
        self._detailed: Counter[int] = Counter()
        self._told: list[StormChanged] = []

    def count(self, post: Post) -> list[StormChanged]:
        """Count a post. One that is older than the last one counts in its own time, as of now."""
        now = max(post.at, self.cursor[0])
        self._told = []
        self.pass_time(now)
        if post.crowd:
            self._join(post, now)
        elif post.at > now - self.rules.window_ms:
            post = self._bounded(post)
            self.recent.add(post)
            self._join(post, now)
            self._look_for_bursts(post, now)
        self.cursor = max(self.cursor, (post.at, post.id))
        return self._told

    def calm(self, now: int) -> list[StormChanged]:
        """Return what is over by an instant when nothing more came. Calming is dated when it was due."""
        self._told = []
        self._calm(now)
        return self._told

    def recall(self, posts: Iterable[Post]) -> None:
        """Take in posts, in order, that were counted before everything was written down."""
        for post in posts:
            if post.crowd:
                continue
            if post.at > self.cursor[0] - self.rules.window_ms:
                self.recent.add(self._bounded(post))
            elif post.at >= self.rates.folded:
                self.recent.keep_unlearned(self._bounded(post))

    def pass_time(self, now: int) -> None:
        """Forget what is past the window, learn from it, close what is over."""
        self._calm(now)
        horizon = now - self.rules.window_ms
        self.rates.begin(now)
        self.recent.leave(horizon)
        until = horizon // QUARTER * QUARTER
        if until > self.rates.folded:
            self.rates.fold(until, self.recent.learn(until), self._stormy(until))
            self._detailed = Counter({start: n for start, n in self._detailed.items() if start >= until})
            self.closed = {key: at for key, at in self.closed.items() if at > horizon}

    def _stormy(self, now: int) -> frozenset[str]:
        """The issues of open storms are no measure of what is usual, unless they go on for hours."""
        if self.rates.is_new:
            return frozenset()
        return frozenset(key for one in self.incidents if now - one.first_at < _UNUSUAL_FOR for key in one.keys)

    def _bounded(self, post: Post) -> Post:
        start = post.at // (5 * MINUTE)
        self._detailed[start] += 1
        return post if self._detailed[start] <= self.rules.detail else replace(post, keys=())

    def _calm(self, now: int) -> None:
        for incident in sorted(self.incidents, key=lambda one: (one.hot_at, one.storm_id)):
            due = incident.hot_at + self.rules.quiet_ms
            if now > due:
                self.incidents.remove(incident)
                self.closed |= dict.fromkeys(incident.keys, incident.latest_at)
                self._tell(replace(incident, step=incident.step + 1), StormKind.CALMED, at=due)

    def _join(self, post: Post, now: int) -> None:
        """A post that speaks of an open storm's issue joins it; a crowd, of which only the intent is known, by that."""
        keys = set(post.counted)
        for place, incident in enumerate(self.incidents):
            if keys.isdisjoint(incident.keys) and not (post.crowd and post.intent == incident.intent):
                continue
            if post.at >= incident.first_at:
                hot = incident.hot_at
                if now - hot >= _LOOK_EVERY or len(self.recent.posts(incident.keys[0])) < _MANY:
                    hot = now if self._is_hot(incident, now) else hot
                self._grow(place, replace(incident, hot_at=hot), (post,))
            return

    def _is_hot(self, incident: Incident, now: int) -> bool:
        """Is more said of it than usual? Else the everyday complaints of a large brand would keep a storm open."""
        people = len(self.recent.posts(incident.keys[0]))
        volume = Volume(self.recent, self.rates, self.rules, now)
        expected = volume.expected(incident.keys[0], people, self.rules.window_ms)
        return expected <= 1.0 or people >= self.rules.hot * expected

    def _look_for_bursts(self, post: Post, now: int) -> None:
        busy = frozenset(key for one in self.incidents for key in one.keys)
        bursts = bursts_with(
            post,
            self.recent,
            self.rates,
            self.rules,
            now=now,
            busy=busy,
            since=self.closed,
            joins=lambda posts: self._overlapping(posts) is not None,
        )
        for burst in bursts:
            place = self._overlapping(burst.posts)
            if place is None:
                self._open(burst, now)
            elif burst.key != ANY:
                incident = self.incidents[place]
                if len(incident.keys) < _KEYS:
                    keys = (*incident.keys, burst.key)
                    self._grow(place, replace(incident, keys=keys, hot_at=max(incident.hot_at, now)), burst.posts)

    def _overlapping(self, posts: Sequence[Post]) -> int | None:
        """Return the open storm to which enough of these posts belong."""
        for place, incident in enumerate(self.incidents):
            keys = frozenset(incident.keys)
            shared = sum(not keys.isdisjoint(post.counted) for post in posts)
            if shared >= self.rules.overlap * len(posts):
                return place
        return None

    def _open(self, burst: Burst, now: int) -> None:
        intent = intent_of_posts(burst.posts)
        terms = terms_of_posts(burst.posts, self.rates, at=now)
        people = _counted(Distinct(), burst.posts)
        incident = Incident(
            storm_id=_storm_id(self.brand, burst),
            intent=intent,
            label=label_of(intent, terms),
            keys=(burst.key,),
            score=burst.score,
            step=0,
            level=self.rules.next_level(people.count),
            first_at=burst.posts[0].at,
            latest_at=max(now, burst.posts[-1].at),
            hot_at=now,
            people=people,
            reach=sum(_once(burst.posts).values()),
            terms=terms,
            fresh=tuple(member for post in burst.posts for member in post.members)[:MEMBERS],
        )
        self.incidents.append(incident)
        self._tell(incident, StormKind.OPENED, at=now)
        self.incidents[-1] = replace(incident, fresh=())

    def _grow(self, place: int, incident: Incident, posts: Iterable[Post]) -> None:
        for post in posts:
            people = _counted(incident.people, (post,))
            latest = max(incident.latest_at, post.at)
            if people is incident.people:
                incident = replace(incident, latest_at=latest)
                continue
            fresh = (*incident.fresh, *post.members)[:MEMBERS]
            incident = replace(
                incident, people=people, reach=incident.reach + post.reach, fresh=fresh, latest_at=latest
            )
        count = incident.people.count
        if count >= incident.level:
            incident = replace(incident, step=incident.step + 1, level=self.rules.next_level(count))
            terms = self._terms(incident) or incident.terms
            incident = replace(incident, terms=terms, label=label_of(incident.intent, terms))
            self._tell(incident, StormKind.GROWN, at=incident.latest_at)
            incident = replace(incident, fresh=())
        self.incidents[place] = incident

    def _terms(self, incident: Incident) -> tuple[str, ...]:
        posts = {post: None for key in incident.keys for post in list(self.recent.posts(key))[-MEMBERS:]}
        return terms_of_posts(sorted(posts), self.rates, at=incident.latest_at)

    def _tell(self, incident: Incident, kind: StormKind, *, at: int) -> None:
        self._told.append(changed(self.brand, incident, kind, at=at, rules=self.rules))


def _counted(people: Distinct, posts: Iterable[Post]) -> Distinct:
    return people.with_hashes(author for post in posts for author in post.authors)


def _once(posts: Iterable[Post]) -> dict[tuple[int, ...], int]:
    return {post.authors: post.reach for post in posts}


def _storm_id(brand: str, burst: Burst) -> str:
    name = "\x1f".join(("storm", brand, burst.key, burst.posts[0].id))
    return f"s-{sha256(name.encode()).hexdigest()[:20]}"
