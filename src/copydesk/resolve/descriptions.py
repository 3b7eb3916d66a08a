"""Words that refer back or to an office: "the Chilean leader", "the spokesman", "the ministry"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.language.tree import find_sentence, is_relation
from copydesk.lexicon.register import Actor
from copydesk.lexicon.states import StateHit
from copydesk.lexicon.titles import Title
from copydesk.record import Reading, Role, Span
from copydesk.resolve.cast import OFFICE_BODIES, Cast, Member
from copydesk.resolve.spots import Spot

NO_LONGER = ("former", "ex", "next", "new", "then", "late", "acting", "future", "would-be")
INDEFINITE = ("a", "an", "any", "every", "no", "another", "some")
NAMELESS = ("family", "resident", "expert", "activist", "journalist", "business", "lawyer")  # duties not looked back for
WORTH_AN_OPEN_MENTION = ("state", "government", "spokesperson", "minister", "leader")
# Nouns for bodies: what their entity ids begin with and hold. The kinds and sectors that fit are below.
BODIES = {
    "ministry": ("org:", "ministry"), "department": ("org:", "ministry"), "parliament": ("org:", "parliament"),
    "army": ("org:", "armed-forces"), "military": ("org:", "armed-forces"), "police": ("org:", "police"),
    "government": ("org:", "government"), "alliance": ("register:nato", ""), "bloc": ("register:european-union", ""),
    "organisation": ("", ""), "organization": ("", ""), "group": ("", ""), "agency": ("", ""), "company": ("", ""),
    "party": ("", ""), "court": ("", "court"),
}  # fmt: skip
SECTORS = {"company": ("BUS",), "party": ("PTY",), "agency": (None, "GOV", "SPY", "MED")}
_ALONE = {"pope": "VAT", "pontiff": "VAT"}  # titles that need no state
NEAR_BODY = 3  # sentences back that "the ministry" may look; chosen by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePhrase:
    """ "the Kenyan president": tokens [begin, end) with article and state; title; the state, None where none."""

    begin: int
    end: int
    title: Title
    country: str | None
    is_definite: bool


def resolve_descriptions(reading: Reading, spots: Sequence[Spot], cast: Cast, *, day: str | None) -> None:
    """Mentions for definite descriptions of persons and bodies that no name follows.

    An office with its state is the person of that title whom the article named before, else the holder on `day`
    (ISO 8601 prefix). Without a state it is the last fitting person. Where nobody fits the mention has no entity.
    """
    taken = {index for said in cast.said for index in range(said.first, said.last)}
    descriptions = _Descriptions(reading, spots, cast, day)
    for index, token in enumerate(reading.tokens):
        if index in taken or token.tag not in ("NOUN", "PROPN") or token.fine in ("NNS", "NNPS"):
            continue
        if is_relation(token, ("compound", "flat", "nmod:desc")) or _has_name(reading, index, taken):
            continue
        found = cast.world.titles.find_last(tuple(t.text for t in reading.tokens[max(index - 3, 0) : index + 1]))
        if found is not None and not _goes_on(reading, index, cast):
            descriptions.person(descriptions.office(index - found[0] + 1, index, found[1]))
        elif found is None and token.lemma.lower() in BODIES:
            descriptions.body(index)


def _has_name(reading: Reading, index: int, taken: set[int]) -> bool:
    """Whether the noun is a title of a name right after it, or has one as apposition."""
    following = index + 1
    if following < len(reading.tokens) and following in taken and reading.tokens[following].tag == "PROPN":
        return True
    return any(
        is_relation(reading.tokens[child], ("appos", "flat")) and child in taken for child in reading.children[index]
    )


def _goes_on(reading: Reading, index: int, cast: Cast) -> bool:
    """Whether the title is only the beginning of a longer one: "secretary" of "secretary of state"."""
    words = [token.text for token in reading.tokens[index : index + 3]]
    return len(words) > 2 and words[1].lower() == "of" and cast.world.titles.find(" ".join(words)) is not None


class _Descriptions:
    """One article's descriptions."""

    def __init__(self, reading: Reading, spots: Sequence[Spot], cast: Cast, day: str | None) -> None:
        self.reading, self.spots, self.cast, self.day = reading, spots, cast, day

    def office(self, first: int, last: int, title: Title) -> OfficePhrase | None:
        """The phrase around a title at tokens [first, last], None where it speaks of another time or of anybody."""
        begin, end, country = self._with_state(first, last)
        tokens = self.reading.tokens
        before = tokens[begin - 1].text.lower() if begin else ""
        beside = tokens[first - 1].text.lower() if first else ""
        if before in (*NO_LONGER, *INDEFINITE) or beside in NO_LONGER:
            return None
        is_definite = before == "the"
        return OfficePhrase(
            begin=begin - 1 if is_definite else begin, end=end, title=title, country=country,
            is_definite=is_definite or country is not None,
        )

    def person(self, phrase: OfficePhrase | None) -> None:
        """Mention whoever holds or bears the office of the phrase."""
        if phrase is None or not phrase.is_definite or phrase.title.duty in NAMELESS:
            return
        title, row = phrase.title, f"titles.tsv:{phrase.title.title}"
        known = self._last_of_title(phrase)
        if known is not None:
            self._mention(known, phrase, "description", "last person of that title", row)
            return
        country = phrase.country or _ALONE.get(title.title)
        holder = self.cast.world.offices.holder(title.title, country, self.day) if country else None
        if holder is not None:
            member = self.cast.person(holder.name)
            member.learn(country=holder.side, sector=holder.sectors[0])
            member.take_role(
                Role(office=holder.office, organisation=None, from_=holder.since, until=holder.until)
            )
            member.duties.update((holder.duty, title.title))
            self._mention(member, phrase, f"office@{self.day}", "holder of the office", holder.row)
        elif phrase.country is not None or title.duty in WORTH_AN_OPEN_MENTION:
            self._mention(None, phrase, "description", "nobody fits", row)

    def body(self, index: int) -> None:
        """Mention the last body of its sort for "the ministry" and the like, if one is near."""
        token = self.reading.tokens[index]
        if not index or self.reading.tokens[index - 1].text.lower() != "the" or self._is_modified(index):
            return
        number = self._sentence(index)
        for said in reversed([said for said in self.cast.said if said.first < index]):
            if number - self._sentence(said.first) > NEAR_BODY:
                return
            if said.member is not None and _is_body(said.member, token.lemma.lower()):
                span = Span(start=self.reading.tokens[index - 1].start, end=token.end)
                self.cast.mention(
                    said.member, (index - 1, index + 1), span, basis="description", rule="last of its sort", row=None,
                )
                return

    def _mention(self, member: Member | None, phrase: OfficePhrase, basis: str, rule: str, row: str) -> None:
        tokens = self.reading.tokens
        span = Span(start=tokens[phrase.begin].start, end=tokens[phrase.end - 1].end)
        self.cast.mention(member, (phrase.begin, phrase.end), span, basis=basis, rule=rule, row=row)

    def _with_state(self, first: int, last: int) -> tuple[int, int, str | None]:
        """The phrase with the state in it: before the title ("German", "Germany's") or after "of"."""
        tokens, sentence = self.reading.tokens, find_sentence(self.reading, last)
        before = next((s for s in reversed(self.spots) if s.last <= first and s.first >= sentence.first), None)
        if before and (country := _office_country(before)):
            between = [token.text for token in tokens[before.last : first]]
            if len(between) <= 2 and all(word in ("'s", "’s", "'", "’") or word.islower() for word in between):
                return before.first, last + 1, country
        after = next((s for s in self.spots if s.first > last and s.last <= sentence.last), None)
        if after and isinstance(after.known, StateHit) and after.known.kind == "name":
            gap = [token.text.lower() for token in tokens[last + 1 : after.first]]
            return (first, after.last, after.known.country) if gap in (["of"], ["of", "the"]) else (first, last + 1, None)
        return first, last + 1, None

    def _last_of_title(self, phrase: OfficePhrase) -> Member | None:
        """The person mentioned last before the phrase who bears its title; with a state, of that state."""
        for said in reversed([said for said in self.cast.said if said.first < phrase.begin]):
            member = said.member
            if member is None or member.kind != "person":
                continue
            if phrase.country is not None and member.country not in (None, phrase.country):
                continue
            if self._bears(member, phrase):
                return member
        return None

    def _bears(self, member: Member, phrase: OfficePhrase) -> bool:
        title = phrase.title.title
        if title in member.duties or any(role.office.lower().endswith(title) for role in member.roles):
            return True
        state = self.cast.world.states.by_code(phrase.country) if phrase.country else None
        return title == "leader" and state is not None and state.leads in member.duties

    def _is_modified(self, index: int) -> bool:
        """Whether more than an article says which body is meant, so that it need not be the last one."""
        tokens, children = self.reading.tokens, self.reading.children[index]
        return len([c for c in children if c < index]) > 1 or any(
            is_relation(tokens[c], ("nmod", "acl")) for c in children if c > index
        )

    def _sentence(self, index: int) -> int:
        return bisect_right(self.reading.sentences, index, key=lambda sentence: sentence.first) - 1


def _office_country(spot: Spot) -> str | None:
    """The code under which the table of offices lists what a spot names: a state by name or adjective, a body by name."""
    if isinstance(spot.known, StateHit):
        return spot.known.country if spot.known.kind in ("name", "demonym") else None
    return OFFICE_BODIES.get(spot.known.id) if isinstance(spot.known, Actor) else None


def _is_body(member: Member, word: str) -> bool:
    prefix, part = BODIES[word]
    if member.kind not in ("organisation", "armed_group", "group") or member.id.startswith("people:"):
        return False
    if word == "group":
        return member.kind in ("armed_group", "group")
    if not member.id.startswith(prefix) or part not in member.id:
        return False
    return member.sector in SECTORS[word] if word in SECTORS else True
