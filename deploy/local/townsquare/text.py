"""Reading a post's plain text: its links, mentions and hashtags, and how long it counts as."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from deploy.local.townsquare.square import CHARACTERS_RESERVED_PER_URL

_ENTITY = re.compile(
    r"(?P<link>https?://[^\s<>\"]+)"
    r"|(?<![\w@/.])@(?P<username>[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*)(?:@(?P<domain>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d+)?))?"
    r"|(?<![\w/&])\#(?P<hashtag>\w*[^\W\d_]\w*)"
)
_NOT_THE_END_OF_A_LINK = ".,;:!?'…"


@dataclass(frozen=True)
class Plain:
    text: str


@dataclass(frozen=True)
class Link:
    url: str


@dataclass(frozen=True)
class Handle:
    username: str
    domain: str | None
    text: str


@dataclass(frozen=True)
class Hashtag:
    name: str


Piece = Plain | Link | Handle | Hashtag


def pieces(text: str) -> Iterator[Piece]:
    """The text cut into what means something and what lies between, in order, losing nothing."""
    done = 0
    for found in _ENTITY.finditer(text):
        end = found.end()
        piece: Piece
        if found["link"]:
            url = _without_tail(found["link"])
            end = found.start() + len(url)
            piece = Link(url)
        elif found["username"]:
            piece = Handle(found["username"], found["domain"], found[0])
        else:
            piece = Hashtag(found["hashtag"])
        if found.start() > done:
            yield Plain(text[done : found.start()])
        yield piece
        done = end
    if done < len(text):
        yield Plain(text[done:])


def _without_tail(url: str) -> str:
    url = url.rstrip(_NOT_THE_END_OF_A_LINK)
    return url[:-1] if url.endswith(")") and "(" not in url else url


def counted_length(text: str) -> int:
    """The length that the limit is about: a link counts 23, a handle without its domain, as Mastodon counts."""
    length = 0
    for piece in pieces(text):
        match piece:
            case Plain(text=plain):
                length += _graphemes(plain)
            case Link():
                length += CHARACTERS_RESERVED_PER_URL
            case Handle(username=username):
                length += 1 + len(username)
            case Hashtag(name=name):
                length += 1 + _graphemes(name)
    return length


def _graphemes(text: str) -> int:
    """Roughly what a reader calls characters: marks, joiners and modifiers belong to what they follow."""
    count, joined, flags = 0, False, 0
    for sign in unicodedata.normalize("NFC", text):
        flags = flags + 1 if "\U0001f1e6" <= sign <= "\U0001f1ff" else 0
        belongs = unicodedata.category(sign) in {"Mn", "Me"} or "\U0001f3fb" <= sign <= "\U0001f3ff" or sign == "\u200d"
        if not (belongs or joined or (flags and flags % 2 == 0)):
            count += 1
        joined = sign == "\u200d"
    return count
