"""A post's plain text as the HTML that Mastodon makes of it (`app/lib/text_formatter.rb`)."""

import re
from collections.abc import Mapping
from html import escape

from deploy.local.townsquare.text import Handle, Hashtag, Link, Piece, Plain, pieces

_LINK_PREFIX = re.compile(r"https?://(?:www\.)?")
_SHOWN_OF_A_LINK = 30


def render_html(text: str, *, base_url: str, mentioned: Mapping[str, str]) -> str:
    """Paragraphs of escaped text with links.

    `mentioned` gives the profile address per handle as written (`@name` or `@name@domain`); others stay plain text.
    """
    flat = "".join(_piece(piece, base_url, mentioned) for piece in pieces(text.replace("\r\n", "\n").strip()))
    paragraphs = re.split(r"\n{2,}", flat)
    return "".join(f"<p>{paragraph.replace(chr(10), '<br />')}</p>" for paragraph in paragraphs if paragraph)


def _piece(piece: Piece, base_url: str, mentioned: Mapping[str, str]) -> str:
    match piece:
        case Plain(text=text):
            return escape(text, quote=True)
        case Link(url=url):
            return _link(url)
        case Handle(username=username, text=text):
            address = mentioned.get(text)
            return escape(text) if address is None else _mention(username, address)
        case Hashtag(name=name):
            address = escape(f"{base_url}/tags/{name.lower()}")
            return f'<a href="{address}" class="mention hashtag" rel="tag">#<span>{escape(name)}</span></a>'


def _mention(username: str, address: str) -> str:
    anchor = f'<a href="{escape(address)}" class="u-url mention">@<span>{escape(username)}</span></a>'
    return f'<span class="h-card" translate="no">{anchor}</span>'


def _link(url: str) -> str:
    found = _LINK_PREFIX.match(url)
    prefix = found[0] if found else ""
    rest = url[len(prefix) :]
    shown, hidden = rest[:_SHOWN_OF_A_LINK], rest[_SHOWN_OF_A_LINK:]
    return (
        f'<a href="{escape(url)}" target="_blank" rel="nofollow noopener noreferrer" translate="no">'
        f'<span class="invisible">{escape(prefix)}</span>'
        f'<span class="{"ellipsis" if hidden else ""}">{escape(shown)}</span>'
        f'<span class="invisible">{escape(hidden)}</span></a>'
    )
