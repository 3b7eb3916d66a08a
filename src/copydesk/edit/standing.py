"""The middle of a brief: what origins agree on, what rests on one of them, and what conflicts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from copydesk.edit.facts import Fact, carriers, is_agreed, is_bare, without_captions
from copydesk.edit.galley import Backing, Galley
from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import BODY, Passage
from copydesk.edit.trimming import plain, trim
from copydesk.record import Claim, Contradiction, Evidence, Line
from copydesk.record.story import ConflictReading

SHORT = 14  # words; longer wordings are named by their line alone
LONGEST_SIDE = 34  # words of one side of a conflict before only the differing words are shown
_QUOTES = frozenset("\"“”«»")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_OPENINGS: dict[ConflictReading, str] = {
    "conflict": "Conflict", "opposed_positions": "Opposed positions", "revision": "Revised", "update": "Updated",
    "bound": "Compatible bound", "other_measure": "Other measure",
}
_ORDER: tuple[ConflictReading, ...] = ("revision", "conflict", "opposed_positions", "update")


def write_agreement(galley: Galley, facts: Sequence[Fact]) -> None:
    """What two origins or more say, with who they are; nothing is told a second time, only named by its line."""
    for fact in facts:
        if not is_agreed(fact.claim, galley.holdings):
            continue
        if not galley.has_room("agree"):
            galley.leave(fact.passages, "beyond the length of its section")
            continue
        origins = " and ".join(fact.claim.origins) if len(fact.claim.origins) == 2 else ", ".join(fact.claim.origins)
        number = galley.number_of(fact.claim.id) or galley.number_citing(fact.stretches[0])
        words = f"Line {number}{_gist(fact.claim)}" if number else _sentence(fact, galley)
        galley.set_fact("agree", f"{words}: {origins}.", [fact], shown=() if number else None)


def write_own_voice(galley: Galley, facts: Sequence[Fact]) -> None:
    """Where nothing agrees: what several pages state without saying how they know, which is no agreement of origins."""
    if any(line.section == "agree" for line in galley.lines):
        return
    for fact in facts:
        claim = fact.claim
        if len(claim.own_voice) < 2 or claim.origins or fact.passages[0].role not in BODY:
            continue
        if galley.reserved & set(fact.passages):
            continue
        if not galley.has_room("agree"):
            galley.leave(fact.passages, "beyond the length of its section")
            continue
        number = galley.number_of(claim.id) or galley.number_showing(fact.passages[0])
        words = f"line {number}{_gist(claim)}" if number else _sentence(fact, galley)
        galley.set_fact(
            "agree", f"In the pages' own voice, origin unstated: {words}.", [fact], kind="inference",
            shown=() if number else None,
        )


def write_single_origins(galley: Galley, facts: Sequence[Fact]) -> None:
    """For each origin that several pages carry alone: which news rests on it (a quotation is its speaker's)."""
    resting: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        number = galley.number_of(fact.claim.id)
        if number and _is_news(galley.lines[number - 1], fact) and len(fact.claim.origins) == 1 and len(fact.pages) > 1:
            resting[fact.claim.origins[0]].append(fact)
    for origin, group in sorted(resting.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if galley.has_room("one_origin"):
            _set_single_origin(galley, origin, group)


def _is_news(line: Line, fact: Fact) -> bool:
    """Whether the line is news and this fact is the one it gives the counts of."""
    return line.section == "happening" and line.claim_ids[:1] == (fact.claim.id,)


def _set_single_origin(galley: Galley, origin: str, group: Sequence[Fact]) -> None:
    numbers = sorted({number for fact in group if (number := galley.number_of(fact.claim.id))})
    claims = [fact.claim for fact in group]
    pages = carriers(claims, galley.holdings)
    seen = any(stance.stance == "asserts" for claim in claims for stance in claim.stances)
    inference = "" if seen else f" Our inference: none of the {len(pages)} pages says that it saw or obtained this."
    evidence = [one for fact in group for one in fact.stretches]
    backing = Backing(claim_ids=tuple(claim.id for claim in claims), carried_by=len(pages), traced_to=1)
    text = f"{origin[:1].upper()}{origin[1:]}: {_lines(numbers)}.{inference}"
    galley.set_line("one_origin", text, evidence, kind="inference", backing=backing, shown=())


def write_conflicts(galley: Galley, contradictions: Sequence[Contradiction]) -> None:
    """What does not go together, both sides in the pages' words, and how the difference is read."""
    shown = [one for one in contradictions if one.reading in _ORDER]
    told: set[tuple[str, frozenset[object]]] = set()
    for contradiction in sorted(shown, key=lambda one: (_ORDER.index(one.reading), -_carriage(one, galley))):
        sides = _sides(contradiction, galley)
        pairs = _pairs(contradiction, sides)
        if len({passage for _, passage, _ in sides}) < 2 or told & pairs:  # a sentence is no conflict with itself
            continue
        told |= pairs
        if not galley.has_room("conflicts"):
            galley.leave([passage for _, passage, _ in sides], "beyond the length of its section")
            continue
        _set_conflict(galley, contradiction, sides)


def _pairs(
    contradiction: Contradiction, sides: Sequence[tuple[str, Passage, Claim]],
) -> set[tuple[str, frozenset[object]]]:
    """What makes two conflicts one for a reader: the same two sentences, the same two figures, else the same two claims."""
    figures = frozenset(_FIGURE.findall(contradiction.left) + _FIGURE.findall(contradiction.right))
    found: set[tuple[str, frozenset[object]]] = {(contradiction.kind, frozenset(passage for _, passage, _ in sides))}
    return found | {(contradiction.kind, figures if len(figures) > 1 else frozenset(contradiction.claim_ids))}


def _set_conflict(
    galley: Galley, contradiction: Contradiction, sides: Sequence[tuple[str, Passage, Claim]],
) -> None:
    holdings = galley.holdings
    claims = [claim for _, _, claim in sides]
    words = " | ".join(_word_side(words, passage, claim, galley) for words, passage, claim in sides)
    origins = {origin for claim in claims for origin in claim.origins}
    evidence: list[Evidence] = [holdings.cite(passage) for _, passage, _ in sides]
    evidence += [
        holdings.cite(passage) for claim in claims for passage in without_captions(holdings.passages_of(claim.evidence))
    ]
    opening = f"{_OPENINGS[contradiction.reading]}, {contradiction.kind}" if contradiction.kind != "position" else (
        _OPENINGS[contradiction.reading])
    backing = Backing(
        claim_ids=contradiction.claim_ids, carried_by=len(carriers(claims, holdings)), traced_to=len(origins) or None,
    )
    text = f"{opening}: {words}. Our reading: {contradiction.reason}."
    galley.set_line(
        "conflicts", text, evidence, kind="inference", backing=backing, shown=[passage for _, passage, _ in sides],
    )


def _sides(contradiction: Contradiction, galley: Galley) -> list[tuple[str, Passage, Claim]]:
    """The words that differ, with their sentence and claim; [] where a side has no sentence of its own."""
    claims = [galley.holdings.claims[i] for i in contradiction.claim_ids if i in galley.holdings.claims]
    if not claims:
        return []
    found = []
    for words, claim in ((contradiction.left, claims[0]), (contradiction.right, claims[-1])):
        passage = _find_side(words, claim, galley)
        if passage is None:
            return []
        found.append((words, passage, claim))
    return found


def _find_side(words: str, claim: Claim, galley: Galley) -> Passage | None:
    """The sentence of a claim's evidence that holds the words, an original before a copy."""
    holdings = galley.holdings
    found = holdings.passages_of(claim.evidence)
    passages = [p for p in found if p.role in BODY] or list(found)
    passages.sort(key=lambda passage: holdings.is_copy(passage.article_id))
    for passage in passages:
        text = holdings.pages[passage.page_id].text
        if words in plain(text, passage.start, passage.end):
            return passage
    return passages[0] if passages else None


def _word_side(words: str, passage: Passage, claim: Claim, galley: Galley) -> str:
    """One side: its sentence where that is short and new, else the differing words; the line that has it, the origins."""
    holdings = galley.holdings
    roots = _roots_of(passage, claim, holdings)
    number = galley.number_showing(passage)
    if number:
        marked = words if set(words) & _QUOTES else f"“{words}”"
        return f"{marked} (line {number}; {roots})"
    sentence = trim(passage, holdings).rstrip(".")
    shown = sentence if len(sentence.split()) <= LONGEST_SIDE else f"“{words}”"
    return f"{shown} ({roots})"


def _roots_of(passage: Passage, claim: Claim, holdings: Holdings) -> str:
    """To whom the words of one side are traced: by the stances taken in that sentence, else by the whole claim."""
    taken = [
        stance.origin for stance in claim.stances if stance.evidence.page_id == passage.page_id
        and stance.evidence.start < passage.end and passage.start < stance.evidence.end
    ]
    roots = sorted({origin for origin in taken if origin}) if taken else claim.origins
    return ", ".join(roots) or f"{holdings.label(passage.article_id)} in its own voice"


def _carriage(contradiction: Contradiction, galley: Galley) -> int:
    claims = [galley.holdings.claims[i] for i in contradiction.claim_ids if i in galley.holdings.claims]
    return len(carriers(claims, galley.holdings))


def _sentence(fact: Fact, galley: Galley) -> str:
    return trim(fact.passages[0], galley.holdings).rstrip(".")


def _gist(claim: Claim) -> str:
    """" (the bridge had been washed away)": the shortest wording of a claim, "" where even that is long."""
    wordings = (" ".join(one.words.split()) for one in claim.evidence)
    telling = [words for words in wordings if not is_bare(words) and len(words.split()) <= SHORT]
    words = min(telling, key=lambda one: (len(one.split()), one), default="")
    return f" ({words.rstrip('.,')})" if words else ""


def _lines(numbers: Sequence[int]) -> str:
    return f"line {numbers[0]}" if len(numbers) == 1 else f"lines {', '.join(map(str, numbers))}"


