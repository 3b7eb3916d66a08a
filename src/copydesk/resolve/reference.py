"""Words that refer back: offices ("the German leader"), descriptions ("the ministry"), pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.language.tree import find_sentence, is_relation
from copydesk.lexicon.states import StateHit
from copydesk.lexicon.titles import Title
from copydesk.record import Reading, Role, Sentence, Span, Token
from copydesk.resolve.cast import Cast, Member, Said
from copydesk.resolve.spots import Spot

# Sentences back that a pronoun may look; chosen by hand (docs/steps/people-and-places.md).
PRONOUN_REACH = 2
HE = ("he", "him", "his", "himself")
SHE = ("she", "her", "hers", "herself")
THEY = ("they", "them", "their", "theirs", "themselves")
IT = ("it", "its", "itself")
BODIES = {
    "ministry": ("org:", "ministry"), "organisation": ("", ""), "organization": ("", ""), "group": ("", ""),
    "agency": ("", ""), "alliance": ("register:nato", ""), "bloc": ("register:eu", ""), "company": ("", ""),
    "party": ("", ""), "parliament": ("org:", "parliament"), "army": ("org:", "armed-forces"),
    "military": ("org:", "armed-forces"), "police": ("org:", "police"), "court": ("", "court"),
    "government": ("org:", "government"), "department": ("org:", "ministry"),
}  # fmt: skip
SECTORS_OF_BODY = {"company": ("BUS",), "party": ("PTY",), "agency": (None, "GOV", "SPY", "MED", "UNO")}
NEAR_BODY = 3  # sentences back that "the ministry" may look


def resolve_descriptions(reading: Reading, spots: Sequence[Spot], cast: Cast, *, day: str | None) -> None:
    """Definite descriptions: an office with its state, "the spokesman", "the ministry".

    With a state the holder on `day` (ISO 8601 prefix) is meant, unless the article itself has named one; without a
    state the last fitting person. Where nobody fits the mention stays without an entity.
    """
    taken = {index for said in cast.said for index in range(said.first, said.last)}
    for index, token in enumerate(reading.tokens):
        if index in taken or token.tag not in ("NOUN", "PROPN") or is_relation(token, ("compound", "flat", "nmod:desc")):
            continue
        if token.fine in ("NNS", "NNPS") or _names_follow(reading, index, taken):
            continue
        found = cast.world.titles.find_last(tuple(t.text for t in reading.tokens[max(index - 3, 0) : index + 1]))
        if found is not None:
            _describe_person(reading, spots, cast, (index, found[0]), found[1], day)
        elif token.lemma.lower() in BODIES:
            _describe_body(reading, cast, index)


def _names_follow(reading: Reading, index: int, taken: set[int]) -> bool:
    """Whether the noun is a title of a name right after it, or has one as apposition."""
    following = index + 1
    if following < len(reading.tokens) and following in taken and reading.tokens[following].tag == "PROPN":
        return not reading.tokens[following].text.endswith("'s")
    return any(is_relation(reading.tokens[child], ("appos", "flat")) and child in taken for child in reading.children[index])


def _describe_person(
    reading: Reading, spots: Sequence[Spot], cast: Cast, place: tuple[int, int], title: Title, day: str | None,
) -> None:
    index, length = place
    first = index - length + 1
    begin, country = _modifier(reading, spots, first, index)
    definite = _has_the(reading, begin) or country is not None and not _has_a(reading, begin)
    if not definite or title.duty in ("family", "resident", "expert"):
        return
    if any(t.text.lower() in ("former", "ex", "next", "new", "then", "late", "acting") for t in reading.tokens[begin:first]):
        return
    start = begin - 1 if _has_the(reading, begin) else begin
    last = _end(reading, spots, index, country)
    span = Span(start=reading.tokens[start].start, end=reading.tokens[last].end)
    tokens = (start, last + 1)
    before = _last_holder(cast, index, title, country)
    if before is not None:
        cast.mention(before, tokens, span, basis="description", rule="last person of that title", row=f"titles.tsv:{title.title}")
        return
    holder = cast.world.offices.holder(title.title, country, day) if country else None
    if holder is None:
        if country is not None or title.duty in ("state", "government", "spokesperson", "minister", "leader"):
            cast.mention(None, tokens, span, basis="description", rule="nobody fits", row=f"titles.tsv:{title.title}")
        return
    member = cast.person(holder.name)
    member.learn(country=holder.country, sector="GOV")
    member.take_role(Role(office=holder.office, organisation=None, from_=holder.since, until=holder.until))
    member.duties.update((holder.duty, title.title))
    cast.mention(member, tokens, span, basis=f"office@{day}", rule="holder of the office", row=f"offices.tsv:{holder.name}")


def _modifier(reading: Reading, spots: Sequence[Spot], first: int, index: int) -> tuple[int, str | None]:
    """First token of the phrase and the state in it: before the title ("German", "Germany's") or after "of"."""
    sentence = find_sentence(reading, index)
    before = next((s for s in reversed(spots) if s.last <= first and s.first >= sentence.first), None)
    if before and isinstance(before.known, StateHit) and before.known.kind in ("name", "demonym"):
        between = [t.text for t in reading.tokens[before.last : first]]
        if all(word in ("'s", "’s", "'", "’") or word.islower() for word in between) and len(between) <= 2:
            return before.first, before.known.country
    after = next((s for s in spots if s.first > index), None)
    if after and isinstance(after.known, StateHit) and after.known.kind == "name":
        gap = [t.text.lower() for t in reading.tokens[index + 1 : after.first]]
        if gap in (["of"], ["of", "the"]):
            return first, after.known.country
    return first, None


def _end(reading: Reading, spots: Sequence[Spot], index: int, country: str | None) -> int:
    after = next((s for s in spots if s.first > index), None)
    if country and after and isinstance(after.known, StateHit) and after.known.country == country:
        gap = [t.text.lower() for t in reading.tokens[index + 1 : after.first]]
        if gap in (["of"], ["of", "the"]):
            return after.last - 1
    return index


def _has_the(reading: Reading, begin: int) -> bool:
    return begin > 0 and reading.tokens[begin - 1].text.lower() == "the"


def _has_a(reading: Reading, begin: int) -> bool:
    return begin > 0 and reading.tokens[begin - 1].text.lower() in ("a", "an", "any", "every", "no", "another", "some")


def _last_holder(cast: Cast, index: int, title: Title, country: str | None) -> Member | None:
    """The person mentioned last, before token `index`, who bears that title; with a state, of that state."""
    for said in reversed([said for said in cast.said if said.first < index]):
        member = said.member
        if member is None or member.kind != "person" or (country and member.country not in (None, country)):
            continue
        borne = {title.title, f"former {title.title}"} & member.duties
        if borne or any(role.office.lower().endswith(title.title) for role in member.roles):
            return member
        if title.duty in ("leader", "government", "state") and title.title == "leader" and country:
            if member.duties & {"state", "government"} and _leads(cast, member, country):
                return member
    return None


def _leads(cast: Cast, member: Member, country: str) -> bool:
    state = cast.world.states.by_code(country)
    return state is not None and state.leads in member.duties


def _describe_body(reading: Reading, cast: Cast, index: int) -> None:
    """ "the ministry", "the alliance": the last organisation of that sort within three sentences."""
    token = reading.tokens[index]
    if not _has_the(reading, index) or index and reading.tokens[index - 1].head != index:
        return
    if len([c for c in reading.children[index] if c < index]) > 1 or any(
        is_relation(reading.tokens[c], ("nmod", "acl")) for c in reading.children[index] if c > index
    ):
        return
    prefix, part = BODIES[token.lemma.lower()]
    number = _sentence_number(reading, index)
    for said in reversed([said for said in cast.said if said.first < index]):
        if number - _sentence_number(reading, said.first) > NEAR_BODY:
            break
        if said.member is not None and _is_body(said.member, token.lemma.lower(), prefix, part):
            span = Span(start=reading.tokens[index - 1].start, end=token.end)
            cast.mention(said.member, (index - 1, index + 1), span, basis="description", rule="last of its sort", row=None)
            return


def _is_body(member: Member, word: str, prefix: str, part: str) -> bool:
    if member.kind not in ("organisation", "armed_group", "group") or member.id.startswith("people:"):
        return False
    if word == "group":
        return member.kind in ("armed_group", "group")
    if not member.id.startswith(prefix) or part not in member.id:
        return False
    return member.sector in SECTORS_OF_BODY[word] if word in SECTORS_OF_BODY else True


def _sentence_number(reading: Reading, index: int) -> int:
    low, high = 0, len(reading.sentences) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if reading.sentences[middle].first <= index else (low, middle - 1)
    return low


def resolve_pronouns(reading: Reading, cast: Cast) -> None:
    """Third-person pronouns: the nearest fitting subject, here or up to two sentences back; else nobody."""
    said = sorted((each for each in cast.said if each.member is not None), key=lambda each: each.first)
    for number, sentence in enumerate(reading.sentences):
        for index in range(sentence.first, sentence.last):
            token = reading.tokens[index]
            kinds = _kinds(token)
            if not kinds:
                continue
            member = _antecedent(reading, said, (number, index), token, kinds)
            span = Span(start=token.start, end=token.end)
            rule = "nearest fitting subject" if member else "no fitting subject"
            cast.mention(member, (index, index + 1), span, basis="pronoun", rule=rule, row=None)
            if member is not None:
                said = sorted([*said, cast.said[-1]], key=lambda each: each.first)


def _kinds(token: Token) -> tuple[str, ...]:
    small = token.text.lower()
    if token.tag != "PRON" or is_relation(token, ("expl",)):
        return ()
    if small in HE or small in SHE:
        return ("person",)
    if small in IT:
        return ("state", "organisation", "armed_group", "outlet")
    return ("group", "armed_group") if small in THEY else ()


def _antecedent(
    reading: Reading, said: list[Said], place: tuple[int, int], token: Token, kinds: tuple[str, ...],
) -> Member | None:
    number, index = place
    gender = "m" if token.text.lower() in HE else "f" if token.text.lower() in SHE else None
    best: tuple[float, int] | None = None
    chosen: Member | None = None
    for each in reversed(said):
        member = each.member
        if member is None or each.first >= index:
            continue
        back = number - _sentence_number(reading, each.first)
        if back > PRONOUN_REACH:
            break
        if member.kind not in kinds or (gender and member.gender not in (None, gender)):
            continue
        score = _fit(reading, reading.sentences[number], each, token, index) - 2.0 * back
        score += 0.5 if gender and member.gender == gender else 0.0
        if best is None or (score, each.first) > best:
            best, chosen = (score, each.first), member
    floor = 0.0 if kinds == ("person",) else 0.5
    return chosen if best is not None and best[0] + 2.0 * PRONOUN_REACH - 2.0 >= floor else None


def _fit(reading: Reading, sentence: Sentence, each: Said, token: Token, index: int) -> float:
    """How well a mention serves as antecedent: subjects first; not an object of the verb the pronoun is subject of."""
    head = next((i for i in range(each.last - 1, each.first - 1, -1)
                 if not each.first <= reading.tokens[i].head < each.last or reading.tokens[i].head == i), each.first)
    relation = reading.tokens[head].relation
    score = 2.0 if relation.startswith("nsubj") else 1.0 if relation in ("obj", "iobj") else 0.0
    if relation in ("nmod:poss", "compound", "amod"):
        score -= 0.5
    same_verb = reading.tokens[head].head == token.head and head != index
    if same_verb and not is_relation(token, ("nmod:poss",)) and sentence.first <= head < sentence.last:
        score -= 4.0  # "Scholz met him": not himself
    return score
