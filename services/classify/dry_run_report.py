"""What a dry run has found, for people and for programs."""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from services.classify.domain.difference import BrandTally, Example, Tally
from shared.runtime.table import table

Titles = Mapping[str, Mapping[str, str]]
"""By brand, the own intents with their titles; those of every other brand under the empty name."""

_TEXT: Final = 100


def report(tally: Tally, *, model: str, titles: Titles, texts: bool) -> str:
    """Return the changes of each brand, from the most frequent on, with examples; `texts` shows what customers said."""
    parts = [f"{_posts(tally.mentions)}, {tally.same:,} stay as they are ({_share(tally.same, tally.mentions)})\n"]
    parts.append(table(("judged by", "posts"), [(one, f"{count:,}") for one, count in tally.models.most_common()]))
    parts.append(f"now judged by {model}\n")
    if set(tally.models) != {model}:
        parts.append("Other models had judged some: what changes there may be the model's doing and not the file's.\n")
    if tally.asked:
        parts.append(f"{tally.asked:,} had a second opinion, which a dry run does not ask for.\n")
    for name, brand in sorted(tally.brands.items()):
        parts.append(f"{name}: {_posts(brand.mentions)}, {brand.same:,} stay as they are\n")
        parts.append(_changes(brand, texts=texts) if brand.changes else "")
        own = titles.get(name, titles.get("", {}))
        parts.append(table(("own intent", "title"), sorted(own.items())) if own else "")
    return "\n".join(part for part in parts if part)


def as_json(tally: Tally, *, model: str, titles: Titles, texts: bool) -> str:
    """Return the same as one JSON object."""
    found = {
        "mentions": tally.mentions,
        "same": tally.same,
        "models": {"then": dict(tally.models.most_common()), "now": model},
        "second_opinions": tally.asked,
        "brands": {
            name: {
                "mentions": brand.mentions,
                "same": brand.same,
                "own_intents": titles.get(name, titles.get("", {})),
                "changes": [
                    {
                        "field": field,
                        "was": was,
                        "would_be": would_be,
                        "count": count,
                        "share": round(count / brand.mentions, 4),
                        "examples": [_example(one, texts=texts) for one in brand.examples[field, was, would_be]],
                    }
                    for (field, was, would_be), count in brand.ordered()
                ],
            }
            for name, brand in sorted(tally.brands.items())
        },
    }
    return orjson.dumps(found, option=orjson.OPT_INDENT_2).decode(errors="replace") + "\n"


def _changes(brand: BrandTally, *, texts: bool) -> str:
    rows = [
        (field, was, would_be, f"{count:,}", _share(count, brand.mentions))
        for (field, was, would_be), count in brand.ordered()
    ]
    examples = [
        (
            f"{was} -> {would_be}",
            one.event_id,
            _line(", ".join(one.words)) or "-",
            *([_line(one.text)] if texts else []),
        )
        for (field, was, would_be), _ in brand.ordered()
        for one in brand.examples[field, was, would_be]
    ]
    head = ("for example", "event", "the words that decided", *(["text"] if texts else []))
    return table(("label", "was", "would be", "posts", "share"), rows) + "\n" + table(head, examples)


def _example(one: Example, *, texts: bool) -> dict[str, Any]:
    text = {"text": one.text.encode(errors="replace").decode()} if texts else {}
    return {"event_id": one.event_id, "words": one.words, **text}


def _line(text: str) -> str:
    line = " ".join(text.split())
    shown = "".join(one if one.isprintable() else "?" for one in line)
    return shown if len(shown) <= _TEXT else f"{shown[:_TEXT]}…"


def _posts(count: int) -> str:
    return f"{count:,} post{'' if count == 1 else 's'}"


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} %"
