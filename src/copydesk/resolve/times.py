"""The stage `times`: every expression of time in an article, its TIMEX3 value, its interval and what it was read against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from copydesk.language.running import run_lines
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.timecontext import TimeContext
from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.timewords import Tokens
from copydesk.record import Article, Page, Reading, Refusal, Span, TimeExpression, TraceStep
from copydesk.resolve.foreign_numbers import find_figure_times, is_foreign
from copydesk.resolve.times_algebra import Tense
from copydesk.resolve.times_clocks import date_clocks
from copydesk.resolve.times_context import Surroundings
from copydesk.resolve.times_durations import write_duration
from copydesk.resolve.times_quotes import Quotations
from copydesk.resolve.times_ranges import join_ranges
from copydesk.resolve.times_setting import Setting, Value
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
_SEEN_FROM_TODAY = frozenset(("dayword", "ago", "neighbour", "overnight", "this_time"))
_DEICTIC = frozenset(("dayword", "near", "ago", "near_count"))


@dataclass(frozen=True, slots=True)
class _Said:
    """An expression seen from the day on which it is said. place: of its TimeExpression; tense: of its clause."""

    place: int
    found: Found
    tokens: Tokens
    tense: Tense


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
    clauses = Clauses(text, reading, world.tense_words)
    stretches = [(world.times.words.read(text, block.span.start, block.span.end), block.role in _RETOLD)
                 for block in article.blocks if block.role in NARRATIVE]
    found = [(tokens, expression, retold) for tokens, retold in stretches for expression in world.times.find(tokens)]
    context = world.time_context
    setting = Setting(created=article.created, history=_is_history([each for _, each, _ in found], article.created))
    times: list[TimeExpression] = []
    said: list[_Said] = []
    for tokens, expression, setting.retold in found:
        if time := _read(expression, tokens, clauses, setting, context):
            if _is_deictic(expression):
                said.append(_Said(len(times), expression, tokens, setting.tense))
            times.append(time)
    date_clocks(text, times)
    join_ranges(text, times, context)
    _anchor_quoted(text, article, times, said)
    return tuple(times), tuple(_refusals(page, article, times))


def _foreign_times(page: Page, article: Article) -> tuple[tuple[TimeExpression, ...], tuple[Refusal, ...]]:
    times, unsure = find_figure_times(page.text, [block.span for block in article.blocks if block.role in NARRATIVE])
    reason = f"{len(unsure)} in figures that may begin with the day or with the month"
    refusals = (Refusal(page_id=page.id, stage=STAGE, reason=reason, span=unsure[0]),) if unsure else ()
    return times, refusals


def _read(
    found: Found, tokens: Tokens, clauses: Clauses, setting: Setting, context: TimeContext,
) -> TimeExpression | None:
    """One expression resolved; None where its place shows that it is no time."""
    place = Surroundings(found, tokens, context)
    if not place.is_time(clauses):
        return None
    told = clauses.told_at(found.start, found.end)
    if told.tense == "timetable" and setting.retold:
        told = Told(None)
    setting.tense = told.tense
    words = tuple(tokens.word(index).lower() for index in range(found.first, found.last))
    value = _value(found, words, place, setting)
    if value is None:
        return None
    trace = trace_time(found, value, told, setting)
    if _moves_on(found, value, clauses, setting):
        setting.progress.follow(value)
    begin, end = value.interval()
    return TimeExpression(
        span=Span(start=found.start, end=found.end), type=value.type, value=value.value,
        begin=begin, end=end, anchor=value.anchor, trace=trace,
    )


def _moves_on(found: Found, value: Value, clauses: Clauses, setting: Setting) -> bool:
    """Whether the tale goes on from a date: not from a look back or ahead, nor from "the June agreement"."""
    if setting.history:
        return found.row.operation not in _LOOKING_AWAY
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


def _is_deictic(found: Found) -> bool:
    """Whether an expression is seen from the day on which it is said ("tomorrow", "last week", "two days ago")."""
    if found.row.operation == "near":
        return bool({"near", "dayword", "tonight"} & set(found.values))
    return found.row.operation in _SEEN_FROM_TODAY or "upnext" in found.values


def _anchor_quoted(text: str, article: Article, times: list[TimeExpression], said: list[_Said]) -> None:
    """Read "today" and the like inside a quotation against the day of the utterance, where its sentence names it."""
    if not said:
        return
    quotations = Quotations(text, tuple(block.span for block in article.blocks if block.role in NARRATIVE))
    for one in said:
        found, day = one.found, quotations.said_on(one.found.start, times, article.created)
        words = tuple(one.tokens.word(index).lower() for index in range(found.first, found.last))
        setting = Setting(created=day, tense=one.tense)
        value = OPERATIONS[found.row.operation](found, words, setting) if day else None
        if value:
            begin, end = value.interval()
            step = TraceStep(stage=STAGE, rule="anchor: the day of the utterance")
            trace = (*times[one.place].trace[:1], step)
            times[one.place] = replace(times[one.place], value=value.value, begin=begin, end=end, anchor=day, trace=trace)


def _is_history(found: list[Found], created: str | None) -> bool:
    """Whether the text tells of years long past rather than of the days around its creation."""
    years = [int(year) for expression in found if (year := expression.first_of("year"))]
    years += [0 for expression in found if "era" in expression.values]
    pointing = sum(1 for expression in found if expression.row.operation in _DEICTIC)
    if not years or len(years) <= pointing:
        return False
    newest = int(created[:4]) if created and created[:4].isdigit() else max(years) + 1
    return sum(1 for year in years if year < newest) >= max(_YEARS_NAMED, 3 * pointing, len(years) * _SHARE_BACK)


def _refusals(page: Page, article: Article, times: list[TimeExpression]) -> Iterator[Refusal]:
    open_times = [time for time in times if time.type in ("DATE", "TIME") and time.value.startswith("XXXX")]
    if article.created is None and open_times:
        yield Refusal(
            page_id=page.id, stage=STAGE, span=open_times[0].span,
            reason=f"{len(open_times)} expressions such as a weekday could not be dated: the creation day is unknown",
        )
