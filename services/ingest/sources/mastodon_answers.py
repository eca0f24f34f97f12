"""Reading our own posts: which customer each of them answers, under the identity that we know the customer by."""

from collections import Counter
from typing import Final

from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.echoes import TO_GONE, TO_OURSELVES, echo_of_status, why_no_echo
from services.ingest.domain.limits import parsed
from services.ingest.domain.listening import NETWORK, Heard, Listening, Parent
from services.ingest.domain.mastodon_parts import Json, author_id_of
from services.ingest.domain.mastodon_status import refusing_what_is_none
from services.ingest.domain.refusal import refused
from services.ingest.sources.mastodon_api import MastodonApi
from services.ingest.sources.mastodon_page import Told
from services.ingest.sources.mastodon_parents import Parents
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

# A server that fails over one post for ever must not keep all later answers from being heard.
_TRIES: Final = 5


class AnswerReader:
    """Understands the statuses of our own account.

    Unlike a mention, an echo waits for the post that it answers: whose case it belongs to hangs on that.
    """

    def __init__(
        self, listening: Listening, *, api: MastodonApi, parents: Parents, ours: OurAccounts, clock: Clock
    ) -> None:
        self._listening = listening
        self._api = api
        self._parents = parents
        self._ours = ours
        self._clock = clock
        self._failures: Counter[str] = Counter()

    def new_page(self) -> None:
        """Nothing is counted by page here."""

    async def read(self, raw: bytes) -> Told:
        """Return the echo. Raises Refused, Unavailable."""
        status = parsed(raw)
        if not isinstance(status, dict) or not isinstance(status.get("id"), str):
            raise refused("A status is an object with an id.")
        ignored = why_no_echo(status, self._listening)
        if ignored is not None:
            return Told(ignored=ignored)
        parent = await self._parent(status)
        customer_id = parent.author_id or await self._looked_up(str(status["in_reply_to_account_id"]))
        if customer_id is None:
            return Told(ignored=TO_GONE)
        if self._ours.wrote(network=NETWORK, account_id=self._listening.account_id, author_id=customer_id):
            return Told(ignored=TO_OURSELVES)
        heard = Heard(status=status, raw=raw, parent=parent)
        echo = echo_of_status(heard, customer_id, self._listening, now=self._clock())
        self._parents.know(status)
        return Told(mentions=(echo,))

    async def _parent(self, status: Json) -> Parent:
        try:
            parent = await self._parents.answered_by_ours(status)
        except Unavailable:
            self._failures[status["id"]] += 1
            if self._failures[status["id"]] < _TRIES:
                raise
            parent = Parent()
        del self._failures[status["id"]]
        return parent

    async def _looked_up(self, account: str) -> str | None:
        found = await self._api.account(account)
        if found is None:
            return None
        with refusing_what_is_none():
            return author_id_of(parsed(found))
