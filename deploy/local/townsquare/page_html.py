"""The human-readable page, as plain HTML: no inline script, no inline style, nothing from elsewhere."""

from datetime import datetime, timedelta
from html import escape

from deploy.local.townsquare.accounts import Account
from deploy.local.townsquare.clock import read_stamp
from deploy.local.townsquare.render_json import Renderer
from deploy.local.townsquare.square import TITLE
from deploy.local.townsquare.statuses import Visibility
from deploy.local.townsquare.threads import Post, Thread

_DEEPEST = 4
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "yi"}


def whole_page(main: str, *, title: str = TITLE) -> str:
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/square.css">
<script src="/assets/refresh.js" defer></script>
<noscript><meta http-equiv="refresh" content="5"></noscript>
</head>
<body>
<header class="masthead">
<a href="/"><img src="/assets/icon.svg" alt="" width="44" height="44"><span class="name">{TITLE}</span></a>
<p>Everybody hears everybody.</p>
</header>
<main>
{main}
</main>
<footer>A social network made of one process, for tests and demos. It remembers everything.</footer>
</body>
</html>
"""


def timeline(threads: list[Thread], renderer: Renderer, *, now: datetime) -> str:
    if not threads:
        return '<p class="quiet">The square is quiet. Nobody has said anything yet.</p>'
    return "\n".join(thread_html(thread, renderer, now=now) for thread in threads)


def thread_html(thread: Thread, renderer: Renderer, *, now: datetime) -> str:
    replies = "\n".join(_post(reply, renderer, now=now) for reply in thread.replies)
    below = f'<div class="replies">\n{replies}\n</div>' if replies else ""
    return f'<section class="thread">\n{_state(thread)}{_post(thread.root, renderer, now=now)}\n{below}</section>'


def profile_head(account: Account) -> str:
    followers = f"{account.followers:,} follower{'' if account.followers == 1 else 's'}"
    return (
        f'<section class="profile">{_avatar(account, 72)}<div><h1>{escape(account.display_name)} {_badge(account)}</h1>'
        f"<p>@{escape(account.username)} · {followers} · {account.posted:,} posts</p></div></section>"
    )


def _state(thread: Thread) -> str:
    """Who answered after how long, or who is waited for."""
    if thread.answer is not None:
        took = read_stamp(thread.answer.status.created_at) - read_stamp(thread.root.status.created_at)
        return f'<p class="state answered">{_handle(thread.answer.author)} answered after {_span(took)}</p>\n'
    if thread.called_upon and not thread.root.author.brand:
        waited_for = ", ".join(map(_handle, thread.called_upon))
        return f'<p class="state waiting">waiting for {waited_for}</p>\n'
    return ""


def _post(post: Post, renderer: Renderer, *, now: datetime) -> str:
    status, author = post.status, post.author
    path = f"/@{escape(author.username)}"
    kind = " brand" if author.brand else ""
    depth = f" depth-{min(post.depth, _DEEPEST)}" if post.depth else ""
    written = read_stamp(status.created_at)
    edited = ' <span class="edited">edited</span>' if status.edited_at else ""
    unlisted = ' <span class="edited">unlisted</span>' if status.visibility is Visibility.UNLISTED else ""
    # Posts begin with a Latin handle, so dir="auto" would get them wrong.
    direction = "rtl" if status.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"
    html = renderer.html(status.text)
    content = f'<div class="content" lang="{escape(status.language)}" dir="{direction}">{html}</div>'
    if status.spoiler_text:
        content = f"<details><summary>{escape(status.spoiler_text)}</summary>{content}</details>"
    return f"""<article class="post{kind}{depth}" id="p{status.id}">
<a class="face" href="{path}">{_avatar(author, 44)}</a>
<div class="said"><p class="by"><a class="who" href="{path}">{escape(author.display_name)}</a> {_badge(author)}
<span class="handle">@{escape(author.username)}</span>
<a class="when" href="{path}/{status.id}"><time datetime="{status.created_at}" \
title="{status.created_at}">{_ago(now - written)}</time></a>{edited}{unlisted}</p>
{content}</div>
</article>"""


def _avatar(account: Account, size: int) -> str:
    address = f"/avatars/{escape(account.username)}.svg"
    return f'<img class="avatar" src="{address}" alt="" width="{size}" height="{size}">'


def _badge(account: Account) -> str:
    return '<span class="badge">Brand</span>' if account.brand else ""


def _handle(account: Account) -> str:
    return f"@{escape(account.username)}"


def _ago(age: timedelta) -> str:
    return "just now" if age < timedelta(seconds=5) else f"{_span(age)} ago"


def _span(span: timedelta) -> str:
    seconds = max(int(span.total_seconds()), 0)
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min"
    return f"{seconds // 3600} h" if seconds < 172800 else f"{seconds // 86400} days"
