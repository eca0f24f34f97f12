"""The HTML that Mastodon servers make of a post, back to the text that its author wrote.

Paragraphs and line breaks become line feeds; a link whose address is cut for display (its ends in hidden spans) becomes
the whole address again; the places of mentions, links and hashtags are kept. The reading is `html_tokens`'.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from services.ingest.domain.html_tokens import Tag, tokens
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


class _Reader:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []
        self._break_due = 0
        self._anchor: _Anchor | None = None
        self._silent: list[str] = []

    def read(self, html: str) -> None:
        for token in tokens(html):
            if isinstance(token, Tag):
                self._close(token) if token.closes else self._open(token)
            elif not self._silent:
                self._write(token)
        self._close_anchor()

    def _open(self, tag: Tag) -> None:
        classes = frozenset(tag.attributes.get("class", "").split())
        if self._silent or tag.name in _SILENT or _FALLBACK in classes:
            if tag.name not in _VOID:
                self._silent.append(tag.name)
        elif tag.name == "br":
            self._write("\n")
        elif tag.name in _BLOCKS:
            self._break_due = max(self._break_due, 2)
        elif tag.name == "li":
            self._break_due = max(self._break_due, 1)
            self._write("- ")
        elif tag.name == "a":
            self._close_anchor()
            self._flush_break()
            self._anchor = _Anchor(self.length, len(self.parts), tag.attributes.get("href", ""), classes)

    def _close(self, tag: Tag) -> None:
        if self._silent:
            if self._silent[-1] == tag.name:
                self._silent.pop()
        elif tag.name == "a":
            self._close_anchor()
        elif tag.name in _BLOCKS:
            self._break_due = max(self._break_due, 2)

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
    reader.read(html.replace("\0", "\ufffd"))
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
