"""The networks that Earshot knows by name."""

from typing import Final

NETWORKS: Final = frozenset(
    {
        "blog", "bluesky", "chatwoot", "discourse", "facebook", "feed", "forum", "google-play", "helpdesk", "instagram",
        "mastodon", "reddit", "review", "telegram", "trustpilot", "whatsapp", "x", "youtube", "zendesk",
    }
)  # fmt: skip
"""Values allowed in `Mention.network` at ingest. Readers do not check it: a newer writer may know more."""
