"""What programs that save pages write into them: where the page was found, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.read.stamps import iso_of

HEAD, FOOT = 6_000, 4_000  # characters at the top and at the end of a file in which such marks stand
# Each names the address, the time, or both. The browsers' own mark, HTTrack's, SingleFile's, Save Page WE's, that of archives.
_MARKS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    r"<!-- saved from url=\(\d+\)(?P<url>https?://\S+) ?-->",
    r"<!-- Mirrored from (?P<host>[\w.-]+\.\w+/\S*) by HTTrack[^>]*?, (?P<time>\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT) -->",
    r"Page saved with SingleFile\s+url: (?P<url>https?://\S+)\s+saved date: (?P<time>[^\n]{10,80}?)\s*(?:\n|-->)",
    r'<meta name="?savepage-url"? content="(?P<url>https?://[^"\s]+)"',
    r'<meta name="?savepage-date"? content="(?P<time>[^"]{10,80})"',
    r"FILE ARCHIVED ON (?P<clock>\d\d:\d\d:\d\d) (?P<day>\w{3} \d\d, \d{4}) AND RETRIEVED",
))
# "https://web.archive.org/web/20310409120000id_/https://news.example/mill": a copy of the address behind the time.
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(?P<time>\d{14})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}\S+)", re.I)


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a saved page was found and when it was captured (ISO 8601), None where the page does not say.

    is_copy: the address given is that of an archive, whose copy is older than the time it was fetched at.
    """

    url: str | None = None
    captured: str | None = None
    is_copy: bool = False


def find_saved(text: str, given: str | None = None) -> Saved:
    """What a page's text says of its saving. given: the address the page came from; that of an archive tells both."""
    shown = text if len(text) <= HEAD + FOOT else text[:HEAD] + text[-FOOT:]
    found: dict[str, str] = {}
    for mark in _MARKS:
        if match := mark.search(shown):
            found = {name: value for name, value in match.groupdict().items() if value} | found
    url = found.get("url") or (f"http://{found['host']}" if "host" in found else None)
    time = found.get("time") or (f"{found['day']} {found['clock']} GMT" if "day" in found else None)
    if archived := _ARCHIVED.match(given or url or ""):
        moment = archived["time"]
        return Saved(re.sub(r":/+", "://", archived["url"], count=1), iso_of(f"{moment[:8]}T{moment[8:]}Z"), given is not None)
    return Saved(url, iso_of(time))
