"""What requests about webhooks may hold."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from services.respond.api.asked import In
from services.respond.domain.webhooks.event import EventType

Url = Annotated[str, Field(min_length=1, max_length=2048, examples=["https://crm.example/hooks/earshot"])]
Events = Annotated[frozenset[EventType], Field(min_length=1, max_length=len(EventType))]
Description = Annotated[str, Field(max_length=200)]


class WebhookIn(In):
    """A new webhook."""

    url: Url = Field(description="https; http only to inner hosts that EARSHOT_WEBHOOK_PRIVATE names")
    brand: str = Field(min_length=1, max_length=128, description="whose cases it is told of")
    events: Events = Field(description="what it is told")
    description: Description = ""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "url": "https://crm.example/hooks/earshot",
                    "brand": "discus",
                    "events": ["case.opened", "case.answered", "case.breached"],
                    "description": "our help desk",
                }
            ]
        }
    )


class WebhookChangeIn(In):
    """What to change of a webhook. What is left out stays as it is; `events` takes the place of those before."""

    url: Url | None = None
    events: Events | None = None
    description: Description | None = None

    model_config = ConfigDict(json_schema_extra={"examples": [{"events": ["case.opened", "case.resolved"]}]})

    def changes(self) -> dict[str, Any]:
        """Return what was given, by name."""
        given = {name: getattr(self, name) for name in ("url", "events", "description")}
        return {name: value for name, value in given.items() if value is not None}
