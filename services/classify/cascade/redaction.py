"""What of a post may leave the house: its words without links, names and numbers, bounded, as plain text."""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from shared.contracts.classification import PersonalSpan
from shared.contracts.mention import Mention

LONGEST: Final = 1_000
"""Characters of a post that are shown."""
_LOOKED_AT: Final = 4_000
_SHORTEST_NAME: Final = 3

# The spans come from the fast path, which can miss one; these are coarser on purpose. All run in linear time.
_EMAIL: Final = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HANDLE: Final = re.compile(r"@[\w.@-]+")
_NUMBER: Final = re.compile(r"\d(?:[ \t./()+-]{0,3}\d){6,}|\d{5,}")
# Mark-up, and what chat templates set between turns: some servers read these inside a message too.
_MARKUP: Final = re.compile(r"<(?![\s\d])[^<>]{0,200}>|\[/?[A-Z_]{3,20}\]")
_REPLACED: Final = re.compile(r"\[[a-z]+\]")


def redacted(mention: Mention, personal: tuple[PersonalSpan, ...]) -> str:
    """Return the text to show, at most LONGEST characters; empty if nothing is left to read. Never raises."""
    text = _without_spans(mention.text[:_LOOKED_AT], sorted(_spans(mention, personal)))
    text = "".join(_visible(unicodedata.normalize("NFKC", html.unescape(text))))[:_LOOKED_AT]
    text = _MARKUP.sub(" ", text)
    text = _EMAIL.sub("[email]", text)
    text = _LINK.sub("[link]", text)
    text = _HANDLE.sub("[handle]", text)
    text = _NUMBER.sub("[number]", text)
    for name in _names(mention):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "[name]", text, flags=re.IGNORECASE)
    plain = " ".join(text.split())[:LONGEST]
    return plain if any(map(str.isalpha, _REPLACED.sub("", plain))) else ""


def _spans(mention: Mention, personal: tuple[PersonalSpan, ...]) -> Iterator[tuple[int, int, str]]:
    for span in personal:
        yield span.start, span.end, f"[{span.kind}]"
    for entity in mention.entities:
        if entity.type != "hashtag":
            yield entity.start, entity.end, "[handle]" if entity.type == "mention" else "[link]"


def _without_spans(text: str, spans: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, name in spans:
        if end <= at or start >= len(text) or end <= start:
            continue
        if start >= at:
            parts += [text[at:start], name]
        at = end
    return "".join([*parts, text[at:]])


def _visible(text: str) -> Iterator[str]:
    """Without what hides or reorders words (zero-width, bidirectional), control characters, and lone surrogates."""
    for char in text:
        category = unicodedata.category(char)
        if category not in {"Cf", "Cc", "Cs", "Co"}:
            yield char
        elif char in "\t\n\r":
            yield " "


def _names(mention: Mention) -> list[str]:
    """The author's names as they may stand under a post, longest first."""
    shown = unicodedata.normalize("NFKC", mention.author.display_name or "")
    handle = (mention.author.handle or "").removeprefix("@")
    names = {shown, handle, handle.split("@", maxsplit=1)[0], *shown.split()}
    return sorted((name for name in names if len(name) >= _SHORTEST_NAME), key=lambda name: (-len(name), name))
