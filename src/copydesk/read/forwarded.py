"""An article forwarded within a mail: where it begins, and who sent it when under which subject."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from copydesk.read.stamps import iso_of

LOOKED = 12  # lines after the mark in which its headers stand
_OPENING = re.compile(
    r"(?:(?<!-)-{2,20}\s{0,3}(?:Forwarded message|Original Message)\s{0,3}-{2}-*+|Begin forwarded message:)", re.IGNORECASE,
)
_LINE_END = re.compile(r"\n|<br\s*/?>|</(?:p|div|tr|table|blockquote)>", re.IGNORECASE)
_TEXT_END = re.compile(r"\n")
_TAG = re.compile(r"<[^<>]*>")
_FIELD = re.compile(r"^[>\s*]*(From|Sent|Date|To|Cc|Subject|Reply-To)\s*:[\s*]*(.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """body: the forwarded words or HTML. date: ISO 8601 or None. words_above: how many words the forwarder wrote."""

    body: str
    sender: str | None
    date: str | None
    subject: str | None
    words_above: int


def find_forwarded(body: str, *, is_html: bool) -> Forwarded | None:
    """The innermost forwarded article of a mail's body; None where nothing is forwarded in it."""
    marks = list(_OPENING.finditer(body))
    if not marks:
        return None
    fields, end = _fields(body, marks[-1].end(), is_html)
    if "from" not in fields and "subject" not in fields:
        return None
    above = body[: marks[0].start()]
    return Forwarded(
        body=body[end:], sender=fields.get("from"), date=iso_of(fields.get("date") or fields.get("sent")),
        subject=fields.get("subject"), words_above=len((_TAG.sub(" ", above) if is_html else above).split()),
    )


def _fields(body: str, start: int, is_html: bool) -> tuple[dict[str, str], int]:
    """The header lines after a mark, and where the last of them ends."""
    fields: dict[str, str] = {}
    end = start
    for _ in range(LOOKED):
        stop = (_LINE_END if is_html else _TEXT_END).search(body, start)
        line = body[start:stop.start() if stop else len(body)]
        words = html.unescape(_TAG.sub(" ", line)) if is_html else line
        match = _FIELD.match(" ".join(words.split()))
        if match:
            fields.setdefault(match[1].lower(), match[2].strip())
            end = stop.end() if stop else len(body)
        elif words.strip() and fields:
            break
        if stop is None:
            break
        start = stop.end()
    return fields, end
