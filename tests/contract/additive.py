"""Is a schema the frozen one plus optional fields? Anything else breaks a reader: an older one or a newer one."""

from collections.abc import Collection, Iterator
from copy import deepcopy
from typing import Any, Final

Json = dict[str, Any]

_WORDS: Final = frozenset({"title", "description", "examples", "$defs"})  # for people; no reader depends on them
_FIELDS: Final = frozenset({"properties", "required"})

_NEW_VERSION: Final = "make it a new version (care.<fact>.v2) with an upgrade function, and keep this one readable"


def breaks(frozen: Json, current: Json) -> list[str]:
    """What readers would trip over, each with what to do; empty when only optional fields were added."""
    return list(_breaks(frozen, current, frozen, current, ""))


def additions(frozen: Json, current: Json) -> list[str]:
    """The fields that the frozen copy does not know yet."""
    return sorted(_fields(current, current, "") - _fields(frozen, frozen, ""))


def widened(frozen: Json, current: Json, enumerations: Collection[str]) -> Json:
    """The frozen schema with the values that the named enumerations ("MentionKind") gained since.

    Older readers set a record with such a value aside. Whoever says that an enumeration may grow sees to it that
    readers are upgraded before writers.
    """
    wider = deepcopy(frozen)
    for name in enumerations:
        old, new = wider.get("$defs", {}).get(name), current.get("$defs", {}).get(name)
        if old and new and set(old.get("enum", ())) <= set(new.get("enum", ())):
            old["enum"] = new["enum"]
    return wider


def _breaks(old: Json, new: Json, old_root: Json, new_root: Json, at: str) -> Iterator[str]:
    old, new = _followed(old, old_root), _followed(new, new_root)
    yield from _field_breaks(old, new, at)
    for name in sorted(old.get("properties", {}).keys() & new.get("properties", {}).keys()):
        yield from _breaks(old["properties"][name], new["properties"][name], old_root, new_root, f"{at}/{name}")
    for word in sorted((old.keys() | new.keys()) - _WORDS - _FIELDS):
        before, after = old.get(word), new.get(word)
        if word in ("items", "additionalProperties") and isinstance(before, dict) and isinstance(after, dict):
            yield from _breaks(before, after, old_root, new_root, f"{at}[]")
        elif word in ("anyOf", "prefixItems") and before and after and len(before) == len(after):
            for one, other in zip(before, after, strict=True):
                yield from _breaks(one, other, old_root, new_root, at)
        elif before != after and not (word == "default" and _only_grew(before, after, new)):
            yield f"{at or '/'}: {word} was {before!r} and is now {after!r}; {_NEW_VERSION}"


def _only_grew(before: Any, after: Any, schema: Json) -> bool:
    """Whether a part's default says no more than before but for the defaults of the fields that the part gained."""
    if not (isinstance(before, dict) and isinstance(after, dict)):
        return False
    fields = schema.get("properties", {})
    own = {name: fields[name]["default"] for name in after.keys() - before.keys() if "default" in fields.get(name, {})}
    return {**before, **own} == after


def _field_breaks(old: Json, new: Json, at: str) -> Iterator[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    needed_before, needed_after = set(old.get("required", [])), set(new.get("required", []))
    for name in sorted(before.keys() - after.keys()):
        yield f"{at}/{name}: removed, though records hold it and readers count on it; put it back, or {_NEW_VERSION}"
    for name in sorted(needed_after - needed_before):
        what = "became required" if name in before else "is new and required"
        yield f"{at}/{name}: {what}, and the records of yesterday lack it; give it a default, or {_NEW_VERSION}"
    for name in sorted((needed_before - needed_after) & after.keys()):
        yield f"{at}/{name}: no longer required, but older readers refuse a record without it; {_NEW_VERSION}"


def _followed(schema: Json, root: Json) -> Json:
    if "$ref" not in schema:
        return schema
    target: Json = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return {**target, **{word: value for word, value in schema.items() if word != "$ref"}}


def _fields(schema: Json, root: Json, at: str) -> set[str]:
    schema = _followed(schema, root)
    found: set[str] = set()
    for name, field in schema.get("properties", {}).items():
        found |= {f"{at}/{name}"} | _fields(field, root, f"{at}/{name}")
    for word in ("anyOf", "prefixItems"):
        for one in schema.get(word, ()):
            found |= _fields(one, root, at)
    if isinstance(schema.get("items"), dict):
        found |= _fields(schema["items"], root, f"{at}[]")
    return found
