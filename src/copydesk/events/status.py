"""Did it happen: the status of an event from tense, modals, negation, conditions and what governs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.events.frames import Frame, governor_name
from copydesk.events.subjects import VERBAL, is_passive, is_relation
from copydesk.lexicon.plover import GovernorRow, list_lemmas
from copydesk.record import EventStatus, Reading, TimeExpression

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "gonna"})
MODAL = frozenset({"may", "might", "could", "should", "can", "ought", "must"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "hardly", "barely"})
NOBODY = frozenset({"nobody", "none", "no-one", "neither", "nothing"})
CONDITIONS = frozenset({"if", "unless"})
PROVISOS = frozenset({"provided", "providing", "assuming"})  # "provided (that) troops leave"
CONDITION_NOUNS = frozenset({"condition", "proviso", "understanding"})  # "on condition that troops leave"
PLANNED_MODS = frozenset((
    "planned", "future", "upcoming", "scheduled", "forthcoming", "imminent", "expected", "proposed", "looming",
))
POSSIBLE_MODS = frozenset({"possible", "potential", "threatened", "feared", "hypothetical", "likely", "alleged"})
# An event whose day lies this far before the article's creation is background, not news (set by hand, not tuned).
BACKGROUND = timedelta(days=30)
# Where these govern, the event is only wished for, promised or refused: it is content, not an event of its own.
CONTENT_KINDS = frozenset({"asks", "refuses", "threatens", "promises", "considers", "alleges"})
JUDGING = frozenset({"alleges", "refuses", "asks"})
_FACTUALITY_FLOOR = -0.5  # on the -3..3 scale: below it a clause told as fact is held not to have happened


@dataclass(frozen=True, slots=True)
class Standing:
    """status, and the rule that gave it. governor: the kind of word the event hangs on, None where it stands free."""

    status: EventStatus
    rule: str
    governor: str | None = None


def find_standing(
    reading: Reading, frame: Frame, governors: dict[tuple[str, str], GovernorRow], *, negated: bool = False,
) -> Standing:
    """The status of an event by its own clause and by what governs it; dates are not looked at here.

    negated: the event is the not doing itself ("would not budge"), so that it stands.
    """
    if negated:
        return Standing("asserted", "refusal")
    own = _own_standing(reading, frame)
    if own is not None and own.status == "denied":
        return own
    governed = _governed_standing(reading, frame.head, frame, governors)
    return governed if own is None or governed.governor == "denies" else own


def _own_standing(reading: Reading, frame: Frame) -> Standing | None:
    """What the clause itself says: negation, auxiliaries, conditions, adjectives on the noun; None where it says nothing."""
    if is_negated(reading, frame):
        return Standing("denied", "negated-future" if _is_future(reading, frame.head) else "negation")
    standing = _clause_standing(reading, frame.head)
    if standing is not None:
        return standing
    if _is_proviso(reading, frame.head):
        return Standing("conditional", "proviso")
    if not frame.nominal:
        return Standing("planned", "is-to") if _is_to(reading, frame.head) else None
    if frame.mods & PLANNED_MODS:
        return Standing("planned", "planned-noun")
    possible = frame.mods & POSSIBLE_MODS or _is_possible(reading, frame.trigger)
    return Standing("conditional", "possible-noun") if possible else None


def _is_to(reading: Reading, head: int) -> bool:
    """"Is to visit", "were to leave"; in a headline "to visit" alone."""
    token = reading.tokens[head]
    children = [reading.tokens[c] for c in reading.children[head]]
    if token.fine != "VB" or not any(c.lemma.lower() == "to" and is_relation(c, "mark", "aux") for c in children):
        return False
    above = reading.tokens[token.head]
    if is_relation(token, "acl") and above.head == token.head:
        return True
    being = above.lemma.lower() == "be" and above.tag in VERBAL and is_relation(token, "xcomp", "ccomp", "advcl")
    return being or token.head == head or any(is_relation(c, "aux", "cop") and c.lemma.lower() == "be" for c in children)


def _is_possible(reading: Reading, noun: int) -> bool:
    """"A call between the two is possible": what the predicate says of the noun."""
    token = reading.tokens[noun]
    return is_relation(token, "nsubj") and reading.tokens[token.head].lemma.lower() in POSSIBLE_MODS


def _clause_standing(reading: Reading, head: int) -> Standing | None:
    """What auxiliaries and conditions around a verb say; None where they say nothing."""
    for place in _clause_heads(reading, head):
        for child in reading.children[place]:
            standing = _standing_by_child(reading, place, child)
            if standing is not None:
                return standing
    return None


def _is_proviso(reading: Reading, head: int) -> bool:
    """Whether a clause says on what condition something else holds: "provided that", "as long as", "on condition that"."""
    token = reading.tokens[head]
    above = reading.tokens[token.head]
    if is_relation(token, "ccomp", "advcl") and above.text.lower() in PROVISOS:
        return is_relation(above, "advcl", "acl", "mark") and not _has_subject(reading, token.head)
    if is_relation(token, "acl", "ccomp") and above.lemma.lower() in CONDITION_NOUNS:
        return any(reading.tokens[c].lemma.lower() in ("on", "under") for c in reading.children[token.head])
    for child in reading.children[head]:
        mark = reading.tokens[child]
        if is_relation(mark, "mark") and mark.text.lower() in PROVISOS:
            return True
        after_long = child > 1 and reading.tokens[child - 1].lemma.lower() == "long"
        if is_relation(mark, "mark") and mark.lemma.lower() == "as" and after_long:
            return reading.tokens[child - 2].lemma.lower() in ("as", "so")
    return False


def _standing_by_child(reading: Reading, head: int, child: int) -> Standing | None:
    token = reading.tokens[child]
    if is_relation(token, "aux"):
        return _standing_by_auxiliary(reading, head, {token.lemma.lower(), token.text.lower()})
    if is_relation(token, "mark") and token.lemma.lower() in CONDITIONS:
        return Standing("conditional", "if-clause")
    if token.lemma.lower() == "due" and is_relation(token, "mark", "case") and reading.tokens[head].fine == "VB":
        return Standing("planned", "due-to")  # "is due to visit", read as the preposition "due to"
    if is_relation(token, "advcl") and reading.tokens[head].fine in ("VB", "VBP", "VBZ"):
        marks = (reading.tokens[c] for c in reading.children[child])
        if any(is_relation(mark, "mark") and mark.lemma.lower() in CONDITIONS for mark in marks):
            return Standing("conditional", "condition")
    return None


def _standing_by_auxiliary(reading: Reading, head: int, forms: set[str]) -> Standing | None:
    if not FUTURE.isdisjoint(forms):
        return Standing("planned", "future")
    if not forms.isdisjoint(("would", "'d")):
        return Standing("planned" if _is_reported(reading, head) else "conditional", "would")
    return None if MODAL.isdisjoint(forms) else Standing("conditional", "modal")


def _is_future(reading: Reading, head: int) -> bool:
    """Whether an auxiliary of the clause is "will" or its like, or a reported "would"."""
    for place in _clause_heads(reading, head):
        for child in reading.children[place]:
            token = reading.tokens[child]
            forms = {token.lemma.lower(), token.text.lower()}
            if is_relation(token, "aux") and not forms.isdisjoint((*FUTURE, "would")):
                return True
    return False


def _clause_heads(reading: Reading, head: int) -> tuple[int, ...]:
    """The head, and the first conjunct where the auxiliary of a coordination stands."""
    token = reading.tokens[head]
    shares = is_relation(token, "conj") and token.fine in ("VB", "VBN", "VBG") and reading.tokens[token.head].tag in VERBAL
    if shares and not any(is_relation(reading.tokens[c], "nsubj", "aux") for c in reading.children[head]):
        return head, token.head
    return (head,)


def is_negated(reading: Reading, frame: Frame) -> bool:
    """Whether the clause, or the noun itself ("no attack"), is negated."""
    if "no" in frame.mods:
        return True
    for place in _clause_heads(reading, frame.head):
        for child in reading.children[place]:
            token = reading.tokens[child]
            if is_relation(token, "advmod", "det", "cc", "mark", "case") and token.lemma.lower() in NEGATIONS:
                return True
            if is_relation(token, "nsubj", "obj", "iobj", "obl") and _is_nothing(reading, child):
                return True
    return False


def _is_nothing(reading: Reading, index: int) -> bool:
    """"Nobody", "no shots", "neither side": a party or thing that there is none of."""
    if reading.tokens[index].lemma.lower() in NOBODY:
        return True
    determiners = (reading.tokens[c] for c in reading.children[index] if is_relation(reading.tokens[c], "det", "cc"))
    return any(token.lemma.lower() in ("no", "neither") for token in determiners)


def _is_reported(reading: Reading, head: int) -> bool:
    return is_relation(reading.tokens[head], "ccomp", "parataxis", "conj")


def _governed_standing(
    reading: Reading, head: int, frame: Frame, governors: dict[tuple[str, str], GovernorRow],
) -> Standing:
    place = head
    for _ in range(4):
        token = reading.tokens[place]
        above = token.head
        if above == place:
            break
        kind = _governor_kind(reading, place, above, governors)
        if kind in _STANDINGS:
            return _judged_standing(reading, above, governors) or _STANDINGS[kind]
        if kind == "starts" and is_relation(token, "xcomp"):
            begun = _clause_standing(reading, above)
            if begun is not None:
                return begun
        if kind is None and not is_relation(token, "xcomp", "conj", "ccomp"):
            if is_relation(token, "advcl", "acl") and token.fine == "VB" and not _has_subject(reading, place):
                return Standing("planned", "purpose")
            break
        if kind is None and is_relation(token, "ccomp"):
            break
        place = above
    return Standing("asserted", "asserted")


def _judged_standing(reading: Reading, noun: int, governors: dict[tuple[str, str], GovernorRow]) -> Standing | None:
    """"condemned any attempt to seize the port": what a judged noun holds is as the judging verb has it."""
    token = reading.tokens[noun]
    if token.tag not in ("NOUN", "PROPN") or not (is_relation(token, "obj") or token.relation == "nsubj:pass"):
        return None
    row = _find_row(reading, token.head, governors)
    kinds = (row.clause_kind, row.noun_kind) if row else ()
    return next((_STANDINGS[kind] for kind in kinds if kind in JUDGING), None)


def _has_subject(reading: Reading, index: int) -> bool:
    return any(is_relation(reading.tokens[c], "nsubj") for c in reading.children[index])


_STATUS_OF_KIND: dict[str, EventStatus] = {
    "plans": "planned", "promises": "planned", "asks": "conditional", "considers": "conditional", "threatens": "conditional",
    "fears": "conditional", "refuses": "denied", "fails": "denied", "denies": "denied", "alleges": "asserted",
    "ends": "asserted", "postpones": "planned",
}
_STANDINGS = {kind: Standing(status, f"governor-{kind}", kind) for kind, status in _STATUS_OF_KIND.items()}


def _governor_kind(
    reading: Reading, place: int, above: int, governors: dict[tuple[str, str], GovernorRow],
) -> str | None:
    """What the word above says of the event below it, where the relation makes it a complement."""
    token, governor = reading.tokens[place], reading.tokens[above]
    if governor.tag in VERBAL:
        row = _find_row(reading, above, governors)
    elif governor.tag == "ADJ":
        row = governors.get((governor.lemma.lower(), "a"))
    else:
        row = governors.get((governor.lemma.lower(), "n"))
    if row is None:
        return None
    if token.tag in VERBAL or token.tag == "ADJ":
        if is_relation(token, "xcomp", "ccomp", "acl", "obl") or _has_complement_mark(reading, place):
            return row.clause_kind
        return None
    below = is_relation(token, "obj", "nmod", "compound") or token.relation == "nsubj:pass" or is_relation(token, "obl")
    return row.noun_kind if below else None


def _find_row(reading: Reading, verb: int, governors: dict[tuple[str, str], GovernorRow]) -> GovernorRow | None:
    """The row of a governing verb: for its passive, with its particle, else alone; its lemma doubted where no row has it."""
    name = governor_name(reading, verb)
    row = governors.get((f"{name} passive", "v")) if is_passive(reading, verb) else None
    row = row or governors.get((name, "v"))
    lemmas = list_lemmas(reading.tokens[verb].text, reading.tokens[verb].lemma, "v") if row is None else ()
    return row or next((governors[lemma, "v"] for lemma in lemmas if (lemma, "v") in governors), None)


def find_beginning(reading: Reading, verb: int, governors: dict[tuple[str, str], GovernorRow]) -> int:
    """The verb whose clause tells an event: "begin" of "will begin leaving", else the verb itself."""
    token = reading.tokens[verb]
    begun = is_relation(token, "xcomp") and reading.tokens[token.head].tag in VERBAL
    row = _find_row(reading, token.head, governors) if begun else None
    return token.head if row is not None and row.clause_kind == "starts" else verb


def _has_complement_mark(reading: Reading, place: int) -> bool:
    """An adverbial clause with "to", "of", "for", "from" or "with" may be the complement of the verb above."""
    if not is_relation(reading.tokens[place], "advcl"):
        return False
    marks = (reading.tokens[c] for c in reading.children[place] if is_relation(reading.tokens[c], "mark"))
    return any(mark.lemma.lower() in ("of", "from", "for", "with", "to", "against") for mark in marks)


def settle_status(
    standing: Standing, *, time: TimeExpression | None, created: str | None, factuality: float | None,
) -> Standing:
    """The standing once the clause's date and its predicted factuality are known.

    An asserted event more than 30 days before the creation day is historical; one dated after it is planned; one whose
    predicate surely did not happen is denied.
    """
    if standing.status != "asserted":
        return standing
    if time is not None and created and time.begin and time.end:
        if _day(time.end) + BACKGROUND < _day(created):
            return Standing("historical", "past-date", standing.governor)
        if _day(time.begin) > _day(created):
            return Standing("planned", "future-date", standing.governor)
    if factuality is not None and factuality < _FACTUALITY_FLOOR and standing.rule != "refusal":
        return Standing("conditional", "factuality", standing.governor)
    return standing


def _day(prefix: str) -> date:
    """First day of an ISO 8601 prefix."""
    year, month, day = (*prefix[:10].split("-"), "1", "1")[:3]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return date.max
