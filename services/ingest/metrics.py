"""The numbers of conservation: per source, seen = accepted + ignored + quarantined + returned."""

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

SEEN: Final = Counter("earshot_ingest_seen", "Items read, by sender or polled account", ["source"])
SETTLED: Final = Counter(
    "earshot_ingest_settled",
    "What became of them: accepted, ignored, quarantined (all three durable or without effect), "
    "returned (Kafka away: the sender was told to send again, or the poll is repeated)",
    ["source", "outcome"],
)
IGNORED: Final = Counter("earshot_ingest_ignored", "Why items were none of our business", ["source", "reason"])
REQUESTS: Final = Counter("earshot_ingest_requests", "Requests answered; unknown senders are '-'", ["sender", "status"])
REPLAYED: Final = Counter("earshot_ingest_replayed", "Requests answered from memory, without effect", ["sender"])
SECONDS: Final = Histogram("earshot_ingest_seconds", "Time from a body in hand to the answer")
SOURCE_UP: Final = Gauge("earshot_ingest_source_up", "1 while polling works", ["source", "task"])
SOURCE_AT: Final = Gauge("earshot_ingest_source_success_timestamp_seconds", "Last success of it", ["source", "task"])
