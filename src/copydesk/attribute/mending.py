"""Subjects that a tree hangs on the wrong verb around a cue, put back where the order of words says they belong.

A parser's slip here would give words to somebody else, so each case has its own sign: two subjects on one verb, a subject
on the far side of its verb, or a cue that ends a headline before the bare name of who says it.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

from copydesk.language.sentences import CLOCK
from copydesk.lexicon.cues import Cues
from copydesk.record import Token

_NAMING = frozenset({"PROPN", "NOUN", "PRON"})
_LIGHT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
_OBJECTS = frozenset({"obj", "iobj", "csubj"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"})
_SETTING = frozenset({"in", "during", "on", "via"})
_NOUN_PHRASE = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "PART"})
_GIVING = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "PRON", "PART"})  # in "claims by the two unions that"
_LONGEST_GIVER = 9  # tokens from a claim to its "that"
_LONGEST_SPEAKER = 16  # tokens from a comma to the cue that ends the sentence
_LONGEST_REST = 8  # tokens after "in a statement" in its phrase
_DEEPEST = 20  # heads between a token and what it hangs below
_LONGEST_TAIL = 8  # tokens after "..., says" that can name who says it


def mend_subjects(tokens: tuple[Token, ...], ends: frozenset[int], cues: Cues) -> tuple[Token, ...]:
    """The tokens with subjects around cues put right. ends: indices of tokens that end a line or a sentence."""
    mended = list(tokens)
    for verb, token in enumerate(tokens):
        if token.tag == "NOUN" and any("clause" in row.frames for row in cues.rows("noun", token.lemma.lower())):
            _mend_claim(mended, verb)
        if token.relation == "ccomp" and CLOCK.fullmatch(token.text):
            mended[verb] = replace(token, relation="discourse")
        if token.tag == "VERB" and verb > 1 and tokens[verb - 1].fine == "''" and tokens[verb - 2].text in (",", "?", "!"):
            _mend_inverted(mended, verb)
        rows = [row for row in cues.rows("verb", token.lemma.lower()) if {"clause", "quote"}.intersection(row.frames)]
        if token.tag != "VERB" or not rows:
            continue
        _mend_inverted(mended, verb)
        _mend_early(mended, verb)
        _mend_setting(mended, verb, ends, cues)
        if not any("clause" in row.frames for row in rows):
            continue
        _join_names(mended, verb)
        _mend_participle(mended, verb)
        _mend_citing(mended, verb)
        _mend_closing(mended, verb)
        if not any(row.addressee for row in rows):
            _mend_tail(mended, verb, ends, cues)
        if any(row.addressee for row in rows):
            _mend_hearer(mended, verb)
        _mend_object(mended, verb, hears=any(row.addressee for row in rows))
        clause = next((i for i in _below(mended, verb, *_CLAUSES)), None)
        if clause is not None and clause > verb:
            _mend_after(mended, verb, clause)
        elif clause is not None:
            _mend_before(mended, verb, clause)
    return tuple(mended)


def _below(tokens: list[Token], head: int, *relations: str) -> list[int]:
    near = range(max(0, head - 60), min(len(tokens), head + 60))
    return [i for i in near if i != head and tokens[i].head == head and tokens[i].relation.partition(":")[0] in relations]


def _attach(tokens: list[Token], index: int, head: int, relation: str = "nsubj") -> None:
    """Hang a token on another; one that hung right on it takes its place, one deeper below is left: a tree has no rings."""
    if head != index and tokens[head].head == index:
        above = tokens[index].head
        tokens[head] = replace(tokens[head], head=head if above == index else above, relation=tokens[index].relation)
    if head != index and _hangs(tokens, head, index):
        return
    tokens[index] = replace(tokens[index], head=head, relation=relation)


def _join_names(tokens: list[Token], verb: int) -> None:
    """Two nouns side by side, both subjects of one verb and the second proper, are one name ("Radio Sarn")."""
    subjects = _below(tokens, verb, "nsubj")
    for left, right in itertools.pairwise(subjects):
        if right != left + 1 or tokens[right].tag != "PROPN":
            continue
        if tokens[left].tag == "PROPN":
            _attach(tokens, right, left, "flat")
        elif tokens[left].tag == "NOUN":
            _attach(tokens, left, right, "compound")


def _mend_participle(tokens: list[Token], verb: int) -> None:
    """ "A memo leaked to Radio Sarn says": a participle between a subject and its cue belongs to the subject."""
    subject = next((i for i in _below(tokens, verb, "nsubj") if i < verb), None)
    if subject is None or tokens[subject].tag != "NOUN":
        return
    for index in _below(tokens, verb, *_CLAUSES):
        follows = index == subject + 1 and index < verb and tokens[index].fine in ("VBN", "VBD")
        if follows and not _below(tokens, index, "nsubj", "aux"):
            _attach(tokens, index, subject, "acl")


def _mend_closing(tokens: list[Token], verb: int) -> None:
    """ "..., two officials briefed on the matter said", "..., a cook who got out told the Post": the cue's own noun.

    It is the last noun of those right after the comma before a cue that has no subject on its side, and no clause after it.
    """
    if tokens[verb].fine not in _TENSED or any(i > verb for i in _below(tokens, verb, "ccomp", "xcomp")):
        return
    comma = next((i for i in range(verb - 1, max(verb - _LONGEST_SPEAKER, 0), -1) if tokens[i].text == ","), None)
    if comma is None or any(comma < i < verb for i in _below(tokens, verb, "nsubj", "aux", "mark")):
        return
    run = list(itertools.takewhile(lambda i: tokens[i].tag in _NOUN_PHRASE, range(comma + 1, verb)))
    named = [i for i in run if tokens[i].tag in ("NOUN", "PROPN")]
    if not named or run[-1] != named[-1]:
        return
    head = named[-1]
    between = [i for i in range(head + 1, verb) if tokens[i].tag in ("VERB", "AUX")]
    said = any(tokens[i].relation in _SUBJECTS for i in range(max(comma - 60, 0), comma))
    if not said or (head + 1 < verb and tokens[head + 1].tag not in ("ADP", "ADV", "VERB", "PRON")):
        return
    top = comma - 1
    for _ in range(_DEEPEST):
        if tokens[top].head == top or tokens[top].head >= comma:
            break
        top = tokens[top].head
    under = _hangs(tokens, top, verb)
    if _hangs(tokens, top, head) or (under and _hangs(tokens, verb, head)):
        return
    if not under:
        tokens[verb] = replace(tokens[verb], head=top, relation="parataxis")
    for index in between:
        if tokens[index].head == verb or tokens[head].head == index:
            _attach(tokens, index, head, "acl")
    if not _hangs(tokens, verb, head):
        tokens[head] = replace(tokens[head], head=verb, relation="nsubj")


def _mend_citing(tokens: list[Token], verb: int) -> None:
    """ "Tass reported that talks had failed, citing the ministry": who is cited belongs to the cue, not to what is said."""
    for clause in _below(tokens, verb, "ccomp"):
        for index in _below(tokens, clause, "advcl"):
            if index > verb and tokens[index].fine == "VBG" and tokens[index].lemma in ("cite", "quote"):
                _attach(tokens, index, verb, "advcl")


def _mend_claim(tokens: list[Token], noun: int) -> None:
    """ "His warning that the bridge might fall was ignored": a noun's second clause is the verb it is subject of."""
    near = range(noun + 1, min(noun + _LONGEST_GIVER, len(tokens)))
    that = next((i for i in near if tokens[i].lemma == "that" or tokens[i].tag not in _GIVING), noun)
    if tokens[that].lemma != "that":
        return
    clauses = [i for i in _below(tokens, noun, "acl") if i > that]
    late = tokens[that].head
    if not clauses or late <= clauses[0] or not _below(tokens, clauses[0], "nsubj"):
        return
    if any(subject != noun for subject in _below(tokens, late, "nsubj")):
        return
    _attach(tokens, that, clauses[0], "mark")
    if tokens[late].head == noun:
        _attach(tokens, late, late if tokens[noun].head == noun else tokens[noun].head, tokens[noun].relation)
    if tokens[noun].head != late:
        _attach(tokens, noun, late)


def _mend_inverted(tokens: list[Token], verb: int) -> None:
    """ "'We must act,' reads the petition": the noun after a cue that closes a quotation says it."""
    if verb and tokens[verb - 1].fine == "''" and not _below(tokens, verb, "nsubj"):
        named = next((i for i in _below(tokens, verb, "obj") if i > verb), None)
        if named is not None:
            _attach(tokens, named, verb)


def _mend_early(tokens: list[Token], verb: int) -> None:
    """ "The club had told him": what the tree takes for the hearer before an active cue without a subject is its subject."""
    before = [i for i in _below(tokens, verb, "iobj", "obj") if i < verb]
    if before and not _below(tokens, verb, "nsubj") and not any(
        tokens[i].relation in ("aux:pass", "mark") for i in _below(tokens, verb, "aux", "mark")
    ) and tokens[before[-1]].fine not in ("WDT", "WP"):
        _attach(tokens, before[-1], verb)


def _mend_setting(tokens: list[Token], verb: int, ends: frozenset[int], cues: Cues) -> None:
    """ "said the dam was safe in a statement on Friday": a document or interview that ends the sentence."""
    end = next((i for i in range(verb, len(tokens)) if i in ends), len(tokens) - 1)
    for index in range(verb + 2, end + 1):
        kind = cues.venues.get(tokens[index].lemma.lower())
        if kind is None or (kind == "occasion" and tokens[index].lemma != "interview") or tokens[index].head == verb:
            continue
        below = _below(tokens, index, "case", "det")
        words = {tokens[i].lemma.lower() for i in below if i < index}
        rest = [i for i in range(index + 1, end + 1) if tokens[i].tag != "PUNCT"]
        if not words & _SETTING or "a" not in words or len(rest) > _LONGEST_REST or not _hangs(tokens, index, verb):
            continue
        day = next((i for i in rest if tokens[i].text.lower() in DAYS and _hangs(tokens, i, verb)), None)
        if all(_hangs(tokens, i, index) or (day is not None and _hangs(tokens, i, day)) for i in rest):
            for top in (index, *((day,) if day is not None else ())):
                _attach(tokens, top, verb, "obl")
            return


def _hangs(tokens: list[Token], index: int, top: int) -> bool:
    """Whether a token stands below another in the tree."""
    for _ in range(_DEEPEST):
        if index == top:
            return True
        if tokens[index].head == index:
            return False
        index = tokens[index].head
    return False


def _mend_object(tokens: list[Token], verb: int, *, hears: bool) -> None:
    """ "The envoy says the town's complaints are baseless": what stands between a cue and a finite verb without a subject.

    hears: the cue's object can be who hears it; then a quotation mark after it leaves it so.
    """
    thing = next((i for i in _below(tokens, verb, *_OBJECTS) if i > verb), None)
    if thing is None:
        return
    clause = next((i for i in _below(tokens, verb, *_CLAUSES, "advcl", "dep") if i > thing and _lacks_subject(tokens, i)), None)
    if clause is None or (hears and any(tokens[i].fine in ("``", "''") for i in range(thing, clause))):
        return
    if tokens[clause].relation in ("advcl", "dep"):
        if any(tokens[i].text in (",", ";", "-", "–", "—", "--") for i in range(thing, clause)):
            return
        _attach(tokens, clause, verb, "ccomp")
    _attach(tokens, thing, clause, "csubj" if tokens[thing].relation == "csubj" else "nsubj")


def _mend_hearer(tokens: list[Token], verb: int) -> None:
    """ "Doctors had told it the outbreak was over": a pronoun between a cue and the subject of its clause hears it."""
    pronoun = verb + 1
    if pronoun + 1 >= len(tokens) or tokens[pronoun].tag != "PRON" or tokens[pronoun].relation != "nsubj":
        return
    clause = tokens[pronoun].head
    if clause > pronoun and any(pronoun < i < clause for i in _below(tokens, clause, "nsubj")):
        _attach(tokens, pronoun, verb, "iobj")


def _lacks_subject(tokens: list[Token], clause: int) -> bool:
    """Whether a verb or predicate has a tense and neither a subject nor a conjunction of its own."""
    own = [i for i in range(max(0, clause - 60), min(clause + 60, len(tokens))) if tokens[i].head == clause and i != clause]
    if any(tokens[i].relation in _SUBJECTS or tokens[i].relation == "mark" for i in own):
        return False
    if any(tokens[i].fine in ("WRB", "WP", "WDT") for i in own):
        return False
    if tokens[clause].fine == "VB":  # "demanded the king make peace"
        return not any(tokens[i].tag in ("AUX", "PART") for i in own)
    return any(tokens[i].fine in _TENSED for i in (clause, *(i for i in own if i < clause and tokens[i].tag == "AUX")))


def _mend_after(tokens: list[Token], verb: int, clause: int) -> None:
    """ "The official, who ..., said President X had left": the subject after the cue is that of the clause, and
    "The mayor's aide, Y, said talks went on": the one before it is the cue's."""
    own, theirs = _below(tokens, verb, "nsubj"), _below(tokens, clause, "nsubj")
    if len(own) > 1 and own[0] < verb and not theirs:
        for index in own:
            if verb < index < clause:
                _attach(tokens, index, clause)
    if len(own) == len(theirs) == 1 and theirs[0] < verb < own[0] < clause:
        _attach(tokens, own[0], clause)
        _attach(tokens, theirs[0], verb)
    if not own and len(theirs) > 1 and theirs[0] < verb < theirs[1]:
        _attach(tokens, theirs[0], verb)


def _mend_before(tokens: list[Token], verb: int, clause: int) -> None:
    """ "The quay will reopen, the mayor, Y, said": of two subjects around the clause's verb the second is the cue's."""
    own, theirs = _below(tokens, verb, "nsubj"), _below(tokens, clause, "nsubj")
    if not own and theirs and theirs[-1] > verb > clause:  # "It is over, said the mayor": hung on the far side of the cue
        _attach(tokens, theirs[-1], verb)
        for index in _below(tokens, clause, "obl"):
            if index > verb:
                _attach(tokens, index, verb, "obl")
    late = next((i for i in theirs if clause < i < verb), None)
    if late is None or theirs[0] > clause:
        return
    if not own:
        _attach(tokens, late, verb)
    elif own[0] < verb and tokens[own[0]].tag == "PROPN" and late + 1 < own[0] and tokens[late + 1].text == ",":
        _attach(tokens, late, verb)
        _attach(tokens, own[0], late, "appos")


def _mend_tail(tokens: list[Token], verb: int, ends: frozenset[int], cues: Cues) -> None:
    """ "President has fled, says army chief": the bare name from a cue to the end of its line says it."""
    if verb == 0 or tokens[verb - 1].tag != "PUNCT" or tokens[verb].fine not in ("VBZ", "VBP", "VBD", "VB"):
        return
    tail = []
    for index in range(verb + 1, min(verb + 1 + _LONGEST_TAIL, len(tokens))):
        if tokens[index].tag in _LIGHT:
            tail.append(index)
        if index in ends or tokens[index].tag not in _LIGHT:
            break
    closed = tail and (tail[-1] in ends or tokens[min(tail[-1] + 1, len(tokens) - 1)].text == ".")
    named = [i for i in tail if tokens[i].tag in _NAMING]
    if not closed or not named:
        return
    head = next((i for i in named if tokens[i].head == verb), named[-1])
    speaks = tokens[head].tag == "PROPN" or tokens[head].lemma.lower() in cues.kinds
    if speaks and tokens[head].relation in ("nsubj", "iobj", "obj", "vocative"):
        for index in _below(tokens, verb, "nsubj"):
            if index < verb:
                _attach(tokens, index, verb, "dep")
        _attach(tokens, head, verb)
