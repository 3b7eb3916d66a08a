"""Verbs and adjectives that report: from the cue in its construction to the words said."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import find_subject, is_passive
from copydesk.lexicon.cues import Cue, Cues

CLAUSE_RELATIONS = ("ccomp", "csubj", "csubj:pass")
_OBJECTS = ("obj", "nsubj:pass")


def find_verb_cues(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """A draft for every verb or adjective of the cue table that stands in one of its constructions."""
    for index, token in enumerate(passage.tokens):
        if token.tag == "VERB" or (token.tag == "AUX" and token.relation not in ("aux", "aux:pass", "cop")):
            rows = cues.rows("verb", token.lemma.lower())
        elif token.tag in ("ADJ", "VERB") and token.relation not in ("amod", "compound"):
            rows = cues.rows("adjective", token.lemma.lower())
        else:
            continue
        for row in rows:
            if row.particle and not _has_particle(passage, index, row.particle):
                continue
            draft = _draft(passage, index, row)
            if draft is not None:
                yield draft
                break


def _has_particle(passage: Passage, verb: int, particle: str) -> bool:
    for below in passage.children[verb]:
        token = passage.tokens[below]
        if token.lemma.lower() == particle and verb < below <= verb + 4:
            return True
        if passage.relation(below) == "obl" or passage.relation(below) == "obj":
            case = passage.child(below, "case")
            if case is not None and passage.tokens[case].lemma.lower() == particle:
                return True
    return False


def _draft(passage: Passage, verb: int, row: Cue) -> Draft | None:
    content, addressee, rule = _content(passage, verb, row)
    if not content and "quote" not in row.frames:
        return None
    return Draft(
        rule=rule, row=row, head=verb, cue=_cue_words(passage, verb, row), content=content,
        speaker=find_subject(passage, verb), addressee=addressee,
    )


def _cue_words(passage: Passage, verb: int, row: Cue) -> Stretch:
    end = passage.tokens[verb].end
    if row.particle:
        for below in range(verb + 1, min(verb + 5, len(passage.tokens))):
            if passage.tokens[below].lemma.lower() == row.particle:
                return passage.tokens[verb].start, passage.tokens[below].end if below == verb + 1 else end
    return passage.tokens[verb].start, end


def _content(passage: Passage, verb: int, row: Cue) -> tuple[list[Stretch], int | None, str]:
    """Content stretches, the addressee's head token, and the name of the construction that gave them."""
    frames = row.frames
    hearer = _hearer(passage, verb, row)
    if "clause" in frames or "quote" in frames:
        clause = passage.child(verb, *CLAUSE_RELATIONS)
        if clause is not None and clause != hearer:
            return passage.stretches(_without_cue(passage, clause, verb)), hearer, "clause"
    if "to" in frames or "ing" in frames:
        below = passage.child(verb, "xcomp", "ccomp")
        if below is not None and _fits(passage, below, frames):
            return passage.stretches(passage.subtree(below)), hearer, "infinitive"
    if "as" in frames:
        named = _as_content(passage, verb)
        if named:
            return named, hearer, "named-as"
    governed = _interrupted(passage, verb)
    if governed and ("clause" in frames or "quote" in frames):
        return governed, hearer, "interrupting"
    for below in passage.children[verb]:
        if passage.relation(below) in ("obl", "advcl") and below > verb:
            case = passage.child(below, "case", "mark")
            word = passage.tokens[case].lemma.lower() if case is not None else ""
            if word in frames or (word == "to" and "to_object" in frames):
                return passage.stretches(passage.subtree(below, {case} if case is not None else ())), hearer, f"prep-{word}"
    if "object" in frames:
        below = passage.child(verb, *_OBJECTS)
        if below is not None and below != hearer and not (is_passive(passage, verb) and passage.tokens[below].relation == "obj"):
            return passage.stretches(passage.subtree(below)), hearer, "object"
    return [], hearer, "none"


def _without_cue(passage: Passage, clause: int, verb: int) -> list[int]:
    return [index for index in passage.subtree(clause) if index != verb]


def _fits(passage: Passage, below: int, frames: tuple[str, ...]) -> bool:
    gerund = passage.tokens[below].fine == "VBG"
    return ("ing" in frames) if gerund else ("to" in frames)


def _hearer(passage: Passage, verb: int, row: Cue) -> int | None:
    for below in passage.children[verb]:
        relation = passage.tokens[below].relation
        if relation == "iobj" or (row.addressee and relation == "obj"):
            return below
        if passage.relation(below) == "obl" and not row.addressee:
            case = passage.child(below, "case")
            if case is not None and passage.tokens[case].lemma.lower() == "to" and "to_object" not in row.frames:
                return below
    return None


def _as_content(passage: Passage, verb: int) -> list[Stretch]:
    object_ = passage.child(verb, "obj", "nsubj:pass")
    below = passage.child(verb, "xcomp", "ccomp")
    if below is None:
        for candidate in passage.children[verb]:
            case = passage.child(candidate, "case", "mark")
            if case is not None and passage.tokens[case].lemma.lower() == "as" and candidate > verb:
                below = candidate
    if below is None:
        return []
    indices = passage.subtree(below)
    if object_ is not None:
        indices = sorted({*indices, *passage.subtree(object_)})
    return passage.stretches(indices)


def _interrupted(passage: Passage, verb: int) -> list[Stretch]:
    """The clause that a cue interrupts or closes: "Talks, he said, had failed"."""
    token = passage.tokens[verb]
    if token.relation != "parataxis" or token.head == verb:
        return []
    return passage.stretches(passage.subtree(token.head, {verb}))
