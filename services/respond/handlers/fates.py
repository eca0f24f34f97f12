"""What a person knows or wants of an answer that has left the house: it is there after all, or it is to go."""

from typing import Protocol

from services.respond.domain.refusals import NotTaken
from services.respond.handlers.change import Asking, Cases, change, read
from services.respond.networks.outbound import CannotTell, Found, Published
from services.respond.publishing.one_post import taken_posts
from services.respond.publishing.receipt import posted_at
from shared.case.commands import Command
from shared.case.refused import Refused
from shared.case.reply_commands import Delete, SettlePosted
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.runtime.clock import Clock


class Networks(Protocol):
    """Looks posts of ours up. CannotTell where the network or the account is not there."""

    async def at(self, url: str, case: Case, reply: Reply) -> Found:
        """Return the post of ours at that address; None: it cannot be what is next of that answer."""
        ...

    async def saying(self, case: Case, reply: Reply) -> Found:
        """Return the post that says what is next of that answer; None: it is not there."""
        ...


class Fates:
    """Each may be asked again; the second time changes nothing. All raise NoSuchCase, Stale, Refused, Unavailable."""

    def __init__(self, *, cases: Cases, networks: Networks, clock: Clock) -> None:
        self._cases = cases
        self._networks = networks
        self._clock = clock

    async def found(self, case_id: str, reply_id: str, asking: Asking, *, url: str | None) -> Case:
        """Take somebody's word that an answer in doubt is on the network, and what the network shows of it.

        Their word is taken where the network does not let us look. Raises NotTaken where it shows otherwise.
        """
        case = await read(self._cases, case_id, asking)
        reply = case.reply(reply_id)
        seen: Published | None = None
        if reply is not None and reply.status is ReplyStatus.NEEDS_HUMAN:
            seen = await self._seen(case, reply, url)

        def settle(_: Case) -> Command:
            if reply is None or seen is None:
                return SettlePosted(reply_id=reply_id, by=asking.agent, url=url)
            at = posted_at(seen.created_at, queued_at=reply.queued_at, now=self._clock())
            return SettlePosted(
                reply_id=reply_id,
                by=asking.agent,
                native_id=seen.native_id,
                api_id=seen.api_id,
                url=seen.url or url,
                posted_at=at,
            )

        return await change(self._cases, case_id, asking, settle, clock=self._clock)

    async def delete(self, case_id: str, reply_id: str, asking: Asking) -> Case:
        """Have a posted answer deleted on the network, by the owner of its case or a supervisor."""

        def delete(case: Case) -> Command:
            if case.owner != asking.agent and not asking.is_supervisor:
                raise Refused(
                    "not_yours", "only the case's owner or a supervisor has a posted answer deleted", owner=case.owner
                )
            return Delete(reply_id=reply_id, by=asking.agent)

        return await change(self._cases, case_id, asking, delete, clock=self._clock)

    async def _seen(self, case: Case, reply: Reply, url: str | None) -> Published | None:
        if url is None:
            found = await self._networks.saying(case, reply)
        else:
            found = await self._networks.at(url, case, reply)
        if isinstance(found, CannotTell):
            return None
        if found is None or found.native_id in taken_posts(case):
            where = "" if url is None else f" at {url}"
            raise NotTaken(
                "not_there", f"the network shows no post of ours{where} that could be this answer; look again", url=url
            )
        return found
