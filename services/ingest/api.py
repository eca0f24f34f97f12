"""The hot path over HTTP: raw bytes in, raw bytes out, no model of the framework's between (PERFORMANCE, habits).

The order matters: room, credentials, body within its limits, authentication, and only then anything is parsed.
"""

import asyncio
import re
from typing import Any, Final

from fastapi import FastAPI
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from services.ingest.domain.limits import BODY_BYTES
from services.ingest.gate import Full, Gate, Place
from services.ingest.handlers import Intake, Parcel
from services.ingest.metrics import REQUESTS, SECONDS
from services.ingest.openapi import OPERATION, OPERATION_FOR_SENDER
from services.ingest.openapi_schemas import SCHEMAS, SECURITY_SCHEMES
from services.ingest.problems import install_problems, problem
from services.ingest.senders import Senders, Unauthenticated
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.ids import next_traceparent

_TRACEPARENT: Final = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
_ORIGIN: Final = re.compile(r"[A-Za-z0-9.:*-]{1,255}", re.ASCII)
_METHODS: Final = {"Allow": "POST, OPTIONS"}
_AGAIN: Final = {"Retry-After": "2"}
_ACCEPTED_TYPES: Final = {
    "Accept-Post": "application/cloudevents+json, application/cloudevents-batch+json, application/json"
}


class _TooLong(Exception):
    """The body is longer than we read."""


class Events:
    """POST /v1/events and its handshake."""

    def __init__(self, *, intake: Intake, senders: Senders, gate: Gate, clock: Clock, body_seconds: float) -> None:
        self._intake = intake
        self._senders = senders
        self._gate = gate
        self._clock = clock
        self._body_seconds = body_seconds

    async def handle(self, request: Request) -> Response:
        """Answer a request for this resource."""
        return await (self.post if request.method == "POST" else self.options)(request)

    async def post(self, request: Request) -> Response:
        """Take events in. Answers as `openapi.py` says."""
        sender = "-"
        try:
            with self._gate.enter() as place:
                credentials = self._senders.presented(request.headers, now=self._clock())
                body = await self._body(request, place)
                with SECONDS.time():
                    named = request.path_params.get("sender")
                    authentic = self._senders.authenticate(credentials, body, named=named)
                    sender = authentic.sender.id
                    answer = await self._intake.take(
                        Parcel(
                            authentic=authentic,
                            headers=dict(request.headers),
                            body=body,
                            traceparent=_traceparent(request),
                            grow=place.grow,
                        )
                    )
                headers = _ACCEPTED_TYPES if answer.status == 415 else None
                response = Response(answer.body, answer.status, headers, answer.media_type)
        except Unauthenticated as reason:
            response = problem("unauthenticated", str(reason), headers={"WWW-Authenticate": 'Bearer realm="earshot"'})
        except Full:
            response = problem("busy", "Too many requests are in hand. Nothing was read.", headers=_AGAIN)
        except Unavailable:
            response = problem("kafka-away", "The events could not be made durable just now.", headers=_AGAIN)
        except _TooLong:
            detail = f"A body may be {BODY_BYTES:,} bytes long; send fewer events at a time."
            response = problem("too-large", detail, headers={"Connection": "close"})
        except TimeoutError:
            detail = f"The body did not arrive within {self._body_seconds:.0f} s."
            response = problem("too-slow", detail, headers={"Connection": "close"})
        except ClientDisconnect:
            response = Response(status_code=400)  # nobody is left to read it
        REQUESTS.labels(sender, str(response.status_code)).inc()
        return response

    async def options(self, request: Request) -> Response:
        """Consent to deliveries, as the CloudEvents webhook specification asks (abuse protection).

        Consent is cheap, since nothing is taken without credentials. A callback address is never called: who asked
        for consent reads the answer.
        """
        origin = request.headers.get("webhook-request-origin")
        if origin is None:
            return Response(status_code=204, headers={**_METHODS, **_ACCEPTED_TYPES})
        if not _ORIGIN.fullmatch(origin):
            return problem("malformed-body", "WebHook-Request-Origin must be a DNS name.")
        consent = {"WebHook-Allowed-Origin": origin, "WebHook-Allowed-Rate": "*"}
        return Response(status_code=200, headers={**_METHODS, **_ACCEPTED_TYPES, **consent})

    async def _body(self, request: Request, place: Place) -> bytes:
        announced = request.headers.get("content-length", "0")
        if announced.isdigit() and int(announced[:12]) > BODY_BYTES:
            raise _TooLong
        parts: list[bytes] = []
        size = 0
        async with asyncio.timeout(self._body_seconds):
            async for part in request.stream():
                size += len(part)
                if size > BODY_BYTES:
                    raise _TooLong
                place.grow(len(part))
                parts.append(part)
        return b"".join(parts)


_OPERATIONS: Final = {"/v1/events": OPERATION, "/v1/events/{sender}": OPERATION_FOR_SENDER}


class _App(FastAPI):
    def openapi(self) -> dict[str, Any]:
        described = super().openapi()
        described["paths"] |= {path: {"post": operation} for path, operation in _OPERATIONS.items()}
        described["components"] = {"schemas": SCHEMAS, "securitySchemes": SECURITY_SCHEMES}
        return described


def create_app(events: Events, routes: list[Route]) -> FastAPI:
    """Return the app. `routes` are added as they are (health, metrics).

    The events' routes are Starlette's own: FastAPI's would resolve the dependencies that there are none of.
    """
    app = _App(title="Earshot ingest", version="1", docs_url=None, redoc_url=None, openapi_url="/v1/openapi.json")
    install_problems(app)
    for path in _OPERATIONS:
        app.router.routes.append(Route(path, events.handle, methods=["POST", "OPTIONS"]))
    app.router.routes.extend(routes)
    return app


def _traceparent(request: Request) -> str:
    given = request.headers.get("traceparent", "")
    return next_traceparent(given if _TRACEPARENT.fullmatch(given) else None)
