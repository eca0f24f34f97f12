"""Telling whether a post shown as HTML says what we sent as plain text."""

import re
import unicodedata
from html.parser import HTMLParser
from typing import Final

_MENTION: Final = re.compile(r"(?<![=/\w])@([A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*)(?:@[\w.-]+(?::\d+)?)?")
_BREAKS: Final = ("br", "p", "div", "li", "blockquote", "pre")


def same_text(html: str, sent: str) -> bool:
    """Return whether they read the same, however the network broke lines, showed links or cut domains of handles."""
    return _bare(_shown(html)) == _bare(sent)


def _shown(html: str) -> str:
    reading = _Reader()
    reading.feed(html)
    reading.close()
    return "".join(reading.parts)


def _bare(text: str) -> str:
    """Servers show handles without their domain and do what they like with white space; the letters stay."""
    return "".join(_MENTION.sub(r"@\1", unicodedata.normalize("NFC", text)).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.parts.append("\n")
