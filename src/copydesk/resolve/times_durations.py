"""Durations and sets: "more than two and a half years", "the past few weeks", "every other day", "$40 a year"."""

from __future__ import annotations

from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.times_algebra import shift_day
from copydesk.resolve.times_setting import Setting, Value

_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")  # units from the coarsest on
_CLOCK = {"TH": "H", "TM": "M", "TS": "S"}


def unit_of(found: Found) -> str | None:
    """The unit an expression counts in, as in an ISO 8601 duration."""
    return found.first_of("unit") or found.first_of("units") or found.first_of("weekend")


def count_of(found: Found) -> float | None:
    """How many units: a number, 1 for "a", None where it is vague ("several")."""
    half = 0.5 if "half" in found.values else 0.0
    said = found.first_of("number") or found.first_of("couple")
    if {"several", "crowd"} & set(found.values) or ("units" in found.values and not said and "dozen" not in found.values):
        return None
    if said or "plus" in found.values:
        return float(said or 1) + half
    if "dozen" in found.values:
        return 12.0 * (half or 1)
    return 0.25 if found.values.get("unit") == ["Q", "CE"] else half or 1.0


def duration_of(found: Found) -> Value | None:
    """The duration that an expression's count and unit make."""
    units = [*found.values.get("unit", []), *found.values.get("units", [])]
    if found.row.name == "counted_both":
        return _sum_of_two(found)
    return Value("DURATION", write_duration(count_of(found), units[-1])) if units else None


def _sum_of_two(found: Found) -> Value | None:
    """ "two hours and 20 minutes": a length in two units, the coarser first; None where they do not go together."""
    units = [kind.values.get("unit") or kind.values.get("units") or "" for kind in found.kinds
             if kind and {"unit", "units"} & set(kind.values)]
    numbers = [float(number) for number in found.values.get("number", [])]
    counts = numbers if len(numbers) == len(units) else [1.0, *numbers]
    places = [_ORDER.index(unit) for unit in units if unit in _ORDER]
    if not len(units) == len(counts) == len(places) or places != sorted(set(places)):
        return None
    parts = [write_duration(count, unit) for count, unit in zip(counts, units, strict=True)]
    time = [part.removeprefix("PT") for part in parts if part.startswith("PT")]
    days = [part.removeprefix("P") for part in parts if not part.startswith("PT")]
    return Value("DURATION", f"P{''.join(days)}{'T' if time else ''}{''.join(time)}")


def write_duration(count: float | None, unit: str) -> str:
    """ "P3D", "PT40M", "P2Y6M"; X for a count that is vague."""
    if unit == "2W":
        count, unit = count and count * 2, "W"
    if unit in ("DE", "CE", "ML") and count is not None:
        count, unit = count * {"DE": 10, "CE": 100, "ML": 1000}[unit], "Y"
    time, letter = ("T", _CLOCK[unit]) if unit in _CLOCK else ("", unit)
    if count is None:
        return f"P{time}X{letter}"
    if count == int(count):
        return f"P{time}{int(count)}{letter}"
    whole, rest = divmod(count, 1)
    finer = {"Y": ("M", 12), "H": ("M", 60), "D": ("TH", 24)}.get(letter)
    if finer and rest * finer[1] == int(rest * finer[1]):
        head = f"{int(whole)}{letter}" if whole else ""
        return f"P{time}{head}{'T' if finer[0][0] == 'T' else ''}{int(rest * finer[1])}{finer[0][-1]}"
    return f"P{time}{count:g}{letter}"


def resolve_duration(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A length of time."""
    if long := found.first_of("longword"):
        return Value("DURATION", long)
    if found.row.name in ("count_range", "count_between"):
        return Value("DURATION", write_duration(None, unit_of(found) or "D"))
    value = duration_of(found)
    if value and not setting.history:
        _note_period(value, setting)
    return value


def resolve_near_count(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the past two weeks", "the next few days": a duration that ends or begins with the creation day."""
    unit = unit_of(found)
    count = count_of(found) if len(found.values.get("number", ())) < 2 else None
    step = int(found.first_of("near") or found.first_of("lately") or -1)
    if unit is None:
        return None
    value = write_duration(count, unit)
    if count is None or unit in _CLOCK or setting.today is None:
        return Value("DURATION", value, setting.created)
    other = shift_day(setting.today, step * count, unit)
    ends = sorted(day.isoformat() for day in (setting.today, other) if day)
    return Value("DURATION", value, setting.created, begin=ends[0], end=ends[-1])


def resolve_near_vague(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "recent weeks", "the coming months": neither length nor day is said."""
    step = int(found.first_of("near") or found.first_of("recent") or 0)
    return Value("DATE", "FUTURE_REF" if step > 0 else "PAST_REF" if step < 0 else "PRESENT_REF", setting.created)


def resolve_set(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """What comes again and again: "every Thursday", "daily", "every two weeks"."""
    if value := found.first_of("setword"):
        return Value("SET", value)
    part = found.first_of("halfday") or found.first_of("halfdays")
    weekday = found.first_of("weekday") or found.first_of("weekdays")
    if weekday:
        return Value("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if part:
        return Value("SET", f"XXXX-XX-XXT{part}")
    if month := found.first_of("month"):
        day = found.first_of("day") or found.first_of("ordday")
        return Value("SET", f"XXXX-{int(month):02d}" + (f"-{int(day):02d}" if day else ""))
    if season := found.first_of("season"):
        return Value("SET", f"XXXX-{season}")
    unit = unit_of(found)
    said = found.first_of("other") or found.first_of("number") or found.first_of("ordinal")
    count = float(said or 1) if "times" not in found.values else 1.0  # "three times a week" comes again each week
    return Value("SET", write_duration(None if "several" in found.values else count, unit)) if unit else None


def resolve_a_unit(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "a year": a length. Whether it is a rate ("$40 a year") the caller has seen from the words before it."""
    return duration_of(found)


def resolve_duration_vague(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "some time", "a while"."""
    return Value("DURATION", "PXX")


def _note_period(value: Value, setting: Setting) -> None:
    """Results over months are reported by the year: "a year earlier" then means the year before."""
    if value.value.startswith("P") and value.value.endswith("M") and "T" not in value.value and setting.year:
        setting.progress.period = f"{setting.year:04d}"
