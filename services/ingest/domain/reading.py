"""From the body of a request to its items, and from an item to a verdict."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.cloudevents import CloudEvent, Mode, binary, mode_of, structured
from services.ingest.domain.limits import BATCH_ITEMS
from services.ingest.domain.mention import Origin, mention_of
from services.ingest.domain.mention_data import read_data
from services.ingest.domain.refusal import Flaw, Path, Refused, Wrong, refused
from services.ingest.domain.slices import elements
from services.ingest.domain.verdicts import Accepted, Ignored, Quarantined, Verdict

EVENT_TYPE: Final = "mention.v1"
OWN_POST: Final = "own post"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    place: Path
    raw: bytes
    read: Callable[[], CloudEvent]
    body_is_data: bool = False


def verdicts(
    headers: Mapping[str, str], plain: bytes, origin: Origin, *, accounts: OurAccounts, now: datetime
) -> list[Verdict]:
    """Return a verdict for each item of a body without content encoding.

    Raises Refused when no items can be found in it.
    """
    return [_judged(item, origin, accounts, now) for item in _items(headers, plain)]


def _items(headers: Mapping[str, str], plain: bytes) -> list[_Item]:
    match mode_of(headers.get("content-type"), headers):
        case Mode.BATCHED:
            slices = elements(plain, most=BATCH_ITEMS)
            if not slices:
                raise refused(f"A batch holds 1 to {BATCH_ITEMS:,} events.", wrong=Wrong.EMPTY_BATCH)
            return [_Item(place=(index,), raw=raw, read=partial(structured, raw)) for index, raw in enumerate(slices)]
        case Mode.STRUCTURED:
            return [_Item(place=(), raw=plain, read=partial(structured, plain))]
        case Mode.BINARY:
            return [_Item(place=(), raw=plain, read=partial(binary, headers, plain), body_is_data=True)]


def _judged(item: _Item, origin: Origin, accounts: OurAccounts, now: datetime) -> Verdict:
    try:
        event = item.read()
        if event.type != EVENT_TYPE and not event.type.endswith(f".{EVENT_TYPE}"):
            raise refused(f"This station takes events whose type ends in {EVENT_TYPE}.", "type")
        mention = mention_of(read_data(event.data), event, origin, accounts=accounts, now=now)
    except Refused as refusal:
        return Quarantined(item.raw, _seen_from_body(refusal) if item.body_is_data else refusal, item.place)
    if accounts.wrote(network=mention.network, account_id=mention.account_id, author_id=mention.author.id):
        return Ignored(event.id, mention.event_id, OWN_POST)
    return Accepted(event.id, mention)


def _seen_from_body(refusal: Refused) -> Refused:
    """In binary mode the attributes stand in headers, and the body is the data."""
    flaws = [
        Flaw(flaw.detail, flaw.path[1:])
        if flaw.path[:1] == ("data",)
        else Flaw(flaw.detail, header=flaw.header or (f"ce-{flaw.path[0]}" if flaw.path else None))
        for flaw in refusal.flaws
    ]
    return Refused(refusal.wrong, *flaws)
