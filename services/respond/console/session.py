"""Signing in and out: a key for a cookie."""

import secrets
from datetime import datetime, timedelta
from typing import Final, Protocol
from urllib.parse import parse_qs

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from services.respond.api.agents import Agents
from services.respond.api.conditions import CurrentAgent
from services.respond.api.gate import COOKIE, unauthorised
from services.respond.api.me import Present
from services.respond.api.origin import Origins
from services.respond.api.problems import Problem
from services.respond.console.render import Templates
from shared.runtime.clock import Clock

_WRONG: Final = "That key belongs to nobody here. Ask a supervisor, or whoever keeps earshot.yaml."


class Sessions(Protocol):
    """Browser sessions."""

    async def begin(self, token: str, *, agent: str, now: datetime, until: datetime) -> None: ...

    async def end(self, token: str) -> None: ...


def wants_page(request: Request) -> bool:
    """Does a browser ask for a page, rather than a program for data?"""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def sign_in_page(templates: Templates, request: Request) -> Response:
    """Return what those who are nobody get: the page to sign in on, or the problem for programs."""
    if not wants_page(request):
        return unauthorised()
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return templates.page("sign_in.html", status=401, then=own_path(asked), wrong=None)


def own_path(text: str) -> str:
    """Return the path if it leads to a page of ours, otherwise the queue."""
    is_ours = text.startswith("/") and not text.startswith(("//", "/\\", "/session", "/v1/")) and text.isprintable()
    return text if is_ours else "/"


def add_session_routes(
    app: FastAPI,
    *,
    agents: Agents,
    sessions: Sessions,
    presence: Present,
    origins: Origins,
    templates: Templates,
    clock: Clock,
    lasting: timedelta,
) -> None:
    """Add /session (sign in) and /session/end (sign out)."""
    router = APIRouter(include_in_schema=False)

    @router.get("/session")
    async def ask(then: str = "/") -> Response:
        return templates.page("sign_in.html", then=own_path(then), wrong=None)

    @router.post("/session")
    async def begin(request: Request) -> Response:
        if origins.is_foreign(request):
            raise Problem(403, "foreign_origin", "signing in has to come from the console's own page")
        form = _fields(await request.body())
        then = own_path(form.get("then", "/"))
        key = form.get("key", "").strip()
        agent = agents.by_key(key)
        if agent is None:
            return templates.page("sign_in.html", status=401, then=then, wrong=_WRONG)
        token = secrets.token_urlsafe(32)
        now = clock()
        await sessions.begin(token, agent=agent.id, now=now, until=now + lasting)
        if agent.source == "api" and await agents.by_key_now(key) is None:
            # Replaced elsewhere a moment ago. Asked after the session began: whoever replaces a key ends sessions after
            # it, so that one of the two sees the other.
            await sessions.end(token)
            return templates.page("sign_in.html", status=401, then=then, wrong=_WRONG)
        request.state.agent = agent  # the audit trail is to know who it was
        response = RedirectResponse(then, 303)
        response.set_cookie(
            COOKIE,
            token,
            max_age=int(lasting.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=origins.is_https,
        )
        return response

    @router.post("/session/end")
    async def end(request: Request, agent: CurrentAgent) -> Response:
        token = request.cookies.get(COOKIE)
        if token is not None:
            await sessions.end(token)
        await presence.leave(agent.id, now=clock())
        response = RedirectResponse("/session", 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=origins.is_https)
        return response

    app.include_router(router)


def _fields(body: bytes) -> dict[str, str]:
    """Return the fields of a form as browsers send them; of what no form of ours would be, nothing."""
    try:
        found = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}
