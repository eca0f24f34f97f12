"""`/api/v1/accounts`: who somebody is, and what they posted."""

import sqlite3

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from deploy.local.townsquare.access import signed_in, square_of, viewer_of
from deploy.local.townsquare.accounts import account_by_acct, account_by_id
from deploy.local.townsquare.fields import truth
from deploy.local.townsquare.paging import link_header, page_asked, rows_of
from deploy.local.townsquare.render_account import Json, account_json, own_account_json
from deploy.local.townsquare.render_json import Renderer
from deploy.local.townsquare.statuses import VISIBLE, status_of


async def verify_credentials(request: Request) -> JSONResponse:
    square = square_of(request)

    def work(db: sqlite3.Connection) -> Json:
        return own_account_json(signed_in(db, request), base_url=square.base_url)

    return JSONResponse(await square.ledger.transact(work))


async def lookup(request: Request) -> JSONResponse:
    square = square_of(request)

    def work(db: sqlite3.Connection) -> Json:
        viewer_of(db, request)
        account = account_by_acct(db, request.query_params.get("acct", ""), domain=square.domain)
        return account_json(account, base_url=square.base_url)

    return JSONResponse(await square.ledger.transact(work))


async def show(request: Request) -> JSONResponse:
    square = square_of(request)

    def work(db: sqlite3.Connection) -> Json:
        viewer_of(db, request)
        return account_json(account_by_id(db, request.path_params["id"]), base_url=square.base_url)

    return JSONResponse(await square.ledger.transact(work))


async def statuses(request: Request) -> JSONResponse:
    """Everything of that account which the one who asks may see, newest first; to itself its direct posts too.

    `exclude_replies` keeps an account's answers to itself, as on Mastodon. Nobody boosts, pins or shows pictures here:
    `exclude_reblogs` leaves nothing out, `pinned` and `only_media` find nothing.
    """
    square = square_of(request)
    query = request.query_params
    page = page_asked(query, default=20, most=40)
    select = f"SELECT s.* FROM statuses s WHERE s.account_id = :author AND {VISIBLE}"  # noqa: S608 - our condition
    if truth(query.get("exclude_replies")):
        select += " AND (s.in_reply_to_account_id IS NULL OR s.in_reply_to_account_id = s.account_id)"
    if truth(query.get("pinned")) or truth(query.get("only_media")):
        select += " AND 0"

    def work(db: sqlite3.Connection) -> tuple[list[Json], list[int]]:
        viewer = viewer_of(db, request)
        author = account_by_id(db, request.path_params["id"])
        rows = rows_of(db, select, {"author": author.id, "viewer": viewer}, page, by="s.id")
        renderer = Renderer(db, square, viewer)
        return [renderer.status(status_of(row)) for row in rows], [row["id"] for row in rows]

    told, ids = await square.ledger.transact(work)
    address = f"{square.base_url}{request.url.path}"
    return JSONResponse(told, headers=link_header(address, query, page, ids))


routes = [
    Route("/api/v1/accounts/verify_credentials", verify_credentials),
    Route("/api/v1/accounts/lookup", lookup),
    Route("/api/v1/accounts/{id}", show),
    Route("/api/v1/accounts/{id}/statuses", statuses),
]
