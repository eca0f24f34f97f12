"""For whom each route is meant to be, written down a second time: a route without a row here fails the matrices.

Add yours to the block of its audience (docs/decisions/0023-who-may-do-what.md).
"""

from typing import Final

from services.respond.api.door.audience import Audience

EVERYBODY: Final = """
GET /session
POST /session
GET /v1/openapi.json
"""

PEOPLE: Final = """
GET /
GET /ahead.json
GET /cases/{case_id}
GET /macros
GET /notices
GET /quarantine
GET /quarantine/{letter_id}
GET /search
GET /waiting
POST /session/end
GET /v1/agents
GET /v1/agents/{agent_id}
POST /v1/bulk
GET /v1/cases
GET /v1/cases/{case_id}
GET /v1/cases/{case_id}/attention
PUT /v1/cases/{case_id}/attention
DELETE /v1/cases/{case_id}/attention
POST /v1/cases/{case_id}/checks
POST /v1/cases/{case_id}/claim
GET /v1/cases/{case_id}/draft
PUT /v1/cases/{case_id}/draft
DELETE /v1/cases/{case_id}/draft
GET /v1/cases/{case_id}/earlier
POST /v1/cases/{case_id}/hold
POST /v1/cases/{case_id}/macros/{macro_id}
POST /v1/cases/{case_id}/merge
GET /v1/cases/{case_id}/messages/{message_id}/correction
PUT /v1/cases/{case_id}/messages/{message_id}/correction
DELETE /v1/cases/{case_id}/messages/{message_id}/correction
GET /v1/cases/{case_id}/notes
POST /v1/cases/{case_id}/notes
DELETE /v1/cases/{case_id}/notes/{note_id}
POST /v1/cases/{case_id}/release
POST /v1/cases/{case_id}/reopen
POST /v1/cases/{case_id}/replies
DELETE /v1/cases/{case_id}/replies/{reply_id}
POST /v1/cases/{case_id}/replies/{reply_id}/approve
POST /v1/cases/{case_id}/replies/{reply_id}/refuse
POST /v1/cases/{case_id}/replies/{reply_id}/settle
POST /v1/cases/{case_id}/replies/{reply_id}/withdraw
POST /v1/cases/{case_id}/resolve
POST /v1/cases/{case_id}/resume
POST /v1/cases/{case_id}/snooze
PUT /v1/cases/{case_id}/tags/{tag}
DELETE /v1/cases/{case_id}/tags/{tag}
POST /v1/cases/{case_id}/transfer
POST /v1/cases/{case_id}/unmerge
GET /v1/macros
GET /v1/macros/{macro_id}
GET /v1/me
PUT /v1/me/password
GET /v1/notices
PUT /v1/presence
DELETE /v1/presence
GET /v1/quarantine
GET /v1/quarantine/reasons
GET /v1/quarantine/{letter_id}
POST /v1/quarantine/{letter_id}/replay
GET /v1/search
GET /v1/storms
GET /v1/stream
GET /v1/views
POST /v1/views
PUT /v1/views/{view_id}
DELETE /v1/views/{view_id}
GET /v1/waiting
GET /v1/waiting/kinds
GET /v1/without-outcome
"""

SUPERVISORS: Final = """
GET /agents
GET /audit
GET /today
GET /understanding
POST /v1/agents
PATCH /v1/agents/{agent_id}
DELETE /v1/agents/{agent_id}
POST /v1/agents/{agent_id}/key
PUT /v1/agents/{agent_id}/password
GET /v1/audit
GET /v1/audit/head
GET /v1/corrections
POST /v1/macros
PUT /v1/macros/{macro_id}
DELETE /v1/macros/{macro_id}
POST /v1/quarantine/replay
POST /v1/quarantine/{letter_id}/fix
GET /v1/reports/today
GET /v1/reports/understanding
"""

ADMINS: Final = """
GET /webhooks
GET /webhooks/{webhook_id}
GET /v1/corrections/export
"""

SENDERS: Final = """
GET /v1/webhooks
POST /v1/webhooks
GET /v1/webhooks/{webhook_id}
PATCH /v1/webhooks/{webhook_id}
DELETE /v1/webhooks/{webhook_id}
GET /v1/webhooks/{webhook_id}/deliveries
GET /v1/webhooks/{webhook_id}/deliveries/{event_id}
POST /v1/webhooks/{webhook_id}/deliveries/{event_id}/replay
POST /v1/webhooks/{webhook_id}/pause
POST /v1/webhooks/{webhook_id}/ping
POST /v1/webhooks/{webhook_id}/resume
POST /v1/webhooks/{webhook_id}/secret
"""

_BLOCKS: Final[tuple[tuple[Audience, str], ...]] = (
    ("everybody", EVERYBODY),
    ("people", PEOPLE),
    ("supervisors", SUPERVISORS),
    ("admins", ADMINS),
    ("senders", SENDERS),
)
AUDIENCES: Final[dict[str, Audience]] = {
    route: audience for audience, block in _BLOCKS for route in block.strip().splitlines()
}
"""By method and path."""

STARLETTES_OWN: Final = {"/health/live", "/health/ready", "/metrics", "/static"}
"""What is open and serves no data of anybody's."""
ENDLESS: Final = "GET /v1/stream"
"""Answers for as long as it is listened to; test_stream.py listens."""
