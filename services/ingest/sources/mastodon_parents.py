"""Which post does a status answer, and whose? Mastodon tells ids on its own server; threads speak of global ids."""

from collections import OrderedDict
from typing import Final

import orjson
import structlog

from services.ingest.domain.listening import Parent
from services.ingest.domain.mastodon_parts import Json, author_id_of, text_in
from services.ingest.sources.mastodon_api import MastodonApi
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_REMEMBERED: Final = 2_000
_LOOKUPS_PER_PAGE: Final = 10
_OWN_BETWEEN: Final = 10
_ID: Final = 512


class Parents:
    """Looks posts and their authors up, and remembers them: a storm answers one post."""

    def __init__(self, api: MastodonApi) -> None:
        self._api = api
        self._known: OrderedDict[str, Parent] = OrderedDict()
        self._left = _LOOKUPS_PER_PAGE

    def new_page(self) -> None:
        """Allow `of` to look up again, a few per page."""
        self._left = _LOOKUPS_PER_PAGE

    def know(self, status: Json) -> None:
        """Remember a status that was read anyway, so that it need not be looked up when it is answered."""
        api_id, parent = status.get("id"), _parent_in(status)
        if isinstance(api_id, str) and parent != Parent():
            self._remember(api_id, parent)

    async def of(self, status: Json) -> Parent:
        """Return the parent, as far as it can be told now. A mention never waits for its parent."""
        api_id = status.get("in_reply_to_id")
        if not isinstance(api_id, str):
            return Parent()
        if api_id not in self._known and self._left > 0:
            self._left -= 1
            try:
                await self._find(api_id)
            except Unavailable as reason:
                self._left = 0
                log.info("parent not looked up", reason=str(reason))
        return self._known.get(api_id, Parent())

    async def answered_by_ours(self, status: Json) -> Parent:
        """Return the customer's post that one of ours answers, above those of ours that lie between.

        Unknown where it is gone. Raises Unavailable.
        """
        customer = status.get("in_reply_to_account_id")
        api_id = status.get("in_reply_to_id")
        for _ in range(_OWN_BETWEEN):
            if not isinstance(api_id, str):
                break
            parent = await self._find(api_id)
            if parent.author_api_id == customer:
                return parent
            api_id = parent.answers
        return Parent()

    async def _find(self, api_id: str) -> Parent:
        if api_id not in self._known:
            self._remember(api_id, _parent_in(_read(await self._api.status(api_id))))
        return self._known[api_id]

    def _remember(self, api_id: str, parent: Parent) -> None:
        self._known[api_id] = parent
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)


def _read(raw: bytes | None) -> Json:
    try:
        found = orjson.loads(raw or b"null")
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _parent_in(status: Json) -> Parent:
    try:
        account, answers = status["account"], status.get("in_reply_to_id")
        parent = Parent(
            native_id=text_in(status, "uri"),
            author_id=author_id_of(account),
            author_api_id=account.get("id"),
            answers=answers if isinstance(answers, str) else None,
        )
    except (KeyError, TypeError, AttributeError):
        return Parent()
    return parent if max(map(len, (parent.native_id or "", parent.author_id or ""))) <= _ID else Parent()
