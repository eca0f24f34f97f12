"""Mentions as a network would deliver them: made up, the same for the same seed, about 1 KB each as JSON.

Some customers write once, a few write often (Zipf), and who writes again does so soon: so batches hold several mentions
of one customer, as in life.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import orjson

from shared.contracts.identity import event_id
from shared.contracts.mention import Mention
from tests.bench.texts import SECONDS, TEXTS

BRAND: Final = "discus"
NETWORK: Final = "x"
ACCOUNT: Final = "bench"  # ingest takes the sender's id where the brand has no account on the network
_LANGUAGES: Final = {"en": 50, "nl": 15, "de": 12, "fr": 8, "es": 8, "pt": 2, "it": 2, "ja": 1, "und": 2}
_MOST_OF_ONE: Final = 40
_ZIPF: Final = [rank**-2.5 for rank in range(1, _MOST_OF_ONE + 1)]
_SOON: Final = 0.01
"""Who writes again does so within this share of the backlog, on average."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One post: `data` is what a support platform would tell of it."""

    data: dict[str, Any]
    event_id: str
    author_id: str


def drafts(
    count: int, *, run: str, at: datetime, seed: int = 1, texts: Sequence[str] = (), all_strangers: bool = False
) -> list[Draft]:
    """Return posts in the order of arrival. `run` keeps the ids of one run apart from those of the next.

    `texts` replaces the hand-written ones; `all_strangers`: nobody writes twice.
    """
    chance = random.Random(seed)
    made: list[Draft] = []
    for number, author in enumerate(_authors(count, chance, all_strangers=all_strangers)):
        text, language = _written(chance, texts)
        made.append(_draft(run, number, author=author, text=text, language=language, at=at, chance=chance))
    return made


def as_mention(draft: Draft) -> Mention:
    """Return it as ingest would write it, the original bytes named by their digest alone (that is what makes 1 KB)."""
    document = orjson.dumps(draft.data)
    return Mention.model_validate(
        {
            **draft.data,
            "event_id": draft.event_id,
            "brand": BRAND,
            "account_id": ACCOUNT,
            "received_at": draft.data["occurred_at"],
            "deliveries": [{"transport": "webhook", "delivery_id": draft.event_id[:32], "verified": "bench"}],
            "raw": {"sha256": sha256(document).hexdigest(), "size": len(document)},
        }
    )


def texts_from(path: Path, *, most: int = 50_000) -> list[str]:
    """Return the texts of a JSONL file whose objects have a field `text`. Raises ValueError where none has."""
    found: list[str] = []
    with path.open("rb") as lines:
        for line in lines:
            text = orjson.loads(line).get("text")
            if isinstance(text, str) and text.strip():
                found.append(text)
            if len(found) == most:
                break
    if not found:
        raise ValueError(f"{path}: no object with a field `text`")
    return found


def _written(chance: random.Random, given: Sequence[str]) -> tuple[str, str | None]:
    """Return a text and the language that its author's client declares; None where that is not known."""
    if given:
        return chance.choice(given), None
    language = chance.choices(list(_LANGUAGES), weights=list(_LANGUAGES.values()))[0]
    first = chance.choice(TEXTS[language])
    second = chance.choice(SECONDS) if language == "en" else ""
    number = f"{chance.choice('ABDK')}-{chance.randrange(10_000, 99_999)}"
    return f"{first} {second}".strip().replace("{}", number), None if language == "und" else language


def _authors(count: int, chance: random.Random, *, all_strangers: bool) -> list[int]:
    """Return the author of each post, in the order of arrival."""
    if all_strangers:
        return list(range(count))
    arrivals: list[tuple[float, int]] = []
    author = 0
    while len(arrivals) < count:
        posts = chance.choices(range(1, _MOST_OF_ONE + 1), weights=_ZIPF)[0]
        when = chance.random()
        for _ in range(min(posts, count - len(arrivals))):
            arrivals.append((when, author))
            when += chance.expovariate(1 / _SOON)
        author += 1
    return [author for _, author in sorted(arrivals)]


def _draft(
    run: str, number: int, *, author: int, text: str, language: str | None, at: datetime, chance: random.Random
) -> Draft:
    name = f"customer{author}"
    author_id = f"https://social.example/users/{run}-{name}"
    native_id = f"{run}-{number}"
    occurred = at - timedelta(seconds=chance.randrange(1, 3600))
    data: dict[str, Any] = {
        "network": NETWORK,
        "native_id": native_id,
        "trigger": chance.choice(("mention", "mention", "reply", "comment")),
        "author": {
            "id": author_id,
            "handle": name,
            "display_name": name.title(),
            "url": f"https://social.example/@{name}",
            "followers": int(chance.paretovariate(0.9) * 40),
        },
        "thread": {"conversation_id": f"{run}-t{author}"},
        "text": text,
        "lang": {"declared": [language] if language else []},
        "permalink": f"https://social.example/@{name}/{native_id}",
        "occurred_at": occurred.isoformat().replace("+00:00", "Z"),
    }
    identity = event_id(network=NETWORK, account_id=ACCOUNT, native_id=native_id, kind="created", revision="0")
    return Draft(data, identity, author_id)
