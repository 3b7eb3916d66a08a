"""Who is the subject of a verb: its own, shared with a clause above, or the noun that a clause describes."""

from __future__ import annotations

from copydesk.record import Reading, Token

VERBAL = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
DEEPEST = 5  # clauses climbed in search of a shared subject


def is_relation(token: Token, *names: str) -> bool:
    """Whether a token's relation is one of `names`, its subtype left aside."""
    relation = token.relation
    return relation in names or (":" in relation and relation.partition(":")[0] in names)


def is_passive(reading: Reading, index: int) -> bool:
    """Whether a verb is passive: an auxiliary or subject says so, or it is a bare past participle on a noun."""
    for child in reading.children[index]:
        if reading.tokens[child].relation in ("nsubj:pass", "aux:pass", "csubj:pass"):
            return not _has_active_auxiliary(reading, index)
    token = reading.tokens[index]
    if token.fine != "VBN" or _has_auxiliary(reading, index):
        return False
    if is_relation(token, "acl", "advcl", "amod"):
        return token.relation != "acl:relcl"
    return is_relation(token, "conj") and is_passive(reading, token.head)


def is_past(reading: Reading, index: int) -> bool:
    """Whether a verb stands in the past or the perfect: "called", "has called", "was called"."""
    if reading.tokens[index].fine == "VBD":
        return True
    auxiliaries = (reading.tokens[c] for c in reading.children[index] if is_relation(reading.tokens[c], "aux"))
    return reading.tokens[index].fine == "VBN" and any(t.lemma.lower() == "have" or t.fine == "VBD" for t in auxiliaries)


def _has_active_auxiliary(reading: Reading, index: int) -> bool:
    """"Gendarmes had picked up sixteen", whose subject was read as a passive's: "have" right before, no "be" beside it."""
    lemmas = {reading.tokens[c].lemma.lower() for c in reading.children[index] if is_relation(reading.tokens[c], "aux")}
    return "have" in lemmas and not lemmas & {"be", "get"} and find_child(reading, index, "obj") is not None


def _has_auxiliary(reading: Reading, index: int) -> bool:
    return any(is_relation(reading.tokens[child], "aux", "nsubj") for child in reading.children[index])


def find_subject(reading: Reading, index: int, depth: int = 0) -> int | None:
    """The surface subject of a verb, its own or the one it shares with the clause above; None where nobody is named."""
    tokens = reading.tokens
    for child in reading.children[index]:
        if is_relation(tokens[child], "nsubj", "csubj") and tokens[child].relation != "nsubj:outer":
            return find_referent(reading, child, index)
    outer = [child for child in reading.children[index] if tokens[child].relation == "nsubj:outer"]
    if outer and tokens[index].tag in VERBAL:  # "the king is to visit", read as "the king: (it) is to visit"
        return outer[0]
    token = tokens[index]
    if token.head == index or depth > DEEPEST:
        return None
    if is_relation(token, "acl"):
        headline = token.fine == "VB" and tokens[token.head].head == token.head and token.head < index  # "King to visit Lima"
        describes = headline or token.fine in ("VBG", "VBN") or token.relation == "acl:relcl"
        return token.head if describes else _noun_subject(reading, token.head)
    return _shared_subject(reading, index, depth)


def _shared_subject(reading: Reading, index: int, depth: int) -> int | None:
    """The subject that a clause takes from the clause above it: by control, coordination, participle, or misreading."""
    token = reading.tokens[index]
    above = token.head
    if is_relation(token, "ccomp") and index < above:  # "Chad will meet Mali, an aide said": Chad hung on "said" by mistake
        return next((c for c in children_in(reading, above, "nsubj") if c < index), None)
    if is_relation(token, "xcomp") and reading.tokens[above].tag in VERBAL:
        controller = find_child(reading, above, "obj", "iobj")
        if controller is not None and controller != index:
            return controller
    told = is_relation(token, "conj") and any(c < index for c in children_in(reading, above, "ccomp"))
    if told:  # "Chad said the dam broke and killed two": who killed is told inside, it is not Chad
        return None
    bare = is_relation(token, "ccomp") and (token.fine == "VBG" or _has_having(reading, index))  # "denied having fired"
    shares = bare or is_relation(token, "xcomp", "conj", "advcl", "aux", "cop")
    return find_subject(reading, above, depth + 1) if shares else None


def _has_having(reading: Reading, index: int) -> bool:
    return any(reading.tokens[c].text.lower() == "having" for c in reading.children[index])


def find_referent(reading: Reading, index: int, verb: int) -> int:
    """The noun that a relative pronoun stands for, else the token itself."""
    token = reading.tokens[index]
    if token.lemma in RELATIVE and (token.fine.startswith("W") or token.tag == "PRON"):
        place = verb
        for _ in range(4):
            if reading.tokens[place].relation.startswith("acl"):
                return reading.tokens[place].head
            if not is_relation(reading.tokens[place], "conj", "xcomp", "ccomp"):
                break
            place = reading.tokens[place].head
    return index


def _noun_subject(reading: Reading, noun: int) -> int | None:
    """Who holds the noun that an infinitive hangs on: "Oslo's decision to ...", "it took a decision to ..."."""
    owner = find_child(reading, noun, "nmod:poss")
    if owner is not None:
        return owner
    token = reading.tokens[noun]
    if is_relation(token, "obj", "obl") and reading.tokens[token.head].tag in VERBAL:
        return find_subject(reading, token.head, 1)
    return None


def children_in(reading: Reading, index: int, *relations: str) -> tuple[int, ...]:
    """The dependents of a token in one of the relations."""
    return tuple(c for c in reading.children[index] if is_relation(reading.tokens[c], *relations))


def find_child(reading: Reading, index: int, *relations: str) -> int | None:
    """The first dependent in one of the relations, or None."""
    for child in reading.children[index]:
        relation = reading.tokens[child].relation
        if relation in relations or relation.partition(":")[0] in relations:
            return child
    return None


def find_reporter(reading: Reading, pronoun: int) -> int | None:
    """"Oslo said it would ...": a pronoun that is the subject of what is told stands for the teller, unless resolved."""
    token = reading.tokens[pronoun]
    verb = token.head
    if not is_relation(token, "nsubj") or token.lemma.lower() not in ("it", "they", "he", "she", "we", "i"):
        return None
    clause = reading.tokens[verb]
    if not is_relation(clause, "ccomp") or reading.tokens[clause.head].tag not in VERBAL:
        return None
    teller = find_subject(reading, clause.head)
    return None if teller is None or reading.tokens[teller].tag == "PRON" else teller
