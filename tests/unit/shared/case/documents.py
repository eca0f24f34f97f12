"""What MongoDB makes of documents and updates, written here a second time so that ours can be held against it."""

from collections.abc import Mapping
from typing import Any, cast

from bson import decode, encode
from bson.codec_options import CodecOptions

Document = dict[str, Any]

_AWARE: CodecOptions[Document] = CodecOptions(tz_aware=True)


def stored(document: Mapping[str, Any]) -> Document:
    """Return the document as it comes back from MongoDB."""
    return decode(as_bytes(document), codec_options=_AWARE)


def as_bytes(document: Mapping[str, Any]) -> bytes:
    """Return the bytes that are kept; the order of fields counts for nothing."""
    return encode(cast("Document", _sorted(document)))


def updated(document: Document, update: Mapping[str, Mapping[str, Any]]) -> Document:
    """Return the document after $set and $unset. A dotted path ends in a list's index, at most one past its end."""
    assert update.keys() <= {"$set", "$unset"}
    assert not update["$set"].keys() & update.get("$unset", {}).keys(), "MongoDB refuses to do both to one field"
    result = stored(document)
    for path, value in update["$set"].items():
        name, _, index = path.partition(".")
        if not index:
            result[name] = value
            continue
        items = result[name]
        assert isinstance(items, list)
        assert int(index) <= len(items), "an index past the end would leave a hole"
        assert name not in update["$set"], "MongoDB refuses to write a list and its element at once"
        items[int(index) : int(index) + 1] = [value]
    for name in update.get("$unset", {}):
        result.pop(name, None)
    return result


def _sorted(value: object) -> object:
    if isinstance(value, Mapping):
        return {name: _sorted(value[name]) for name in sorted(value)}
    if isinstance(value, list | tuple):
        return [_sorted(item) for item in value]
    return value
