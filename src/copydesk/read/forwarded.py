"""An article forwarded within a mail: where it begins, and who sent it when under which subject."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from copydesk.lexicon import load_world
from copydesk.read.stamps import iso_of

LOOKED = 12  # lines after the mark in which its headers stand
MOST_ABOVE = 60  # words of the forwarder above headers that no mark opens; a reply has more
MOST_LOOKED = 20_000  # characters in which headers without a mark are looked for
_LINE_END = re.compile(r"\n|<br\s*/?>|</(?:p|div|tr|table|blockquote)>", re.IGNORECASE)
_TEXT_END = re.compile(r"\n")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """body: the forwarded words or HTML. date: ISO 8601 or None. words_above: how many words the forwarder wrote."""

    body: str
    sender: str | None
    date: str | None
    subject: str | None
    words_above: int


@dataclass(frozen=True, slots=True)
class _Headers:
    """The headers of a forwarded article by name, the language they are in, and where the last of them ends."""

    fields: dict[str, str]
    language: str | None
    end: int


def find_forwarded(body: str, *, is_html: bool) -> Forwarded | None:
    """The innermost forwarded article of a mail's body; None where nothing is forwarded in it.

    It opens with a mark of the mail program, or, below few words, with a sender, a time and a subject line by line.
    """
    marks = [(match.start(), match.end()) for match in load_world().mail_words.opening.finditer(body)]
    unmarked = None if marks else _find_unmarked(body, is_html)
    if not marks and unmarked is None:
        return None
    first, start = (marks[0][0], marks[-1][1]) if marks else (unmarked or 0, unmarked or 0)
    found = _read_headers(body, start, is_html)
    if "sender" not in found.fields and "subject" not in found.fields:
        return None
    return Forwarded(
        body=body[found.end:], sender=found.fields.get("sender"), date=_date(found.fields.get("sent"), found.language),
        subject=found.fields.get("subject"), words_above=len(_bare(body[:first], is_html).split()),
    )


def _find_unmarked(body: str, is_html: bool) -> int | None:
    """Where a block of headers begins that no mark opens."""
    words, start = load_world().mail_words, 0
    for stop in (*(_LINE_END if is_html else _TEXT_END).finditer(body), None):
        line = " ".join(_bare(body[start:stop.start() if stop else len(body)], is_html).split())
        field = words.read_field(line)
        if field and field[0] == "sender" and {"sent", "subject"} <= set(_read_headers(body, start, is_html).fields):
            return start if len(_bare(body[:start], is_html).split()) <= MOST_ABOVE else None
        if stop is None or stop.end() > MOST_LOOKED:
            return None
        start = stop.end()
    return None


def _read_headers(body: str, start: int, is_html: bool) -> _Headers:
    """The header lines after a mark."""
    fields: dict[str, str] = {}
    languages: list[str] = []
    end = start
    for _ in range(LOOKED):
        stop = (_LINE_END if is_html else _TEXT_END).search(body, start)
        words = _bare(body[start:stop.start() if stop else len(body)], is_html)
        field = load_world().mail_words.read_field(" ".join(words.split()))
        if field:
            fields.setdefault(field[0], field[2])
            languages.append(field[1])
            end = stop.end() if stop else len(body)
        elif words.strip() and fields:
            break
        if stop is None:
            break
        start = stop.end()
    told = max(languages, key=languages.count, default=None)
    return _Headers(fields, told, end)


def _bare(text: str, is_html: bool) -> str:
    return html.unescape(_TAG.sub(" ", text)) if is_html else text


def _date(stated: str | None, language: str | None) -> str | None:
    """A time of sending, in the language of the headers too."""
    if iso := iso_of(stated):
        return iso
    shown = load_world().months.find(stated or "", language)
    return shown[0].value if len(shown) == 1 else None
