"""What was found in a ledger: each with its place, exact words and story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from copydesk.record.codec import write_json_lines
from copydesk.record.kept import Findings, Found
from copydesk.write.columns import write_notes

_LONGEST = 400  # characters of the words shown; the JSON has all
_INDENT = 4


def write_findings_json(findings: Findings) -> str:
    """JSON Lines: a row a finding."""
    return write_json_lines(findings.found)


def write_findings_table(findings: Findings, grades: Mapping[str, str], *, width: int = 100) -> str:
    """A block a finding: kind, who, page and line; the words; headline, outlet with its grade, story."""
    lines = [line for one in findings.found for line in _block(one, grades, width)]
    return "\n".join(lines or ["nothing found"]) + "\n"


def tell_left_out(findings: Findings) -> Iterator[str]:
    """What a reader does not see, and how to see it."""
    if findings.total > len(findings.found):
        yield f"{len(findings.found)} of {findings.total} shown: --limit shows more"
    if findings.earlier:
        yield f"{findings.earlier} more on pages that later ones superseded: --earlier shows them"
    if findings.undated:
        yield f"{findings.undated} more in articles whose day is not known"


def _block(one: Found, grades: Mapping[str, str], width: int) -> Iterator[str]:
    who = f"{one.who}: {one.what}" if one.who else one.what or ""
    old = "superseded" if one.superseded else ""
    yield "  ".join(each for each in (one.kind, who, one.day[:10] if one.day else "", f"{one.key}:{one.line}", old) if each)
    words = " ".join(one.words.split())
    yield from write_notes([f"“{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”"], indent=_INDENT, width=width)
    grade = f" [{grades[one.outlet]}]" if one.outlet and one.outlet in grades else ""
    outlet = f"{one.outlet}{grade}" if one.outlet else ""
    story = f"{one.story_id} “{one.story}”" if one.story_id else "in no story"
    yield from write_notes([outlet, one.created[:10] if one.created else "no day", story], indent=_INDENT, width=width)
