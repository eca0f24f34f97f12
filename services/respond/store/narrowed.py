"""A database of which only named collections can be reached: what a process must not read, it cannot ask for."""

from typing import Any, Final

_CALLS: Final = frozenset({"find", "find_one", "find_one_and_update", "insert_one", "update_one", "bulk_write"})
"""Those that touch no other collection than their own: an aggregation can look into any."""


class OutOfReach(Exception):
    """This process has no way to that collection, on purpose."""


class Narrowed:
    """Stands in for a database where a store asks for its collection, and gives it that one alone."""

    def __init__(self, database: Any, *collections: str) -> None:
        self._within = {name: NarrowedCollection(database[name], name) for name in collections}

    def __getitem__(self, name: str) -> "NarrowedCollection":
        """Return a collection. Raises OutOfReach for any but the named ones."""
        if name not in self._within:
            raise OutOfReach(f"{name} is out of reach here: only {', '.join(sorted(self._within))} can be used")
        return self._within[name]


class NarrowedCollection:
    """A collection, without the ways from it to others."""

    def __init__(self, collection: Any, name: str) -> None:
        self._calls = {call: getattr(collection, call) for call in _CALLS}
        self._name = name

    def __getattr__(self, call: str) -> Any:
        """Return one of the calls of a collection. Raises OutOfReach for any other."""
        if call.startswith("__") or call not in self._calls:
            raise OutOfReach(f"{call} is out of reach here: on {self._name}, only {', '.join(sorted(self._calls))}")
        return self._calls[call]
