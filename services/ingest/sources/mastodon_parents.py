"""Which post does a reply answer? Mastodon tells the id on its own server; threads speak of global ids."""

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
_ID: Final = 512


class Parents:
    """Looks parents up, a few per page of notifications, and remembers them: a storm answers one post."""

    def __init__(self, api: MastodonApi) -> None:
        self._api = api
        self._known: OrderedDict[str, Parent] = OrderedDict()
        self._left = _LOOKUPS_PER_PAGE

    def new_page(self) -> None:
        """Allow look-ups again."""
        self._left = _LOOKUPS_PER_PAGE

    async def of(self, status: Json) -> Parent:
        """Return the parent, as far as it can be told now. A mention never waits for its parent."""
        api_id = status.get("in_reply_to_id")
        if not isinstance(api_id, str):
            return Parent()
        if api_id not in self._known and self._left > 0:
            self._left -= 1
            try:
                self._remember(api_id, _parent_in(await self._api.status(api_id)))
            except Unavailable as reason:
                self._left = 0
                log.info("parent not looked up", reason=str(reason))
        return self._known.get(api_id, Parent())

    def _remember(self, api_id: str, parent: Parent) -> None:
        self._known[api_id] = parent
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)


def _parent_in(raw: bytes | None) -> Parent:
    try:
        status = orjson.loads(raw or b"null")
        parent = Parent(native_id=text_in(status, "uri"), author_id=author_id_of(status["account"]))
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return Parent()
    return parent if max(map(len, (parent.native_id or "", parent.author_id or ""))) <= _ID else Parent()
