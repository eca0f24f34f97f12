"""Posts as CloudEvents 1.0 in batches, https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from deploy.local.replay.posts import Post

MEDIA_TYPE = "application/cloudevents-batch+json"
EVENT_TYPE = "org.earshot.replay.mention.v1"
BATCH_BYTES = 700_000  # ingest reads a body of 1 MiB
_ENVELOPE_BYTES = 900  # an event around its text, generously


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One replay. All its native ids begin with `prefix`, so that no other replay has any of them."""

    id: str
    network: str

    @property
    def prefix(self) -> str:
        return f"{self.id}:"

    def event(self, post: Post, *, now: datetime) -> dict[str, Any]:
        """The event of one post. The same run and the same post are the same event, whenever it is made."""
        native_id = f"{self.prefix}{post.native}"
        data: dict[str, Any] = {
            "network": self.network,
            "account_id": post.account,
            "native_id": native_id,
            "author": {"id": post.author, "handle": post.author},
            "text": post.text,
            "occurred_at": (post.at or now).isoformat(),
        }
        if post.parent is not None:
            data |= {"trigger": "reply", "thread": {"parent_id": f"{self.prefix}{post.parent}"}}
        return {
            "specversion": "1.0",
            "id": native_id,
            "source": f"urn:earshot:replay:{self.id}",
            "type": EVENT_TYPE,
            "time": data["occurred_at"],
            "datacontenttype": "application/json",
            "data": data,
        }

    def body(self, posts: Sequence[Post], *, now: datetime) -> bytes:
        """A request for these posts."""
        return orjson.dumps([self.event(post, now=now) for post in posts])


def batches(posts: Iterable[Post], *, most: int) -> Iterator[list[Post]]:
    """Posts in their order, `most` together, fewer where they are long."""
    batch: list[Post] = []
    size = 0
    for post in posts:
        weight = _ENVELOPE_BYTES + 2 * len(post.text.encode())
        if batch and (len(batch) == most or size + weight > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(post)
        size += weight
    if batch:
        yield batch


def batch_size(asked: int, *, rate: float | None) -> int:
    """At a slow rate batches are small: a tenth of a second's posts at most, so that they come evenly."""
    return asked if rate is None else max(1, min(asked, int(rate / 10)))
