"""Many cases out of a few: a case's BSON is copied, with ids, keys and bucket of its own and all its instants moved.

All instants move by the same time, so every value that a case derives from itself is right in the copy too. Opening a
million cases one by one would take longer than everything that is measured; a copy takes a few microseconds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from struct import pack
from typing import Any, Final

from bson import decode, encode
from bson.codec_options import CodecOptions
from bson.raw_bson import RawBSONDocument

from shared.case.kept.document import to_document
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove
from tests.bench.armed import NAME

_AWARE: Final[CodecOptions[dict[str, Any]]] = CodecOptions(tz_aware=True, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_BUCKET: Final = b"\x10bucket\x00"
_GOLDEN: Final = 0.618033988749895

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A case that waits for `move` at `at`; its clock's log has `lines` until then, and it is at `version`."""

    case_id: str
    at: datetime
    move: str
    lines: int
    version: int
    document: RawBSONDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A case's BSON, and where in it stands what every copy has of its own."""

    raw: bytes
    move: str
    due_at: datetime
    lines: int
    version: int
    names: Places
    cases: Places
    events: Places
    bucket: int
    instants: tuple[tuple[int, int], ...]
    """Each with its milliseconds since 1970."""

    def copy(self, name: str, *, due_at: datetime) -> Due:
        """Return the case of another customer, due at another instant. `name`: 8 letters or digits, and no other's."""
        if len(name) != len(NAME):
            raise ValueError(f"{name!r} has not {len(NAME)} characters")
        event = sha256(name.encode()).hexdigest()
        case_id = f"c-{event[:20]}"
        raw = bytearray(self.raw)
        for own, places in ((name, self.names), (case_id, self.cases), (event, self.events)):
            for place in places:
                raw[place : place + len(own)] = own.encode()
        raw[self.bucket] = sha256(case_id.encode()).digest()[0]
        later = (due_at - self.due_at) // _MILLISECOND
        for place, instant in self.instants:
            raw[place : place + 8] = pack("<q", instant + later)
        return Due(
            case_id=case_id,
            at=due_at,
            move=self.move,
            lines=self.lines,
            version=self.version,
            document=RawBSONDocument(bytes(raw)),
        )


def template(case: Case) -> Template:
    """Return the template of an armed case with one message, whose customer's and post's ids have NAME in them."""
    raw = encode(to_document(case))
    document = decode(raw, _AWARE)
    first = case.clocks[0]
    [bucket] = _places(raw, _BUCKET)
    return Template(
        raw=raw,
        move=ClockMove.WARN if first.first(ClockMove.WARN) is None else ClockMove.BREACH,
        due_at=document["clock_due_at"],
        lines=len(first.log),
        version=case.version,
        names=_places(raw, NAME.encode()),
        cases=_places(raw, case.id.encode()),
        events=_places(raw, case.messages[0].id.encode()),
        bucket=bucket + len(_BUCKET),
        instants=tuple(
            (place, instant)
            for instant in sorted({_milliseconds(at) for at in _instants(document)})
            for place in _places(raw, pack("<q", instant))
        ),
    )


def far(kinds: Sequence[Template], count: int, *, first: datetime, within: timedelta) -> Iterator[RawBSONDocument]:
    """Give cases that are due from `first` on, spread over `within` in no order."""
    for number in range(count):
        # Neighbours in the collection are far apart in the due index, as they are in life.
        at = first + _whole(within * (number * _GOLDEN % 1))
        yield kinds[number % len(kinds)].copy(f"f{number:07x}", due_at=at).document


def load(kinds: Sequence[Template], count: int, *, letter: str, first: datetime, per_second: float) -> list[Due]:
    """Return cases that fall due evenly, one after the other. `letter`: of this load alone, and not f."""
    return [
        kinds[number % len(kinds)].copy(
            f"{letter}{number:07x}", due_at=first + _whole(timedelta(seconds=number / per_second))
        )
        for number in range(count)
    ]


def _places(raw: bytes, wanted: bytes) -> Places:
    found = []
    place = raw.find(wanted)
    while place >= 0:
        found.append(place)
        place = raw.find(wanted, place + 1)
    return tuple(found)


def _instants(value: Any) -> Iterator[datetime]:
    if isinstance(value, datetime):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _instants(one)


def _milliseconds(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // _MILLISECOND


def _whole(span: timedelta) -> timedelta:
    """To the millisecond, as MongoDB keeps instants."""
    return span // _MILLISECOND * _MILLISECOND
