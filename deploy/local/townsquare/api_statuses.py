"""`/api/v1/statuses`: posting, reading, editing, deleting."""

import sqlite3
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from deploy.local.townsquare.access import signed_in, square_of, viewer_of
from deploy.local.townsquare.fields import said, truth
from deploy.local.townsquare.posting import Draft, post_once
from deploy.local.townsquare.render_account import Json
from deploy.local.townsquare.render_json import Renderer
from deploy.local.townsquare.revising import delete, edit
from deploy.local.townsquare.statuses import Status, ancestors, descendants, visible_status
from deploy.local.townsquare.witness import request_seq


async def create(request: Request) -> JSONResponse:
    square = square_of(request)
    fields = await said(request)
    draft = Draft(
        text=fields.get("status", ""),
        in_reply_to_id=fields.get("in_reply_to_id") or None,
        visibility=fields.get("visibility"),
        language=fields.get("language"),
        spoiler_text=fields.get("spoiler_text", ""),
        sensitive=bool(truth(fields.get("sensitive"))),
    )
    key = request.headers.get("idempotency-key") or None

    def work(db: sqlite3.Connection) -> Json:
        author = signed_in(db, request).id
        status = post_once(db, square, draft, author=author, key=key, request_seq=request_seq(request))
        return Renderer(db, square, author).status(status)

    return JSONResponse(await square.ledger.transact(work))


async def update(request: Request) -> JSONResponse:
    square = square_of(request)
    fields = await said(request)

    def work(db: sqlite3.Connection) -> Json:
        author = signed_in(db, request).id
        status = edit(
            db,
            square,
            request.path_params["id"],
            author=author,
            text=fields.get("status"),
            spoiler_text=fields.get("spoiler_text"),
            sensitive=truth(fields.get("sensitive")),
            request_seq=request_seq(request),
        )
        return Renderer(db, square, author).status(status)

    return JSONResponse(await square.ledger.transact(work))


async def remove(request: Request) -> JSONResponse:
    """Answers with the status as it was, its source `text` in place of `content`, for delete-and-redraft."""
    square = square_of(request)

    def work(db: sqlite3.Connection) -> Json:
        author = signed_in(db, request).id
        renderer = Renderer(db, square, author)
        status = visible_status(db, request.path_params["id"], viewer=author)
        told = renderer.status(status)
        delete(db, square, request.path_params["id"], author=author, request_seq=request_seq(request))
        return {name: value for name, value in told.items() if name != "content"} | {"text": status.text}

    return JSONResponse(await square.ledger.transact(work))


async def show(request: Request) -> JSONResponse:
    return await _read(request, lambda renderer, status: renderer.status(status))


async def context(request: Request) -> JSONResponse:
    return await _read(
        request,
        lambda told, status: {
            "ancestors": [told.status(each) for each in ancestors(told.db, status, viewer=told.viewer)],
            "descendants": [told.status(each) for each in descendants(told.db, status, viewer=told.viewer)],
        },
    )


async def source(request: Request) -> JSONResponse:
    return await _read(
        request, lambda _, status: {"id": str(status.id), "text": status.text, "spoiler_text": status.spoiler_text}
    )


async def history(request: Request) -> JSONResponse:
    return await _read(request, lambda renderer, status: renderer.versions(status))


async def _read(request: Request, render: Callable[[Renderer, Status], Json | list[Json]]) -> JSONResponse:
    square = square_of(request)

    def work(db: sqlite3.Connection) -> Json | list[Json]:
        viewer = viewer_of(db, request)
        status = visible_status(db, request.path_params["id"], viewer=viewer)
        return render(Renderer(db, square, viewer), status)

    return JSONResponse(await square.ledger.transact(work))


routes = [
    Route("/api/v1/statuses", create, methods=["POST"]),
    Route("/api/v1/statuses/{id}", show, methods=["GET"]),
    Route("/api/v1/statuses/{id}", update, methods=["PUT"]),
    Route("/api/v1/statuses/{id}", remove, methods=["DELETE"]),
    Route("/api/v1/statuses/{id}/context", context),
    Route("/api/v1/statuses/{id}/source", source),
    Route("/api/v1/statuses/{id}/history", history),
]
