"""The console's own scripts: small, and nothing of anybody else's."""

import re
from typing import Final

import pytest

from services.respond.console.assets import FILES, MODULES

IMPORT: Final = re.compile(r'from "([^"]+)"')


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_for_imports_only_ours_and_makes_no_html(name: str) -> None:
    text = (FILES / name).read_text()

    assert text.startswith("// ")
    assert len(text.splitlines()) <= 150
    for found in IMPORT.findall(text):
        assert ((FILES / name).parent / found).resolve().is_relative_to(FILES)
        assert ((FILES / name).parent / found).is_file(), found
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|https?://", text
    )


def test_every_module_is_imported_by_the_page() -> None:
    wanted, known = ["page.js"], set()
    while wanted:
        name = wanted.pop()
        if name in known:
            continue
        known.add(name)
        folder = (FILES / name).parent
        found = IMPORT.findall((FILES / name).read_text())
        wanted += [str((folder / one).resolve().relative_to(FILES)) for one in found]

    assert known == set(MODULES)


def test_all_of_them_together_stay_small() -> None:
    """As they are, comments included, for a browser that has none of them yet (decision 0026)."""
    assert sum((FILES / name).stat().st_size for name in MODULES) < 100_000
