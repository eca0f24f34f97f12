"""The OpenAPI document: one security scheme, and every problem declared as problem+json."""

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from services.respond.api.problems import MEDIA_TYPE

_SAID: Final = {
    400: "The request cannot be read.",
    401: "Nobody we know: give an agent's key.",
    403: "A browser's write from a foreign page, or what only a supervisor, or one of more brands, may do.",
    404: "Nothing of that id among your brands.",
    409: "The case does not allow this now: `code` says why, `stage` where it is, `can` what is legal from there.",
    412: "The case has changed since you looked (If-Match).",
    413: "The body is over one MiB.",
    422: "The request is not what this operation takes; `errors` say where.",
    428: "Say which version you saw (If-Match).",
    429: "Too many wrong keys or passwords from your address; try again after Retry-After seconds.",
    503: "A store does not answer; try again after Retry-After seconds.",
}
_EVERYWHERE: Final = (400, 401, 403, 413, 422, 429, 503)

TAGS: Final = [
    {"name": "cases", "description": "The queue, and one case with everything about it."},
    {"name": "views", "description": "Filters over the cases under a name, one's own or shared."},
    {"name": "search", "description": "What was said, by its words."},
    {"name": "work", "description": "What an agent does with a case. Doing it twice is doing it once."},
    {"name": "together", "description": "Colleagues on one case: notes, the shared draft, who is there."},
    {"name": "macros", "description": "Prepared texts, filled in for a case."},
    {"name": "outcomes", "description": "Who still waits, and that nothing ends without an outcome."},
    {"name": "live", "description": "What changes, as it changes, and what you are to be told of."},
    {"name": "me", "description": "Who you are, and that you are here."},
    {"name": "agents", "description": "Who works here, what they can do, and who is at work. Supervisors manage them."},
    {"name": "storms", "description": "Many people with one issue."},
    {"name": "webhooks", "description": "Telling other systems. Admins manage them, and support platforms their own."},
    {"name": "quarantine", "description": "What could not be handled, kept whole, to be seen and replayed."},
    {"name": "corrections", "description": "What agents say of a message where classify said otherwise."},
    {"name": "reports", "description": "How today goes, and how well posts are understood. Supervisors read it."},
    {"name": "audit", "description": "Who asked for which change, and how it ended. Supervisors read it."},
]

_PROBLEM: Final = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457. `code` is for programs, `detail` for people; further members depend on the code.",
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail", "code"],
    "examples": [
        {
            "type": "urn:earshot:problem:newer-message",
            "title": "Conflict",
            "status": 409,
            "detail": "the customer wrote again since you looked; read it, then send again with `seen` set to it",
            "code": "newer_message",
            "stage": "assigned",
            "case_version": 4,
            "can": ["claim", "reply", "release", "transfer", "resolve", "snooze", "hold", "merge"],
            "newest": "5f0c6d1e",
        }
    ],
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the `responses` of a route that can also end in these, besides what every route can end in."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": _SAID[status], "content": {MEDIA_TYPE: schema}}
        for status in sorted({*_EVERYWHERE, *statuses})
    }


def document(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document, made once."""
    if app.openapi_schema is None:
        made = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, tags=TAGS
        )
        components = made.setdefault("components", {})
        components.setdefault("schemas", {})["Problem"] = _PROBLEM
        for name in ("HTTPValidationError", "ValidationError"):
            components["schemas"].pop(name, None)
        components["securitySchemes"] = {
            "agentKey": {
                "type": "http",
                "scheme": "bearer",
                "description": "an agent's key, from earshot.yaml or a supervisor; a support platform's secret; or a"
                " token of the identity provider, where there is one",
            }
        }
        made["security"] = [{"agentKey": []}]
        app.openapi_schema = made
    return app.openapi_schema
