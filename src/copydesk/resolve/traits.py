"""What is known of each noun phrase before it is compared with others: its sort, number, sex, kind, role and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.language.tree import find_name, find_verb_above, is_relation, list_children
from copydesk.lexicon import World
from copydesk.record import Reading, Token
from copydesk.resolve.cast import Cast, Member
from copydesk.resolve.phrases import Phrase

# Forms of each pronoun; the first of a row names it.
PRONOUNS = {
    form: forms[0]
    for forms in (
        ("i", "me", "my", "mine", "myself"), ("you", "your", "yours", "yourself", "yourselves", "u", "ya"),
        ("we", "us", "our", "ours", "ourselves"), ("he", "him", "his", "himself"), ("she", "her", "hers", "herself"),
        ("it", "its", "itself"), ("they", "them", "their", "theirs", "themselves", "'em"), ("this", "that"),
        ("these", "those"), ("who", "which", "whom", "whose", "what"),
    )
    for form in forms
}  # fmt: skip
REFLEXIVE = ("self", "selves")
SORTS = (
    "i", "you", "we", "he", "she", "it", "they", "this", "these", "who", "one", "here", "name", "the", "that", "own", "a",
    "bare", "number", "pair",
)  # fmt: skip
NUMBERS = ("single", "many", "?")
SEXES = ("m", "f", "?")
KINDS = ("person", "organisation", "place", "time", "event", "abstract", "thing", "animal", "?")
ROLES = ("subject", "object", "oblique", "owner", "modifier", "apposition", "predicate", "conjunct", "root", "other")
PERSONAL = ("i", "you", "we", "he", "she")
NAME_KINDS = {
    "person": "person", "organisation": "organisation", "state": "place", "place": "place", "facility": "place",
    "group": "person", "event": "event", "outlet": "organisation", "weapon": "thing", "work": "abstract", "law": "abstract",
}  # fmt: skip
RELATED = {
    "nsubj": "subject", "csubj": "subject", "obj": "object", "iobj": "object", "obl": "oblique", "nmod:poss": "owner",
    "nmod": "modifier", "compound": "modifier", "appos": "apposition", "xcomp": "predicate", "conj": "conjunct",
    "root": "root",
}  # fmt: skip
OWNERS = ("nmod:poss",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """One phrase. words: its content words but the head, small; name: the words of its name, small; () where it has none.

    governor: the verb above it, -1 where none; is_direct: it hangs on that verb itself; sentence: number in the article.
    """

    phrase: Phrase
    sort: str
    form: str
    number: str
    sex: str
    kind: str
    role: str
    lemma: str
    text: str
    words: frozenset[str]
    name: tuple[str, ...]
    member: Member | None
    governor: int
    is_direct: bool
    is_reflexive: bool
    sentence: int


def find_traits(reading: Reading, phrases: Sequence[Phrase], cast: Cast) -> tuple[Traits, ...]:
    """The traits of phrases that are sorted by place; cast: who was named so far."""
    named = {index: said.member for said in cast.said if said.member for index in range(said.first, said.last)}
    number = 0
    found = []
    for phrase in phrases:
        while reading.sentences[number].last <= phrase.first:
            number += 1
        found.append(_find(reading, phrase, named.get(phrase.head), number, cast.world))
    return tuple(found)


def _find(reading: Reading, phrase: Phrase, member: Member | None, sentence: int, world: World) -> Traits:
    tokens, head = reading.tokens, reading.tokens[phrase.head]
    sort = "pair" if phrase.is_pair else find_sort(reading, phrase)
    inside = [token for token in tokens[phrase.first : phrase.last] if token.tag not in ("DET", "PUNCT", "ADP", "PART")]
    name = () if phrase.is_pair else find_name_words(reading, phrase.head)
    member = None if phrase.is_pair else member
    governor = find_verb_above(reading, phrase.head)
    return Traits(
        phrase=phrase, sort=sort, form=PRONOUNS.get(head.text.lower(), head.text.lower()) if sort in PRONOUNS.values() else "-",
        number=find_number(head, sort), sex=_find_sex(head, sort, name, member, world),
        kind=_find_kind(reading, phrase, sort, member, world), role=find_role(reading, phrase.head),
        lemma=head.lemma.lower(), text=" ".join(_strip(tokens[phrase.first : phrase.last])),
        words=frozenset(token.lemma.lower() for token in inside if token is not head), name=name, member=member,
        governor=-1 if governor is None else governor, is_direct=governor is not None and head.head == governor,
        is_reflexive=sort in PRONOUNS.values() and head.text.lower().endswith(REFLEXIVE), sentence=sentence,
    )


def _strip(tokens: Sequence[Token]) -> list[str]:
    """The words of a phrase, small, without the determiner or owner that opens it and a possessive mark at its end."""
    words = [token.text.lower() for token in tokens]
    if len(words) > 1 and words[-1] in ("'s", "’s", "'", "’"):
        words = words[:-1]
    is_led = len(words) > 1 and (tokens[0].tag == "DET" or words[0] in PRONOUNS)
    return words[1:] if is_led else words


def find_sort(reading: Reading, phrase: Phrase) -> str:
    """Which of SORTS a phrase is, by its head and what opens it."""
    head = reading.tokens[phrase.head]
    small = head.text.lower()
    if phrase.last - phrase.first <= 1 or head.tag == "PRON":
        if small in PRONOUNS and head.tag in ("PRON", "DET"):
            return PRONOUNS[small]
        if head.tag in ("PRON", "DET"):
            return "one"
    if head.tag == "ADV":
        return "here"
    if head.tag == "NUM":
        return "number"
    return _find_opening(reading, phrase, head)


def _find_opening(reading: Reading, phrase: Phrase, head: Token) -> str:
    for child in list_children(reading, phrase.head, "det", "nmod:poss"):
        token = reading.tokens[child]
        small = token.text.lower()
        if is_relation(token, OWNERS):
            return "own"
        if small == "the":
            return "name" if head.tag == "PROPN" else "the"
        if small in ("this", "that", "these", "those"):
            return "that"
        if small in ("a", "an", "some", "any", "no", "every", "each", "another"):
            return "a"
    return "name" if head.tag == "PROPN" else "bare"


def find_number(head: Token, sort: str) -> str:
    """ "single", "many" or "?"."""
    if sort in ("we", "they", "these", "pair"):
        return "many"
    if sort in ("i", "he", "she", "it", "this"):
        return "single"
    if head.fine in ("NNS", "NNPS"):
        return "many"
    return "single" if head.fine in ("NN", "NNP") else "?"


def _find_sex(head: Token, sort: str, name: Sequence[str], member: Member | None, world: World) -> str:
    if sort in ("he", "she"):
        return "m" if sort == "he" else "f"
    if member is not None and member.gender:
        return member.gender
    title = world.titles.find(head.lemma) if sort not in ("name", "pair") else None
    if title is not None and title.gender:
        return title.gender
    given = world.titles.gender(" ".join(word.capitalize() for word in name)) if name else None
    return given or "?"


def _find_kind(reading: Reading, phrase: Phrase, sort: str, member: Member | None, world: World) -> str:
    """Which of KINDS: by the pronoun, by the name, by the head noun."""
    if sort in PERSONAL:
        return "person"
    if sort in ("it", "they", "this", "these", "who", "one", "pair"):
        return "?"
    name = find_name(reading, phrase.head)
    if name is not None and name.last >= phrase.head + 1 and reading.tokens[phrase.head].tag == "PROPN":
        return NAME_KINDS[name.label]
    return world.reference.kind_of(reading.tokens[phrase.head].lemma.lower())


def find_role(reading: Reading, head: int) -> str:
    """What a phrase is in its clause, one of ROLES."""
    token = reading.tokens[head]
    if list_children(reading, head, "cop"):
        return "predicate"
    return RELATED.get(token.relation) or RELATED.get(token.relation.partition(":")[0], "other")


def find_name_words(reading: Reading, head: int) -> tuple[str, ...]:
    """The words of the name that a head stands in, small, without a possessive mark; () where it is in none."""
    name = find_name(reading, head)
    first, last = (name.first, name.last) if name is not None else (head, head + 1)
    if name is None and reading.tokens[head].tag != "PROPN":
        return ()
    return tuple(t.text.lower() for t in reading.tokens[first:last] if t.tag not in ("PART", "PUNCT", "DET", "ADP"))
