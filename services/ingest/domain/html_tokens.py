"""HTML as texts and tags, in a time that grows with its length alone.

The standard library's HTMLParser was measured to need minutes for 250 KB of unclosed tags (Python 3.11), and what a
remote server calls HTML is not ours to trust. This reads what sanitisers write: quoted attributes, no `<` or `>` inside
tags. The quantifiers are possessive (`++`), so that nothing is read twice.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final

_TOKEN: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*+)([^<>]*+)>|<?[^<]*+")
_ATTRIBUTE: Final = re.compile(r"\s([A-Za-z-]++)=(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or an end tag. Names are in lower case; of a repeated attribute the last counts."""

    name: str
    closes: bool
    attributes: Mapping[str, str]


def tokens(html: str) -> Iterator[Tag | str]:
    """Yield tags, and texts with their entities resolved. Comments are left out; a stray `<` is text."""
    for found in _TOKEN.finditer(_without_comments(html)):
        slash, name, rest = found.groups()
        if name:
            attributes = {key.lower(): unescape(double or single) for key, double, single in _ATTRIBUTE.findall(rest)}
            yield Tag(name.lower(), slash == "/", attributes)
        elif found[0]:
            yield unescape(found[0])


def _without_comments(html: str) -> str:
    first, *others = html.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)
