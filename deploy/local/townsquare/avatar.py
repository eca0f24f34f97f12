"""A face for everybody: initials on a colour of their own."""

from html import escape
from zlib import crc32

from deploy.local.townsquare.accounts import Account


def avatar_svg(account: Account) -> str:
    """The same account has the same face for ever; brands are square and dark, people are round and light."""
    hue = crc32(account.username.lower().encode()) % 360
    shape, ink = (f"hsl({hue} 45% 30%)", "#fff") if account.brand else (f"hsl({hue} 55% 84%)", f"hsl({hue} 45% 26%)")
    round_by = 20 if account.brand else 50
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="{round_by}" fill="{shape}"/>'
        f'<text x="50" y="51" fill="{ink}" font-family="system-ui, sans-serif" font-size="40" font-weight="600"'
        f' text-anchor="middle" dominant-baseline="central">{escape(_initials(account.display_name))}</text></svg>'
    )


def _initials(name: str) -> str:
    words = [word for word in name.split() if word[0].isalnum()] or ["?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
