"""Third-person pronouns: he, she, they, it and their possessives, to the nearest fitting subject."""

from __future__ import annotations

from bisect import bisect_right, insort

from copydesk.language.tree import is_relation
from copydesk.record import Reading, Span, Token
from copydesk.resolve.cast import Cast, Member, Said

HE = ("he", "him", "his", "himself")
SHE = ("she", "her", "hers", "herself")
THEY = ("they", "them", "their", "theirs", "themselves")
IT = ("it", "its", "itself")
# Points of an antecedent, set by hand on sentences of our own (docs/steps/people-and-places.md).
REACH = 2  # sentences back that a pronoun may look
FAR = 8  # the same where only one person could be meant
SUBJECT, OBJECT, MODIFIER = 2.0, 1.0, -0.5
SENTENCE_BACK = -2.0
GENDER_KNOWN = 0.5
SAME_VERB = -4.0  # "Scholz met him": not himself
LOWEST_PERSON, LOWEST_OTHER = -2.0, -0.5  # below this nobody is meant


def resolve_pronouns(reading: Reading, cast: Cast) -> None:
    """A mention for every third-person pronoun; without an entity where no subject within two sentences fits."""
    said = sorted((each for each in cast.said if each.member is not None), key=_place)
    for sentence in reading.sentences:
        for index in range(sentence.first, sentence.last):
            token = reading.tokens[index]
            kinds = _kinds(token)
            if kinds:
                member = _antecedent(reading, said, index, kinds)
                rule = "nearest fitting subject" if member else "no fitting subject"
                span = Span(start=token.start, end=token.end)
                cast.mention(member, (index, index + 1), span, basis="pronoun", rule=rule, row=None)
                if member is not None:
                    insort(said, cast.said[-1], key=_place)


def _place(said: Said) -> int:
    return said.first


def _kinds(token: Token) -> tuple[str, ...]:
    """Kinds of entity that a token can refer to as a pronoun; () where it is none."""
    small = token.text.lower()
    if token.tag != "PRON" or is_relation(token, ("expl",)):
        return ()
    if small in HE or small in SHE:
        return ("person",)
    if small in IT and not is_relation(token, ("obj", "iobj", "obl")):
        return ("state", "organisation", "armed_group", "outlet")
    return ("group", "armed_group") if small in THEY else ()


def _antecedent(reading: Reading, said: list[Said], index: int, kinds: tuple[str, ...]) -> Member | None:
    small = reading.tokens[index].text.lower()
    gender = "m" if small in HE else "f" if small in SHE else None
    number = _sentence_number(reading, index)
    best, chosen = LOWEST_PERSON if kinds == ("person",) else LOWEST_OTHER, None
    for each in reversed(said[: bisect_right(said, index - 1, key=_place)]):
        member, back = each.member, number - _sentence_number(reading, each.first)
        if back > REACH:
            break
        if member is None or member.kind not in kinds or (gender and member.gender not in (None, gender)):
            continue
        score = _fit(reading, each, index) + SENTENCE_BACK * back
        score += GENDER_KNOWN if gender and member.gender == gender else 0.0
        if score > best or (chosen is None and score == best):
            best, chosen = score, member
    return chosen or (_only_one(reading, said, index, gender) if gender else None)


def _only_one(reading: Reading, said: list[Said], index: int, gender: str) -> Member | None:
    """The one person of fitting gender named in the sentences before, where no other is."""
    first = reading.sentences[max(_sentence_number(reading, index) - FAR, 0)].first
    members = [each.member for each in said if first <= each.first < index and each.member is not None]
    fitting = {m.id: m for m in members if m.kind == "person" and m.gender in (None, gender)}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _fit(reading: Reading, each: Said, index: int) -> float:
    """How well a mention serves as antecedent by what it is in its sentence; of equals the nearer is met first."""
    token = reading.tokens[index]
    head = _head(reading, each)
    while is_relation(reading.tokens[head], ("appos", "conj")):
        head = reading.tokens[head].head
    relation = reading.tokens[head].relation
    score = SUBJECT if relation.startswith("nsubj") else OBJECT if relation in ("obj", "iobj") else 0.0
    if relation in ("nmod:poss", "compound", "amod"):
        score += MODIFIER
    if reading.tokens[head].head == token.head and not is_relation(token, ("nmod:poss",)):
        score += SAME_VERB
    return score


def _head(reading: Reading, each: Said) -> int:
    """The token of a mention that hangs on something outside it."""
    for index in range(each.last - 1, each.first - 1, -1):
        above = reading.tokens[index].head
        if above == index or not each.first <= above < each.last:
            return index
    return each.first


def _sentence_number(reading: Reading, index: int) -> int:
    return bisect_right(reading.sentences, index, key=lambda sentence: sentence.first) - 1
