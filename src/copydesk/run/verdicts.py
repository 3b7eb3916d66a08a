"""Writing a judgement down: which cells each kind has, whom or what they name in the ledger, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.errors import BadOption
from copydesk.record.kept import Judgement
from copydesk.run.corrections import COLUMNS, Correction, check_correction
from copydesk.run.judging import MERGE, SPLIT
from copydesk.store import (
    UNDO,
    Connection,
    PageRow,
    find_judgement,
    find_page,
    find_story,
    find_undone,
    keep_judgement,
    list_judgements,
    load_edition,
)

# What each kind is given, in its order; a name that ends in "..." takes all that is left.
KINDS: Mapping[str, tuple[str, ...]] = {
    "outlet": ("page", "outlet"), "created": ("page", "created"), "same": ("names...",), "not-article": ("page",),
    "speaker": ("page", "words", "person"), "apart": ("page", "name"), "who": ("page", "words", "name"),
    MERGE: ("story", "story"), SPLIT: ("pages...",), "star": ("what",), "tag": ("what", "tag"), "note": ("what", "note"),
    "grade": ("outlet", "grade"), "reviewed": ("story",), UNDO: ("judgement",),
}
GRADES = "ABCDEF"  # reliability of an outlet, A to E, and F: cannot be judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Who judges, why, when it was judged and when it is written down (ISO 8601)."""

    by: str
    why: str | None
    happened_at: str
    at: str


def judge(
    connection: Connection, kind: str, given: Sequence[str], verdict: Verdict, more: Mapping[str, str] | None = None,
) -> Judgement:
    """Write a judgement down. given: as KINDS names it; more: optional cells of a correction. Raises BadOption."""
    _check_count(kind, given)
    if kind == UNDO:
        return _undo(connection, given[0], verdict)
    name = kind.replace("-", "_")
    if name in COLUMNS:
        return _judge_page(connection, name, given, verdict, more or {})
    if more:
        raise BadOption(f"judge {kind}: takes no --{next(iter(more))}")
    kept: Judgement = _JUDGE[kind](connection, given, verdict)
    return kept


def judge_correction(connection: Connection, row: Correction, verdict: Verdict) -> Judgement:
    """Write a row of a corrections file down; whom it names by itself goes before `verdict`."""
    cells = {name: cell for name, cell in row.row.items() if name not in ("by", "why")}
    told = Verdict(
        by=row.row.get("by", verdict.by), why=row.row.get("why", verdict.why), happened_at=verdict.happened_at, at=verdict.at,
    )
    return _keep_correction(connection, row.kind, cells, told)


def _check_count(kind: str, given: Sequence[str]) -> None:
    wanted = KINDS[kind]
    takes_more = wanted[-1].endswith("...")
    least = 2 if kind == "same" else len(wanted)
    if len(given) < least or (len(given) > least and not takes_more):
        raise BadOption(f"judge {kind} takes {' '.join(name.upper() for name in wanted)}; got {len(given)}")


def _judge_page(
    connection: Connection, kind: str, given: Sequence[str], verdict: Verdict, more: Mapping[str, str],
) -> Judgement:
    cells: dict[str, Any] = {"names": list(given)} if kind == "same" else dict(
        zip(KINDS[kind.replace("_", "-")], given, strict=True)
    )
    return _keep_correction(connection, kind, {**cells, **more}, verdict)


def _keep_correction(connection: Connection, kind: str, cells: Mapping[str, Any], verdict: Verdict) -> Judgement:
    checked = check_correction(kind, dict(cells), where=f"judge {kind.replace('_', '-')}")
    told, kept, page_id = str(checked), dict(cells), None
    if "page" in kept:
        page = find_page(connection, kept["page"])
        told = str(Correction(kind, {**kept, "page": page.key}))
        page_id = page.id
        kept |= {"page": page.id, "place": page.place}
    return _keep(connection, kind, kept, told, verdict, page_id=page_id, rebuild=True)


def _keep(
    connection: Connection, kind: str, cells: Mapping[str, Any], told: str, verdict: Verdict, *, story_id: str | None = None,
    page_id: str | None = None, undoes: str | None = None, rebuild: bool = False,
) -> Judgement:
    return keep_judgement(
        connection, kind=kind, cells=cells, told=told, by=verdict.by, why=verdict.why, happened_at=verdict.happened_at,
        at=verdict.at, story_id=story_id, page_id=page_id, undoes=undoes, rebuild=rebuild,
    )


def _undo(connection: Connection, named: str, verdict: Verdict) -> Judgement:
    one = find_judgement(connection, named)
    if one.id in find_undone(list_judgements(connection, every=True)):
        raise BadOption(f"{one.id} is undone already")
    hangs = one.kind in (*COLUMNS, MERGE, SPLIT) or one.kind == UNDO
    told = f"undone: {one.told}"
    return _keep(
        connection, UNDO, {"judgement": one.id}, told, verdict, story_id=one.story_id, page_id=one.page_id, undoes=one.id,
        rebuild=hangs,
    )


def _merge(connection: Connection, given: Sequence[str], verdict: Verdict) -> Judgement:
    """Two stories by the places of their pages, so that it holds for what stands there later."""
    first, second = (find_story(connection, one) for one in given)
    if first.id == second.id:
        raise BadOption(f"{given[0]} and {given[1]} are one story already")
    places = sorted({
        find_page(connection, report.page.id).place for one in (first, second)
        for report in load_edition(connection, one.id).reports if report.article and not report.article.is_card
    })
    told = f"“{first.title}” and “{second.title}” are one story"
    cells = {"places": places, "stories": [first.id, second.id]}
    return _keep(connection, MERGE, cells, told, verdict, story_id=first.id, rebuild=True)


def _split(connection: Connection, given: Sequence[str], verdict: Verdict) -> Judgement:
    pages = [find_page(connection, one) for one in given]
    told = f"{' and '.join(page.key for page in pages)} {'tell' if len(pages) > 1 else 'tells'} another story"
    cells = {"places": sorted(page.place for page in pages)}
    return _keep(connection, SPLIT, cells, told, verdict, page_id=pages[0].id, rebuild=True)


def _mark(kind: str) -> Any:
    def mark(connection: Connection, given: Sequence[str], verdict: Verdict) -> Judgement:
        story_id, page, called = _subject(connection, given[0])
        cells: dict[str, Any] = {"story": story_id} if page is None else {"page": page.id, "place": page.place}
        cells |= {kind: given[1]} if len(given) > 1 else {}
        told = f"{kind} on {called}" + (f": {given[1]}" if len(given) > 1 else "")
        return _keep(connection, kind, cells, told, verdict, story_id=story_id, page_id=page.id if page else None)

    return mark


def _subject(connection: Connection, named: str) -> tuple[str | None, PageRow | None, str]:
    """A story, else a page, with what it is called."""
    try:
        story = find_story(connection, named)
    except BadOption as fault:
        try:
            page = find_page(connection, named)
        except BadOption:
            raise BadOption(f"{named}: neither a story nor a page of the ledger") from fault
        return None, page, page.key
    return story.id, None, f"“{story.title}”"


def _grade(connection: Connection, given: Sequence[str], verdict: Verdict) -> Judgement:
    outlet, grade = given[0], given[1].upper()
    if grade not in tuple(GRADES):
        raise BadOption(f"judge grade: {given[1]} is none of {', '.join(GRADES)}")
    return _keep(connection, "grade", {"outlet": outlet, "grade": grade}, f"{outlet} is graded {grade}", verdict)


def _reviewed(connection: Connection, given: Sequence[str], verdict: Verdict) -> Judgement:
    story = find_story(connection, given[0])
    told = f"“{story.title}” was reviewed, edition {story.edition}"
    cells = {"story": story.id, "edition": story.edition}
    return _keep(connection, "reviewed", cells, told, verdict, story_id=story.id)


_JUDGE: Mapping[str, Any] = {
    MERGE: _merge, SPLIT: _split, "star": _mark("star"), "tag": _mark("tag"), "note": _mark("note"), "grade": _grade,
    "reviewed": _reviewed,
}
