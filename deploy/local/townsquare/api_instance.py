"""`/api/v2/instance` and its older brother: what the server is and what it allows."""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from deploy.local.townsquare.access import square_of
from deploy.local.townsquare.render_account import Json
from deploy.local.townsquare.square import CHARACTERS_RESERVED_PER_URL, MAX_CHARACTERS, TITLE, Square

DESCRIPTION = "A small town where everybody hears everybody. For tests and demos."
CONFIGURATION: Json = {
    "accounts": {"max_featured_tags": 10, "max_pinned_statuses": 5},
    "statuses": {
        "max_characters": MAX_CHARACTERS,
        "max_media_attachments": 0,
        "characters_reserved_per_url": CHARACTERS_RESERVED_PER_URL,
    },
    "media_attachments": {"supported_mime_types": []},
    "polls": {"max_options": 0, "max_characters_per_option": 0, "min_expiration": 300, "max_expiration": 2629746},
    "translation": {"enabled": False},
}


async def instance_v2(request: Request) -> JSONResponse:
    square = square_of(request)
    registrations = {"enabled": False, "approval_required": False, "reason_required": False, "message": None}
    return JSONResponse(
        {
            **_common(square),
            "domain": square.domain,
            "source_url": square.base_url,
            "usage": {"users": {"active_month": (await _census(square))[0]}},
            "thumbnail": {"url": f"{square.base_url}/assets/header.svg"},
            "icon": [],
            # No streaming address: there is no streaming here, so a client must poll.
            "configuration": {"urls": {}, **CONFIGURATION},
            "registrations": registrations,
            "contact": {"email": "", "account": None},
        }
    )


async def instance_v1(request: Request) -> JSONResponse:
    square = square_of(request)
    people, statuses = await _census(square)
    return JSONResponse(
        {
            **_common(square),
            "uri": square.domain,
            "short_description": DESCRIPTION,
            "email": "",
            "urls": {},
            "stats": {"user_count": people, "status_count": statuses, "domain_count": 0},
            "thumbnail": f"{square.base_url}/assets/header.svg",
            "registrations": False,
            "approval_required": False,
            "invites_enabled": False,
            "configuration": CONFIGURATION,
            "contact_account": None,
        }
    )


def _common(square: Square) -> Json:
    return {
        "title": TITLE,
        "version": square.version,
        "description": DESCRIPTION,
        "languages": ["en"],
        "rules": [],
    }


async def _census(square: Square) -> tuple[int, int]:
    """Accounts and their living statuses."""
    counted = "SELECT count(*), coalesce(sum(posted), 0) FROM accounts"
    people, statuses = await square.ledger.transact(lambda db: db.execute(counted).fetchone())
    return people, statuses


routes = [Route("/api/v2/instance", instance_v2), Route("/api/v1/instance", instance_v1)]
