"""CAMEO triples (code, who, whom) by a user's dictionaries, on the same frames as PLOVER's events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.events.frames import Frame, conjuncts, find_verb_frame
from copydesk.events.status import is_negated
from copydesk.events.subjects import find_reporter, is_relation
from copydesk.language.tree import list_conjuncts, list_subtree
from copydesk.lexicon.cameo import NOTHING, CameoLexicon, VerbBlock, VerbPattern, join_agents
from copydesk.lexicon.plover import list_lemmas
from copydesk.record import Reading, Sentence

_NO_TARGET = frozenset({"subj", "xcomp", "ccomp", "theme", "modal", "purpose", "after", "before", "since", "because"})
# What not doing a thing is coded as: refused cooperation, and peace kept.
NEGATED_COOPERATION, NEGATED_CONFLICT = "120", "050"
_OWN_CLAUSE = ("acl", "advcl", "appos", "parataxis")


@dataclass(frozen=True, slots=True)
class Triple:
    """One coded event. code: CAMEO; actor, recipient: codes of the dictionaries."""

    code: str
    actor: str
    recipient: str


def code_triples(
    reading: Reading, sentence: Sentence, lexicon: CameoLexicon, *, day: str | None = None,
) -> tuple[Triple, ...]:
    """The triples of a sentence in text order, without repeats, without those that somebody does to themselves."""
    found: dict[Triple, None] = {}
    for index in range(sentence.first, sentence.last):
        token = reading.tokens[index]
        if token.tag not in ("VERB", "NOUN") or is_relation(token, "aux"):
            continue
        block = find_block(reading, index, lexicon) if token.tag == "VERB" else None
        if block is not None:
            for triple in _code_verb(reading, index, block, lexicon, day):
                found[triple] = None
    return tuple(found)


def find_block(reading: Reading, index: int, lexicon: CameoLexicon) -> VerbBlock | None:
    """The block of a verb, with the word before or behind it or alone, by its form or lemma; None where it has none."""
    token = reading.tokens[index]
    following = reading.tokens[index + 1].text.lower() if index + 1 < len(reading.tokens) else ""
    before = reading.tokens[index - 1].text.lower() if index else ""
    for lemma in (token.text.lower(), *list_lemmas(token.text, token.lemma, "v")):
        for form in (f"{lemma} {following}", f"{before} {lemma}", lemma):
            if form in lexicon.verbs:
                return lexicon.verbs[form]
    return None


def _code_verb(
    reading: Reading, index: int, block: VerbBlock, lexicon: CameoLexicon, day: str | None,
) -> Iterator[Triple]:
    frame = find_verb_frame(reading, index)
    actors = _code_heads(reading, frame.slots.get("subj", ()), lexicon, day)
    pattern = find_pattern(reading, index, block, several=len(actors) > 1)
    code = block.code if pattern is None else pattern.code
    if code == NOTHING:
        return
    recipients = _find_recipients(reading, frame, lexicon, day)
    if not actors and frame.passive:  # "was criticised over its dispute with B": the other party named is taken to act
        actors = _find_recipients(reading, frame, lexicon, day, objects=False)
    if is_negated(reading, frame):
        code = NEGATED_CONFLICT if code[:2] >= "09" else NEGATED_COOPERATION
    forth, _, back = code.partition(":")
    if not recipients and len(actors) > 1:  # "A and B have renewed ties": each to the other
        recipients, back = actors, back or forth
    for actor in actors:
        for recipient in recipients:
            if actor != recipient:
                yield Triple(forth, actor, recipient)
                if back and recipients is not actors:
                    yield Triple(back, recipient, actor)


def find_pattern(reading: Reading, index: int, block: VerbBlock, *, several: bool) -> VerbPattern | None:
    """The longest pattern whose words stand around the verb in order; None where none does. several: actors, as "%" asks."""
    members = list_subtree(reading, index)
    before = [_forms(reading, i) for i in members if i < index]
    after = [_forms(reading, i) for i in members if i > index]
    for pattern in block.patterns:
        asks = pattern.before or pattern.after or pattern.mutual
        if asks and (several or not pattern.mutual) and _follow(pattern.before, before) and _follow(pattern.after, after):
            return pattern
    return None


def _forms(reading: Reading, index: int) -> frozenset[str]:
    token = reading.tokens[index]
    word = token.text.lower()
    return frozenset((word, token.lemma.lower(), word.removesuffix("s")))


def _follow(places: Sequence[frozenset[str]], words: Sequence[frozenset[str]]) -> bool:
    remaining = iter(words)
    return all(any(not place.isdisjoint(forms) for forms in remaining) for place in places)


def _find_recipients(
    reading: Reading, frame: Frame, lexicon: CameoLexicon, day: str | None, *, objects: bool = True,
) -> tuple[str, ...]:
    """Codes of the first phrase that names an actor: the objects, then prepositional phrases as they stand in the text."""
    slots = [slot for slot in frame.slots if slot not in _NO_TARGET and (objects or slot != "obj")]
    slots.sort(key=lambda slot: (slot not in ("obj", "iobj"), frame.slots[slot][0]))
    inner = [slot for slot in ("theme", "xcomp", "ccomp") if slot in frame.slots]
    for slot in slots:
        coded = _code_heads(reading, frame.slots[slot], lexicon, day)
        if coded:
            return coded
    for head in (head for slot in inner for head in frame.slots[slot]):
        members = [i for i in list_subtree(reading, head) if i > frame.trigger]
        coded = _code_words(reading, members, lexicon, day)
        if coded:
            return coded
    return ()


def _code_heads(
    reading: Reading, heads: Sequence[int], lexicon: CameoLexicon, day: str | None,
) -> tuple[str, ...]:
    """Codes of phrases, of what is coordinated with them and, inside them, with their actor ("ties with A and B")."""
    codes: list[str] = []
    for head in heads:
        teller = find_reporter(reading, head) if reading.tokens[head].tag == "PRON" else None
        for place in conjuncts(reading, head if teller is None else teller):
            members = list_subtree(reading, place, without=("conj", "cc", *_OWN_CLAUSE))
            coded = _code_words(reading, members, lexicon, day)
            codes.extend(coded or _code_words(reading, list_subtree(reading, place), lexicon, day))
    return tuple(dict.fromkeys(codes))


def _code_words(reading: Reading, members: Sequence[int], lexicon: CameoLexicon, day: str | None) -> tuple[str, ...]:
    """The codes of a phrase: its first actor and those coordinated with it, each with the agents around ("~GOV" after).

    An agent's code goes where its "~" stands for the actor's: "GONGOV", "NGOARN".
    """
    places = [i for i in members if reading.tokens[i].tag != "PUNCT"]
    told = lexicon.code_phrase([reading.tokens[i].text.lower() for i in places], day)
    if told.code is None or told.code == NOTHING:
        return ()
    anchor = places[told.last]
    others = [i for i in list_conjuncts(reading, anchor) if i != anchor and i in members]
    found = [told.code, *(code for i in others for code in _code_single(reading, i, lexicon, day))]
    return tuple(join_agents(code, told.agents) for code in found)


def _code_single(reading: Reading, head: int, lexicon: CameoLexicon, day: str | None) -> tuple[str, ...]:
    first = min((i for i in reading.children[head] if is_relation(reading.tokens[i], "compound", "amod")), default=head)
    words = [reading.tokens[i].text.lower() for i in range(min(first, head), head + 1)]
    runs = (" ".join(words[i:]) for i in range(len(words)))
    code = next((code for run in runs if (code := lexicon.code_name(run, day)) is not None), None)
    return () if code in (None, NOTHING) else (code or "",)
