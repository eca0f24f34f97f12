"""A case as a MongoDB document, and the smallest update that turns one into another.

Values that others look up by (`live_key`, `bucket`, `answer_by`, `clock_due_at`, `publish_due_at`) are worked out here,
at the one place where documents are made, so that they cannot drift from the state they are derived from. They are
absent rather than null, so that the partial indexes hold only the documents that are due.
"""

from dataclasses import fields
from typing import Any, Final

from pydantic import TypeAdapter

from shared.case.case import Case

Document = dict[str, Any]

_CASE: Final = TypeAdapter(Case)
_LISTS: Final = ("messages", "replies", "clocks", "history")
_PLAIN: Final = tuple(field.name for field in fields(Case) if field.name not in ("id", *_LISTS))
_DERIVED: Final = ("live_key", "bucket", "answer_by", "clock_due_at", "publish_due_at")


def to_document(case: Case) -> Document:
    """Return the whole document of a case; its `_id` is the case id."""
    document: Document = _CASE.dump_python(case, exclude_none=True)
    document["_id"] = document.pop("id")
    return {**document, **_derived(case)}


def from_document(document: Document) -> Case:
    """Return the case that a document holds. Raises ValidationError when it is not one."""
    return _CASE.validate_python({**{k: v for k, v in document.items() if k not in _DERIVED}, "id": document["_id"]})


def difference(before: Case, after: Case) -> dict[str, Document]:
    """Return the update from `before` to `after`, as $set and $unset of what differs and nothing else.

    Elements of lists are addressed by index: at the index after the last, $set appends. That is exact because the
    update is guarded by the version of `before`. Lists never shrink.
    """
    put: Document = {}
    remove: Document = {}
    for name in _PLAIN:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            _change(put, remove, name, new)
    for name in _LISTS:
        old_list, new_list = getattr(before, name), getattr(after, name)
        if old_list is not new_list:
            for index, item in enumerate(new_list):
                if index >= len(old_list) or (item is not old_list[index] and item != old_list[index]):
                    put[f"{name}.{index}"] = _dump(item)
    old_derived, new_derived = _derived(before), _derived(after)
    for name in _DERIVED:
        if old_derived.get(name) != new_derived.get(name):
            _change(put, remove, name, new_derived.get(name))
    if after.announce_from is not None:
        # Always written: the relay may clear the mark without a new version, and must not clear this change's with it.
        put["announce_from"] = after.announce_from
    return {"$set": put, **({"$unset": remove} if remove else {})}


def _change(put: Document, remove: Document, name: str, value: Any) -> None:
    if value is None:
        remove[name] = ""
    else:
        put[name] = _dump(value) if name == "customer" else value


_ADAPTERS: Final[dict[type, TypeAdapter[Any]]] = {}


def _dump(item: Any) -> Any:
    kind = type(item)
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind].dump_python(item, exclude_none=True)


def _derived(case: Case) -> Document:
    values = {
        "live_key": case.live_key,
        "bucket": case.bucket,
        "answer_by": case.answer_by,
        "clock_due_at": case.clock_due_at,
        "publish_due_at": case.publish_due_at,
    }
    return {name: value for name, value in values.items() if value is not None}
