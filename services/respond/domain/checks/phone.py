"""Telephone numbers of people, as they are written abroad and at home. Numbers that everybody may call are none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from services.respond.domain.checks.finding import Remark, Span
from services.respond.domain.checks.marked import Marked
from services.respond.domain.checks.numbers import Group, Run, digits, span
from services.respond.domain.checks.phrases import Phrases
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check

_MOST_GROUPS: Final = 8
_SHORTEST, _LONGEST = 7, 17
_CUE: Final = Phrases(
    """phone, phone number, telephone, mobile, mobile number, cell, cell phone, call (you|him|her|me) (on|at),
    whatsapp, call (him|her|me), reach (you|him|her|me) (on|at), text (him|her|me), sms""",
    """telefoon, telefoonnummer, tel, mobiel, mobiele nummer, 06 nummer, bel (je|u|hem|haar|mij) op, bereiken op,
    nummer is""",
    "Telefon, Telefonnummer, Rufnummer, Handy, Handynummer, Mobilnummer, Mobil, erreichen unter, rufen Sie unter",
    "téléphone, tél, numéro de téléphone, portable, joindre au, appelez le, votre numéro, rappeler au",
    "teléfono, móvil, número de teléfono, llamar al, llamarle al, llámame al, su número",
)
_CUE_REACHES: Final = 12
"""Code points between the cue and the number, for `is:` and the like."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How numbers are written at home. `shapes`: sizes of their groups; None: in any groups, or in none.

    `is_dotted`: groups may be parted by full stops; elsewhere that is a sum of money.
    """

    starts: tuple[str, ...]
    lengths: frozenset[int]
    shapes: frozenset[tuple[int, ...]] | None = None
    is_dotted: bool = True


_TRUNK: Final = tuple(f"0{second}" for second in range(1, 10))
_STYLES: Final = (
    _Style(_TRUNK, frozenset({9, 10, 11, 12})),  # nl, be, fr, uk, de, at
    _Style(
        ("6", "7", "8", "9"),
        frozenset({9}),
        frozenset({(3, 3, 3), (3, 2, 2, 2), (2, 3, 2, 2), (2, 3, 4)}),
        is_dotted=False,
    ),  # es
    _Style(tuple("23456789"), frozenset({10}), frozenset({(3, 3, 4)})),  # us, ca
    _Style(("1",), frozenset({11}), frozenset({(1, 3, 3, 4)})),
)
_OF_ALL: Final = {
    "31": ("0800", "0900", "0906", "0909", "088"),
    "32": ("0800", "0900", "0902", "078", "070"),
    "49": ("0800", "0180", "0137", "0900", "032"),
    "43": ("0800", "0810", "0820", "0900"),
    "33": ("080", "081", "082", "089"),
    "44": ("080", "084", "087", "09", "030", "033", "034"),
    "34": ("900", "901", "902", "803", "806", "807"),
    "1": ("800", "888", "877", "866", "855", "844", "833"),
}
"""Freephone, business and paid numbers by the country's code, as they begin at home."""
_HOME: Final = (
    *("0800", "0808", "0900", "0901", "0902", "0906", "0909", "088", "0810", "0811", "0820", "0825", "0826", "0890"),
    *("0891", "0892", "0899", "0843", "0844", "0845", "0870", "0871", "0300", "01803", "01805", "01806"),
    *("900", "901", "902", *_OF_ALL["1"], *(f"1{start}" for start in _OF_ALL["1"])),
)
"""Those that begin so in any country, as nobody's own number does in another."""


def phones(text: str, said: Sequence[Word], runs: Sequence[Run], *, taken: Marked) -> Remark | None:
    """Say which telephone numbers stand in the text, but for what is `taken` as a number of another kind."""
    cues = Marked(_CUE.found(said))
    free = [run for run in runs if not taken.touches(span(run.groups))]
    spans = tuple(found for run in free for found in _in_run(text, run, cues))
    if not spans:
        return None
    return Remark(
        check=Check.PHONE,
        what="this looks like somebody's telephone number, and everybody could read it: move it to a private message",
        spans=spans,
    )


def _in_run(text: str, run: Run, cues: Marked) -> Iterator[Span]:
    groups, first = run.groups, 0
    while first < len(groups):
        is_apart = first == 0 or " " in groups[first].before or "\u00a0" in groups[first].before
        count = _phone_at(text, run, first, cues) if is_apart else 0
        if count:
            yield span(groups[first : first + count])
        elif run.is_international and first == 0:
            return  # a desk's number; its last groups are no number of their own
        first += count or 1


def _phone_at(text: str, run: Run, first: int, cues: Marked) -> int:
    """Return how many groups from here on are a telephone number; 0: none."""
    is_international = run.is_international and first == 0
    for count in range(min(_MOST_GROUPS, len(run.groups) - first), 0, -1):
        taken = run.groups[first : first + count]
        number = digits(taken)
        if not _SHORTEST <= len(number) <= _LONGEST:
            continue
        if _is_phone(number, taken, is_international=is_international) or (
            len(number) <= 12 and not number.startswith(_HOME) and _is_called(text, taken[0].start, cues)
        ):
            return count
    return 0


def _is_phone(number: str, taken: Sequence[Group], *, is_international: bool) -> bool:
    if is_international or (number.startswith("00") and number[2:3] not in ("", "0")):
        abroad = number if is_international else number[2:]
        return 8 <= len(abroad) <= 15 and not _is_of_all_abroad(abroad)
    style = next((one for one in _STYLES if len(number) in one.lengths and number.startswith(one.starts)), None)
    if style is None or number.startswith(_HOME):
        return False
    shape = tuple(len(group.digits) for group in taken)
    is_british_desk = number.startswith("03") and shape == (4, 3, 4)
    return (
        not is_british_desk
        and (style.shapes is None or shape in style.shapes)
        and (style.is_dotted or "." not in {group.before for group in taken[1:]})
    )


def _is_of_all_abroad(number: str) -> bool:
    code = next((one for one in _OF_ALL if number.startswith(one)), None)
    if code is None:
        return False
    rest = number[len(code) :]
    home = rest if code in ("34", "1") else f"0{rest.removeprefix('0')}"
    return home.startswith(_OF_ALL[code])


def _is_called(text: str, start: int, cues: Marked) -> bool:
    """Does a word such as "telephone" stand right before it? Another number in between is another matter."""
    nearest = cues.last_before(start)
    if nearest is None or start - nearest.end > _CUE_REACHES:
        return False
    return not any(sign.isdigit() for sign in text[nearest.end : start])
