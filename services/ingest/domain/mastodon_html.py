"""The HTML that Mastodon servers make of a post, back to the text that its author wrote.

Paragraphs and line breaks become line feeds; a link whose address is cut for display (its ends in hidden spans) becomes
the whole address again; the places of mentions, links and hashtags are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final, Literal

from services.ingest.domain.text import composed
from shared.contracts.mention import Entity

_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT: Final = frozenset({"script", "style", "template", "noscript"})
_VOID: Final = frozenset({"br", "img", "wbr", "hr", "input"})
# What Mastodon 4.5 puts before a quote for servers that know no quotes.
_FALLBACK: Final = "quote-inline"

Kind = Literal["mention", "link", "hashtag"]


@dataclass(slots=True)
class _Anchor:
    start: int
    part: int
    href: str
    classes: frozenset[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []
        self._break_due = 0
        self._anchor: _Anchor | None = None
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = frozenset(given.get("class", "").split())
        if self._silent or tag in _SILENT or _FALLBACK in classes:
            if tag not in _VOID:
                self._silent.append(tag)
            return
        if tag == "br":
            self._write("\n")
        elif tag in _BLOCKS:
            self._break_due = max(self._break_due, 2)
        elif tag == "li":
            self._break_due = max(self._break_due, 1)
            self._write("- ")
        elif tag == "a":
            self._close_anchor()
            self._flush_break()
            self._anchor = _Anchor(self.length, len(self.parts), given.get("href", ""), classes)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
        elif tag == "a":
            self._close_anchor()
        elif tag in _BLOCKS:
            self._break_due = max(self._break_due, 2)

    def handle_data(self, data: str) -> None:
        if not self._silent and data:
            self._write(data)

    def finish(self) -> None:
        self.close()
        self._close_anchor()

    def _write(self, text: str) -> None:
        self._flush_break()
        self.parts.append(text)
        self.length += len(text)

    def _flush_break(self) -> None:
        if self._break_due and self.length:
            self.parts.append("\n" * self._break_due)
            self.length += self._break_due
        self._break_due = 0

    def _close_anchor(self) -> None:
        anchor, self._anchor = self._anchor, None
        if anchor is None or anchor.start == self.length:
            return
        shown = "".join(self.parts[anchor.part :])
        kind: Kind = "link"
        target = None
        if "hashtag" in anchor.classes or shown.startswith("#"):
            kind, target = "hashtag", shown.removeprefix("#").lower()
        elif "mention" in anchor.classes and shown.startswith("@"):
            kind, target = "mention", anchor.href
        self.entities.append(
            Entity(
                type=kind,
                start=anchor.start,
                end=self.length,
                target_id=None if target is None else target[:512],
                url=anchor.href[:4_096] or None,
            )
        )


def plain_text(html: str, *, identities: Mapping[str, str] | None = None) -> tuple[str, tuple[Entity, ...]]:
    """Return the text in NFC with its entities (offsets in code points).

    `identities` gives the identity of a mentioned account by the address that its link has.
    """
    reader = _Reader()
    reader.feed(html.replace("\0", "\ufffd"))
    reader.finish()
    text = "".join(reader.parts)
    end = len(text.rstrip())
    known = identities or {}
    entities = tuple(
        entity.model_copy(update={"target_id": known.get(entity.target_id or "", entity.target_id)})
        if entity.type == "mention"
        else entity
        for entity in reader.entities
        if entity.end <= end
    )
    return composed(text[:end], entities)
