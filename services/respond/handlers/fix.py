"""Putting a corrected record in the place of one that was set aside."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, Final, Protocol

from pydantic import ValidationError

from services.respond.domain.addressed import Addressed, addressed
from services.respond.domain.json_places import Places
from services.respond.domain.letter import KeptLetter
from services.respond.domain.refusals import NotTaken
from services.respond.domain.scope import Scope
from services.respond.handlers.replay import NoSuchLetter, Send, topic_of
from shared.case.refused import Refused
from shared.contracts.contract import Contract
from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import pack
from shared.contracts.topics import Topic
from shared.kafka.record import Headers, Outgoing
from shared.runtime.clock import Clock

MOST_FIXES: Final = 10
_MOST_PROBLEMS: Final = 20
_MOST_LISTED: Final = 1_000
"""Values that are wrong; of more, not even the first are told: making the list would hold everybody up."""


class Letters(Protocol):
    """The quarantine."""

    async def get(self, scope: Scope, letter_id: str) -> KeptLetter | None: ...

    async def fixed(self, letter_id: str, *, by: str, at: datetime, value: str) -> None: ...


class Fixes:
    """Sends corrected records. The original stays as it was, beside who corrected it to what."""

    def __init__(
        self,
        *,
        letters: Letters,
        send: Send,
        brands: Collection[str],
        accounts: Mapping[str, str],
        clock: Clock,
    ) -> None:
        """`brands`: all that there are. `accounts`: the brands of our own accounts, by account id."""
        self._letters = letters
        self._send = send
        self._brands = frozenset(brands)
        self._accounts = accounts
        self._clock = clock

    async def fix(self, letter_id: str, value: str, *, by: str, scope: Scope) -> KeptLetter:
        """Check the corrected record, send it, take note of it, and return the letter as it then is.

        As with a replay the record goes first and the note second: asked again, it has no second effect.
        Raises NoSuchLetter, NotTaken (`errors` say what is wrong, and in which line), Refused and Unavailable.
        """
        kept = await self._get(letter_id, scope)
        topic = topic_of(kept.letter)
        if len(kept.fixes) >= MOST_FIXES:
            raise Refused("fixed_too_often", f"this was corrected {MOST_FIXES} times already; look at what is wrong")
        fact = read_as(_contract(topic, kept.letter), value)
        place = self._place(fact, value, scope)
        now = self._clock()
        headers = _headers(kept.letter, topic, fact, now=now)
        # The text as it was written: what a newer version of ours put into it is not lost on the way.
        record = Outgoing(topic=topic.name, key=place.key.encode(), value=value.encode(), headers=headers)
        await self._send([record])
        await self._letters.fixed(letter_id, by=by, at=now, value=value)
        return await self._get(letter_id, scope)

    def _place(self, fact: Contract, value: str, scope: Scope) -> Addressed:
        """Nobody writes into a brand that they do not see, nor into one that there is not, nor below one's account
        into another's: a case is answered from the account that its mention names."""
        place = addressed(fact)
        if place.brand is None and not scope.is_all:
            raise NoSuchLetter("a record of no brand is corrected by those who see all")
        if place.brand is not None and (place.brand not in self._brands or not scope.sees(place.brand)):
            raise _not_taken([_problem(Places(value), (*_within(fact), "brand"), "there is no such brand among yours")])
        account = getattr(getattr(fact, "mention", fact), "account_id", None)
        if self._accounts.get(account or "", place.brand) != place.brand:
            raise _not_taken(
                [_problem(Places(value), (*_within(fact), "account_id"), "this account is not the brand's")]
            )
        return place

    async def _get(self, letter_id: str, scope: Scope) -> KeptLetter:
        kept = await self._letters.get(scope, letter_id)
        if kept is None:
            raise NoSuchLetter(letter_id)
        return kept


def read_as(contract: type[Contract], value: str) -> Contract:
    """Return the record that the text is. Raises NotTaken."""
    try:
        json.loads(value)
    except json.JSONDecodeError as error:
        what = f"no JSON: {error.msg[:1].lower()}{error.msg[1:]}, column {error.colno}"
        raise _not_taken([{"where": "/", "line": error.lineno, "what": what}]) from None
    except RecursionError:
        raise _not_taken([{"where": "/", "line": 1, "what": "no JSON of ours: nested too deeply"}]) from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        raise _not_taken([{"where": "/", "line": 1, "what": "no JSON of ours: a number is too long"}]) from None
    try:
        return contract.model_validate_json(value)
    except ValidationError as error:
        if error.error_count() > _MOST_LISTED:
            what = f"another thing altogether: {error.error_count():,} values of it are wrong"
            raise _not_taken([{"where": "/", "line": 1, "what": what}]) from None
        found, places = error.errors(include_input=False, include_url=False)[:_MOST_PROBLEMS], Places(value)
        raise _not_taken([_problem(places, one["loc"], one["msg"]) for one in found]) from None


def _within(fact: Contract) -> tuple[str, ...]:
    """Return where in a record its mention stands."""
    return ("mention",) if hasattr(fact, "mention") else ()


def _contract(topic: Topic, letter: DeadLetter) -> type[Contract]:
    """What the topic carries; of several, what the record's header says that it is."""
    said = dict(letter.header_bytes()).get("ce_type", b"").decode("utf-8", "replace")
    return next((one for one in topic.carries if one.ce_type == said), topic.carries[0])


def _headers(letter: DeadLetter, topic: Topic, fact: Contract, *, now: datetime) -> Headers:
    """Headers that are right, whatever was wrong with the original's; the trace goes on."""
    found = dict(letter.header_bytes())
    trace = found.get("traceparent")
    return pack(
        topic,
        fact,
        key="",
        fact_id=found.get("ce_id", letter.letter_id.encode()).decode("utf-8", "replace"),
        source="/earshot/respond/quarantine",
        at=now,
        traceparent=None if trace is None else trace.decode("ascii", "replace"),
    ).headers


def _problem(places: Places, path: tuple[str | int, ...], what: str) -> dict[str, Any]:
    return {"where": "/" + "/".join(str(step) for step in path), "line": places.line_of(path), "what": what}


def _not_taken(problems: list[dict[str, Any]]) -> NotTaken:
    return NotTaken("not_a_record", "this is not what its topic carries; nothing was sent", errors=problems)
