"""What a module of ours imports, directly and through others of ours, read from the sources."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
OURS: Final = ("services", "shared", "deploy")


def reached(modules: Iterable[str]) -> set[str]:
    """The modules that these import, themselves included; the names of others' modules are cut to the first part."""
    found: set[str] = set()
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        found.add(module)
        path = source(module)
        if path is not None:
            waiting += _imported(path)
    return found


def source(module: str) -> Path | None:
    """The file of a module of ours; None when it is not one."""
    if module.split(".", maxsplit=1)[0] not in OURS:
        return None
    at = ROOT / module.replace(".", "/")
    return next((path for path in (at.with_suffix(".py"), at / "__init__.py") if path.exists()), None)


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            # `from package import module` and `from module import name` look alike
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            if name.split(".")[0] not in OURS:
                yield name.split(".")[0]
            elif source(name) is not None:
                yield name
