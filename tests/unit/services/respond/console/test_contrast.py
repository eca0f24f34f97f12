"""What is read has at least 4.5:1 against its ground, in light and in dark (WCAG 2.2 AA, 1.4.3); edges 3:1 (1.4.11)."""

import re
from typing import Final

import pytest

from services.respond.console.assets import FILES

TOKEN: Final = re.compile(r"--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);")
TOKENS: Final = {name: pair for name, *pair in TOKEN.findall((FILES / "tokens.css").read_text())}
GROUNDS: Final = ("ground", "surface", "raised")
TEXTS: Final = [
    *((text, ground) for text in ("ink", "soft") for ground in (*GROUNDS, "accent-wash", "private-wash")),
    *((text, ground) for text in ("accent", "late", "soon", "private", "met") for ground in ("ground", "surface")),
    *((kind, f"{kind}-wash") for kind in ("accent", "late", "soon", "met", "private")),
    *(("ink", f"{kind}-wash") for kind in ("late", "soon", "met")),
    ("on-accent", "accent"),
    ("on-mark", "mark"),
    ("on-block-mark", "block-mark"),
]
EDGES: Final = [
    *((edge, ground) for edge in ("edge", "focus") for ground in ("ground", "surface", "raised")),
    ("private-edge", "ground"),
    ("private-edge", "private-wash"),
    ("focus", "private-wash"),
]


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_most_that_there_is() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS, ids=" on ".join)
def test_text_can_be_read(text: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[text][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES, ids=" on ".join)
def test_edges_of_what_one_uses_can_be_seen(edge: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[edge][theme], TOKENS[ground][theme]) >= 3


def test_styles_use_no_colours_but_the_tokens() -> None:
    """So that what holds of the tokens holds of the pages. A dialog's backdrop and shadows are no ground of text."""
    for file in FILES.glob("*.css"):
        lines = [line for line in file.read_text().splitlines() if "--" not in line and "::backdrop" not in line]
        assert not re.findall(r"#[0-9a-f]{3,8}\b(?=[;, )])|rgba?\(|hsl", "\n".join(lines)), file.name
