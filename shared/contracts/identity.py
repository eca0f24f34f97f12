"""Names that must come out the same wherever and however often they are worked out."""

from hashlib import sha256

_SEPARATOR = "\x1f"  # cannot occur in an id, so that no two different tuples join to one text


def event_id(*, network: str, account_id: str, native_id: str, kind: str, revision: str) -> str:
    """Return the id under which one revision of one post counts once, by whichever way it reached us.

    64 hexadecimal digits: sha256 of network, account, native id, kind and revision (CHANNELS, "Dedupe").
    """
    return sha256(_SEPARATOR.join((network, account_id, native_id, kind, revision)).encode()).hexdigest()


def customer_key(*, brand: str, network: str, author_id: str | None, native_id: str) -> str:
    """Return `brand/network/author`: the Kafka key of a mention, and of the one live case it can belong to.

    A post without an author (an anonymous review) is its own customer: `brand/network/~native-id`.
    """
    return f"{brand}/{network}/{author_id}" if author_id else f"{brand}/{network}/~{native_id}"


def case_id(opening_event_id: str) -> str:
    """Return the id of the case that this event opens. Opening it twice meets the same id, so it opens once."""
    return f"c-{sha256(f'case{_SEPARATOR}{opening_event_id}'.encode()).hexdigest()[:20]}"
