"""The README's table of topics."""

from datetime import timedelta
from typing import Final

from shared.contracts.topics import TOPICS, Topic

BEGIN: Final = "<!-- topics:begin -->"
END: Final = "<!-- topics:end -->"

_COLUMNS: Final = ("topic", "key", "carries", "written by", "read by", "kept")


def topic_table() -> str:
    """Return the table in Markdown, a row per topic in the order of a mention's way."""
    rows = [_row(topic) for topic in TOPICS]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (_COLUMNS, ("---",) * len(_COLUMNS), *rows))


def with_table(text: str) -> str:
    """Return the text with the table between its markers; without the markers, as it is."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n{topic_table()}\n{end}{after}" if begin and end else text


def _row(topic: Topic) -> tuple[str, ...]:
    types = ", ".join(f"`{carried.ce_type}`" for carried in topic.carries)
    return (
        f"`{topic.name}`",
        topic.key,
        f"{topic.summary} ({types})",
        ", ".join(topic.writers),
        ", ".join(topic.readers) or "whoever integrates",
        kept(topic.retention),
    )


def kept(retention: timedelta | None) -> str:
    """Return a retention in words."""
    return "the newest per key" if retention is None else f"{retention.total_seconds() / 86_400:g} days"
