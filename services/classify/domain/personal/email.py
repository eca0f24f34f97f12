"""E-mail addresses, also those written in words to hide them from machines: `jo at example dot org`."""

import re
from typing import Final

from shared.personal.email_address import addresses
from shared.personal.span import Span

# Bounded everywhere and anchored on ` at `, so each place costs at most a fixed number of steps; `+` behind a bound
# keeps what it has: the hyphens of `-dot-dot-dot` could be shared out in thousands of ways.
_SPOKEN: Final = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,40}+ ?[\[(]?(?: at |@|\bat\b)[\])]? ?[A-Za-z0-9-]{1,40}+"
    r"(?: ?[\[(]?(?: dot | punkt | punt | point | punto |\bdot\b)[\])]? ?[A-Za-z0-9-]{1,40}+){0,2}"
    r" ?[\[(]?(?: dot | punkt | punt | point | punto |\bdot\b)[\])]? ?"
    r"(?:com|org|net|info|eu|nl|be|de|at|ch|fr|es|uk|ie|io)\b",
    re.IGNORECASE,
)
_DOTS: Final = (" dot ", "(dot)", "[dot]", " punkt ", "(punkt)", " punt ", "(punt)", " point ", " punto ")


def emails(text: str) -> list[Span]:
    """Return where addresses of people stand."""
    found = list(addresses(text)) if "@" in text else []
    lowered = text.lower()
    if len(lowered) == len(text) and any(dot in lowered for dot in _DOTS):
        apart = {place for one in found for place in (one.start, one.end - 1)}
        found += [Span(*one.span()) for one in _SPOKEN.finditer(text) if not apart & set(range(one.start(), one.end()))]
    return sorted(found)
