"""What may be said at the stage door. Unknown fields are refused: a test with a typo must not pass."""

from typing import Annotated, Any, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.requests import Request

from deploy.local.townsquare.faults import FaultKind
from deploy.local.townsquare.refusals import Refused
from deploy.local.townsquare.square import Idempotency

M = TypeVar("M", bound=BaseModel)


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NewAccount(_Said):
    """`brand` None: as `bot`. `token` is for accounts whose token must be known before the square is up."""

    username: str
    display_name: str | None = None
    followers: Annotated[int, Field(ge=0)] | None = None
    bot: bool | None = None
    brand: bool | None = None
    token: Annotated[str, Field(min_length=8)] | None = None


class NewPost(_Said):
    """A post by an enrolled account, now or as of `created_at`.

    As a brand's account it is an answer that somebody wrote in the network's own app, past Earshot.
    """

    username: str
    text: str
    in_reply_to_id: str | None = None
    visibility: str | None = None
    language: str | None = None
    spoiler_text: str = ""
    created_at: AwareDatetime | None = None


class NewFault(_Said):
    """`on` None: posting, or reading notifications where the kind is about those. `hold` is seconds.

    `times` None: once, or without end where a `probability` is given.
    """

    kind: FaultKind
    on: Annotated[str, Field(pattern=r"^(\*|GET|POST|PUT|DELETE) /api/")] | None = None
    times: Annotated[int, Field(ge=1)] | None = None
    probability: Annotated[float, Field(gt=0, le=1)] | None = None
    seed: int = 0
    hold: Annotated[float, Field(ge=0)] = 5.0
    retry_after: Annotated[int, Field(ge=0)] | None = 1

    def where(self) -> str:
        about_reading = self.kind in {FaultKind.DUPLICATE_NOTIFICATIONS, FaultKind.REORDER_NOTIFICATIONS}
        return self.on or ("GET /api/v1/notifications" if about_reading else "POST /api/v1/statuses")

    def how_often(self) -> int | None:
        return 1 if self.times is None and self.probability is None else self.times


class NewRation(_Said):
    """How much may be posted with one token: so many tries in so many seconds."""

    posts: Annotated[int, Field(ge=1)]
    seconds: Annotated[float, Field(gt=0)]


class NewSettings(_Said):
    """`idempotency` None: as it is. `ration` None: as much as anybody likes."""

    idempotency: Idempotency | None = None
    ration: NewRation | None = None


class NewReset(_Said):
    """`keep_accounts`: people and their tokens stay, everything they did is forgotten."""

    keep_accounts: bool = False


async def one(request: Request, model: type[M]) -> M:
    """The one thing said.

    Raises:
        Refused: 422, it is not what the door takes.
    """
    return _valid(TypeAdapter(model), await request.body() or b"{}")


async def some(request: Request, model: type[M]) -> list[M]:
    """The things said: a list, or one alone. Raises as `one`."""
    body = await request.body()
    adapter: TypeAdapter[Any] = TypeAdapter(list[model])  # type: ignore[valid-type]
    found: list[M] = _valid(adapter, body if body.lstrip()[:1] == b"[" else b"[" + body + b"]")
    return found


def _valid(adapter: TypeAdapter[M], body: bytes) -> M:
    try:
        return adapter.validate_json(body)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise Refused(422, f"{'.'.join(map(str, first['loc'])) or 'body'}: {first['msg']}") from None
