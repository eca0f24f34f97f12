"""The shapes that the OpenAPI document refers to."""

from typing import Any, Final

from services.ingest.domain.mention_data import MentionData

_ENVELOPE: Final[dict[str, Any]] = {
    "type": "object",
    "required": ["specversion", "id", "source", "type", "data"],
    "properties": {
        "specversion": {"const": "1.0"},
        "id": {"type": "string", "minLength": 1},
        "source": {"type": "string", "format": "uri-reference", "minLength": 1},
        "type": {"type": "string", "pattern": r"(^|\.)mention\.v1$"},
        "time": {"type": "string", "format": "date-time"},
        "datacontenttype": {"type": "string"},
        "data": MentionData.model_json_schema(ref_template="#/components/schemas/{model}"),
    },
}
_DEFINITIONS: Final[dict[str, Any]] = _ENVELOPE["properties"]["data"].pop("$defs")

SCHEMAS: Final[dict[str, Any]] = {
    **_DEFINITIONS,
    "MentionEvent": _ENVELOPE,
    "Problem": {
        "description": "RFC 9457",
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "errors": {
                "description": "what to mend, by JSON pointer into the body or by header",
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "detail": {"type": "string"},
                        "pointer": {"type": "string"},
                        "header": {"type": "string"},
                    },
                },
            },
            "quarantined": {
                "description": "what was set aside for a person to see",
                "type": "array",
                "items": {"type": "string"},
            },
        },
    },
    "Taken": {
        "type": "object",
        "required": ["accepted", "results"],
        "properties": {
            "accepted": {"type": "array", "items": {"type": "string"}},
            "results": {"type": "array", "items": {"type": "object"}},
        },
    },
}
SECURITY_SCHEMES: Final = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "standardWebhooks": {
        "type": "apiKey",
        "in": "header",
        "name": "webhook-signature",
        "description": "Standard Webhooks: also webhook-id and webhook-timestamp; HMAC over the raw body",
    },
}
