"""What POST /v1/events takes and answers, written by hand, since the route reads raw bytes."""

from typing import Any, Final

_EVENT: Final = {
    "specversion": "1.0",
    "id": "7d3f",
    "source": "https://help.example/inboxes/3",
    "type": "com.example.mention.v1",
    "time": "2026-11-21T10:00:02Z",
    "data": {
        "network": "x",
        "native_id": "1859000000000000001",
        "author": {"id": "99", "handle": "@ada"},
        "text": "@discus my parcel is lost",
        "occurred_at": "2026-11-21T10:00:00Z",
    },
}
_MEANINGS: Final = {
    "400": "The body cannot be read, or is nested too deeply; it is set aside",
    "401": "No credentials, or wrong or stale ones",
    "408": "The body came too slowly",
    "413": "Body, unpacked body, event or batch too large",
    "415": "Not CloudEvents in JSON, or an unknown Content-Encoding",
    "422": "No event of the request could be taken; all are set aside",
    "503": "Kafka is away, or too many requests are in hand: nothing is taken, send it again after Retry-After seconds",
}
_RESULTS: Final = {
    "accepted": ["0f3c"],
    "results": [
        {"index": 0, "status": "accepted", "id": "7d3f", "event_id": "0f3c"},
        {
            "index": 1,
            "status": "quarantined",
            "quarantine_id": "ingest:helpdesk:9a61",
            "errors": [{"detail": "Field required.", "pointer": "/1/data/native_id"}],
        },
    ],
}

OPERATION: Final[dict[str, Any]] = {
    "operationId": "tell_events",
    "summary": "Tell us what customers said",
    "description": "CloudEvents 1.0, structured, batched (1 to 1,000) or binary. 202 means: Kafka has it. Sending the "
    "same again, under the same webhook-id or not, changes nothing.",
    "tags": ["events"],
    "security": [{"standardWebhooks": []}, {"bearer": []}],
    "requestBody": {
        "required": True,
        "content": {
            "application/cloudevents+json": {
                "schema": {"$ref": "#/components/schemas/MentionEvent"},
                "examples": {"one": {"value": _EVENT}},
            },
            "application/cloudevents-batch+json": {
                "schema": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 1000,
                    "items": {"$ref": "#/components/schemas/MentionEvent"},
                },
                "examples": {"batch": {"value": [_EVENT]}},
            },
        },
    },
    "responses": {
        "202": {
            "description": "At least one event was taken; see each item's result",
            "content": {
                "application/json": {
                    "schema": {"$ref": "#/components/schemas/Taken"},
                    "examples": {"batch": {"value": _RESULTS}},
                }
            },
        },
        **{
            status: {
                "description": meaning,
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
            for status, meaning in _MEANINGS.items()
        },
    },
}
OPERATION_FOR_SENDER: Final[dict[str, Any]] = {
    **OPERATION,
    "operationId": "tell_events_as",
    "summary": "The same, naming the sender, so that only its secrets are tried",
    "parameters": [{"name": "sender", "in": "path", "required": True, "schema": {"type": "string"}}],
}
