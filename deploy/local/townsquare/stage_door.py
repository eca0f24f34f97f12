"""`/_square/`: where tests and demos come in to set the scene and to read the ledger.

Open to whoever reaches the port.
"""

import sqlite3
from dataclasses import fields

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from deploy.local.townsquare.access import square_of
from deploy.local.townsquare.accounts import account_by_name, enrol
from deploy.local.townsquare.clock import stamp
from deploy.local.townsquare.faults import Fault
from deploy.local.townsquare.posting import Draft, post
from deploy.local.townsquare.render_account import Json
from deploy.local.townsquare.render_json import Renderer
from deploy.local.townsquare.schema import EMPTIED_BY_RESET
from deploy.local.townsquare.square import Ration
from deploy.local.townsquare.stage_requests import NewAccount, NewFault, NewPost, NewReset, NewSettings, one, some
from deploy.local.townsquare.testimony import testimony


async def accounts(request: Request) -> JSONResponse:
    """One account or a list; the same username is the same account with the same token."""
    square = square_of(request)
    said = await some(request, NewAccount)

    def work(db: sqlite3.Connection) -> list[Json]:
        at = stamp(square.clock())
        enrolled = [enrol(db, **new.model_dump(), at=at) for new in said]
        return [{"id": str(account.id), "username": account.username, "token": account.token} for account in enrolled]

    return await _as_asked(request, await square.ledger.transact(work))


async def posts(request: Request) -> JSONResponse:
    """A list of posts (or one), all or none, in their order; told as their authors see them."""
    square = square_of(request)
    said = await some(request, NewPost)

    def work(db: sqlite3.Connection) -> list[Json]:
        told = []
        for new in said:
            author = account_by_name(db, new.username).id
            draft = Draft(new.text, new.in_reply_to_id, new.visibility, new.language, new.spoiler_text)
            status = post(db, square, draft, author=author, created_at=new.created_at)
            told.append(Renderer(db, square, author).status(status))
        return told

    return await _as_asked(request, await square.ledger.transact(work))


async def ledger(request: Request) -> JSONResponse:
    """Everything; `?requests=writes` leaves the reads out of `requests`."""
    with_reads = request.query_params.get("requests") != "writes"
    told = await square_of(request).ledger.transact(lambda db: testimony(db, with_reads=with_reads))
    return JSONResponse({"settings": _settings(request), **told})


async def arm_faults(request: Request) -> JSONResponse:
    """One fault or a list; the first armed that strikes a request wins."""
    faults = square_of(request).faults
    armed = [
        faults.arm(
            new.kind,
            on=new.where(),
            times=new.how_often(),
            probability=new.probability,
            seed=new.seed,
            hold=new.hold,
            retry_after=new.retry_after,
        )
        for new in await some(request, NewFault)
    ]
    return await _as_asked(request, [_fault(fault) for fault in armed])


async def show_faults(request: Request) -> JSONResponse:
    return JSONResponse([_fault(fault) for fault in square_of(request).faults.armed()])


async def disarm_faults(request: Request) -> JSONResponse:
    square_of(request).faults.disarm()
    return JSONResponse({})


async def show_settings(request: Request) -> JSONResponse:
    return JSONResponse(_settings(request))


async def change_settings(request: Request) -> JSONResponse:
    square, said = square_of(request), await one(request, NewSettings)
    square.idempotency = said.idempotency or square.idempotency
    square.ration = None if said.ration is None else Ration(said.ration.posts, said.ration.seconds)
    return JSONResponse(_settings(request))


async def reset(request: Request) -> JSONResponse:
    """Forgets everything, disarms all faults and ends the rations; ids go on increasing."""
    square = square_of(request)
    said = await one(request, NewReset)

    def work(db: sqlite3.Connection) -> None:
        for table in EMPTIED_BY_RESET:
            db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        if said.keep_accounts:
            db.execute("UPDATE accounts SET posted = 0, last_posted_at = NULL")
        else:
            db.execute("DELETE FROM accounts")

    await square.ledger.transact(work)
    square.faults.disarm()
    square.ration = None
    return JSONResponse({})


def _settings(request: Request) -> Json:
    square = square_of(request)
    return {"idempotency": square.idempotency, "base_url": square.base_url}


def _fault(fault: Fault) -> Json:
    return {each.name: getattr(fault, each.name) for each in fields(fault) if each.name != "dice"}


async def _as_asked(request: Request, told: list[Json]) -> JSONResponse:
    """A list for a list, one for one."""
    asked_for_many = (await request.body()).lstrip()[:1] == b"["
    return JSONResponse(told if asked_for_many else told[0])


routes = [
    Route("/_square/accounts", accounts, methods=["POST"]),
    Route("/_square/posts", posts, methods=["POST"]),
    Route("/_square/ledger", ledger),
    Route("/_square/faults", arm_faults, methods=["POST"]),
    Route("/_square/faults", show_faults, methods=["GET"]),
    Route("/_square/faults", disarm_faults, methods=["DELETE"]),
    Route("/_square/settings", change_settings, methods=["POST"]),
    Route("/_square/settings", show_settings, methods=["GET"]),
    Route("/_square/reset", reset, methods=["POST"]),
]
