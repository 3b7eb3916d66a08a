"""Who acted and who received: participants from the phrases in an event's slots."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from copydesk.events.actors import PLAIN, Code, code_actor, explain_actor
from copydesk.events.antecedents import PEOPLE, find_antecedent
from copydesk.events.dictionary import code_by_dictionary, read_code
from copydesk.events.frames import Frame, conjuncts, find_verb_frame, preposition_of
from copydesk.events.matching import Match
from copydesk.events.phrases import find_phrase, is_edge
from copydesk.events.subjects import VERBAL, find_child, find_reporter, is_relation
from copydesk.events.surroundings import find_clause_head
from copydesk.lexicon import World
from copydesk.lexicon.agents import VAGUE
from copydesk.lexicon.cameo import NOTHING
from copydesk.lexicon.plover import list_lemmas
from copydesk.record import Entity, Mention, Participant, Place, Reading, Span

# Where a recipient may stand, likeliest first, when the row names no slot.
RECIPIENT_SLOTS = (
    "obj", "iobj", "against", "at", "to", "with", "on", "from", "of", "over", "into", "for", "between", "toward",
    "towards", "theme",
)
# Where nobody else is named, what is done in a place is done to it.
PLACE_RECEIVES = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "PROTEST", "SANCTION"})
PARTNER_SLOTS = ("between", "with", "obj", "to", "among")
# A thing that the row asks for by its word receives nothing: troops withdrawn, aid sent. In these categories it may.
OBJECT_RECEIVES = frozenset({"ASSAULT", "COERCE", "ACCUSE", "CONSULT", "SUPPORT", "PROTEST", "THREATEN"})
OWN_OBJECT = frozenset({"RETREAT", "MOBILIZE"})  # what these move is the actor's own
OBJECT_RECEIVING_MODES = frozenset({"release", "expel", "convict"})
_SOMEBODY = frozenset({"PROPN", "they", "people"})  # a row that asks for one of these asks for somebody
_ARMED = re.compile(r"\b[Dd]efen[cs]e\b")
PERSONAL = frozenset({"he", "she", "they", "we", "i", "you", "who", "those", "these", "everyone", "everybody", "others"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What is known of the page's names: mentions by place, entities by id, places, and the day they are read on.

    anyone: take phrases for participants although nothing is known of them ("the movement").
    """

    text: str
    reading: Reading
    world: World
    day: str | None
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    entities: dict[str, Entity]
    places: tuple[Place, ...]
    anyone: bool = False


def build_cast(
    text: str, reading: Reading, world: World, *, day: str | None = None, mentions: Iterable[Mention] = (),
    entities: Iterable[Entity] = (), places: tuple[Place, ...] = (),
) -> Cast:
    """The Cast of one page. day: ISO 8601 prefix of its creation, None where unknown."""
    ordered = tuple(sorted(mentions, key=lambda mention: mention.span.start))
    return Cast(
        text=text, reading=reading, world=world, day=day[:10] if day else None, mentions=ordered,
        starts=tuple(mention.span.start for mention in ordered),
        entities={entity.id: entity for entity in entities}, places=places,
    )


def code_participant(cast: Cast, head: int) -> Participant | None:
    """The participant that a phrase head stands for; None where its words name no actor.

    A pronoun nobody resolved is a participant without name or code: somebody acted, the page does not say who.
    """
    reading = cast.reading
    token = reading.tokens[head]
    if token.tag == "PRON":
        return _code_pronoun(cast, head)
    first, last = find_phrase(reading, head)
    while first < last and is_edge(reading, first):
        first += 1
    span = Span(start=reading.tokens[first].start, end=reading.tokens[last].end)
    words = cast.text[span.start : span.end]
    entity = _entity_at(cast, token.start)
    country, sectors = _code_entity(cast, entity, words) if entity else code_actor(words, cast.world, cast.day)
    told = code_by_dictionary(cast.world.dictionary, words, cast.day)
    if told is not None and told.code == NOTHING:
        return None
    if told is not None:
        country, sectors = read_code(cast.world, told, country, sectors)
    if country is None and (entity is None or entity.kind != "person"):
        country = _country_of_place(cast, token.start)
    country = country or _code_apposition(cast, head)
    sectors = () if sectors == VAGUE else sectors
    unnamed = entity is None and token.tag != "PROPN" and not cast.anyone
    thing = unnamed and token.tag == "NOUN" and _is_thing(cast, head, known=country is not None)
    if thing or (unnamed and not (country or sectors or _is_doer(cast, head))):
        return None
    return Participant(
        span=span, entity_id=entity.id if entity else None, name=entity.name if entity else words, country=country,
        sectors=sectors,
    )


def explain_party(cast: Cast, party: Participant) -> tuple[tuple[str, str | None], ...]:
    """The rules, with table rows, that chose between words for a party's code; () where nothing had to be chosen.

    The code of an entity is explained by its mentions.
    """
    if party.entity_id is not None or party.name is None:
        return ()
    told = explain_actor(party.name, cast.world, cast.day)
    steps = tuple(step for step in told.rules if step[0] not in PLAIN)
    context = party.country is not None and told.country is None
    return (*steps, ("actor-country-of-the-passage", None)) if context else steps


def _code_pronoun(cast: Cast, head: int) -> Participant | None:
    token = cast.reading.tokens[head]
    entity = _entity_at(cast, token.start)
    if entity is None:
        speaker = find_reporter(cast.reading, head)
        if speaker is not None:
            return code_participant(cast, speaker)
        named = _code_antecedent(cast, head)
        if named is not None:
            return named
        if token.lemma.lower() not in PERSONAL:
            return None
    country, sectors = _code_entity(cast, entity, "") if entity else (None, ())
    return Participant(
        span=Span(start=token.start, end=token.end), entity_id=entity.id if entity else None,
        name=entity.name if entity else None, country=country, sectors=sectors,
    )


def _code_antecedent(cast: Cast, head: int) -> Participant | None:
    """A pronoun with the codes of whom the clause before told of: a person for "he", a body or state for "it"."""
    place = find_antecedent(cast.reading, head)
    meant = code_participant(cast, place) if place is not None else None
    if place is None or meant is None or not meant.name:
        return None
    token = cast.reading.tokens[head]
    entity = _entity_at(cast, cast.reading.tokens[place].start)
    person = entity is not None and entity.kind == "person"
    if token.lemma.lower() in (PEOPLE if not person else ("it",)) and (entity is not None or token.lemma.lower() == "it"):
        return None
    return replace(meant, span=Span(start=token.start, end=token.end))


def _code_entity(cast: Cast, entity: Entity, words: str) -> Code:
    """An entity's own code before what its words would say; a person's full name is read, never a surname alone."""
    if entity.kind == "person":
        country, sectors = code_actor(entity.name, cast.world, cast.day) if " " in entity.name else (None, ())
    else:
        country, sectors = code_actor(words or entity.name, cast.world, cast.day)
    told = None if words else code_by_dictionary(cast.world.dictionary, entity.name, cast.day)
    if told is not None and told.code != NOTHING:
        return read_code(cast.world, told, entity.country or country, sectors)
    return entity.country or country, (entity.sector,) if entity.sector else sectors


def _is_thing(cast: Cast, head: int, *, known: bool) -> bool:
    """Whether a common noun is no actor: a thing by the table, or something unknown that somebody has ("its policies").

    Arms and vehicles of a known country act for it ("Turkish warplanes").
    """
    reading = cast.reading
    lemma = reading.tokens[head].lemma.lower()
    things = cast.world.plover.classes["thing"]
    acts = cast.world.agents.find((reading.tokens[head].text.lower(),)) is not None
    doer = _is_doer(cast, head)
    if doer and is_relation(reading.tokens[head], "nsubj"):
        return False
    if lemma in things or lemma.removesuffix("s") in things:
        words = _own_words(reading, head)
        return not (acts and known) and (len(words) < 2 or cast.world.agents.find_whole(words) is None)
    if doer:
        return False
    owned = any(reading.tokens[child].relation == "nmod:poss" for child in reading.children[head])
    return owned and not acts and cast.world.agents.find(_own_words(reading, head)) is None


def _is_doer(cast: Cast, head: int) -> bool:
    """Whether a noun is a word for people or a body that can act, of whatever sector: "lads", "the panel"."""
    token = cast.reading.tokens[head]
    if token.tag == "NUM":  # "some four thousand marched"
        return is_relation(token, "nsubj", "obj")
    doers = cast.world.plover.classes["doer"]
    return token.tag == "NOUN" and any(each in doers for each in list_lemmas(token.text, token.lemma, "n"))


def _own_words(reading: Reading, head: int) -> tuple[str, ...]:
    """A noun with its adjectives and compounds, small, without whose it is."""
    before = (c for c in reading.children[head] if c < head and is_relation(reading.tokens[c], "compound", "amod"))
    return tuple(reading.tokens[i].text.lower() for i in (*before, head))


def _entity_at(cast: Cast, offset: int) -> Entity | None:
    place = bisect_right(cast.starts, offset) - 1
    for mention in cast.mentions[max(0, place - 2) : place + 1]:
        if mention.span.start <= offset < mention.span.end and mention.entity_id is not None:
            return cast.entities.get(mention.entity_id)
    return None


def _country_of_place(cast: Cast, offset: int) -> str | None:
    return next((p.country for p in cast.places if p.span.start <= offset < p.span.end), None)


def _code_apposition(cast: Cast, head: int) -> str | None:
    for child in cast.reading.children[head]:
        if is_relation(cast.reading.tokens[child], "appos"):
            first, last = find_phrase(cast.reading, child)
            tokens = cast.reading.tokens
            return code_actor(cast.text[tokens[first].start : tokens[last].end], cast.world, cast.day)[0]
    return None


def find_actors(cast: Cast, match: Match) -> tuple[Participant, ...]:
    """The actors of an event: its acting slot, the partners of a mutual event, else a nationality on its noun."""
    frame, row = match.frame, match.construction
    found = list(_code_slot(cast, frame, row.actor_slot or "subj"))
    if row.mutual:
        for slot in PARTNER_SLOTS:
            if slot != "obj" or not _asked_words(match, "obj"):
                found.extend(_code_slot(cast, frame, slot))
    if not found and frame.nominal:
        found.extend(p for p in _code_slot(cast, frame, "demonym") if p.country)
    if not found and not frame.nominal:
        found.extend(_code_inside(cast, frame.slots.get("subj", ())))
    moved = frame.nominal or _asked_words(match, "obj")
    if not found and moved and ("withdraw" in row.modes or row.category == "MOBILIZE"):
        found.extend(_code_slot(cast, frame, "obj"))  # troops that are moved move
    if not found and frame.nominal and row.category == "MOBILIZE":
        found.extend(_code_teller(cast, frame.head))
    return _distinct(found)


def _code_teller(cast: Cast, head: int) -> Iterator[Participant]:
    """Exercises that armed forces tell of without saying whose they are theirs: "the army said drills went on"."""
    reading = cast.reading
    verb = find_clause_head(reading, head)
    token = reading.tokens[verb]
    if is_relation(token, "ccomp") and reading.tokens[token.head].tag in VERBAL:
        teller = find_child(reading, token.head, "nsubj")
        participant = code_participant(cast, teller) if teller is not None else None
        if participant is not None and ("MIL" in participant.sectors or _ARMED.search(participant.name or "")):
            yield participant


def find_recipients(cast: Cast, match: Match, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The recipients of an event, () for mutual events and where nobody is named in its slots."""
    frame, row = match.frame, match.construction
    if row.mutual or row.alone:
        return ()
    taken = {actor.span for actor in actors} | {actor.entity_id for actor in actors if actor.entity_id}
    slots = (row.recipient_slot,) if row.recipient_slot else RECIPIENT_SLOTS
    for slot in slots:
        if slot != row.actor_slot:
            found = _receive(cast, match, frame, slot, taken)
            if found:
                return found
    for verb in (*frame.slots.get("xcomp", ()), *frame.slots.get("ccomp", ())):
        inner = find_verb_frame(cast.reading, verb)
        for slot in RECIPIENT_SLOTS:
            found = _receive(cast, match, inner, slot, taken)
            if found:
                return found
    return _receive(cast, match, frame, "in", taken) if row.category in PLACE_RECEIVES else ()


def _receive(
    cast: Cast, match: Match, frame: Frame, slot: str, taken: set[Span | str | None],
) -> tuple[Participant, ...]:
    """The recipients in one slot: its phrases, else who stands inside them."""
    filled = frame.slots.get(slot, ())
    asked = _asked_words(match, slot) if frame is match.frame else frozenset()
    own = slot in ("obj", "of") and match.construction.category in OWN_OBJECT and "release" not in match.construction.modes
    if filled and not own and (not asked or asked & _SOMEBODY or _may_receive(match)):
        found = _distinct(p for p in _code_slot(cast, frame, slot) if _is_free(p, taken))
        if found:
            return found
    inside = (p for p in _code_inside(cast, filled, asked) if p.country or not own)
    return _distinct(p for p in inside if _is_free(p, taken))


def _is_free(participant: Participant, taken: set[Span | str | None]) -> bool:
    if participant.entity_id is not None and participant.entity_id in taken:
        return False
    span = participant.span
    if span is None:
        return True
    return not any(isinstance(t, Span) and t.start <= span.start and span.end <= t.end for t in taken)


def _may_receive(match: Match) -> bool:
    """Whether what the row asks for by its word may itself receive: people may, troops withdrawn and aid sent may not."""
    row = match.construction
    return row.category in OBJECT_RECEIVES or not OBJECT_RECEIVING_MODES.isdisjoint(row.modes)


def _asked_words(match: Match, slot: str) -> frozenset[str]:
    """The words that the row asks for in a slot."""
    words = (c.words for c in match.construction.conditions if slot in c.slots and c.wanted and c.words)
    return next(words, frozenset())


def _code_slot(cast: Cast, frame: Frame, slot: str) -> Iterator[Participant]:
    for head in frame.slots.get(slot, ()):
        for place in conjuncts(cast.reading, head):
            yield from _code_parties(cast, place)


def _code_parties(cast: Cast, head: int) -> Iterator[Participant]:
    """The participants of one phrase, one for each side it names: "men from Mali and Chad", "envoys from Kenya and Hamas"."""
    participant = code_participant(cast, head)
    if participant is None:
        return
    yield participant
    reading = cast.reading
    for child in reading.children[head]:
        token = reading.tokens[child]
        if is_relation(token, "amod") or (is_relation(token, "nmod") and preposition_of(reading, child) in ("from", "of")):
            for other in conjuncts(reading, child)[1:]:
                country = _state_at(cast, other)
                if country is not None and participant.country not in (None, country):
                    yield _of_state(cast, other, participant, country)
                elif country is None and _is_side(cast, other):
                    yield from filter(None, (code_participant(cast, other),))


def _state_at(cast: Cast, index: int) -> str | None:
    """The country that one word of a coordination names by itself: a state, or what its people are called."""
    token = cast.reading.tokens[index]
    hit = cast.world.states.find(token.text) if token.text[:1].isupper() else None
    return hit.country if hit is not None else None


def _is_side(cast: Cast, index: int) -> bool:
    """Whether a word of a coordination names a body that can be a party by itself."""
    entity = _entity_at(cast, cast.reading.tokens[index].start)
    return entity is not None and entity.kind in ("organisation", "armed_group")


def _of_state(cast: Cast, index: int, like: Participant, country: str) -> Participant:
    """Another state's part of a phrase: its own word, with the sectors of the whole."""
    token = cast.reading.tokens[index]
    span = Span(start=token.start, end=token.end)
    return Participant(
        span=span, entity_id=None, name=cast.text[span.start : span.end], country=country, sectors=like.sectors,
    )


def _code_inside(cast: Cast, heads: Iterable[int], asked: frozenset[str] = frozenset()) -> Iterator[Participant]:
    """Who stands inside a phrase that is itself no actor: "Iran's offer", "the attack by rebels", "sanctions on Mali"."""
    for head in heads:
        for child in cast.reading.children[head]:
            token = cast.reading.tokens[child]
            if is_relation(token, "nmod", "amod", "compound") and token.lemma.lower().removesuffix("s") not in asked:
                participant = code_participant(cast, child)
                named = is_relation(token, "nmod") or (participant is not None and participant.country is not None)
                if participant is not None and named and (participant.country or participant.sectors):
                    yield participant


def _distinct(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """Each span once, in text order; a title read apart from the name right behind it goes to the name."""
    found: list[Participant] = []
    for participant in {p.span: p for p in participants}.values():
        before = found[-1] if found else None
        if before is not None and before.span and participant.span and before.span.end + 1 == participant.span.start:
            found[-1] = replace(
                participant, span=Span(start=before.span.start, end=participant.span.end),
                country=participant.country or before.country, sectors=participant.sectors or before.sectors,
            )
        else:
            found.append(participant)
    return tuple(found)
