"""The phrasebook finds what somebody would find who tries every phrase at every word."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.classify.domain.phrases import Found, Phrasebook

# Few words, so that they meet all the time, and others between them that fit no phrase.
WORDS = st.sampled_from(["a", "b", "ab", "ba", "bab"])
NOISE = st.lists(st.one_of(WORDS, st.just("x"), st.just("y")), max_size=6)
ATOM = st.one_of(WORDS, WORDS.map("{}*".format), WORDS.map("*{}".format))
PART = st.one_of(ATOM, st.lists(ATOM, min_size=2, max_size=3).map(lambda choices: f"({'|'.join(choices)})"))
JOINT = st.sampled_from([" ", "+", " .. "])
GAPS = {" ": 2, "+": 0, " .. ": 6}


@st.composite
def phrases(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts of a phrase, and what stands between them."""
    parts = draw(st.lists(PART, min_size=1, max_size=4))
    return tuple(parts), tuple(draw(JOINT) for _ in parts[1:])


def written(phrase: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    parts, joints = phrase
    return parts[0] + "".join(joint + part for joint, part in zip(joints, parts[1:], strict=True))


@st.composite
def said(draw: st.DrawFn, phrase: tuple[tuple[str, ...], tuple[str, ...]]) -> list[str]:
    """Return words that say a phrase, or nearly: with up to one too many between two of its words."""
    parts, joints = phrase
    words = [*draw(NOISE)]
    for joint, part in zip(("", *joints), parts, strict=True):
        if joint:
            words += ["x"] * draw(st.integers(0, GAPS[joint] + 1))
        words.append(draw(st.sampled_from(part.strip("()").split("|"))).replace("*", draw(st.sampled_from(["", "x"]))))
    return words + draw(NOISE)


def ways(part: str, word: str) -> int:
    """In how many ways is this word one of these? Each counts once, however often it is named."""
    choices = part.strip("()").split("|")
    whole = {one for one in choices if "*" not in one}
    others = [one for one in choices if "*" in one]
    return (word in whole) + sum(
        word.startswith(one[:-1]) if one.endswith("*") else word.endswith(one[1:]) for one in others
    )


def naively(phrase: tuple[tuple[str, ...], tuple[str, ...]], words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the phrase begins and ends: each next part at the first word that fits it."""
    parts, joints = phrase
    found = []
    for first, word in enumerate(words):
        at = first
        for joint, part in zip(joints, parts[1:], strict=True):
            within = range(at + 1, min(at + 2 + GAPS[joint], len(words)))
            at = next((place for place in within if ways(part, words[place])), -1)
            if at < 0:
                break
        if at >= 0:
            found += [(first, at)] * ways(parts[0], word)
    return found


def spans(found: Sequence[Found[str]], label: str) -> list[tuple[int, int]]:
    return [(one.at, one.end) for one in found if one.label == label]


@given(st.lists(phrases(), min_size=1, max_size=8), st.data())
def test_every_phrase_is_found_where_trying_them_all_finds_it(
    asked: list[tuple[tuple[str, ...], tuple[str, ...]]], data: st.DataObject
) -> None:
    book = Phrasebook([(str(number), 1.0, written(phrase)) for number, phrase in enumerate(asked)])
    words = data.draw(said(asked[0])) + data.draw(said(asked[-1]))
    for _ in range(2):  # what it has learned of the words changes nothing
        found = book.find(words)
        assert all(one.at <= other.at for one, other in pairwise(found))
        for number, phrase in enumerate(asked):
            assert spans(found, str(number)) == naively(phrase, words)


@given(phrases(), phrases(), st.data())
def test_what_shares_a_word_with_an_excuse_is_not_found(
    asked: tuple[tuple[str, ...], tuple[str, ...]],
    excuse: tuple[tuple[str, ...], tuple[str, ...]],
    data: st.DataObject,
) -> None:
    book = Phrasebook([("hit", 1.0, written(asked))], excuses=[(frozenset({"hit"}), written(excuse))])
    words = data.draw(said(asked)) + data.draw(said(excuse))
    excused = {place for at, end in naively(excuse, words) for place in range(at, end + 1)}
    expected = [(at, end) for at, end in naively(asked, words) if excused.isdisjoint(range(at, end + 1))]
    assert spans(book.find(words), "hit") == expected
