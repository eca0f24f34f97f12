"""Of a request only ids and the names of known fields and actions reach the audit trail."""

from typing import Literal

import pytest
from fastapi import APIRouter
from pydantic import BaseModel

from services.respond.api.oversight.named import UNREADABLE, actions_named, cases_named, ids_named


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        (None, ()),
        (["c-1"], ()),
        ({"case": "c-1"}, ("c-1",)),
        ({"cases": [{"id": "c-1", "version": 3}, "c-2"]}, ("c-1", "c-2")),
        ({"case": "joe complained that his parcel is late"}, (UNREADABLE,)),
        ({"cases": [{"id": {"$gt": ""}}, None, {}]}, (UNREADABLE,) * 3),
        ({"cases": "c-1"}, ()),
        ({"cases": ["c-1"] * 5_000}, ("c-1",) * 200),
    ],
)
def test_cases_are_named_by_id_and_nothing_else_is_taken_for_one(body: object, cases: tuple[str, ...]) -> None:
    assert cases_named(body) == cases


def test_an_id_in_the_path_that_is_none_is_not_repeated() -> None:
    assert ids_named({"case_id": "c-1"}, "case_id") == ("c-1",)
    assert ids_named({"case_id": "my card is 4111 1111 1111 1111"}, "case_id") == (UNREADABLE,)
    assert ids_named({}, "case_id") == ()


class Doing(BaseModel):
    """What a route takes."""

    action: Literal["tag", "untag"]


def test_an_action_is_named_where_the_route_knows_it() -> None:
    router = APIRouter()

    @router.post("/bulk")
    async def bulk(given: Doing) -> None:
        raise NotImplementedError(given)

    [route] = router.routes
    asked = ("untag", "joe complained", {"tag": 1}, None)
    assert [actions_named(route, {"action": one}) for one in asked] == [("action:untag",), (), (), ()]
    assert (actions_named(route, ["tag"]), actions_named(None, {"action": "tag"})) == ((), ())
