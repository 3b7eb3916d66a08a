"""Verbs and adjectives that report: from the cue in its construction to the words said."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.acts import opens_question
from copydesk.attribute.draft import Draft
from copydesk.attribute.extents import added_noun, clause_stretches, find_broken_clause, find_island, outside_island
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import find_agent, find_speaker, is_passive, is_speaking
from copydesk.lexicon.cues import ANY, Cue, Cues

CLAUSES = ("ccomp", "csubj", "csubj:pass")
_LONGEST_NAME = 8  # tokens between a quotation and the verb that closes it
_OBJECTS = ("obj", "nsubj:pass")
_ONESELF = frozenset({"himself", "herself", "itself", "themselves"})  # "a man calling himself X" says nothing
_NAMES = frozenset({"NOUN", "ADJ", "PROPN"})
Found = tuple[list[Stretch], str]


def find_verb_cues(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """A draft for every verb or adjective of the cue table that stands in one of its constructions."""
    for index, token in enumerate(passage.tokens):
        if token.tag == "VERB" or (token.tag == "AUX" and token.relation not in ("aux", "aux:pass", "cop")):
            rows = cues.rows("verb", token.lemma.lower()) or _unlisted(passage, index, cues)
        elif token.tag in ("ADJ", "VERB") and token.relation not in ("amod", "compound"):
            rows = cues.rows("adjective", token.lemma.lower())
        else:
            continue
        if token.relation == "advcl" and token.fine in ("VBN", "VBD") and passage.child(index, "nsubj", "nsubj:pass") is None:
            continue  # "Asked whether ..., she said": somebody else asked
        gerund = index + 1 < len(passage.tokens) and passage.tokens[index + 1].fine == "VBG"  # "denied sheltering them"
        if rows and not gerund and cues.is_other_sense(
            rows[0].part, token.lemma.lower(), passage.lemmas(index - 2, index), passage.lemmas(index + 1, index + 3),
        ):
            continue
        row = next((row for row in rows if not row.particle or _has_particle(passage, index, row.particle)), None)
        if row is not None:
            draft = _draft(passage, index, row)
            if draft is not None:
                yield draft


def _unlisted(passage: Passage, verb: int, cues: Cues) -> tuple[Cue, ...]:
    """The row of any verb at all: somebody's, with "that" and a clause right behind it, or closing a quotation's comma.

    "The vicar preached that ..."; "'The quay is ours,' ran the note".
    """
    clause = passage.child(verb, "ccomp")
    mark = passage.child(clause, "mark") if clause is not None else None
    says_that = mark is not None and mark == verb + 1 and passage.tokens[mark].lemma.lower() == "that"
    if not says_that and not _closes_quotation(passage, verb):
        return ()
    speaker = find_speaker(passage, verb)
    return cues.rows("verb", ANY) if speaker is not None and is_speaking(passage, speaker, cues) else ()


def _closes_quotation(passage: Passage, verb: int) -> bool:
    """Whether a verb, or its subject and it, come right after a quotation that ends with a comma or asks."""
    subject = passage.child(verb, "nsubj")
    first = verb if subject is None or subject > verb else min(passage.subtree(subject))
    near = first > 1 and passage.tokens[first - 1].fine == "''" and passage.tokens[first - 2].text in (",", "?", "!")
    return near and passage.quotation_of[verb] != passage.quotation_of[first - 1] and verb - first < _LONGEST_NAME


def _has_particle(passage: Passage, verb: int, particle: str) -> bool:
    return any(
        passage.tokens[i].lemma.lower() == particle and passage.tokens[i].tag in ("ADP", "ADV", "PART", "SCONJ", "PRON")
        for i in range(verb + 1, min(verb + 4, len(passage.tokens)))
    )


def _draft(passage: Passage, verb: int, row: Cue) -> Draft | None:
    hearer = _hearer(passage, verb, row)
    speaker = find_speaker(passage, verb)
    content, rule = _content(passage, verb, row, hearer, speaker)
    if not content and "quote" not in row.frames:
        return None
    return Draft(
        rule=rule, row=row, head=verb, cue=_cue_words(passage, verb, row), content=content, speaker=speaker,
        addressee=hearer,
    )


def _cue_words(passage: Passage, verb: int, row: Cue) -> Stretch:
    start, end = passage.tokens[verb].start, passage.tokens[verb].end
    if row.particle and passage.tokens[verb + 1].lemma.lower() == row.particle:
        end = passage.tokens[verb + 1].end
    return start, end


def _content(passage: Passage, verb: int, row: Cue, hearer: int | None, speaker: int | None) -> Found:
    """The words said and the construction that gave them; no words where none of the cue's constructions is there."""
    frames = row.frames
    spoken = "clause" in frames or "quote" in frames
    if spoken:
        island = find_island(passage, verb, speaker)
        if island is not None and ("clause" in frames or _has_quotation(passage, island)):
            return outside_island(passage, island), "parenthetical"
        clause = passage.child(verb, *CLAUSES) or _clause_below(passage, verb, hearer)
        senses = clause is not None and row.lemma == "hear" and passage.tokens[clause].fine in ("VB", "VBG")
        if clause is not None and clause != hearer and not senses:
            return clause_stretches(passage, clause, verb), "clause"
        if "clause" in frames and (broken := find_broken_clause(passage, verb, hearer)):
            return broken, "clause"
    found = _infinitive(passage, verb, frames, hearer) or _named(passage, verb, frames)
    if found is None and "clause" in frames and speaker is not None and passage.tokens[speaker].fine != "WDT":
        found = _interrupted(passage, verb)
    return found or _prepositional(passage, verb, row) or _object(passage, verb, frames, hearer) or ([], "none")


def _has_quotation(passage: Passage, island: range) -> bool:
    sentence = passage.reading.sentences[passage.sentence_of[island[0]]]
    return any(passage.quotation_of[i] >= 0 for i in range(sentence.first, sentence.last) if i not in island)


def _clause_below(passage: Passage, verb: int, hearer: int | None) -> int | None:
    """A clause that the tree hangs on the hearer ("told staff that ...") or takes for a condition ("did not say if ...")."""
    for below in passage.children[hearer] if hearer is not None and hearer > verb else ():
        mark = passage.child(below, "mark")
        if passage.relation(below) in ("acl", "ccomp") and mark is not None and passage.tokens[mark].fine == "IN":
            return below
    for phrase in passage.children[verb]:  # "said in an email that the cranes were idle"
        if phrase > verb and passage.relation(phrase) == "obl" and passage.child(verb, "obj") is None:
            for below in passage.children[phrase]:
                mark = passage.child(below, "mark")
                if passage.relation(below) in ("acl", "ccomp") and mark is not None and passage.tokens[mark].lemma == "that":
                    return below
                if _is_whole(passage, phrase, below):
                    return below
    unsaid = passage.child(verb, "advmod", "aux") is not None or passage.relation(verb) == "xcomp"
    if unsaid and passage.child(verb, "obj") is None:
        for below in passage.children[verb]:
            if passage.relation(below) == "advcl" and below > verb and opens_question(passage, passage.tokens[
                min(passage.subtree(below))
            ].start):
                return below
    return None


def _is_whole(passage: Passage, paper: int, below: int) -> bool:
    """Whether a relative clause with "that" on a paper lacks nothing: "wrote in a cable that the king had joked that ..."."""
    that = next((b for b in passage.children[below] if b == paper + 1 and passage.tokens[b].lemma == "that"), None)
    return that is not None and passage.tokens[that].relation == "obj" and passage.child(below, "ccomp", "xcomp") is not None


def _infinitive(passage: Passage, verb: int, frames: tuple[str, ...], hearer: int | None) -> Found | None:
    """ "vowed to leave", "denied shelling", "urged both sides to talk" (whoever is to act stands in the content)."""
    below = passage.child(verb, "xcomp", "ccomp") or _gerund(passage, verb, frames)
    below = below or _infinitive_of_purpose(passage, verb, frames)
    if below is None or not _fits(passage, below, frames):
        return None
    doer = passage.child(verb, "obj") if hearer is None else hearer
    indices = set(passage.subtree(below))
    if doer is not None and passage.tokens[doer].tag != "PRON" and verb < doer < below:
        indices.update(passage.subtree(doer))
    return clause_stretches(passage, below, verb, indices), "infinitive"


def _gerund(passage: Passage, verb: int, frames: tuple[str, ...]) -> int | None:
    """ "Ruled out reopening the bridge": a gerund straight behind a cue that the tree takes for an adjunct."""
    near = range(verb + 1, verb + 3)
    return next((
        b for b in passage.children[verb]
        if "ing" in frames and b in near and passage.relation(b) == "advcl" and passage.tokens[b].fine == "VBG"
    ), None)


def _infinitive_of_purpose(passage: Passage, verb: int, frames: tuple[str, ...]) -> int | None:
    """An infinitive that the tree hangs on the object or on the verb as purpose: "called on Seoul to wait"."""
    if "to" not in frames:
        return None
    places = [verb, *(b for b in passage.children[verb] if passage.relation(b) in ("obj", "iobj", "obl") and b > verb)]
    for place in places:
        for below in passage.children[place]:
            mark = passage.child(below, "mark")
            if passage.relation(below) in ("advcl", "acl") and mark is not None and passage.tokens[mark].fine == "TO":
                return below
    return None


def _fits(passage: Passage, below: int, frames: tuple[str, ...]) -> bool:
    being = passage.child(below, "aux", "aux:pass", "cop")  # "reported being turned back", "denied having known"
    if passage.tokens[below].fine == "VBG" or (being is not None and passage.tokens[being].fine == "VBG"):
        return "ing" in frames
    mark = passage.child(below, "mark")
    return "to" in frames and mark is not None and passage.tokens[mark].fine == "TO"


def _named(passage: Passage, verb: int, frames: tuple[str, ...]) -> Found | None:
    """ "called the vote a sham", "described him as tired": the thing and its name, both in the content."""
    object_ = passage.child(verb, *_OBJECTS)
    below = None
    if "as" in frames:
        below = next((b for b in passage.children[verb] if b > verb and _introducer(passage, b) == "as"), None)
    if below is None and "name" in frames:
        below = passage.child(verb, "xcomp", "ccomp")
        if below is None and object_ is not None and object_ > verb:
            below = next((b for b in passage.children[verb] if b > object_ and passage.tokens[b].tag in _NAMES), None)
    if below is None or (object_ is not None and passage.tokens[object_].lemma.lower() in _ONESELF):
        return None
    indices = {*passage.subtree(below), *(passage.subtree(object_) if object_ is not None else ())}
    return clause_stretches(passage, below, verb, indices), "named-as"


def _introducer(passage: Passage, index: int) -> str:
    """Lemma of the preposition or subordinator of a phrase, "" where it has none."""
    case = passage.child(index, "case", "mark")
    return passage.tokens[case].lemma.lower() if case is not None else ""


def _interrupted(passage: Passage, verb: int) -> Found | None:
    """The clause that a cue closes or comments: "Talks had failed, he said"; "As he noted, talks had failed"."""
    token = passage.tokens[verb]
    hears = passage.child(verb, "nsubj:pass") if is_passive(passage, verb) else None  # "the panel was informed by the clerk"
    told = hears is None or find_agent(passage, verb) is not None
    if token.head == verb or passage.child(verb, "obj") is not None or not told:
        return None
    relation = token.relation
    if _introducer(passage, verb) == "as" and passage.tokens[token.head].lemma in ("quote", "cite"):
        return _quoted_as(passage, token.head)
    if relation == "parataxis" or (relation == "advcl" and _introducer(passage, verb) == "as"):
        return passage.stretches(passage.subtree(token.head, {verb})), "interrupting"
    return None


def _quoted_as(passage: Passage, quoting: int) -> Found | None:
    """What is said in "..., Tass quoted him as saying": the clause below the quoting verb, or the one it stands beside."""
    clause = passage.child(quoting, "ccomp", "parataxis")
    if clause is None and passage.relation(quoting) == "parataxis":
        clause = passage.tokens[quoting].head
    return None if clause is None else (passage.stretches(passage.subtree(clause, {quoting})), "interrupting")


def _prepositional(passage: Passage, verb: int, row: Cue) -> Found | None:
    for below in (*passage.children[verb], *_charges(passage, verb, row)):
        if below > verb and passage.relation(below) in ("obl", "advcl", "xcomp", "acl"):
            case = passage.child(below, "case", "mark")
            word = passage.tokens[case].lemma.lower() if case is not None else ""
            own = word == row.particle and "object" in row.frames
            if case is not None and (own or ("to_object" if word == "to" else word) in row.frames):
                indices = set(passage.subtree(below, {case}))
                if row.act in ("accusation", "criticism"):
                    indices.update(_accused(passage, verb, below))
                return clause_stretches(passage, below, verb, indices), f"prep-{word}"
    return None


def _charges(passage: Passage, verb: int, row: Cue) -> list[int]:
    """Heads of "of hiding it" right behind who is accused, wherever the tree hangs them."""
    accused = passage.child(verb, "obj", "iobj") if row.act == "accusation" else None
    if accused is None or accused < verb:
        return []
    words = passage.subtree(accused, {b for b in passage.children[accused] if b > accused and passage.relation(b) == "acl"})
    after = words[-1] + 1
    of = passage.tokens[after] if after < len(passage.tokens) else None
    return [of.head] if of is not None and of.lemma in row.frames and of.head > after else []


def _accused(passage: Passage, verb: int, below: int) -> list[int]:
    """The tokens of whoever is accused: between the cue and the charge, or the subject of a passive."""
    accused = passage.child(verb, "obj", "iobj", "nsubj:pass")
    if accused is None:
        return []
    if accused < verb:
        return passage.subtree(accused)
    return [i for i in range(min(passage.subtree(accused)), below) if i > verb]


def _object(passage: Passage, verb: int, frames: tuple[str, ...], hearer: int | None) -> Found | None:
    below = passage.child(verb, "obj") or passage.child(verb, *_OBJECTS)
    if "object" not in frames or below is None or below == hearer:
        return None
    if is_passive(passage, verb) and passage.tokens[below].relation == "obj" and find_agent(passage, verb) is None:
        return None
    if passage.tokens[below].fine == "WDT" and passage.relation(verb) == "acl":  # "..., a claim that the mayor denied"
        thing = passage.tokens[verb].head
        if added_noun(passage, thing) is not None:
            return passage.stretches(passage.subtree(thing, {verb})), "object"
    words = passage.subtree(below)
    whole = range(words[0], words[-1] + 1)
    return passage.stretches(words if verb in whole else whole), "object"


def _is_thing(passage: Passage, verb: int, below: int, row: Cue) -> bool:
    """Whether the object of a cue is what is said rather than who hears it: "promised lower rents"."""
    if "object" not in row.frames or passage.tokens[below].tag in ("PROPN", "PRON"):
        return False
    return passage.child(verb, "ccomp", "xcomp", "iobj") is None


def _hearer(passage: Passage, verb: int, row: Cue) -> int | None:
    for below in passage.children[verb]:
        relation = passage.tokens[below].relation
        if relation == "iobj" and ("clause" in row.frames or row.addressee):
            return below
        if relation == "obj" and row.addressee and not _is_thing(passage, verb, below, row):
            return below
        if relation == "obl" and not row.addressee and _introducer(passage, below) == "to" and "to_object" not in row.frames:
            return below
    return None
