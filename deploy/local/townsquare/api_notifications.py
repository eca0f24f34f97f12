"""`/api/v1/notifications`: who spoke to me. Mentions are the only kind here."""

import sqlite3

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from deploy.local.townsquare.access import signed_in, square_of
from deploy.local.townsquare.paging import link_header, page_asked, rows_of
from deploy.local.townsquare.refusals import not_found
from deploy.local.townsquare.render_account import Json
from deploy.local.townsquare.render_json import Renderer
from deploy.local.townsquare.statuses import visible_status

# Joined with living statuses: who deletes a status takes back its notifications.
_MINE = (
    "SELECT n.* FROM notifications n JOIN statuses s ON s.id = n.status_id"
    " WHERE n.account_id = :me AND s.deleted_at IS NULL"
)


async def index(request: Request) -> JSONResponse:
    """Newest first; `types[]` and `exclude_types[]` as Mastodon has them."""
    square = square_of(request)
    query = request.query_params
    page = page_asked(query, default=40, most=80)
    types = query.getlist("types[]")
    wanted = (not types or "mention" in types) and "mention" not in query.getlist("exclude_types[]")

    def work(db: sqlite3.Connection) -> tuple[list[Json], list[int]]:
        me = signed_in(db, request).id
        rows = rows_of(db, _MINE, {"me": me}, page, by="n.id") if wanted else []
        renderer = Renderer(db, square, me)
        return [_told(db, renderer, row, me) for row in rows], [row["id"] for row in rows]

    told, ids = await square.ledger.transact(work)
    address = f"{square.base_url}{request.url.path}"
    return JSONResponse(told, headers=link_header(address, query, page, ids))


async def show(request: Request) -> JSONResponse:
    square = square_of(request)

    def work(db: sqlite3.Connection) -> Json:
        me = signed_in(db, request).id
        row = db.execute(f"{_MINE} AND n.id = :id", {"me": me, "id": request.path_params["id"]}).fetchone()
        if row is None:
            raise not_found()
        return _told(db, Renderer(db, square, me), row, me)

    return JSONResponse(await square.ledger.transact(work))


def _told(db: sqlite3.Connection, renderer: Renderer, row: sqlite3.Row, me: int) -> Json:
    return renderer.notification(row, visible_status(db, row["status_id"], viewer=me))


routes = [Route("/api/v1/notifications", index), Route("/api/v1/notifications/{id}", show)]
