"""Ages: how long before its capture a page was published ("PT5H" before 17:43)."""

from __future__ import annotations

import re
from datetime import timedelta

from copydesk.lexicon.calendar import add_months, day_of, moment_of

_AGE = re.compile(r"P(?:(?P<time>T)?(?P<count>\d+)(?P<unit>[SMHDWY]))$")
# Characters of an ISO text that an age of each unit leaves certain.
_PRECISION = {"TS": 16, "TM": 16, "TH": 13, "D": 10}


def count_back(fetched_at: str | None, age: str) -> str | None:
    """The publication time of an age counted back from the capture time, to the age's precision; None where unknown.

    "PT5H" before "2023-05-04T17:43Z" is "2023-05-04T12Z"; weeks and months leave the month, years the year.
    """
    match = _AGE.match(age)
    if match is None or day_of(fetched_at) is None or fetched_at is None:
        return None
    unit, count = (match["time"] or "") + match["unit"], int(match["count"])
    if unit in ("M", "Y"):
        year, month = add_months(int(fetched_at[:4]), int(fetched_at[5:7]), -count * (12 if unit == "Y" else 1))
        return f"{year:04d}-{month:02d}" if unit == "M" else f"{year:04d}"
    if unit[0] == "T" and len(fetched_at) <= 10:
        return fetched_at  # the capture is known to the day only: hours before it are that day or the one before
    captured = moment_of(fetched_at)
    if captured is None:
        return None
    step = {"TS": timedelta(seconds=1), "TM": timedelta(minutes=1), "TH": timedelta(hours=1), "D": timedelta(days=1),
            "W": timedelta(weeks=1)}[unit]
    try:
        text = (captured - step * count).isoformat()
    except OverflowError:
        return None
    length = _PRECISION.get(unit, 7)
    zone = re.search(r"[+-]\d\d:\d\d$", text)
    offset = zone.group().replace("+00:00", "Z") if zone and length > 10 else ""
    return text[:length] + offset
