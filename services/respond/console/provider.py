"""/session/provider: signing a browser in at the identity provider."""

import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Annotated, Final

import structlog
from fastapi import APIRouter, FastAPI, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from services.respond.api.door.address import address_of
from services.respond.api.door.origin import Origins
from services.respond.api.door.slow_down import seconds_to_wait
from services.respond.api.oversight.audited import record_try
from services.respond.console.render import Templates
from services.respond.console.session import SignInPage, own_path
from services.respond.console.signing_in import SigningIn
from services.respond.domain.claims import NotBelieved
from services.respond.handlers.proof import Proof
from services.respond.identity.attempts import TooMany
from services.respond.identity.code_flow import Begun, CodeFlow
from services.respond.identity.guesses import SignInGuesses
from services.respond.store.sign_ins import SignIns, Waiting
from shared.runtime.clock import Clock

log = structlog.get_logger()

PROVIDER: Final = "/session/provider"
CALLBACK: Final = "/session/provider/callback"
BROWSER: Final = "earshot_sign_in"
_SOON: Final = timedelta(minutes=10)
_LATE: Final = "That took too long, or was begun in another browser. Please begin again."
_REFUSED: Final = "Your organisation did not let you in."
_UNKNOWN: Final = "Your organisation knows you, but nobody here has your name. Ask a supervisor to add you."

Prove = Callable[[str], Awaitable[Proof | None]]
"""Returns the agent of that name; None: there is none, or it is also a support platform's."""
Said = Annotated[str, Query(max_length=4096)]


def add_provider_routes(
    app: FastAPI,
    *,
    flow: CodeFlow,
    sign_ins: SignIns,
    prove: Prove,
    page: SignInPage,
    templates: Templates,
    signing_in: SigningIn,
    guesses: SignInGuesses,
    origins: Origins,
    clock: Clock,
) -> None:
    """Add the routes."""
    router = APIRouter(include_in_schema=False)

    @router.get(PROVIDER)
    async def begin(request: Request, then: str = "/") -> Response:
        try:
            guesses.begin(address_of(request), None, now=clock())
        except TooMany as error:
            seconds = seconds_to_wait(error)
            wrong = f"Too many tries. Try again in {seconds} seconds."
            return page.show(own_path(then), status=429, wrong=wrong, wait=seconds)
        state, browser = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        begun = Begun(nonce=secrets.token_urlsafe(32), verifier=secrets.token_urlsafe(64))
        response = RedirectResponse(await flow.address(begun, state=state), 303)
        waiting = Waiting(begun=begun, then=own_path(then))
        await sign_ins.keep(waiting, state=state, browser=browser, until=clock() + _SOON)
        # Lax, unlike the session: it has to come along when the provider sends the browser back.
        response.set_cookie(
            BROWSER,
            browser,
            max_age=int(_SOON.total_seconds()),
            path=PROVIDER,
            httponly=True,
            samesite="lax",
            secure=origins.is_https,
        )
        return response

    @router.get(CALLBACK)
    async def finish(
        request: Request, state: Said = "", code: Said = "", iss: Said | None = None, error: Said | None = None
    ) -> Response:
        browser = request.cookies.get(BROWSER, "")
        waiting = await sign_ins.take(state=state, browser=browser, now=clock())
        if waiting is None:
            return page.show("/", status=401, wrong=_LATE)
        record_try(request)  # its beginning was counted
        if error is not None or not code:
            return page.show(waiting.then, status=401, wrong=_REFUSED)
        try:
            subject = await flow.subject(waiting.begun, code=code, issuer=iss, now=clock())
        except NotBelieved as reason:
            log.warning("a sign-in at the identity provider is not believed", reason=str(reason))
            return page.show(waiting.then, status=401, wrong=_REFUSED)
        proof = await prove(subject)
        # A page and no redirect: a browser that comes from the provider would not send the strict cookie along.
        response = templates.page("continue.html", then=waiting.then)
        if proof is None or not await signing_in.begin(proof, request, response):
            return page.show(waiting.then, status=401, wrong=_UNKNOWN)
        guesses.was_right(address_of(request), None, now=clock())
        response.delete_cookie(BROWSER, path=PROVIDER, httponly=True, samesite="lax", secure=origins.is_https)
        return response

    app.include_router(router)
