"""How telephone numbers are written at home, and which of them everybody may call."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Style:
    """How numbers are written at home. `shapes`: sizes of their groups; None: in any groups, or in none.

    `is_dotted`: groups may be parted by full stops; elsewhere that is a sum of money.
    """

    starts: tuple[str, ...]
    lengths: frozenset[int]
    shapes: frozenset[tuple[int, ...]] | None = None
    is_dotted: bool = True


_TRUNK: Final = tuple(f"0{second}" for second in range(1, 10))
STYLES: Final = (
    Style(_TRUNK, frozenset({9, 10, 11, 12})),  # nl, be, fr, uk, de, at
    Style(
        ("6", "7", "8", "9"),
        frozenset({9}),
        frozenset({(3, 3, 3), (3, 2, 2, 2), (2, 3, 2, 2), (2, 3, 4)}),
        is_dotted=False,
    ),  # es
    Style(tuple("23456789"), frozenset({10}), frozenset({(3, 3, 4)})),  # us, ca
    Style(("1",), frozenset({11}), frozenset({(1, 3, 3, 4)})),
)
OF_ALL: Final = {
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
OF_ALL_AT_HOME: Final = (
    *("0800", "0808", "0900", "0901", "0902", "0906", "0909", "088", "0810", "0811", "0820", "0825", "0826", "0890"),
    *("0891", "0892", "0899", "0843", "0844", "0845", "0870", "0871", "0300", "01803", "01805", "01806"),
    *("900", "901", "902", *OF_ALL["1"], *(f"1{start}" for start in OF_ALL["1"])),
)
"""Those that begin so in any country, as nobody's own number does in another."""
