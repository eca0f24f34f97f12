"""Putting tags on a case and taking them off: at any stage, also when it is over."""

from typing import TypeAlias, assert_never

from shared.case.commands import Tag, Untag
from shared.case.events import Event, Tagged, Untagged
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.tags import LONGEST_TAG, MOST_TAGS, is_tag

Tagging: TypeAlias = Tag | Untag


def decide(case: Case, command: Tagging) -> list[Event]:
    """Return what happens to the tags; nothing where they stand so already. Raises Refused."""
    match command:
        case Tag():
            return _tag(case, command)
        case Untag():
            return [Untagged(tag=command.tag, by=command.by)] if command.tag in case.tags else []
        case _:
            assert_never(command)


def _tag(case: Case, command: Tag) -> list[Event]:
    if command.tag in case.tags:
        return []
    if not is_tag(command.tag):
        raise Refused(
            "not_a_tag", f"a tag is small letters, digits and single hyphens between them, at most {LONGEST_TAG}"
        )
    if len(case.tags) >= MOST_TAGS:
        raise Refused("too_many_tags", f"the case has {MOST_TAGS} tags, which is the most; take one off first")
    return [Tagged(tag=command.tag, by=command.by)]
