"""Accounts as Mastodon's JSON (its `app/serializers/rest/account_serializer.rb`)."""

from typing import Any

from deploy.local.townsquare.accounts import Account

Json = dict[str, Any]


def profile_address(account: Account, *, base_url: str) -> str:
    """Where people read of the account; its `url`."""
    return f"{base_url}/@{account.username}"


def account_json(account: Account, *, base_url: str) -> Json:
    avatar = f"{base_url}/avatars/{account.username}.svg"
    header = f"{base_url}/assets/header.svg"
    return {
        "id": str(account.id),
        "username": account.username,
        "acct": account.username,
        "display_name": account.display_name,
        "locked": False,
        "bot": account.bot,
        "discoverable": True,
        "indexable": True,
        "group": False,
        # Mastodon tells the day only.
        "created_at": f"{account.created_at[:10]}T00:00:00.000Z",
        "note": "",
        "url": profile_address(account, base_url=base_url),
        "uri": f"{base_url}/users/{account.username}",
        "avatar": avatar,
        "avatar_static": avatar,
        "header": header,
        "header_static": header,
        "followers_count": account.followers,
        "following_count": 0,
        "statuses_count": account.posted,
        "last_status_at": account.last_posted_at[:10] if account.last_posted_at else None,
        "hide_collections": False,
        "noindex": False,
        "emojis": [],
        "roles": [],
        "fields": [],
    }


def own_account_json(account: Account, *, base_url: str) -> Json:
    """What an account is told of itself."""
    source = {
        "privacy": "public",
        "sensitive": False,
        "language": "en",
        "note": "",
        "fields": [],
        "follow_requests_count": 0,
        "discoverable": True,
        "indexable": True,
        "hide_collections": False,
    }
    role = {"id": "-99", "name": "", "permissions": "0", "color": "", "highlighted": False}
    return {**account_json(account, base_url=base_url), "source": source, "role": role}
