"""Who stands where around a word that may name an event: its frame, read off the tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from copydesk.events.subjects import VERBAL, find_child, find_referent, find_subject, is_passive, is_relation
from copydesk.lexicon.plover import GovernorRow
from copydesk.record import Reading

# Heads of phrases that say when: they fill no slot ("on Tuesday" is no "on").
TEMPORAL = frozenset((
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.",
    "mar.", "apr.", "aug.", "sept.", "oct.", "nov.", "dec.", "day", "week", "month", "year", "hour", "minute",
    "morning", "evening", "night", "afternoon", "weekend", "today", "yesterday", "tomorrow", "time", "century",
    "decade", "dawn", "noon", "midnight", "spring", "summer", "autumn", "winter", "recent", "moment", "date",
    "period", "jan", "feb", "oct", "nov", "dec",
))
NOMINAL = frozenset({"NOUN", "PROPN"})
PARTICLES = frozenset({"out", "up", "off", "back", "down", "over", "away", "forward", "ahead", "on"})
MOVING = frozenset({"out", "up", "off", "down", "back"})  # particles that the reader takes for prepositions
# Kinds of governing verbs whose subject is also the actor (or, with "undergoes", the recipient) of their noun.
LENDING = frozenset({"does", "undergoes", "starts", "ends", "plans", "promises", "threatens"})
DUTY = frozenset({"must", "shall"})  # "should" is an opinion
# Heads that only measure or pack what their "of" or compound names: "a series of strikes", "an aid package".
CONTAINERS = frozenset((
    "series", "number", "package", "shipment", "dozen", "hundred", "thousand", "score", "some", "group", "wave",
    "round", "part", "batch", "delivery", "lot", "million", "billion", "bulk", "rest", "handful", "consignment",
    "string", "spate", "campaign", "effort", "process", "mission", "initiative", "bid", "activity", "talk", "push",
    "operation", "act", "member", "kind", "form", "amount", "all", "many", "most", "several", "piece", "use",
    "range", "variety", "array", "dollar", "euro", "pair", "majority", "few", "couple", "worth", "ton", "tonne",
))


@dataclass(slots=True)
class Frame:
    """Slots around a trigger, as token indices of phrase heads.

    slots: subj and obj are the logical ones (passives turned round); a preposition names its own slot.
    mods: lemmas of adjectives, compounds and determiners on a noun. light: the verb that carries a noun trigger.
    words: what rows may call the phrases in a slot, filled as they ask.
    head: the token whose tense and negation count: the trigger, or the verb that carries it.
    """

    trigger: int
    head: int
    nominal: bool
    passive: bool = False
    slots: dict[str, list[int]] = field(default_factory=dict)
    particles: set[str] = field(default_factory=set)
    mods: set[str] = field(default_factory=set)
    light: str | None = None
    words: dict[str, frozenset[str]] = field(default_factory=dict)

    def fill(self, slot: str, index: int) -> None:
        """Add one phrase head to a slot, once."""
        filled = self.slots.setdefault(slot, [])
        if index not in filled:
            filled.append(index)


def preposition_of(reading: Reading, index: int) -> str | None:
    """The preposition (or clause marker) that introduces a phrase; multi-word ones give their first word.

    It may hang on a first part of the phrase's name by mistake ("to" on "North" in "to North Korea").
    """
    for child in reading.children[index]:
        token = reading.tokens[child]
        if is_relation(token, "case") and token.fine != "POS":
            return token.lemma.lower()
        if is_relation(token, "mark") and (token.tag in ("SCONJ", "ADP") or reading.tokens[index].tag in NOMINAL):
            return token.lemma.lower()
    for child in reading.children[index]:
        if child < index and is_relation(reading.tokens[child], "compound", "amod", "nummod"):
            for below in reading.children[child]:
                if is_relation(reading.tokens[below], "case") and reading.tokens[below].tag == "ADP":
                    return reading.tokens[below].lemma.lower()
    return None


def conjuncts(reading: Reading, index: int) -> list[int]:
    """A phrase head and the heads coordinated with it."""
    return [index, *(c for c in reading.children[index] if is_relation(reading.tokens[c], "conj"))]


def find_verb_frame(reading: Reading, index: int) -> Frame:
    """The frame of a verb trigger."""
    frame = Frame(index, index, nominal=False, passive=is_passive(reading, index))
    subject = find_subject(reading, index)
    if subject is not None and subject != index:
        frame.fill("obj" if frame.passive else "subj", subject)
    for child in reading.children[index]:
        _fill_from_child(reading, frame, child)
    if is_relation(reading.tokens[index], "acl") and reading.tokens[index].relation == "acl:relcl":
        _fill_gap(reading, frame)
    if is_relation(reading.tokens[index], "conj"):
        _fill_shared_object(reading, frame)
    return frame


def _fill_from_child(reading: Reading, frame: Frame, child: int) -> None:
    token = reading.tokens[child]
    relation = token.relation
    base = relation.partition(":")[0]
    if (base == "compound" and relation.endswith("prt")) or (base in ("advmod", "obl") and token.tag in ("ADP", "ADV", "PART")):
        frame.particles.add(token.lemma.lower())
        for below in reading.children[child]:  # "did away with the courier"
            if is_relation(reading.tokens[below], "obl"):
                _fill_oblique(reading, frame, below, "obl")
    elif base == "obj":
        frame.fill("obj", find_referent(reading, child, frame.trigger))
        _fill_nominal_prepositions(reading, frame, child)
    elif base in ("iobj", "xcomp", "ccomp"):
        frame.fill(base, child)
        if base == "xcomp":
            _fill_small_clause(reading, frame, child)
        if base == "ccomp":
            _fill_content(reading, frame, child)
        preposition = preposition_of(reading, child)
        if preposition and base != "iobj" and preposition not in ("that", "to", "if", "whether"):
            frame.fill(preposition, child)
    elif base in ("obl", "advcl", "nmod"):
        _fill_oblique(reading, frame, child, relation)


def _fill_small_clause(reading: Reading, frame: Frame, child: int) -> None:
    """"Found the navy negligent", "named the colonel as the killer", "let them back": whom a predicate is said of."""
    token = reading.tokens[child]
    if token.tag in ("ADV", "ADP"):
        frame.particles.add(token.lemma.lower())
    own = find_child(reading, child, "nsubj")
    if own is not None:
        frame.fill("obj", own)
    elif token.tag in NOMINAL and child > frame.trigger and find_child(reading, frame.trigger, "obj") is None:
        frame.fill("obj", child)


def _fill_content(reading: Reading, frame: Frame, clause: int) -> None:
    """What a clause told or asked for says: its subject ("theme"), and the word that makes it a duty ("modal")."""
    for child in reading.children[clause]:
        token = reading.tokens[child]
        if is_relation(token, "nsubj"):
            frame.fill("theme", child)
        elif is_relation(token, "aux") and token.lemma.lower() in DUTY:
            frame.fill("modal", child)
    if _is_subjunctive(reading, clause):
        frame.fill("bare", clause)


def _is_subjunctive(reading: Reading, clause: int) -> bool:
    """"that the road be closed", "that he leave": a finite clause whose verb stands bare."""
    verbs = [c for c in reading.children[clause] if is_relation(reading.tokens[c], "aux", "cop")]
    if verbs:
        return reading.tokens[verbs[0]].text.lower() == "be"
    subject = find_child(reading, clause, "nsubj")
    bare = reading.tokens[clause].fine in ("VB", "VBP")
    return bare and subject is not None and reading.tokens[subject].fine in ("NN", "NNP", "PRP", "NNS")


def is_temporal(reading: Reading, index: int) -> bool:
    """Whether a phrase says when: a word of the calendar, or a year."""
    token = reading.tokens[index]
    return token.lemma.lower() in TEMPORAL or (token.tag == "NUM" and len(token.text) == 4)


def _fill_oblique(reading: Reading, frame: Frame, child: int, relation: str) -> None:
    if is_temporal(reading, child):
        if relation == "obl:unmarked" and find_child(reading, frame.trigger, "iobj") is not None:
            frame.fill("obj", child)  # "gave them two days"
        return
    preposition = preposition_of(reading, child)
    if relation == "obl:agent" or (preposition == "by" and frame.passive and relation.startswith("obl")):
        frame.fill("subj", child)
    elif preposition:
        frame.fill(preposition, child)
        _fill_nominal_prepositions(reading, frame, child)
        second = _second_preposition(reading, child)
        if second is not None:  # "pulled out of the talks"
            frame.particles.add(preposition)
            frame.fill(second, child)
        elif _is_particle(reading, frame, child, preposition):
            frame.particles.add(preposition)
            frame.fill("obj", child)
    elif relation == "advcl" and reading.tokens[child].fine == "VB":
        frame.fill("purpose", child)
    elif relation != "advcl" and _is_bare_object(reading, frame, child):
        frame.fill("obj", child)
        for particle in frame.particles:  # "turned on the crowd", read as "turned on" and a crowd
            frame.fill(particle, child)
        _fill_nominal_prepositions(reading, frame, child)


def _second_preposition(reading: Reading, child: int) -> str | None:
    """The second word of "out of", "away from"; None where the preposition is one word."""
    cases = [c for c in reading.children[child] if is_relation(reading.tokens[c], "case", "fixed")]
    first = reading.tokens[cases[0]] if cases else None
    if first is None or first.lemma.lower() not in PARTICLES or cases[0] + 1 >= len(reading.tokens):
        return None
    beside = reading.tokens[cases[0] + 1]
    return beside.lemma.lower() if beside.tag == "ADP" and beside.lemma.lower() in ("of", "from", "to") else None


def _is_particle(reading: Reading, frame: Frame, child: int, preposition: str) -> bool:
    """"Finished off the guerrillas", read as a phrase with "off": a particle right behind a verb without an object."""
    beside = reading.tokens[frame.trigger + 1].lemma.lower() if frame.trigger + 1 < len(reading.tokens) else ""
    return preposition in MOVING and beside == preposition and find_child(reading, frame.trigger, "obj") is None


def _is_bare_object(reading: Reading, frame: Frame, child: int) -> bool:
    """A noun without preposition behind an active verb that has no object is its object misread."""
    if child < frame.trigger or frame.passive or reading.tokens[child].tag not in NOMINAL:
        return False
    return find_child(reading, frame.trigger, "obj") is None


def _fill_nominal_prepositions(reading: Reading, frame: Frame, noun: int) -> None:
    """Phrases hung on the object count for the verb too: where a phrase attaches is the parser's weakest guess.

    So do those of a participle on it: "lifted a ban imposed on Chad".
    """
    for child in reading.children[noun]:
        token = reading.tokens[child]
        if not is_relation(token, "nmod", "acl") or is_temporal(reading, child):
            continue
        preposition = preposition_of(reading, child)
        if preposition:
            frame.fill(preposition, child)
        elif token.relation == "acl" and token.fine == "VBN":
            _fill_participle(reading, frame, child)
        elif token.relation == "acl" and token.fine == "VB" and not frame.nominal:
            frame.fill("purpose", child)  # "told the monks to leave", hung on the monks


def _fill_participle(reading: Reading, frame: Frame, participle: int) -> None:
    for child in reading.children[participle]:
        preposition = preposition_of(reading, child) if is_relation(reading.tokens[child], "obl") else None
        if preposition in ("on", "against", "to") and not is_temporal(reading, child):
            frame.fill(preposition, child)


def _fill_gap(reading: Reading, frame: Frame) -> None:
    """A relative clause with its own subject and no object says it of the noun: "the town that rebels seized"."""
    noun = reading.tokens[frame.trigger].head
    if noun not in frame.slots.get("subj", ()) and not frame.slots.get("obj"):
        frame.fill("obj", noun)


def _fill_shared_object(reading: Reading, frame: Frame) -> None:
    """"detained and deported five men": an earlier conjunct without an object shares the later one's, and the reverse."""
    first = reading.tokens[frame.trigger].head
    if not frame.slots.get("obj") and not frame.passive and reading.tokens[first].tag in VERBAL:
        shared = find_child(reading, first, "obj")
        if shared is not None and shared > frame.trigger:
            frame.fill("obj", shared)


def find_noun_frame(reading: Reading, index: int, governors: dict[tuple[str, str], GovernorRow]) -> Frame:
    """The frame of a noun trigger: possessors and "by" act, "of" is the object, a light verb lends its own slots."""
    frame = Frame(index, index, nominal=True)
    for child in reading.children[index]:
        token = reading.tokens[child]
        if token.relation == "nmod:poss":
            frame.fill("subj", child)
        elif is_relation(token, "amod", "compound", "det", "nummod", "flat"):
            frame.mods.add(token.lemma.lower())
            if is_relation(token, "amod", "compound"):
                frame.fill("demonym", child)
        elif is_relation(token, "nmod", "acl", "obl"):
            _fill_noun_phrase(reading, frame, child)
    _fill_from_verb(reading, frame, governors)
    _fill_from_copula(reading, frame, governors)
    return frame


def _fill_from_copula(reading: Reading, frame: Frame, governors: dict[tuple[str, str], GovernorRow]) -> None:
    """"They are holding drills", read as "they are drills that hold": the participle is the verb that carries the noun."""
    subject = find_child(reading, frame.trigger, "nsubj")
    if subject is None or find_child(reading, frame.trigger, "cop") is None:
        return
    for child in reading.children[frame.trigger]:
        token = reading.tokens[child]
        row = governors.get((token.lemma.lower(), "v")) if token.fine == "VBG" and child == frame.trigger - 1 else None
        if row is not None and row.noun_kind in LENDING:
            frame.light = token.lemma.lower()
            frame.fill("obj" if row.noun_kind == "undergoes" else "subj", subject)


def _fill_noun_phrase(reading: Reading, frame: Frame, child: int) -> None:
    if is_temporal(reading, child):
        return
    preposition = preposition_of(reading, child)
    if preposition in ("by", "involve", "involving"):
        frame.fill("subj", child)
    elif is_relation(reading.tokens[child], "acl") and reading.tokens[child].text.lower() == "involving":
        for party in reading.children[child]:
            if is_relation(reading.tokens[party], "obj"):
                frame.fill("subj", party)
    elif preposition == "of":
        frame.fill("obj", child)
        frame.fill("of", child)
        for below in reading.children[child]:  # "the toppling of the premier by colonels": who hangs on whom
            if is_relation(reading.tokens[below], "nmod") and preposition_of(reading, below) == "by":
                frame.fill("subj", below)
    elif preposition:
        frame.fill(preposition, child)
    elif reading.tokens[child].fine == "VB":
        frame.fill("xcomp", child)


def event_carrier(reading: Reading, index: int) -> int:
    """The outermost head that merely packs a noun: from "strikes" in "a series of strikes" to "series"."""
    for _ in range(3):
        token = reading.tokens[index]
        head = reading.tokens[token.head]
        if token.head == index or head.lemma.lower() not in CONTAINERS or head.tag not in (*NOMINAL, "NUM", "DET", "ADJ"):
            return index
        if not is_relation(token, "nmod", "compound"):
            return index
        index = token.head
    return index


def _fill_from_verb(reading: Reading, frame: Frame, governors: dict[tuple[str, str], GovernorRow]) -> None:
    carrier = event_carrier(reading, frame.trigger)
    first = carrier
    if is_relation(reading.tokens[carrier], "conj"):
        first = reading.tokens[carrier].head
    token = reading.tokens[first]
    verb = token.head
    if verb == first or reading.tokens[verb].tag not in VERBAL:
        return
    name = governor_name(reading, verb)
    row = governors.get((name, "v"))
    kind = row.noun_kind if row else None
    passive = is_passive(reading, verb)
    below = is_relation(token, "obj", "obl") or token.relation == "nsubj:pass" or (is_relation(token, "nsubj") and passive)
    if not below:
        if is_relation(token, "nsubj"):
            frame.head = verb if kind in ("starts", "ends", "does", "occurs") else frame.head
            frame.light = name
            _fill_obliques_of(reading, frame, verb)
        return
    frame.light = name
    if kind not in LENDING:
        return
    frame.head = verb
    subject = _agent(reading, verb) if passive else find_subject(reading, verb)
    if subject is not None and subject != first:
        frame.fill("obj" if kind == "undergoes" else "subj", subject)
    _fill_obliques_of(reading, frame, verb)


def _agent(reading: Reading, verb: int) -> int | None:
    for child in reading.children[verb]:
        if is_relation(reading.tokens[child], "obl") and preposition_of(reading, child) == "by":
            return child
    return None


def _fill_obliques_of(reading: Reading, frame: Frame, verb: int) -> None:
    for child in reading.children[verb]:
        token = reading.tokens[child]
        if is_relation(token, "iobj"):
            frame.fill("iobj", child)
        elif is_relation(token, "obl") and child != frame.trigger:
            preposition = preposition_of(reading, child)
            if preposition == "by":
                frame.fill("subj", child)
            elif preposition:
                frame.fill(preposition, child)


def governor_name(reading: Reading, verb: int) -> str:
    """A verb's lemma with its particle: "carry out"; the verb alone where the pair is unknown to nobody's table."""
    lemma = reading.tokens[verb].lemma.lower()
    for child in reading.children[verb]:
        token = reading.tokens[child]
        beside = is_relation(token, "advmod") and token.tag in ("ADP", "ADV") and token.text.lower() in PARTICLES
        if token.relation == "compound:prt" or beside:
            return f"{lemma} {token.lemma.lower()}"
    return lemma
