"""What holds of every calendar, target and pause, among it agreement with counting minute by minute."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from shared.case.hours.calendar import Calendar, Holiday, Pause, Span, deadline, is_open, open_seconds
from tests.unit.shared.case.by_the_minute import counting_minutes, reached

MINUTE, MICROSECOND, DAY = timedelta(minutes=1), timedelta(microseconds=1), timedelta(days=1)
LENGTH = 6 * 24 * 60

# The machine may be busy, so an example may take its time; there are only so many.
BOUNDED = settings(deadline=None, max_examples=60)

# A zone, and a day near which its clock is changed: most times are drawn from around it.
CHANGES = [
    ("UTC", date(2026, 11, 16)),
    ("Europe/Amsterdam", date(2026, 3, 29)),
    ("Europe/Amsterdam", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2018, 2, 17)),
    ("Asia/Beirut", date(2026, 3, 29)),
    ("America/Toronto", date(1919, 3, 30)),
    ("Africa/Casablanca", date(2026, 2, 15)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Asia/Kathmandu", date(2026, 11, 16)),
]


@st.composite
def days(draw: st.DrawFn, morning: int) -> tuple[Span, ...]:
    """A day's spans from the morning on, none or several, the last perhaps through the night; some touch."""
    tens = st.integers(morning // 10, 143)
    cuts = [10 * cut for cut in sorted(draw(st.lists(tens, unique=True, max_size=6)))]
    if len(cuts) % 2:
        cuts.append(draw(st.integers(1440, 1440 + morning)))
    spans = tuple(zip(cuts[::2], cuts[1::2], strict=True))
    return ((spans[0][0], spans[0][0] + 5), (spans[0][0] + 5, spans[0][1]), *spans[1:]) if spans else ()


@st.composite
def calendars(draw: st.DrawFn) -> tuple[Calendar, datetime]:
    """A calendar whose nights end by the morning, and a time in the days before its zone's clock is changed."""
    zone, change = draw(st.sampled_from(CHANGES))
    morning = draw(st.integers(0, 60)) * 10
    week = draw(st.one_of(st.tuples(*[days(morning)] * 7), days(morning).map(lambda day: (day,) * 7)))
    dates = st.integers(-3, 6).map(lambda more: change + timedelta(days=more))
    holidays = draw(st.dictionaries(dates, days(morning), max_size=3))
    start = datetime(change.year, change.month, change.day, tzinfo=UTC) - 2 * DAY + draw(st.integers(0, 3600)) * MINUTE
    listed = tuple(Holiday(date=day, open=spans) for day, spans in holidays.items())
    return Calendar(zone=zone, weekly=week if any(week) else (((600, 1020),),) * 7, holidays=listed), start


@st.composite
def lists_of_pauses(draw: st.DrawFn) -> list[tuple[int, int | None]]:
    """Pauses in minutes since the start: overlapping, empty, backwards, perhaps one that is still on."""
    pauses = st.tuples(st.integers(-100, LENGTH), st.one_of(st.none(), st.integers(-100, 2000)))
    drawn = draw(st.lists(pauses, max_size=4))
    return [(since, None if length is None else since + length) for since, length in drawn]


def since(start: datetime, pauses: list[tuple[int, int | None]]) -> list[Pause]:
    return [(start + a * MINUTE, None if b is None else start + b * MINUTE) for a, b in pauses]


@BOUNDED
@given(drawn=calendars(), pauses=lists_of_pauses(), wanted=st.integers(1, 3000))
def test_counting_agrees_with_counting_minute_by_minute(
    drawn: tuple[Calendar, datetime], pauses: list[tuple[int, int | None]], wanted: int
) -> None:
    calendar, start = drawn
    paused, end = since(start, pauses), start + LENGTH * MINUTE
    holidays = {holiday.date: holiday.open for holiday in calendar.holidays}

    counted = list(
        counting_minutes(
            zone=calendar.zone,
            weekly=calendar.weekly,
            holidays=holidays,
            pauses=paused,
            start=start,
            minutes=LENGTH,
        )
    )

    assert open_seconds(calendar.text(), start, end, paused) == 60 * len(counted)
    due = deadline(calendar.text(), start, 60 * wanted, paused)
    assert (due if due is None or due <= end else None) == reached(iter(counted), wanted)
    if not pauses:
        assert [is_open(calendar.text(), at) for at in counted[:50]] == [True] * len(counted[:50])


@BOUNDED
@given(drawn=calendars(), pauses=lists_of_pauses(), target=st.floats(1e-6, 2e6))
def test_counting_to_the_deadline_gives_the_target_and_to_any_earlier_instant_less(
    drawn: tuple[Calendar, datetime], pauses: list[tuple[int, int | None]], target: float
) -> None:
    calendar, start = drawn
    paused, seconds = since(start, pauses), round(target, 6)

    due = deadline(calendar.text(), start, seconds, paused)

    if due is None:
        assert open_seconds(calendar.text(), start, start + 60 * DAY, paused) < seconds
    else:
        assert open_seconds(calendar.text(), start, due, paused) == seconds
        assert open_seconds(calendar.text(), start, due - MICROSECOND, paused) < seconds


@BOUNDED
@given(drawn=calendars(), pauses=lists_of_pauses(), targets=st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)))
def test_a_longer_target_is_never_due_sooner(
    drawn: tuple[Calendar, datetime], pauses: list[tuple[int, int | None]], targets: tuple[int, int]
) -> None:
    calendar, start = drawn
    paused = since(start, pauses)

    shorter, longer = (deadline(calendar.text(), start, seconds, paused) for seconds in sorted(targets))

    assert longer is None or (shorter is not None and shorter <= longer)


@BOUNDED
@given(
    drawn=st.one_of(calendars(), st.none()),
    begin=st.integers(-100, 5000),
    parts=st.tuples(st.integers(0, 3000), st.integers(0, 3000), st.integers(0, 500)),
    target=st.integers(1, 10**6),
)
def test_splitting_a_pause_in_two_changes_nothing(
    drawn: tuple[Calendar, datetime] | None, begin: int, parts: tuple[int, int, int], target: int
) -> None:
    """Also when the parts come in the other order and overlap."""
    hours, start = (drawn[0].text(), drawn[1]) if drawn else (None, datetime(2026, 10, 24, tzinfo=UTC))
    first, second, shared = parts
    whole = since(start, [(begin, begin + first + second)])
    split = since(start, [(begin + max(0, first - shared), begin + first + second), (begin, begin + first)])

    assert deadline(hours, start, target, whole) == deadline(hours, start, target, split)
    assert open_seconds(hours, start, start + 9 * DAY, whole) == open_seconds(hours, start, start + 9 * DAY, split)


@BOUNDED
@given(drawn=calendars(), share=st.floats(0, 1), target=st.integers(1, 10**6))
def test_moving_the_start_inside_a_closed_period_changes_nothing(
    drawn: tuple[Calendar, datetime], share: float, target: int
) -> None:
    calendar, start = drawn
    opened = deadline(calendar.text(), start, 1e-6)
    assert opened is not None

    moved = start + share * (opened - MICROSECOND - start)

    assert deadline(calendar.text(), moved, target) == deadline(calendar.text(), start, target)


@BOUNDED
@given(drawn=calendars(), pauses=lists_of_pauses(), target=st.integers(1, 10**6))
def test_around_the_clock_written_as_a_calendar_is_around_the_clock_in_every_zone(
    drawn: tuple[Calendar, datetime], pauses: list[tuple[int, int | None]], target: int
) -> None:
    calendar, start = drawn
    always = Calendar(zone=calendar.zone, weekly=(((0, 1440),),) * 7).text()
    paused = since(start, pauses)

    assert deadline(always, start, target, paused) == deadline(None, start, target, paused)
    assert open_seconds(always, start, start + 9 * DAY, paused) == open_seconds(None, start, start + 9 * DAY, paused)


@BOUNDED
@given(drawn=calendars())
@example(drawn=(Calendar(zone="UTC", weekly=(((0, 2880),), *((),) * 6)), datetime(2026, 1, 1, tzinfo=UTC)))
def test_a_calendar_is_what_its_text_says(drawn: tuple[Calendar, datetime]) -> None:
    calendar, _ = drawn

    assert Calendar.of(calendar.text()) == calendar
    assert Calendar.of(calendar.text()).text() == calendar.text()
