"""The hour that words name: "half past three", "7 o'clock in the evening", "0600", and the offset of the zone named with it."""

from __future__ import annotations

from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.zones import offset_on

_EVENING = 6  # "seven at night" is an evening's hour, "two at night" is not


def clock_of(found: Found) -> str | None:
    """ "HH:MM", 24 hours; None where no time of day is named."""
    if point := found.first_of("point"):
        return point
    if military := found.first_of("military"):
        return f"{military[:2]}:{military[2:]}"
    spoken = {"clockpast", "clockto"} & set(found.values)
    is_hour = spoken or {"meridiem", "oclock", "halfday"} & set(found.values)
    said = found.first_of("clock") or (found.first_of("hour") if is_hour else None)
    if said is None:
        return None
    hours, _, rest = said.partition(":")
    hour, minutes = _of_day(int(hours), found), rest[:2] or "00"
    if spoken:
        hour, minutes = _spoken(hour, int(found.first_of("clockpart") or found.first_of("number") or 0), found)
    return f"{hour:02d}:{minutes}" if hour <= 24 else None


def _of_day(hour: int, found: Found) -> int:
    """The hour of 24 by "pm" or the part of the day named with it; as it is said where neither is."""
    half, part = found.first_of("meridiem"), found.first_of("halfday")
    later = half == "pm" or part in {"AF", "EV"} or (part == "NI" and hour >= _EVENING)
    if later and hour < 12:
        return hour + 12
    return 0 if hour == 12 and (half == "am" or part == "NI") else hour


def _spoken(hour: int, minutes: int, found: Found) -> tuple[int, str]:
    """ "half past three", "twenty to six": hour and minutes."""
    back = "clockto" in found.values
    return ((hour - 1) % 24, f"{60 - minutes:02d}") if back else (hour, f"{minutes:02d}")


def zone_of(found: Found, day: str) -> str:
    """The offset on a day of the zone named, "" where none is or where its row does not tell."""
    return offset_on(found.first_of("zone") or "", day_of(day))
