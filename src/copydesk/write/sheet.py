"""The brief laid out once for every form: numbered lines in their sections, numbered evidence, pages by letter."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.lexicon.days import write_when
from copydesk.record import Evidence, Line, Section, Story
from copydesk.write.changed import Changed, ChangeGroup, group_changes
from copydesk.write.leaves import Leaf, find_leaves, row_of
from copydesk.write.refused import write_refusals

TITLES: dict[Section, str] = {
    "why_it_matters": "Why it matters", "happening": "What’s happening", "saying": "What they are saying",
    "agree": "Origins agree", "one_origin": "Rests on one origin", "conflicts": "What conflicts",
    "worth_noting": "Worth noting", "watch": "What to watch", "coverage": "Coverage",
}
FLAG = "⚑"
LEGEND = f"{FLAG} traced to a party to the event"
_EMPTY: dict[Section, str] = {"agree": "Nothing.", "conflicts": "Nothing found."}
_KINDS = {"information": "", "judgement": "judgement", "inference": "our inference"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One numbered piece of evidence. row: the line of the page's text it begins on, from 1."""

    number: int
    leaf: Leaf
    row: int
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A line with its number in the brief. counts: "carried by 2, traced to 1", "" where counting says nothing.

    standing: "disputed" or the like where the claim it tells does not stand unopposed, else "".
    """

    number: int
    line: Line
    counts: str
    standing: str
    is_party: bool
    kind: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """A section with its title. remark: a plain sentence that is no line, such as "Nothing."."""

    name: Section
    title: str
    remark: str
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """Sentences that no line carries, for one reason; places: "A7", the seventh line of page A, each once."""

    why: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything a brief shows, in order. changes: by kind, None where nobody asked, () where nothing changed.

    closing: plain sentences after the coverage (refusals, corrections).

    left_out: how many sentences no line carries; unused: where they stand, by reason.
    """

    title: str
    as_of: str
    changes: tuple[ChangeGroup, ...] | None
    sections: tuple[SheetSection, ...]
    closing: tuple[str, ...]
    left_out: int
    unused: tuple[Unused, ...]
    leaves: tuple[Leaf, ...]
    notes: tuple[Note, ...]
    has_party: bool


def lay_out(story: Story, changes: Sequence[Changed] | None = None) -> Sheet:
    """The sheet of a story. changes: what changed since an earlier edition, None where nobody asked."""
    leaves = find_leaves(story)
    notes = _number_notes(story, {leaf.page.id: leaf for leaf in leaves})
    opposed = {claim.id: claim.standing for claim in story.claims if claim.standing in ("disputed", "denied", "superseded")}
    parties = {claim.id for claim in story.claims if claim.interested_party}
    lines = tuple(
        SheetLine(
            number=number, line=line, counts=write_counts(line), standing=_standing(line, opposed),
            is_party=bool(parties & set(line.claim_ids)),
            kind="" if "Our " in line.text else _KINDS[line.kind],
            notes=tuple(dict.fromkeys(notes[one] for one in line.evidence if one in notes)),
        )
        for number, line in enumerate(story.brief, 1)
    )
    return Sheet(
        title=" ".join(story.title.split()), as_of=_as_of(story), changes=None if changes is None else group_changes(changes),
        sections=tuple(_sections(lines)),
        closing=(*write_refusals(story, leaves), *(f"Corrected by a person: {told}." for told in story.corrections)),
        left_out=len(story.coverage.left_out), unused=tuple(_unused(story, leaves)),
        leaves=leaves, notes=tuple(notes.values()), has_party=any(line.is_party for line in lines),
    )


def _standing(line: Line, opposed: Mapping[str, str]) -> str:
    """The standing of the claim a line tells, where it is opposed and the line is not itself about that."""
    if line.section not in ("happening", "saying", "worth_noting"):
        return ""
    return next((opposed[claim_id] for claim_id in line.claim_ids[:1] if claim_id in opposed), "")


def write_counts(line: Line) -> str:
    """"carried by 2, traced to 1"; nothing for the coverage, which is about pages and not about the world."""
    if line.section == "coverage":
        return ""
    traced = "origin unstated" if line.traced_to is None else f"traced to {line.traced_to}"
    return f"carried by {line.carried_by}, {traced}"


def write_marks(notes: Sequence[Note]) -> str:
    """"[1, 3-5]": evidence numbers with runs drawn together, "" for none."""
    runs = find_runs(note.number for note in notes)
    told = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"[{', '.join(told)}]" if told else ""


def find_runs(numbers: Iterable[int]) -> list[list[int]]:
    """The numbers in order, those that follow one another together."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def shorten(words: str, width: int) -> str:
    """The words on one line, cut at a word with "…" where they are longer than `width` characters."""
    return textwrap.shorten(words, width=width, placeholder=" …")


def _number_notes(story: Story, leaves: dict[str, Leaf]) -> dict[Evidence, Note]:
    notes: dict[Evidence, Note] = {}
    for line in story.brief:
        for one in line.evidence:
            leaf = leaves.get(one.page_id)
            if one not in notes and leaf:
                notes[one] = Note(number=len(notes) + 1, leaf=leaf, row=row_of(leaf.page, one.start), evidence=one)
    return notes


def _sections(lines: Sequence[SheetLine]) -> Iterable[SheetSection]:
    for name, title in TITLES.items():
        inside = tuple(line for line in lines if line.line.section == name)
        told = all(line.line.kind == "inference" for line in inside) and name == "agree"
        remark = _EMPTY.get(name, "") if not inside or told else ""
        if inside or remark:
            yield SheetSection(name=name, title=title, remark=remark, lines=inside)


def _as_of(story: Story) -> str:
    return f"As of {write_when(story.as_of)}" if story.as_of else "As of an unknown day: no page says its own"


def _unused(story: Story, leaves: Sequence[Leaf]) -> Iterable[Unused]:
    by_page = {leaf.page.id: leaf for leaf in leaves}
    places: dict[str, list[str]] = defaultdict(list)
    for one in story.coverage.left_out:
        leaf = by_page.get(one.evidence.page_id)
        if leaf:
            places[one.why].append(f"{leaf.letter}{row_of(leaf.page, one.evidence.start)}")
    for why, found in places.items():
        yield Unused(why=why, places=tuple(dict.fromkeys(found)))


def head_left_out(sheet: Sheet) -> str:
    """"Left out: 12 sentences, by page and line."; "" where every sentence is in a line."""
    number = sheet.left_out
    return f"Left out: {number} sentence{'' if number == 1 else 's'}, by page and line." if number else ""
