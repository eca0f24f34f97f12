"""Every topic, declared once. Creation, docs/asyncapi.yaml and the README's table derive from this."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from shared.contracts.case import CaseAnnounced
from shared.contracts.classification import MentionClassified
from shared.contracts.contract import Contract
from shared.contracts.deadletter import DeadLetter
from shared.contracts.mention import Mention
from shared.contracts.reply import ReplyChanged
from shared.contracts.storm import SignalsCounted, StormChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic: what it carries, who of us writes and reads it, how it is keyed and kept.

    Without readers of ours it is there for whoever integrates with us.

    `retention` is how long a record stays; None keeps the newest record of each key for ever (compaction).
    `max_bytes` is how large a record may be where that is more than Kafka's own 1 MiB.
    """

    name: str
    carries: tuple[type[Contract], ...]
    summary: str
    key: str
    writers: tuple[str, ...]
    readers: tuple[str, ...]
    partitions: int
    retention: timedelta | None
    max_bytes: int | None = None

    @property
    def config(self) -> dict[str, str]:
        """Broker settings of this topic."""
        size = {} if self.max_bytes is None else {"max.message.bytes": str(self.max_bytes)}
        if self.retention is None:
            return {"cleanup.policy": "compact", **size}
        return {"cleanup.policy": "delete", "retention.ms": str(int(self.retention.total_seconds() * 1000)), **size}


_CUSTOMER: Final = "`brand/network/author`"
# Three times the worst outage that we plan for (48 h), see RELIABILITY: what is gone before it was read is lost.
_OUTLASTS_OUTAGES: Final = timedelta(days=7)
_PARTITIONS: Final = 8

MENTIONS: Final = Topic(
    name="care.mentions",
    carries=(Mention,),
    summary="What customers said and what we answered, normalised",
    key=_CUSTOMER,
    writers=("ingest",),
    readers=("classify lane",),
    partitions=_PARTITIONS,
    retention=_OUTLASTS_OUTAGES,
)
CLASSIFIED: Final = Topic(
    name="care.classified",
    carries=(MentionClassified,),
    summary="The mention with its classification",
    key=_CUSTOMER,
    writers=("classify lane",),
    readers=("route",),
    partitions=_PARTITIONS,
    retention=_OUTLASTS_OUTAGES,
)
SIGNALS: Final = Topic(
    name="care.signals",
    carries=(SignalsCounted,),
    summary="Complaints gathered per batch, brand and intent, for storm counting",
    key="`brand`",
    writers=("classify lane",),
    readers=("classify storms",),
    partitions=_PARTITIONS,
    retention=_OUTLASTS_OUTAGES,
)
STORMS: Final = Topic(
    name="care.storms",
    carries=(StormChanged,),
    summary="A storm opened, grew or calmed",
    key="`brand`",
    writers=("classify storms",),
    readers=("respond api", "respond webhooks"),
    partitions=_PARTITIONS,
    retention=_OUTLASTS_OUTAGES,
)
CASES: Final = Topic(
    name="care.cases",
    carries=(CaseAnnounced,),
    summary="The state of a case after each change",
    key="case id",
    writers=("route", "respond clock"),
    readers=("respond api", "respond webhooks", "respond search"),
    partitions=_PARTITIONS,
    retention=None,
)
REPLIES: Final = Topic(
    name="care.replies",
    carries=(ReplyChanged,),
    summary="An answer was queued, posted, left unknown, failed or withdrawn",
    key="case id",
    writers=("respond clock",),
    readers=("respond webhooks",),
    partitions=_PARTITIONS,
    retention=_OUTLASTS_OUTAGES,
)
DEADLETTERS: Final = Topic(
    name="care.deadletters",
    carries=(DeadLetter,),
    summary="Records that a station set aside, whole, with the reason",
    key="as the original",
    writers=("ingest", "classify lane", "classify storms", "route"),
    readers=("respond api",),
    partitions=_PARTITIONS,
    retention=timedelta(days=30),
    # The largest record of any other topic, grown by a third in base64, with what is said about it: were it refused,
    # the record that cannot be handled could not be set aside either, and its partition would stand still.
    max_bytes=2_097_152,
)

TOPICS: Final = (MENTIONS, CLASSIFIED, SIGNALS, STORMS, CASES, REPLIES, DEADLETTERS)
"""All topics, in the order of a mention's way."""
