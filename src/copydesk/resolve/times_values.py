"""From an expression found to its TIMEX3 value: one function an operation of time_patterns.tsv."""

from __future__ import annotations

from collections.abc import Callable

from copydesk.lexicon.timepatterns import Found
from copydesk.resolve import times_dates, times_days, times_durations, times_holidays, times_quarters, times_relative
from copydesk.resolve.times_setting import Setting, Value

Operation = Callable[[Found, tuple[str, ...], Setting], Value | None]


def _constant(value: str) -> Operation:
    def resolve(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
        return Value("DATE", value, setting.created)

    return resolve


def _nothing(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """An age, a price: it looks like a time and is none."""
    return None


OPERATIONS: dict[str, Operation] = {
    "iso": times_dates.resolve_stamp,
    "slashed": times_dates.resolve_slashed,
    "date": times_dates.resolve_date,
    "range_first": times_dates.resolve_range_first,
    "range_end": times_dates.resolve_range_end,
    "month": times_dates.resolve_month,
    "year": times_dates.resolve_year,
    "shortyear": times_dates.resolve_shortyear,
    "season": times_dates.resolve_season,
    "season_of_near": times_dates.resolve_season_of_near,
    "holiday": times_holidays.resolve_holiday,
    "clock": times_dates.resolve_clock,
    "near": times_relative.resolve_near,
    "dayword": times_relative.resolve_dayword,
    "beyond": times_days.resolve_beyond,
    "neighbour": times_relative.resolve_neighbour,
    "month_of_year": times_relative.resolve_month_of_year,
    "progress": times_relative.resolve_progress,
    "ago": times_relative.resolve_ago,
    "offset": times_relative.resolve_offset,
    "year_ago": times_quarters.resolve_year_ago,
    "quarter": times_quarters.resolve_quarter,
    "half": times_quarters.resolve_half,
    "the_unit": times_relative.resolve_the_unit,
    "unit_end": times_relative.resolve_unit_end,
    "week_of": times_relative.resolve_week_of,
    "daypart": times_relative.resolve_daypart,
    "any_daypart": times_days.resolve_any_daypart,
    "overnight": times_days.resolve_overnight,
    "small_hours": times_days.resolve_small_hours,
    "nth": times_days.resolve_nth,
    "nth_unit": times_days.resolve_nth_unit,
    "the_day": times_days.resolve_the_day,
    "weekday_later": times_days.resolve_weekday_later,
    "this_time": times_days.resolve_this_time,
    "all_unit": times_days.resolve_all_unit,
    "fiscal_pair": times_days.resolve_fiscal_pair,
    "duration": times_durations.resolve_duration,
    "duration_vague": times_durations.resolve_duration_vague,
    "near_count": times_durations.resolve_near_count,
    "near_vague": times_durations.resolve_near_vague,
    "set": times_durations.resolve_set,
    "a_unit": times_durations.resolve_a_unit,
    "past_ref": _constant("PAST_REF"),
    "present_ref": _constant("PRESENT_REF"),
    "future_ref": _constant("FUTURE_REF"),
    "nothing": _nothing,
}
