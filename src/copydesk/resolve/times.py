"""The stage `times`: every expression of time in an article, its TIMEX3 value, its interval and what it was read against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from copydesk.language.running import run_lines
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.timewords import Tokens
from copydesk.record import Article, BlockRole, Page, Reading, Refusal, Span, TimeExpression
from copydesk.resolve.foreign_numbers import find_figure_times, is_foreign
from copydesk.resolve.times_clocks import date_clocks
from copydesk.resolve.times_context import Surroundings
from copydesk.resolve.times_durations import write_duration
from copydesk.resolve.times_frames import Frame, is_fronted
from copydesk.resolve.times_lands import find_state, fit_to_state, owes_to_state
from copydesk.resolve.times_quotes import Quotations
from copydesk.resolve.times_ranges import join_ranges
from copydesk.resolve.times_reported import Reported
from copydesk.resolve.times_said import Said, anchor_said, is_anchored
from copydesk.resolve.times_setting import Calendars, Setting, Value
from copydesk.resolve.times_tense import Clauses, Told
from copydesk.resolve.times_trace import STAGE, trace_time
from copydesk.resolve.times_values import OPERATIONS

NARRATIVE = frozenset((
    "headline", "standfirst", "subheading", "paragraph", "list_item", "pull_quote", "table", "caption", "correction",
    "update_note",
))
_RETOLD = frozenset(("headline", "standfirst", "caption"))  # roles whose present tense tells what is over
# A text is a tale of the past where at least so many expressions name a year before the creation year, ...
_YEARS_NAMED = 5
# ... they are at least this share of all that name a year, and three times as many as "today", "last week" and their like.
_SHARE_BACK = 0.7
_LOOKING_AWAY = frozenset(("ago", "offset", "near", "near_count", "dayword", "year_ago"))  # the tale does not follow
_DAY = 10  # characters of an ISO day
_DEICTIC = frozenset(("dayword", "near", "ago", "near_count"))


@dataclass(frozen=True, slots=True)
class _Given:
    """What every expression of an article is read with."""

    clauses: Clauses
    world: World


def find_times(
    *, page: Page, article: Article, reading: Reading, world: World,
) -> tuple[tuple[TimeExpression, ...], tuple[Refusal, ...]]:
    """Every time said in the article's own words, in page order; furniture is left aside.

    Weekdays, months and the like are read against `article.created`. Where that is unknown their values keep X for what
    is not known ("XXXX-WXX-2"), their intervals are None, and one Refusal says so. In another language than English only
    days written in figures are told.
    """
    if is_foreign(article):
        return _foreign_times(page, article)
    text = run_lines(page, article)
    given = _Given(Clauses(text, reading, world.tense_words), world)
    stretches = [(world.times.words.read(text, block.span.start, block.span.end), block.role)
                 for block in article.blocks if block.role in NARRATIVE]
    found = [(tokens, list(world.times.find(tokens)), role) for tokens, role in stretches]
    setting = Setting(
        created=article.created, history=_is_history([one for _, each, _ in found for one in each], article.created),
        calendars=Calendars(world.feasts, world.fiscal_years),
    )
    times: list[TimeExpression] = []
    said: list[Said] = []
    for tokens, expressions, role in found:
        scene = _setting_of(role, tokens, expressions, setting)
        scene.retold = role in _RETOLD
        for time, one in _read_stretch(tokens, expressions, scene, given):
            if is_anchored(one.found):
                said.append(replace(one, place=len(times)))
            times.append(time)
    date_clocks(text, times)
    join_ranges(text, times, world.time_context)
    if said:
        quotations = Quotations(text, tuple(block.span for block in article.blocks if block.role in NARRATIVE))
        reported = Reported(reading, world.tense_words)
        anchor_said(times, said, created=article.created, quotations=quotations, reported=reported)
    return tuple(times), tuple(_refusals(page, article, times, said))


def _read_stretch(
    tokens: Tokens, expressions: list[Found], setting: Setting, given: _Given,
) -> Iterator[tuple[TimeExpression, Said]]:
    """The expressions of one block that are times, each with how it is said; its place is not known yet."""
    frame = Frame(setting.created)
    for found in expressions:
        if time := _read(found, tokens, setting, frame, given):
            yield time, Said(0, found, tokens, setting.tense, given.clauses.token_at(found.start))


def _setting_of(role: BlockRole, tokens: Tokens, expressions: list[Found], setting: Setting) -> Setting:
    """What a block is read against: a caption by itself, on the one full date it gives, as it was taken when that says."""
    if role != "caption":
        return setting
    full = [one for one in expressions if one.row.operation == "date" and {"year", "month"} <= set(one.values)
            and {"day", "ordday"} & set(one.values)]
    own = Setting(created=setting.created, history=setting.history, calendars=setting.calendars)
    value = OPERATIONS["date"](full[0], (), own) if len(full) == 1 else None
    if value and len(value.value) >= _DAY and value.value[:_DAY] < (setting.created or "9999"):
        own.created = value.value[:_DAY]
    return own


def _foreign_times(page: Page, article: Article) -> tuple[tuple[TimeExpression, ...], tuple[Refusal, ...]]:
    times, unsure = find_figure_times(page.text, [block.span for block in article.blocks if block.role in NARRATIVE])
    reason = f"{len(unsure)} in figures that may begin with the day or with the month"
    refusals = (Refusal(page_id=page.id, stage=STAGE, reason=reason, span=unsure[0]),) if unsure else ()
    return times, refusals


def _read(found: Found, tokens: Tokens, setting: Setting, frame: Frame, given: _Given) -> TimeExpression | None:
    """One expression resolved; None where its place shows that it is no time."""
    clauses, world = given.clauses, given.world
    place = Surroundings(found, tokens, world.time_context)
    if not place.is_time(clauses):
        return None
    told = clauses.told_at(found.start, found.end)
    if told.tense == "timetable" and setting.retold:
        told = Told(None)
    setting.tense = "coming" if told.sure else told.tense
    setting.fronted = is_fronted(found, tokens, world.time_context)
    words = tuple(tokens.word(index).lower() for index in range(found.first, found.last))
    scene = frame.setting_for(found, setting)
    is_owed = owes_to_state(found)
    scene.state = find_state(tokens.text, found.start, found.end, world.states) if is_owed else None
    value = _value(found, words, place, scene)
    if value is None:
        return None
    if is_owed:
        value = fit_to_state(found, value, scene)
    frame.follow(found, value, setting)
    trace = trace_time(found, value, told, setting)
    if scene is not setting or _moves_on(found, value, clauses, setting):
        setting.progress.follow(value, opens=setting.fronted and "year" in found.values)
    begin, end = value.interval()
    return TimeExpression(
        span=Span(start=found.start, end=found.end), type=value.type, value=value.value,
        begin=begin, end=end, anchor=value.anchor, trace=trace,
    )


def _moves_on(found: Found, value: Value, clauses: Clauses, setting: Setting) -> bool:
    """Whether the tale goes on from a date: not from a look back or ahead, nor from "the June agreement"."""
    if setting.history:
        return found.row.operation not in _LOOKING_AWAY and not setting.ahead
    weekday = found.row.operation == "near" and day_of(value.value) is not None
    return (weekday or found.row.operation not in _LOOKING_AWAY) and not clauses.is_modifier(found.start)


def _value(found: Found, words: tuple[str, ...], place: Surroundings, setting: Setting) -> Value | None:
    operation = found.row.operation
    if operation == "a_unit" and (place.is_rate() or (not place.is_length() and len(words) <= 3)):
        return None
    if operation == "the_unit" and place.is_ended() and (unit := found.first_of("unit")) != "Q":
        return Value("DURATION", write_duration(1, unit or "Y"))
    if operation == "the_unit" and not place.is_the_unit():
        return None
    return OPERATIONS[operation](found, words, setting)


def _is_history(found: list[Found], created: str | None) -> bool:
    """Whether the text tells of years long past rather than of the days around its creation."""
    years = [int(year) for expression in found if (year := expression.first_of("year"))]
    years += [0 for expression in found if "era" in expression.values]
    pointing = sum(1 for expression in found if expression.row.operation in _DEICTIC)
    if not years or len(years) <= pointing:
        return False
    newest = int(created[:4]) if created and created[:4].isdigit() else max(years) + 1
    return sum(1 for year in years if year < newest) >= max(_YEARS_NAMED, 3 * pointing, len(years) * _SHARE_BACK)


def _refusals(page: Page, article: Article, times: list[TimeExpression], said: list[Said]) -> Iterator[Refusal]:
    open_times = [time for time in times if time.type in ("DATE", "TIME") and time.value.startswith("XXXX")]
    if article.created is None and open_times:
        yield Refusal(
            page_id=page.id, stage=STAGE, span=open_times[0].span,
            reason=f"{len(open_times)} expressions such as a weekday could not be dated: the creation day is unknown",
        )
    for one in said:
        day, span = day_of(times[one.place].value), times[one.place].span
        needs_year = "month" in one.found.values and "weekday" in one.found.values and "year" not in one.found.values
        if day and needs_year and str(day.isoweekday()) != one.found.first_of("weekday"):
            reason = f"“{page.text[span.start : span.end]}” is read as {day}, which is another weekday"
            yield Refusal(page_id=page.id, stage=STAGE, span=span, reason=reason)
