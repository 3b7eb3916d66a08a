"""What speaks for and against a predicate having happened, as named factors.

Every factor is a short string that a person can read in a trace and that the weights of `lexicon/en/factuality.json`
know or do not know: tense and auxiliaries, negation, modals, conditions, questions, commands, and the same of the
words that govern the predicate, through their signatures.
"""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.lexicon.signatures import Signature, Signatures
from copydesk.record import Reading

_NEGATORS = frozenset({"not", "n't", "never", "no", "nobody", "nothing", "none", "neither", "nor", "hardly", "without"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "once", "until", "provided"})
_BEFORE_GERUNDS = frozenset({"from", "in", "for", "on"})
_DENYING = frozenset({"advmod", "det", "nsubj", "obj", "mark", "cc"})
_GOVERNING = frozenset({"xcomp", "ccomp", "advcl", "acl", "csubj"})
_DEEPEST = 5  # governors looked at above a predicate


def find_factors(reading: Reading, index: int, signatures: Signatures) -> list[str]:
    """The factors of the predicate at a token, each once, in a fixed order."""
    factors = [*_own(reading, index), *_around(reading, index), *_above(reading, index, signatures)]
    return list(dict.fromkeys(factors))


def find_signature(reading: Reading, index: int, signatures: Signatures) -> Signature | None:
    """The signature under which a predicate stands directly, None where its governor has none."""
    token = reading.tokens[index]
    if token.head == index:
        return None
    return signatures.find(reading.tokens[token.head].lemma.lower(), complement_of(reading, index))


def complement_of(reading: Reading, index: int) -> str:
    """How a predicate is built into what governs it: to, bare, ing, that, or its preposition."""
    token = reading.tokens[index]
    introducers = [reading.tokens[b] for b in reading.children[index] if reading.tokens[b].relation in ("mark", "case")]
    if any(each.fine == "TO" for each in introducers):
        return "to"
    if token.fine == "VBG":
        return next((each.lemma.lower() for each in introducers if each.lemma.lower() in _BEFORE_GERUNDS), "ing")
    if token.fine == "VB" and not any(reading.tokens[b].relation.startswith("aux") for b in reading.children[index]):
        return "bare"
    return "that"


def tense_of(reading: Reading, index: int) -> str:
    """Form and auxiliaries of a predicate in order: "VB+will", "VBN+have+be", "VBD"."""
    helpers = [
        reading.tokens[b].lemma.lower() if reading.tokens[b].fine != "MD" else reading.tokens[b].text.lower()
        for b in reading.children[index] if reading.tokens[b].relation.startswith(("aux", "cop"))
    ]
    return "+".join([reading.tokens[index].fine, *helpers])


def is_denied(reading: Reading, index: int) -> bool:
    """Whether a predicate carries a negation of its own, or its subject or object does ("nobody came", "no shots")."""
    for below in reading.children[index]:
        token = reading.tokens[below]
        if token.lemma.lower() in _NEGATORS and token.relation.partition(":")[0] in _DENYING:
            return True
        if token.relation.startswith(("nsubj", "obj")) and any(
            reading.tokens[b].lemma.lower() in ("no", "neither") and reading.tokens[b].relation in ("det", "advmod")
            for b in reading.children[below]
        ):
            return True
    return False


def _own(reading: Reading, index: int) -> Iterator[str]:
    token = reading.tokens[index]
    tense = tense_of(reading, index)
    relation = token.relation
    yield f"tense={tense}"
    yield f"relation={relation}"
    yield f"tense={tense},relation={relation.partition(':')[0]}"
    yield f"lemma={token.lemma.lower()}"
    yield f"lemma={token.lemma.lower()},form={token.fine}"
    if is_denied(reading, index):
        yield "denied"
        yield f"denied,tense={tense}"
        yield f"denied,relation={relation.partition(':')[0]}"
    for below in reading.children[index]:
        child = reading.tokens[below]
        word, kind = child.lemma.lower(), child.relation
        if kind in ("mark", "cc", "aux", "aux:pass", "cop"):
            yield f"{kind}={word}"
            yield f"{kind}={word},relation={relation.partition(':')[0]}"
        elif kind.startswith("advmod"):
            yield f"adverb={word}"
        elif kind.startswith(("nsubj", "expl")):
            yield f"subject={word if child.tag == 'PRON' else child.tag}"
            yield f"subject={word if child.tag == 'PRON' else child.tag},tense={tense}"
        elif kind in ("advcl", "obl", "obj", "obl:tmod"):
            yield f"has={kind}"
        if child.lemma.lower() in _CONDITIONS and kind == "mark":
            yield f"condition,tense={tense}"


def _around(reading: Reading, index: int) -> Iterator[str]:
    """The sentence: question, command, condition beside, quotation."""
    root, last = _ends(reading, index)
    token = reading.tokens[index]
    final = reading.tokens[last].text
    if final == "?":
        yield "question"
        yield f"question,tense={tense_of(reading, index)}"
        yield f"question,relation={token.relation.partition(':')[0]}"
    elif final == "!":
        yield "exclamation"
    if token.fine == "VB" and not any(
        reading.tokens[b].relation.startswith(("nsubj", "aux", "mark")) for b in reading.children[index]
    ):
        yield f"command,relation={token.relation.partition(':')[0]}"
    for below in reading.children[index]:
        if reading.tokens[below].relation.startswith("advcl"):
            for mark in reading.children[below]:
                if reading.tokens[mark].relation == "mark" and reading.tokens[mark].lemma.lower() in _CONDITIONS:
                    yield f"depends-on={reading.tokens[mark].lemma.lower()}"
    if root != index:
        yield f"root-tense={tense_of(reading, root)}"


def _ends(reading: Reading, index: int) -> tuple[int, int]:
    """The top of a predicate's sentence, and the last token in it that is no closing mark."""
    root = index
    while reading.tokens[root].head != root:
        root = reading.tokens[root].head
    last = root
    tokens = reading.tokens
    while last + 1 < len(tokens) and tokens[last + 1].head != last + 1 and tokens[last].text not in (".", "?", "!"):
        last += 1
    return root, last


def _above(reading: Reading, index: int, signatures: Signatures) -> Iterator[str]:
    """What governs the predicate, nearest first: word, signature, negation, tense, condition."""
    below, step = index, 0
    while reading.tokens[below].head != below and step < _DEEPEST:
        head = reading.tokens[below].head
        governor = reading.tokens[head]
        relation = reading.tokens[below].relation.partition(":")[0]
        complement = complement_of(reading, below)
        step += 1
        if relation in _GOVERNING:
            yield f"{'governor' if step == 1 else 'above'}-relation={relation},{complement}"
            yield from _governed(reading, head, complement, signatures, "governor" if step == 1 else "above")
        elif relation == "conj":
            yield f"joined-tense={tense_of(reading, head)}"
            if step == 1:
                yield f"joined,tense={tense_of(reading, index)},other={governor.fine}"
                if is_denied(reading, head):
                    yield "joined-denied"
        below = head


def _governed(
    reading: Reading, head: int, complement: str, signatures: Signatures, place: str,
) -> Iterator[str]:
    governor = reading.tokens[head]
    word, tense = governor.lemma.lower(), tense_of(reading, head)
    denied = is_denied(reading, head)
    yield f"{place}={word},{complement}"
    yield f"{place}-tense={tense},{complement}"
    if denied:
        yield f"{place}-denied,{complement}"
        yield f"{place}-denied={word}"
    signature = signatures.find(word, complement)
    if signature is not None:
        value = signature.denied if denied else signature.affirmed
        yield f"{place}-signature={value:g}"
        yield f"{place}-kind={signature.kind},{'denied' if denied else 'affirmed'}"
        yield f"{place}-kind={signature.kind},tense={tense}"
    for mark in reading.children[head]:
        token = reading.tokens[mark]
        if token.relation == "mark" and token.lemma.lower() in _CONDITIONS:
            yield f"{place}-condition"
        if token.fine == "MD":
            yield f"{place}-modal={token.text.lower()},{complement}"
