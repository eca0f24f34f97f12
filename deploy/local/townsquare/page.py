"""What a person with a browser sees at `/`: the public timeline, threads with their answers."""

import sqlite3
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from deploy.local.townsquare.access import square_of
from deploy.local.townsquare.accounts import account_by_name
from deploy.local.townsquare.avatar import avatar_svg
from deploy.local.townsquare.page_html import profile_head, thread_html, timeline, whole_page
from deploy.local.townsquare.refusals import not_found
from deploy.local.townsquare.render_json import Renderer
from deploy.local.townsquare.square import TITLE
from deploy.local.townsquare.statuses import NOBODY, ancestors, visible_status
from deploy.local.townsquare.threads import latest_threads, thread_from

_ASSETS = {asset.name: asset for asset in (Path(__file__).parent / "assets").iterdir()}
# What people write is escaped; should that ever fail, the browser still runs nothing of it.
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'",
    "Cache-Control": "no-store",
}


async def home(request: Request) -> HTMLResponse:
    square = square_of(request)
    now = square.clock()

    def work(db: sqlite3.Connection) -> str:
        return timeline(latest_threads(db), Renderer(db, square), now=now)

    return HTMLResponse(whole_page(await square.ledger.transact(work)), headers=_HEADERS)


async def profile(request: Request) -> HTMLResponse:
    square = square_of(request)
    now = square.clock()
    username = request.path_params["username"]

    def work(db: sqlite3.Connection) -> str:
        account = account_by_name(db, username)
        return profile_head(account) + timeline(latest_threads(db, author=account.id), Renderer(db, square), now=now)

    main = await square.ledger.transact(work)
    return HTMLResponse(whole_page(main, title=f"@{username} · {TITLE}"), headers=_HEADERS)


async def thread(request: Request) -> HTMLResponse:
    """The whole thread that a status stands in."""
    square = square_of(request)
    now = square.clock()

    def work(db: sqlite3.Connection) -> str:
        status = visible_status(db, request.path_params["id"], viewer=NOBODY)
        root = next(iter(ancestors(db, status, viewer=NOBODY)), status)
        return thread_html(thread_from(db, root), Renderer(db, square), now=now)

    return HTMLResponse(whole_page(await square.ledger.transact(work)), headers=_HEADERS)


async def avatar(request: Request) -> Response:
    username = request.path_params["username"]
    svg = await square_of(request).ledger.transact(lambda db: avatar_svg(account_by_name(db, username)))
    return Response(svg, media_type="image/svg+xml")


async def asset(request: Request) -> FileResponse:
    path = _ASSETS.get(request.path_params["name"])
    if path is None:
        raise not_found()
    return FileResponse(path)


routes = [
    Route("/", home),
    Route("/@{username}", profile),
    Route("/@{username}/{id}", thread),
    Route("/avatars/{username}.svg", avatar),
    Route("/assets/{name}", asset),
]
