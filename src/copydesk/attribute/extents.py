"""How far a content reaches: clauses mended where a tree breaks off, and sentences around a cue between commas."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from copydesk.attribute.mending import DAYS
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import first_cue

_BREAKS = frozenset({",", "—", "–", "-", "--", "(", ")", "”", "’", '"', "''", "…"})
_ENDS = frozenset({".", "?", "!", ";"})
_GOES_ON = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PART", "DET"})
_SCENE = frozenset({"obl", "advmod", "advcl", "cc", "mark", "discourse"})
_OF_THE_SPEAKER = frozenset({"speak", "ask", "refer", "add", "cite", "quote", "recall", "describe", "decline", "insist"})
_LIGHT = frozenset({"ADV", "AUX", "DET", "PART"})
_LONGEST_ISLAND = 30  # tokens of "he said in a call on Monday" between commas
_LONGEST_GAP = 8  # tokens that a broken tree leaves out inside a clause


def reach_of_cue(passage: Passage, cue: int) -> range:
    """The tokens of a cue's sentence, without what a semicolon or ", and" parts from it if that has a cue of its own."""
    sentence = passage.reading.sentences[passage.sentence_of[cue]]
    first, last = sentence.first, sentence.last
    joints = [i for i in range(first, last) if passage.quotation_of[i] < 0 and _is_joint(passage, i, last)]
    for left, right in itertools.pairwise((first - 1, *joints, last)):
        loose = left >= sentence.first and passage.tokens[left].text == ","
        if any(i in passage.reporting and _is_told(passage, i, loose=loose) for i in range(left + 1, right)):
            if right < cue:
                first = right + 1
            elif left > cue:
                return range(first, left)
    return range(first, _own_words(passage, cue, last))


def _own_words(passage: Passage, cue: int, last: int) -> int:
    """Where somebody quoted goes on about themselves: "'They told us it was shut, so we walked'"; else `last`."""
    mine = passage.quotation_of[cue] >= 0 and not any(
        passage.tokens[b].lemma.lower() in ("i", "we") for b in passage.children[cue] if passage.relation(b) == "nsubj"
    )
    for index in range(cue + 1, last - 2) if mine else ():
        words = [passage.tokens[i].text.lower() for i in range(index, index + 3)]
        if words[0] == "," and words[1] in ("so", "and", "but") and words[2] in ("i", "we"):
            return index
    return last


def _is_joint(passage: Passage, index: int, last: int) -> bool:
    """A semicolon, or a comma before "and", "but" or "or" that no "that" or "if" follows."""
    if passage.tokens[index].text != ",":
        return passage.tokens[index].text == ";"
    return index + 2 < last and passage.tokens[index + 1].tag == "CCONJ" and passage.tokens[index + 2].tag != "SCONJ"


def _is_told(passage: Passage, index: int, *, loose: bool) -> bool:
    """Whether a cue has somebody beside it: a subject, or "according to" whom. loose: behind a mere comma it must be joined."""
    if passage.tokens[index].relation in ("case", "fixed"):
        return True
    joined = not loose or passage.relation(index) == "conj"
    return joined and passage.child(index, "nsubj", "nsubj:pass") is not None


def clause_stretches(
    passage: Passage, clause: int, cue: int, indices: Collection[int] | None = None,
) -> list[Stretch]:
    """The words of a clause that depends on a cue: its subtree, small holes filled, its broken-off end joined.

    A coordinated verb that reports as well is left out ("said talks failed and warned of war"), so is a phrase with
    "according to", which is a relay.
    """
    inside = set(passage.subtree(clause, _foreign(passage, clause)) if indices is None else indices) - {cue}
    inside.intersection_update(reach_of_cue(passage, cue))
    mark = passage.child(clause, "mark")
    if mark is not None and mark > cue and passage.tokens[mark].lemma.lower() == "that":  # "said, in two tongues, that ..."
        inside = {index for index in inside if index >= mark}
    ordered = sorted(inside)
    if not ordered:
        return []
    if ordered[0] > cue:
        _fill(passage, ordered, inside, cue)
        if indices is None:
            inside.update(range(ordered[-1] + 1, _reach(passage, ordered[-1], cue)))
            ordered = sorted(inside)
        last = _go_on(passage, ordered[-1])
        inside.update(range(ordered[-1] + 1, last + 1))
        near = reach_of_cue(passage, cue)
        inside.intersection_update(range(near.start, min(near.stop, _added(passage, ordered))))
    begun = max(clause, cue)
    relay = next((i for i in sorted(inside) if i > begun and passage.tokens[i].text.lower() == "according"), None)
    return passage.stretches(i for i in sorted(inside) if relay is None or i < relay)


def _added(passage: Passage, words: list[int]) -> int:
    """Where somebody else's word on what is said begins: "..., which the rebels denied", "..., a claim the bank called odd".

    One past the last word where nobody has one.
    """
    tokens = passage.tokens
    for verb in words:
        if not tokens[verb].relation.endswith(":relcl") or verb not in passage.reporting or passage.quotation_of[verb] >= 0:
            continue
        thing, subject = tokens[verb].head, passage.child(verb, "nsubj")
        which = passage.child(verb, "obj")
        if subject is None or tokens[subject].tag not in ("NOUN", "PROPN"):
            continue
        first = which if which is not None and tokens[which].fine == "WDT" else verb
        noun = added_noun(passage, thing)
        first = first if noun is None else noun
        if tokens[first - 1].text == "," or tokens[first].text == ",":
            return first
    return words[-1] + len(tokens)


def added_noun(passage: Passage, thing: int) -> int | None:
    """The article of a noun behind a comma that takes up what was said: "..., an account that"; None for any other."""
    article = passage.child(thing, "det") if passage.tokens[thing].tag == "NOUN" else None
    if article is None or passage.tokens[article].lemma.lower() not in ("a", "an") or passage.tokens[article - 1].text != ",":
        return None
    return article


def _foreign(passage: Passage, clause: int) -> set[int]:
    """Coordinated verbs that the tree puts into what is said although they share the cue's subject."""
    return {below for below in passage.children[clause] if first_cue(passage, below) is not None}


def _fill(passage: Passage, ordered: list[int], inside: set[int], cue: int) -> None:
    for left, right in itertools.pairwise(ordered):
        gap = range(left + 1, right)
        if 0 < len(gap) <= _LONGEST_GAP and cue not in gap:
            own = {index for index in gap if passage.tokens[index].head == cue}
            if not own and not any(passage.tokens[index].text.lower() == "according" for index in gap):
                inside.update(gap)


def _reach(passage: Passage, last: int, cue: int) -> int:
    """One past the last token that a clause after its cue reaches: what else hangs under the cue on its right.

    Cut before another verb of the cue's subject ("... and left", ", adding that ...") and before a relay.
    """
    tokens = passage.tokens
    below = {index for index in passage.subtree(cue) if index > last}
    end = last + 1
    stops = {
        min(passage.subtree(child)) for child in passage.children[cue]
        if child > last and (
            _is_second_cue(passage, child)
            or (child in passage.settings and passage.child(child, "det") is not None)
            or (passage.relation(child) == "advcl" and tokens[child].fine in ("VBG", "VBN"))
        )
    }
    stops |= {min(passage.subtree(index)) for index in below if first_cue(passage, index) == cue}
    while end in below and end not in stops and tokens[end].text.lower() != "according":
        end += 1
    while end > last + 1 and tokens[end - 1].tag in ("PUNCT", "CCONJ"):
        end -= 1
    return end


def _is_second_cue(passage: Passage, index: int) -> bool:
    """A coordinated verb of the cue's own subject, or one that opens a clause of its own ("..., but he denied that ...")."""
    if passage.relation(index) != "conj":
        return False
    return passage.child(index, "nsubj", "nsubj:pass") is None or (
        passage.child(index, "ccomp") is not None and index in passage.speech
    )


def find_broken_clause(passage: Passage, cue: int, hearer: int | None) -> list[Stretch]:
    """What a cue says where the tree took the subject of the clause for the cue's object ("found yields fell in June").

    The sign is a finite verb right of the object that hangs in it as if it were no clause of its own.
    """
    object_ = passage.child(cue, "obj")
    if object_ is None or object_ < cue or object_ == hearer:
        return []
    own = [i for i in passage.subtree(cue) if i > cue]
    broken = any(
        passage.tokens[i].fine in ("VBD", "VBZ", "VBP", "MD") and i > object_
        and passage.tokens[i].relation in ("acl", "xcomp", "dep", "obj", "nmod", "compound", "parataxis", "appos")
        and passage.child(i, "mark", "nsubj", "nsubj:pass") is None
        for i in own
    )
    if not broken:
        return []
    first = min(passage.subtree(object_))
    return passage.stretches(range(first, _reach(passage, max(passage.subtree(object_)), cue)))


def _go_on(passage: Passage, last: int) -> int:
    """The last token of the stretch, moved on while the words after it go straight on without a mark between."""
    tokens = passage.tokens
    end = passage.reading.sentences[passage.sentence_of[last]].last
    index = last + 1
    if index >= end or tokens[index].tag not in _GOES_ON or tokens[index].text.lower() in DAYS:
        return last
    while index < end and tokens[index].tag not in ("PUNCT", "CCONJ", "SCONJ"):
        index += 1
    return index - 1


def find_island(passage: Passage, cue: int, speaker: int | None) -> range | None:
    """The tokens of "..., he said in a call, ...": a cue with its subject between commas or before the sentence's end.

    None where the cue opens its sentence or its clause goes on with what is said.
    """
    if speaker is None or passage.sentence_of[speaker] != passage.sentence_of[cue] or abs(speaker - cue) > _LONGEST_ISLAND:
        return None
    tokens = passage.tokens
    if tokens[cue].fine == "VBG" and passage.child(cue, "aux", "mark", "case") is None:
        return None
    sentence = passage.reading.sentences[passage.sentence_of[cue]]
    left = right = cue
    for index in (*passage.subtree(speaker), cue):
        if tokens[index].tag != "PUNCT":
            left, right = min(left, index), max(right, index)
    while left > sentence.first and tokens[left - 1].tag in _LIGHT and tokens[left - 1].head in (cue, speaker):
        left -= 1
    while right + 1 < sentence.last and tokens[right + 1].text not in _BREAKS | _ENDS | {":"}:
        if tokens[right + 1].tag in ("SCONJ", "CCONJ") or right - left > _LONGEST_ISLAND:
            return None
        right += 1
    if left <= sentence.first + 1 or tokens[left - 1].text not in _BREAKS:
        return None
    if right + 1 < sentence.last and tokens[right + 1].text == ":":
        return None
    island = range(left, right + 1)
    return island if _is_plain(passage, island, cue, speaker) and not _only_sets_scene(passage, island, cue) else None


def _only_sets_scene(passage: Passage, island: range, cue: int) -> bool:
    """Whether all that stands beside an island tells when or how the cue's own verb acts: "In May, the union agreed"."""
    sentence = passage.reading.sentences[passage.sentence_of[cue]]
    after = [i for i in range(island.stop, sentence.last) if passage.tokens[i].tag != "PUNCT"]
    if after and passage.tokens[after[0]].tag not in ("CCONJ", "SCONJ"):
        return False
    before = [i for i in passage.children[cue] if sentence.first <= i < island.start and passage.tokens[i].tag != "PUNCT"]
    covered = {i for top in before for i in passage.subtree(top)}
    lead = [i for i in range(sentence.first, island.start) if passage.tokens[i].tag != "PUNCT"]
    quoted = any(passage.quotation_of[i] >= 0 for i in lead)
    return not quoted and covered.issuperset(lead) and all(passage.relation(i) in _SCENE for i in before)


def _is_plain(passage: Passage, island: range, cue: int, speaker: int) -> bool:
    """Whether an island holds no clause, object or quotation of its own beside the cue and its subject's words."""
    own = set(passage.subtree(speaker))
    for index in island:
        if index in own or index == cue:
            continue
        relation = passage.relation(index)
        is_thing = index != cue + 1 or passage.tokens[index].text != "it"  # "as she put it"
        own_object = relation in ("obj", "xcomp") and passage.tokens[index].head == cue and is_thing
        if own_object or relation in ("ccomp", "csubj", "nsubj", "conj"):
            return False
        if passage.quotation_of[index] != passage.quotation_of[cue]:
            return False
    mark = passage.child(cue, "mark")
    if mark is not None:
        return passage.tokens[mark].lemma.lower() == "as" and passage.relation(cue) == "advcl"
    if passage.relation(cue) == "acl":  # "Such floods, experts say, will return", taken for a relative clause
        own_subject = passage.tokens[speaker].head == cue and passage.tokens[cue].fine != "VBN"
        return own_subject and passage.tokens[island[0] - 1].text == ","
    if passage.relation(cue) == "conj":
        return _joins_nothing(passage, island, cue)
    return passage.relation(cue) != "advcl" or passage.tokens[speaker].head == cue


def _joins_nothing(passage: Passage, island: range, cue: int) -> bool:
    """Whether an island was joined to what it interrupts by another's "but" or by nothing.

    "They may go, but only if ..., the mayor told the Post"; "It is 'dead' and 'buried,' the clerk said".
    """
    joint, before = passage.child(cue, "cc"), passage.tokens[island[0] - 1]
    if joint is None:
        last = passage.reading.sentences[passage.sentence_of[cue]].last
        closes = before.text == "," and all(passage.tokens[i].tag == "PUNCT" for i in range(island.stop, last))
        return closes or before.fine == "''"
    return joint < island[0] - 1 and before.text == ","


def outside_island(passage: Passage, island: range) -> list[Stretch]:
    """The sentence around an island, as one or two stretches, up to a relay or a second cue ("..., and it asked people to")."""
    sentence = reach_of_cue(passage, island[0])
    after = range(island.stop, sentence.stop)
    second = next((i for i in after[:2] if passage.tokens[i].tag == "CCONJ" and passage.tokens[i].head in passage.speech), None)
    trailing = bool(after[1:]) and passage.tokens[after[1]].fine == "VBG" and passage.tokens[after[0]].text == ","
    if trailing and passage.tokens[after[1]].lemma.lower() in _OF_THE_SPEAKER:  # "..., two people said, speaking on condition"
        after = after[:0]
        sentence = range(sentence.start, island.stop)
    passed_on = (i for i in after if passage.tokens[i].text.lower() in ("according", "citing", "quoting", ";"))
    end = next(passed_on, sentence.stop) if second is None else second
    return passage.stretches(i for i in range(sentence.start, end) if i not in island)
