"""docs/asyncapi.yaml, worked out from the declared topics and the models that they carry."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from shared.contracts.contract import Contract
from shared.contracts.topics import TOPICS, Topic

Json = dict[str, Any]

_KAFKA_BINDING: Final = "0.5.0"
_HEADERS: Final[Json] = {
    "type": "object",
    "description": "CloudEvents 1.0 in the binary mode of its Kafka protocol binding, and W3C trace context.",
    "required": ["ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type"],
    "properties": {
        "ce_specversion": {"type": "string", "const": "1.0"},
        "ce_id": {"type": "string", "minLength": 1, "description": "A fact that was sent twice has one id."},
        "ce_source": {"type": "string", "format": "uri-reference", "examples": ["/earshot/ingest"]},
        "ce_type": {"type": "string", "description": "Ends in the version of the payload's schema."},
        "ce_time": {"type": "string", "format": "date-time"},
        "content-type": {"type": "string", "const": "application/json"},
        "traceparent": {"type": "string", "pattern": "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"},
    },
}


def asyncapi() -> Json:
    """Return the AsyncAPI 3.0 document: channels, operations per station, messages, schemas."""
    messages = {carried.ce_type: _message(topic, carried) for topic in TOPICS for carried in topic.carries}
    operations: Json = {}
    for topic in TOPICS:
        for station in topic.writers:
            operations |= _operation(topic, station, "send", "writes")
        for station in topic.readers:
            operations |= _operation(topic, station, "receive", "reads")
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Earshot",
            "version": "1.0.0",
            "description": "What travels between Earshot's stations. Readers ignore unknown fields; within a version "
            "only optional fields are added; delivery is at least once, so skip an id that you have seen.",
        },
        "defaultContentType": "application/json",
        "channels": {topic.name: _channel(topic) for topic in TOPICS},
        "operations": operations,
        "components": {"messages": messages, "schemas": {"CloudEventsHeaders": _HEADERS, **_schemas()}},
    }


def _channel(topic: Topic) -> Json:
    kept: Json = {"cleanup.policy": ["compact" if topic.retention is None else "delete"]}
    if topic.retention is not None:
        kept["retention.ms"] = int(topic.retention.total_seconds() * 1000)
    if topic.max_bytes is not None:
        kept["max.message.bytes"] = topic.max_bytes
    return {
        "address": topic.name,
        "summary": topic.summary,
        "messages": {carried.ce_type: _ref("messages", carried.ce_type) for carried in topic.carries},
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "topicConfiguration": kept,
                "bindingVersion": _KAFKA_BINDING,
            }
        },
    }


def _operation(topic: Topic, station: str, action: str, does: str) -> Json:
    return {
        f"{station.replace(' ', '-')}.{action}.{topic.name}": {
            "action": action,
            "channel": {"$ref": f"#/channels/{topic.name}"},
            "summary": f"{station} {does} {topic.name}",
            "messages": [{"$ref": f"#/channels/{topic.name}/messages/{carried.ce_type}"} for carried in topic.carries],
        }
    }


def _message(topic: Topic, carried: type[Contract]) -> Json:
    return {
        "name": carried.ce_type,
        "title": carried.__name__,
        "summary": _first_line(carried),
        "contentType": "application/json",
        "headers": {
            "allOf": [
                _ref("schemas", "CloudEventsHeaders"),
                {"type": "object", "properties": {"ce_type": {"const": carried.ce_type}}},
            ]
        },
        "payload": _ref("schemas", carried.__name__),
        "bindings": {
            "kafka": {
                "key": {"type": "string", "description": topic.key.replace("`", "")},
                "bindingVersion": _KAFKA_BINDING,
            }
        },
    }


class _Plain(GenerateJsonSchema):
    """JSON Schema in the dialect of AsyncAPI (draft 07), without the titles that repeat the fields' names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        made = super().tuple_schema(schema)
        if "prefixItems" in made:
            made["items"] = made.pop("prefixItems")
        return made


def _schemas() -> Mapping[str, Json]:
    # In validation mode: `required` is what a reader may count on, also in records of years ago.
    carried = [(contract, "validation") for topic in TOPICS for contract in topic.carries]
    _, made = models_json_schema(
        carried,  # type: ignore[arg-type]  # the literal is widened to str
        ref_template="#/components/schemas/{model}",
        schema_generator=_Plain,
    )
    return dict(sorted(made["$defs"].items()))


def _ref(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}


def _first_line(carried: type[Contract]) -> str:
    return (carried.__doc__ or "").strip().splitlines()[0]
