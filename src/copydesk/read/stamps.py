"""Times as feeds, mails and exports write them, made ISO 8601; one that cannot be read is None, never today."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# RFC 5322, 4.3, names the zones of North America; those of other letters are passed over: the time is local
ZONES = {
    "UT": "Z", "UTC": "Z", "GMT": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00",
}
_CLOCK = r"(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s?(Z|z|[+-]\d\d(?::?\d\d)?|(?!AM|PM)[A-Z]{2,4})?(?: [A-Z]{3,4})?"
_ISO = re.compile(rf"(\d{{4}})-(\d\d)(?:-(\d\d)(?:[T ]{_CLOCK})?)?$")
# "20200316T130000Z", "202003161300", "2020/3/16 13:00", "2020.03.16": the same with other marks or none
_COMPACT = re.compile(rf"((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?{_CLOCK})?$")
_MARKED = re.compile(r"((?:19|20)\d\d)([/.-])(\d\d?)\2(\d\d?)\.?(?:[T ,]+(\d\d?)(:.*))?$")
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)(?:[T ,-]+(\d\d?)(:.*))?$")
# "Tue Mar 05 2024 10:00:00 GMT+0800 (...)", as scripts write a time
_SCRIPTED = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d?) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_EXPORTED = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d):(\d\d)(?::(\d\d))?(?: UTC([+-]\d\d:\d\d))?$")
LONGEST = 200  # characters of a stated time
_DAY = re.compile(
    r"(?:[A-Z][a-z]{2,8},? )?(?:(\d{1,2}) ([A-Z][a-z]{2})[a-z]*\.?|([A-Z][a-z]{2})[a-z]*\.? (\d{1,2})),? (\d{4})$",
)
# "March 5, 2024 at 10:00 AM GMT+1", "Tue, Mar 5, 2024 at 10:00", "Tuesday, 5 March 2024 10:00": mails that were forwarded
_SPOKEN = re.compile(
    r"(?:[A-Z][a-z]+,? )?(?:([A-Z][a-z]{2})[a-z]* (\d{1,2})|(\d{1,2}) ([A-Z][a-z]{2})[a-z]*),? (\d{4}),?(?: at)? "
    r"(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP])\.?M\.?)?(?: (?:GMT|UTC)([+-]\d{1,2})?)?$",
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# "Tue Mar 05 10:00:00 +0000 2024", as X writes its times
_POSTED = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d\d:\d\d:\d\d) ([+-]\d{4}) (\d{4})$")


def iso_of(text: str | None) -> str | None:
    """ISO 8601 of a time in ISO 8601, RFC 822, the posts of X or Telegram's pages; its precision and zone are kept."""
    stripped = " ".join((text or "").split()) if len(text or "") < LONGEST else ""
    readers = (_from_iso, _from_marked, _from_exported, _from_spoken, _from_words)
    return next(filter(None, (read(stripped) for read in readers)), None)


def iso_of_epoch(seconds: object) -> str | None:
    """ISO 8601 in UTC of seconds since 1970 (milliseconds where they are too many), given as a number or digits."""
    digits = str(seconds)
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 14:
        return None
    value = int(digits) / (1000 if len(digits) > 11 else 1)
    return _write(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=value))


def _from_iso(text: str) -> str | None:
    match = _ISO.match(text) or _COMPACT.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        datetime.fromisoformat(f"{year}-{month}-{day or '01'}T{hour or '00'}:{minute or '00'}:00")
    except ValueError:
        return None
    date = "-".join(filter(None, (year, month, day)))
    if hour is None:
        return date
    clock = ":".join(filter(None, (hour, minute, second)))
    return f"{date}T{clock}{_zone(zone)}"


def _zone(zone: str | None) -> str:
    if zone is None or zone in "Zz":
        return "Z" if zone else ""
    if zone[0].isalpha():
        return ZONES.get(zone, "")
    digits = zone.replace(":", "")
    return f"{digits[:3]}:{digits[3:] or '00'}"


def _from_marked(text: str) -> str | None:
    """A day with slashes or dots, its year first or, with dots, last, and perhaps a time of day."""
    if match := _SCRIPTED.match(text):
        return _from_words(f"{match[2]} {match[1]} {match[3]} {match[4]} {match[5]}")
    if match := _MARKED.match(text):
        year, month, day, hour, rest = match[1], match[3], match[4], match[5], match[6]
    elif match := _DOTTED.match(text):
        day, month, year, hour, rest = match.groups()
    else:
        return None
    date = f"{year}-{int(month):02d}-{int(day):02d}"
    return _from_iso(f"{date}T{int(hour):02d}{rest}" if hour else date)


def _from_exported(text: str) -> str | None:
    match = _EXPORTED.match(text)
    if not match:
        return None
    day, month, year, hour, minute, second, zone = match.groups()
    return _from_iso(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone or ''}")


def _from_spoken(text: str) -> str | None:
    match = _SPOKEN.match(text.replace("\u202f", " "))
    month = match[1] or match[4] if match else None
    if not match or month not in _MONTHS:
        return None
    hour = int(match[6]) % 12 + (12 if match[9] == "P" else 0) if match[9] else int(match[6])
    zone = f"{match[10][0]}{int(match[10][1:]):02d}:00" if match[10] else "Z" if text.endswith(("GMT", "UTC")) else ""
    day = f"{match[5]}-{_MONTHS.index(month) + 1:02d}-{int(match[2] or match[3]):02d}"
    return _from_iso(f"{day}T{hour:02d}:{match[7]}{':' + match[8] if match[8] else ''}{zone}")


def _from_words(text: str) -> str | None:
    day = _DAY.match(text)
    if day:
        month = day[2] or day[3]
        known = month in _MONTHS
        return _from_iso(f"{day[5]}-{_MONTHS.index(month) + 1:02d}-{int(day[1] or day[4]):02d}") if known else None
    posted = _POSTED.match(text)
    try:
        moment = parsedate_to_datetime(f"{posted[2]} {posted[1]} {posted[5]} {posted[3]} {posted[4]}" if posted else text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _write(moment) + ("Z" if text.endswith("-0000") else "")  # Universal Time, the local zone untold (RFC 5322, 3.3)


def _write(moment: datetime) -> str:
    text = moment.isoformat(timespec="seconds")
    return text[:-6] + "Z" if text.endswith("+00:00") else text
