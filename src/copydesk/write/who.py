"""Whom a story speaks of: each person, body and place with its roles, all its mentions and why, and joins to be doubted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.record import Appearance, CastMember, Merge, Page, Report, Role, StoryCast
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import GAP, NARROWEST, count_columns, pad_words, widest, write_notes, write_row
from copydesk.write.leaves import row_of

_KIND, _COUNTRY, _SECTOR, _COUNT = 12, 7, 6, 8  # widths of columns; the name takes the rest
_WIDE = 100  # columns from which on a page's name may be long
_SHORT_KEY, _LONG_KEY = 14, 24  # columns for a page's name in a row of mentions
_SHORTEST_WORDS, _LONGEST_WORDS = 12, 30  # for its words
_RULE = 48  # for basis and rule
_AROUND = 13  # for the indent, the line and the blanks between

Pages = Mapping[str, Page]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """How rows of mentions are laid out. keys: what they call each page, padded alike; words: columns for words."""

    keys: Mapping[str, str]
    words: int

    @classmethod
    def of(cls, keys: Sequence[str], width: int) -> _Layout:
        """A page is called by the last part of its path where no other ends so, cut at its beginning where it is long."""
        most = _SHORT_KEY if width < _WIDE else _LONG_KEY
        tails = {key: key.rstrip("/").rsplit("/", 1)[-1] for key in keys}
        alone = {key: tail if list(tails.values()).count(tail) == 1 else key for key, tail in tails.items()}
        cut = {key: name if count_columns(name) <= most else "…" + name[1 - most :] for key, name in alone.items()}
        room = widest(cut.values(), most=most)
        words = max(min(width - room - _RULE - _AROUND, _LONGEST_WORDS), _SHORTEST_WORDS)
        return cls(keys={key: pad_words(name, room) for key, name in cut.items()}, words=words)


def write_cast_table(casts: Sequence[StoryCast], reports: Iterable[Report], *, width: int = 100) -> str:
    """A block a story: each entity with country, sector, roles, names and mentions, the doubtful joins and how to undo them.

    width: terminal columns to fit into.
    """
    pages = {report.page.id: report.page for report in reports}
    if not casts:
        return "No article names anybody.\n"
    return "\n\n".join("\n".join(_story(number, cast, pages, width)) for number, cast in enumerate(casts, 1)) + "\n"


def write_cast_json(casts: Iterable[StoryCast], reports: Iterable[Report]) -> str:
    """JSON Lines: a row an entity of a story, then rows of kind "unnamed" and "kept_apart"; stories are numbered from 1."""
    pages = {report.page.id: report.page for report in reports}
    return write_json_lines(row for number, cast in enumerate(casts, 1) for row in _rows(number, cast, pages))


def _story(number: int, cast: StoryCast, pages: Pages, width: int) -> Iterator[str]:
    layout = _Layout.of(cast.keys, width)
    yield from write_notes([f"Story {number}: {' '.join(cast.title.split())}"], indent=0, width=width)
    yield from write_notes([f"pages: {', '.join(name.strip() for name in layout.keys.values())}"], indent=2, width=width)
    room = max(width, NARROWEST) - _KIND - _COUNTRY - _SECTOR - _COUNT - 5 * GAP
    names = max(widest((member.entity.name for member in cast.members), most=room), 4)
    widths = (names, _KIND, _COUNTRY, _SECTOR, _COUNT)
    heads = ("name", "kind", "country", "sector", "mentions")
    yield "  " + (write_row(heads, widths) if cast.members else "nobody was named")
    for member in cast.members:
        one = member.entity
        count = str(len(member.appearances)).rjust(_COUNT)
        yield "  " + write_row((one.name, one.kind, one.country or "–", one.sector or "–", count), widths)
        yield from _member(member, pages, layout, width)
    if cast.unnamed:
        yield f"  nobody could be named: {len(cast.unnamed)}"
        yield from (_appearance(one, pages, layout) for one in cast.unnamed)
    for merge in cast.kept_apart:
        yield from _merge(merge, pages, width)
    yield from _undoing(cast)


def _member(member: CastMember, pages: Pages, layout: _Layout, width: int) -> Iterator[str]:
    one = member.entity
    yield from (line for role in one.roles for line in write_notes([tell_role(role)], indent=4, width=width))
    if one.aliases:
        yield from write_notes([f"also called {', '.join(one.aliases)}"], indent=4, width=width)
    yield from (_appearance(each, pages, layout) for each in member.appearances)
    yield from (line for merge in member.merges for line in _merge(merge, pages, width))


def tell_role(role: Role) -> str:
    """ "president of Estravia, 2019-06 to 2024-01": what is not known is left out."""
    of = f" ({role.organisation})" if role.organisation else ""
    until = f"until {role.until}" if role.until and not role.from_ else f"to {role.until}" if role.until else ""
    since = f"{role.from_} {until or 'on'}" if role.from_ else until
    return f"{role.office}{of}{', ' + since if since else ''}"


def _appearance(one: Appearance, pages: Pages, layout: _Layout) -> str:
    mention = one.mention
    line = str(row_of(pages[one.page_id], mention.span.start)).rjust(4)
    words = pad_words(f"“{_words(one, pages)}”", layout.words)
    rules = "; ".join(step.rule for step in mention.trace)
    return f"    {layout.keys[one.key]} {line}  {words}  {mention.basis}: {rules}"


def _merge(merge: Merge, pages: Pages, width: int) -> Iterator[str]:
    """What was joined, or kept apart, and why."""
    mark = "kept apart" if merge.basis == "kept apart" else "contested" if merge.contested else "joined"
    words = f"“{_words(merge.where, pages)}” is " if merge.where else ""
    named = " and ".join(merge.names if len(set(merge.names)) == len(merge.names) else merge.entity_ids)
    named = merge.names[0] if merge.where else named
    line = f", line {row_of(pages[merge.where.page_id], merge.where.mention.span.start)}" if merge.where else ""
    place = f" ({merge.key}{line})" if merge.key else ""
    yield from write_notes([f"{mark}: {words}{named}{place}: {merge.why}"], indent=4, width=width)


def _undoing(cast: StoryCast) -> Iterator[str]:
    """What to write in a file for --corrections where a person sees the contested joins otherwise; each row once."""
    merges = [merge for member in cast.members for merge in member.merges if merge.contested]
    rows = dict.fromkeys(merge.undo for merge in (*merges, *cast.kept_apart) if merge.undo)
    if rows:
        yield "  to decide otherwise, rows for --corrections FILE:"
        yield from (f"    {line}" for row in rows for line in row.splitlines())


def _words(one: Appearance, pages: Pages) -> str:
    return " ".join(pages[one.page_id].text[one.mention.span.start : one.mention.span.end].split())


def _rows(number: int, cast: StoryCast, pages: Pages) -> Iterator[dict[str, Any]]:
    story = {"story": number, "title": cast.title}
    for member in cast.members:
        one = member.entity
        yield {
            "kind": "entity", **story, "entity": one, "entity_ids": member.entity_ids,
            "mentions": [_mention(each, pages) for each in member.appearances],
            "merges": [_told_merge(merge, pages) for merge in member.merges],
        }
    yield from ({"kind": "unnamed", **story, **_mention(one, pages)} for one in cast.unnamed)
    yield from ({"kind": "kept_apart", **story, **_told_merge(merge, pages)} for merge in cast.kept_apart)


def _mention(one: Appearance, pages: Pages) -> dict[str, Any]:
    span, page = one.mention.span, pages[one.page_id]
    return {
        "page": one.key, "page_id": one.page_id, "article_id": one.article_id, "line": row_of(page, span.start),
        "span": span, "words": page.text[span.start : span.end], "basis": one.mention.basis, "trace": one.mention.trace,
    }


def _told_merge(merge: Merge, pages: Pages) -> dict[str, Any]:
    return {
        "names": merge.names, "entity_ids": merge.entity_ids, "basis": merge.basis, "contested": merge.contested,
        "why": merge.why, "page": merge.key or None, "where": _mention(merge.where, pages) if merge.where else None,
        "undo": merge.undo,
    }
