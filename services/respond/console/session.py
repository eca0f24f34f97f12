"""Signing in and out: a password or a key for a cookie."""

from typing import Final
from urllib.parse import parse_qs

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.address import address_of
from services.respond.api.door.agents import Agents
from services.respond.api.door.gate import unauthorised
from services.respond.api.door.origin import Origins
from services.respond.api.door.slow_down import seconds_to_wait
from services.respond.api.oversight.audited import record_try
from services.respond.api.people.me import Present
from services.respond.api.problems import Problem
from services.respond.console.render import Templates
from services.respond.console.signing_in import SigningIn
from services.respond.handlers.accounts import Accounts
from services.respond.handlers.proof import Proof
from services.respond.identity.attempts import TooMany
from services.respond.identity.guesses import SignInGuesses
from services.respond.identity.passwords import LONGEST
from shared.runtime.clock import Clock

_WRONG_KEY: Final = "That key belongs to nobody here. Ask a supervisor, or whoever keeps earshot.yaml."
_WRONG_PASSWORD: Final = "Nobody here has that name and password. Ask a supervisor, or whoever keeps earshot.yaml."  # noqa: S105
_NOTHING: Final = "Fill in your name and password, or your key."


class SignInPage:
    """The page to sign in on."""

    def __init__(self, templates: Templates, *, provider: bool) -> None:
        """`provider`: does it offer the identity provider?"""
        self._templates = templates
        self._provider = provider

    def show(self, then: str, *, status: int = 200, wrong: str | None = None, wait: int | None = None) -> Response:
        """Return it. `wait`: seconds until the next try counts."""
        return self._templates.page(
            "sign_in.html",
            status=status,
            headers={} if wait is None else {"Retry-After": str(wait)},
            then=then,
            wrong=wrong,
            provider=self._provider,
        )

    def turn_away(self, request: Request) -> Response:
        """Return what those who are nobody get: the page, or the problem for programs."""
        if not wants_page(request):
            return unauthorised()
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return self.show(own_path(asked), status=401)


def wants_page(request: Request) -> bool:
    """Does a browser ask for a page, rather than a program for data?"""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def own_path(text: str) -> str:
    """Return the path if it leads to a page of ours, otherwise the queue."""
    is_ours = text.startswith("/") and not text.startswith(("//", "/\\", "/session", "/v1/")) and text.isprintable()
    return text if is_ours else "/"


def add_session_routes(
    app: FastAPI,
    *,
    page: SignInPage,
    agents: Agents,
    accounts: Accounts,
    guesses: SignInGuesses,
    signing_in: SigningIn,
    presence: Present,
    origins: Origins,
    clock: Clock,
) -> None:
    """Add /session (sign in) and /session/end (sign out)."""
    router = APIRouter(include_in_schema=False)

    @router.get("/session")
    async def ask(then: str = "/") -> Response:
        return page.show(own_path(then))

    @router.post("/session")
    async def begin(request: Request) -> Response:
        if origins.is_foreign(request):
            raise Problem(403, "foreign_origin", "signing in has to come from the console's own page")
        form = _fields(await request.body())
        then = own_path(form.get("then", "/"))
        key, account = form.get("key", "").strip(), form.get("agent", "").strip().lower()[:64]
        if not key and not account:
            return page.show(then, status=401, wrong=_NOTHING)
        address, counted = address_of(request), None if key else account
        try:
            guesses.begin(address, counted, now=clock())
        except TooMany as error:
            seconds = seconds_to_wait(error)
            return page.show(then, status=429, wrong=f"Too many tries. Try again in {seconds} seconds.", wait=seconds)
        record_try(request)
        password = form.get("password", "")[: LONGEST + 1]
        proof = await (_by_key(agents, key) if key else accounts.prove(account, password))
        response = RedirectResponse(then, 303)
        if proof is None or not await signing_in.begin(proof, request, response):
            return page.show(then, status=401, wrong=_WRONG_KEY if key else _WRONG_PASSWORD)
        guesses.was_right(address, counted, now=clock())
        return response

    @router.post("/session/end")
    async def end(request: Request, agent: CurrentAgent) -> Response:
        response = RedirectResponse("/session", 303)
        await signing_in.end(request, response)
        await presence.leave(agent.id, now=clock())
        return response

    app.include_router(router)


async def _by_key(agents: Agents, key: str) -> Proof | None:
    agent = agents.by_key(key)
    if agent is None:
        return None
    is_in_file = agent.source == "file"

    async def holds() -> bool:
        return is_in_file or await agents.by_key_now(key) is not None

    return Proof(agent=agent, holds=holds)


def _fields(body: bytes) -> dict[str, str]:
    """Return the fields of a form as browsers send them; of what no form of ours would be, nothing."""
    try:
        found = parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}
