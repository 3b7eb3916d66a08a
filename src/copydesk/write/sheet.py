"""The brief laid out once for every form: numbered lines in their sections, numbered evidence, pages by letter."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from copydesk.lexicon.days import write_when
from copydesk.record import Evidence, Line, Page, Refusal, Section, Story

TITLES: dict[Section, str] = {
    "why_it_matters": "Why it matters", "happening": "What’s happening", "saying": "What they are saying",
    "agree": "Origins agree", "one_origin": "Rests on one origin", "conflicts": "What conflicts",
    "worth_noting": "Worth noting", "watch": "What to watch", "coverage": "Coverage",
}
FLAG = "⚑"
LEGEND = f"{FLAG} traced to a party to the event"
_EMPTY: dict[Section, str] = {"agree": "Nothing.", "conflicts": "Nothing found."}
_KINDS = {"information": "", "judgement": "judgement", "inference": "our inference"}
_CHANGES = {
    "new_article": "New page", "gone_article": "Page gone", "new_claim": "New", "gone_claim": "No longer told",
    "new_origin": "New origin", "changed_standing": "Changed standing", "changed_number": "Changed number",
    "new_expectation": "Newly announced", "settled_expectation": "Settled", "answered_question": "Answered",
}


class Changed(Protocol):
    """One thing that changed since an earlier edition; before, after: what differs, None where absent."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def gist(self) -> str: ...  # noqa: D102
    @property
    def before(self) -> str | None: ...  # noqa: D102
    @property
    def after(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of the story: its letter in the brief, what a reader calls it, and when it was written."""

    letter: str
    name: str
    created: str
    page: Page


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
    """Everything a brief shows, in order. closing: plain sentences after the coverage (refusals, corrections).

    left_out: how many sentences no line carries; unused: where they stand, by reason.
    """

    title: str
    as_of: str
    changes: tuple[str, ...]
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
        title=" ".join(story.title.split()), as_of=_as_of(story), changes=_word_changes(changes),
        sections=tuple(_sections(lines)),
        closing=(*_refusals(story.coverage.refusals), *(f"Corrected by a person: {told}." for told in story.corrections)),
        left_out=len(story.coverage.left_out), unused=tuple(_unused(story, leaves)),
        leaves=leaves, notes=tuple(notes.values()), has_party=any(line.is_party for line in lines),
    )


def _standing(line: Line, opposed: Mapping[str, str]) -> str:
    """The standing of the claim a line tells, where it is opposed and the line is not itself about that."""
    if line.section not in ("happening", "saying", "worth_noting"):
        return ""
    return next((opposed[claim_id] for claim_id in line.claim_ids[:1] if claim_id in opposed), "")


def find_leaves(story: Story) -> tuple[Leaf, ...]:
    """The story's pages in order, lettered A, B, C ...; cards share the letter of their page."""
    found: dict[str, Leaf] = {}
    for report in story.reports:
        if report.page.id not in found:
            article = report.article
            name = (article.outlet if article else None) or report.page.outlet or "outlet unnamed"
            created = write_when(article.created) if article and article.created else "date unknown"
            found[report.page.id] = Leaf(letter=_letter(len(found) + 1), name=name, created=created, page=report.page)
    return tuple(found.values())


def write_counts(line: Line) -> str:
    """"carried by 2, traced to 1"; nothing for the coverage, which is about pages and not about the world."""
    if line.section == "coverage":
        return ""
    traced = "origin unstated" if line.traced_to is None else f"traced to {line.traced_to}"
    return f"carried by {line.carried_by}, {traced}"


def row_of(page: Page, start: int) -> int:
    """The line of the page's text on which a place stands, from 1."""
    return page.text.count("\n", 0, start) + 1


def write_marks(notes: Sequence[Note]) -> str:
    """"[1, 3-5]": evidence numbers with runs drawn together, "" for none."""
    runs: list[list[int]] = []
    for number in sorted(note.number for note in notes):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"[{', '.join(told)}]" if told else ""


def shorten(words: str, width: int) -> str:
    """The words on one line, cut at a word with "…" where they are longer than `width` characters."""
    return textwrap.shorten(words, width=width, placeholder=" …")


def _letter(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


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


def _word_changes(changes: Sequence[Changed] | None) -> tuple[str, ...]:
    if changes is None:
        return ()
    if not changes:
        return ("Nothing changed since the earlier edition.",)
    return tuple(_word_change(change) for change in changes)


def _word_change(change: Changed) -> str:
    told = f"{_CHANGES.get(change.kind, change.kind)}: {' '.join(change.gist.split())}"
    if change.before and change.after and change.kind.startswith(("changed", "settled")):
        return f"{told} ({_spoken(change.before)} → {_spoken(change.after)})"
    return told


def _spoken(state: str) -> str:
    return state.replace("_", " ")


def _refusals(refusals: Sequence[Refusal]) -> Iterable[str]:
    """Every refusal; where one reason stands many times, once with its count."""
    counted: dict[str, int] = defaultdict(int)
    for refusal in refusals:
        counted[f"{refusal.stage}: {refusal.reason}"] += 1
    for told, number in counted.items():
        yield f"Not read ({told.rstrip('.')}){f', {number} times' if number > 1 else ''}."


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
