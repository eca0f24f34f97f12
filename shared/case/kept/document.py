"""A case as a MongoDB document, and the smallest update that turns one into another.

Values that others look up by (`DERIVED`) are worked out here, at the one place where documents are made, so that they
cannot drift from the state they are derived from. They, and `tags`, are absent rather than null or empty, so that the
partial indexes hold only the documents that they are about.
"""

from dataclasses import fields, is_dataclass
from typing import Any, Final

from pydantic import TypeAdapter

from shared.case.state.case import Case

Document = dict[str, Any]

_CASE: Final = TypeAdapter(Case)
_LISTS: Final = ("messages", "replies", "clocks", "history", "absorbed", "notices")
_PLAIN: Final = tuple(field.name for field in fields(Case) if field.name not in ("id", *_LISTS))
DERIVED: Final = (
    "keys",
    "live_keys",
    "bucket",
    "answer_by",
    "clock_due_at",
    "publish_due_at",
    "demand",
    "serve_by",
    "waits_from",
    "is_without_outcome",
)


def to_document(case: Case) -> Document:
    """Return the whole document of a case; its `_id` is the case id."""
    document: Document = _CASE.dump_python(case, exclude_none=True)
    document["_id"] = document.pop("id")
    if not case.tags:
        del document["tags"]
    return {**document, **_derived(case)}


def from_document(document: Document) -> Case:
    """Return the case that a document holds. Raises ValidationError when it is not one."""
    return _CASE.validate_python({**{k: v for k, v in document.items() if k not in DERIVED}, "id": document["_id"]})


def difference(before: Case, after: Case) -> dict[str, Document]:
    """Return the update from `before` to `after`, as $set and $unset of what differs and nothing else.

    Elements of lists are addressed by index: at the index after the last, $set appends. That is exact because the
    update is guarded by the version of `before`. A list that has shrunk (after an unmerge) is written as a whole.
    """
    put: Document = {}
    remove: Document = {}
    for name in _PLAIN:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            _change(put, remove, name, None if new == () else new)
    for name in _LISTS:
        old_list, new_list = getattr(before, name), getattr(after, name)
        if len(new_list) < len(old_list):
            put[name] = [_dump(item) for item in new_list]
        elif old_list is not new_list:
            for index, item in enumerate(new_list):
                if index >= len(old_list) or (item is not old_list[index] and item != old_list[index]):
                    put[f"{name}.{index}"] = _dump(item)
    old_derived, new_derived = _derived(before), _derived(after)
    for name in DERIVED:
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
        put[name] = _dump(value) if is_dataclass(value) else value


_ADAPTERS: Final[dict[type, TypeAdapter[Any]]] = {}


def _dump(item: Any) -> Any:
    kind = type(item)
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind].dump_python(item, exclude_none=True)


def _derived(case: Case) -> Document:
    values = {name: getattr(case, name) for name in DERIVED}
    values["keys"], values["live_keys"] = list(case.keys), list(case.live_keys) or None
    values["is_without_outcome"] = case.is_without_outcome or None
    return {name: value for name, value in values.items() if value is not None}
