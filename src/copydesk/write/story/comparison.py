"""What the pages of a story share and where they part: claims by page, conflicts, copies, origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from copydesk.record import Claim, Story
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import NARROWEST, pad_words, write_notes
from copydesk.write.delimited import write_delimited
from copydesk.write.sheet import FLAG, find_runs
from copydesk.write.story.marks import Marks, head_story, tell_standing

SIGNS = {"asserts": "+", "relays": "~", "denies": "−", "doubts": "?"}
KEY = "+ tells it as so   ~ tells who says so   − denies   ? doubts"
READINGS = {
    "conflict": "conflict", "update": "update", "revision": "revision", "bound": "bound, no conflict",
    "other_measure": "other measure, no conflict", "opposed_positions": "opposed positions",
}
COLUMNS = ("story", "claim", "words", "standing", "carried_by", "traced_to", "interested_party", "outlets", "origins")


def write_comparison_table(stories: Iterable[Story], *, every: bool = False, width: int = 100) -> str:
    """A block a story: the coverage matrix, then conflicts, copies and origins, each with the claims it bears on.

    every: also claims that one page alone tells and nobody disputes. width: terminal columns.
    """
    return "\n".join(
        line for number, story in enumerate(stories) for line in _table(story, every, width, first=number == 0)
    ) + "\n"


def write_comparison_json(stories: Iterable[Story]) -> str:
    """JSON Lines: rows of kind "claim" (with each article's stance), "conflict", "copy" and "origin"."""
    return write_json_lines(row for story in stories for row in _rows(story))


def write_comparison_csv(story: Story) -> str:
    """The coverage matrix of one story: a row a claim, a column a page, its stance in the cell, empty where it is silent."""
    marks = Marks(story)
    keys = {leaf.letter: f"{leaf.letter} {leaf.name}" for leaf in marks.leaves}
    rows = []
    for claim in _ranked(story):
        stances = _stances(claim, marks)
        rows.append([
            story.id, claim.id, " ".join(claim.gist.split()), claim.standing, len(claim.outlets), len(claim.origins) or None,
            claim.interested_party, "; ".join(claim.outlets), "; ".join(claim.origins),
            *("; ".join(stances.get(letter, ())) for letter in keys),
        ])
    return write_delimited(rows, header=(*COLUMNS, *keys.values()))


def _table(story: Story, every: bool, width: int, *, first: bool) -> Iterator[str]:
    marks = Marks(story)
    claims = _ranked(story)
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    yield from () if first else ("",)
    yield from head_story(story)
    yield from _matrix(story, claims, marks, every, width)
    yield from _conflicts(story, numbers, marks, width)
    yield from _copies(story, marks, width)
    yield from _origins(claims, numbers, width)
    yield from marks.legend(width)


def _ranked(story: Story) -> tuple[Claim, ...]:
    """Claims by how many pages carry them, else in the order of the story."""
    return tuple(sorted(story.claims, key=lambda claim: -_count_pages(claim)))


def _count_pages(claim: Claim) -> int:
    return len({one.page_id for one in claim.evidence})


def _matrix(story: Story, claims: Sequence[Claim], marks: Marks, every: bool, width: int) -> Iterator[str]:
    contested = {one for each in story.contradictions for one in each.claim_ids}
    shown = [claim for claim in claims if every or _count_pages(claim) > 1 or claim.id in contested]
    letters = [leaf.letter for leaf in marks.leaves]
    found = {claim.id: _stances(claim, marks) for claim in shown}
    widths = {x: max([len(x), *(len(stances.get(x, ())) for stances in found.values())]) for x in letters}
    yield from ("", f"claims: {len(claims)} on {len(letters)} pages   {KEY}")
    yield f"{'':4}  {' '.join(pad_words(x, widths[x]) for x in letters)}  carried/traced"
    room = max(width, NARROWEST) - 4 - sum(widths.values()) - len(letters) - 19
    for number, claim in enumerate(claims, 1):
        if claim not in shown:
            continue
        signs = {x: "".join(SIGNS[one] for one in found[claim.id].get(x, ())) or "·" for x in letters}
        cells = " ".join(pad_words(signs[x], widths[x]) for x in letters)
        counts = f"{len(claim.outlets)}/{len(claim.origins) or '?'}{FLAG if claim.interested_party else ''}"
        yield f"{number:4}  {cells}  {counts:<14}  {pad_words(' '.join(claim.gist.split()), room).rstrip()}"
    if len(shown) < len(claims):
        yield f"      and {len(claims) - len(shown)} that one page alone tells (--every lists them)"


def _stances(claim: Claim, marks: Marks) -> dict[str, list[str]]:
    """Letter of a page -> how it stands to the claim, each kind once, in the order of SIGNS."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in claim.stances:
        letter = marks.letter(one.article_id)
        if letter is not None:
            found[letter].add(one.stance)
    return {letter: [kind for kind in SIGNS if kind in kinds] for letter, kinds in found.items()}


def _conflicts(story: Story, numbers: dict[str, int], marks: Marks, width: int) -> Iterator[str]:
    yield from ("", f"conflicts: {len(story.contradictions)}")
    for one in story.contradictions:
        where = ", ".join(f"claim {numbers[each]}" for each in one.claim_ids if each in numbers)
        places = marks.places(evidence for claim in marks.claims_of(one.claim_ids) for evidence in claim.evidence)
        yield from write_notes([f"{one.kind}: {READINGS[one.reading]}", where, places], indent=2, width=width)
        yield from write_notes([f"“{one.left}” against “{one.right}”"], indent=6, width=width)
        yield from write_notes([marks.name_ids(one.reason)], indent=6, width=width)


def _copies(story: Story, marks: Marks, width: int) -> Iterator[str]:
    yield from ("", f"copies: {len(story.syndications)}")
    for one in story.syndications:
        letters = list(dict.fromkeys(filter(None, map(marks.letter, one.article_ids))))
        told = [f"{one.kind}: {' '.join(letters)}", f"from {marks.name_ids(one.origin)}", f"{one.score:.0%} shared"]
        yield from write_notes(told, indent=2, width=width)
        yield from write_notes([marks.name_ids(reason) for reason in one.reasons], indent=6, width=width)


def _origins(claims: Sequence[Claim], numbers: dict[str, int], width: int) -> Iterator[str]:
    known = _by_origin(claims)
    yield from ("", f"origins: {len(known)}")
    for origin, told in known.items():
        outlets = sorted({outlet for claim in told for outlet in claim.outlets})
        notes = [
            " ".join(origin.split()), f"claim{'' if len(told) == 1 else 's'} {_runs([numbers[claim.id] for claim in told])}",
            f"carried by {', '.join(outlets)}",
        ]
        yield from write_notes(notes, indent=2, width=width)
    unknown = [numbers[claim.id] for claim in claims if not claim.origins]
    if unknown:
        yield from write_notes(
            ["origin unstated", f"claim{'' if len(unknown) == 1 else 's'} {_runs(unknown)}",
             "a page's own voice is no origin"], indent=2, width=width,
        )


def _by_origin(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Origin -> claims traced to it, those of most claims first."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for origin in claim.origins:
            found[origin].append(claim)
    return dict(sorted(found.items(), key=lambda each: (-len(each[1]), each[0])))


def _runs(numbers: Iterable[int]) -> str:
    """"1-3, 7"."""
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in find_runs(numbers))


def _rows(story: Story) -> Iterator[dict[str, Any]]:
    marks = Marks(story)
    claims = _ranked(story)
    head = {"story": story.id, "title": " ".join(story.title.split())}
    for claim in claims:
        yield head | {
            "kind": "claim", "id": claim.id, "words": claim.gist, "standing": claim.standing,
            "told": "; ".join(tell_standing([claim])), "outlets": claim.outlets, "origins": claim.origins,
            "own_voice": claim.own_voice, "interested_party": claim.interested_party,
            "stances": [
                {"article_id": one.article_id, "stance": one.stance, "origin": one.origin, **marks.row(one.evidence)}
                for one in claim.stances
            ],
            "evidence": [marks.row(one) for one in claim.evidence],
        }
    for one in story.contradictions:
        yield head | {
            "kind": "conflict", "of": one.kind, "reading": one.reading, "left": one.left, "right": one.right,
            "reason": one.reason, "claims": one.claim_ids,
        }
    for copy in story.syndications:
        yield head | {
            "kind": "copy", "of": copy.kind, "origin": copy.origin, "articles": copy.article_ids, "score": copy.score,
            "reasons": copy.reasons,
        }
    for origin, told in _by_origin(claims).items():
        yield head | {
            "kind": "origin", "name": origin, "claims": [claim.id for claim in told],
            "outlets": sorted({outlet for claim in told for outlet in claim.outlets}),
        }
