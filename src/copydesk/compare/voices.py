"""Who is said to know a thing: the root at the far end of a chain of relays, and when two roots must count as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from copydesk.compare.identities import Identities, plain_name
from copydesk.compare.outlets import family_of, is_carrier, writer_of
from copydesk.compare.speakers import Speaker, plain_words, read_speaker, split_state
from copydesk.lexicon import World
from copydesk.record import Article, Page, Span, Statement

VoiceKind = Literal["person", "body", "state", "anonymous", "outlet", "witness", "own", "unstated"]
COUNTED: frozenset[VoiceKind] = frozenset({"person", "body", "state", "anonymous", "outlet", "witness"})
_UNSIGNED = "unsigned"  # a paper whose writer is not named may be anybody's
_RELAYING = frozenset({"outlet", "witness"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The root of one chain. kind: witness is an outlet that saw it itself, outlet one that is only said to report it.

    key: the same for the same root. country: alpha-3. body, role, is_government: see Speaker. told_many: at a briefing.
    """

    kind: VoiceKind
    key: str
    name: str
    country: str | None = None
    body: frozenset[str] = frozenset()
    role: frozenset[str] = frozenset()
    is_named: bool = True
    is_government: bool = False
    told_many: bool = False

    @property
    def is_described(self) -> bool:
        """Whether its name is only the words of one page, not that of an entity."""
        return self.key.startswith(("name:", "person:"))


OWN = Voice("own", "own", "own voice")
UNSTATED = Voice("unstated", "unstated", "unstated")


def read_voice(
    statement: Statement, sentence: Span, page: Page, *, identities: Identities, families: Collection[str], world: World,
) -> Voice:
    """The root of a statement's chain: its speaker, or the first relay where nobody is named, or nobody (UNSTATED).

    families: those of the story's own outlets, so that a page which quotes another of them is seen to relay it.
    """
    around = page.text[min(sentence.start, statement.span.start) : statement.span.end]
    speaker = read_speaker(statement, page, identities, world)
    if speaker is None:
        return _first_relay(statement, world)
    if world.wording.find_signal("hearsay", around):
        relayed = _first_relay(statement, world)
        return relayed if relayed.kind == "outlet" else UNSTATED
    if speaker.is_paper and (writer := _first_relay(statement, world)).kind == "body":
        return writer
    if _is_outlet(statement, speaker, families, world):
        return _relaying(speaker.name, world) or UNSTATED
    if statement.speaker_kind in ("anonymous", "experts") or speaker.is_paper:
        kind = _UNSIGNED if speaker.is_paper else "unnamed"
        return Voice(
            "anonymous", f"{kind}:{speaker.country or ''}:{world.wording.key_of(speaker.name)}",
            f"{kind} {_bare(speaker.name)}", speaker.country, speaker.body, speaker.role, is_named=False,
            told_many=world.wording.find_signal("briefing", around) is not None,
        )
    return Voice(
        _kind(statement, speaker), speaker.key, _title(statement, speaker), speaker.country, speaker.body, speaker.role,
        speaker.is_named, is_government=speaker.is_government or speaker.is_state or statement.speaker_kind == "state",
    )


def read_witness(article: Article, span: Span, page: Page, world: World) -> Voice:
    """The voice of a sentence nobody is quoted for: the outlet where it saw or obtained the thing itself, else OWN."""
    if world.wording.find_signal("first_hand", page.text[span.start : span.end]) is None:
        return OWN
    outlet = writer_of(article, world)
    return Voice("witness", f"outlet:{family_of(outlet or article.id, world)}", outlet or "unnamed outlet")


def is_same_root(one: Voice, other: Voice) -> bool:
    """Whether two roots count as one. Where it cannot be known they are one: independence is never invented.

    One person; one organisation under a longer and a shorter name; a state and a body of it, and two parts of one
    government, which may only pass on what the other knows; a description and a name with that description; an unnamed
    source and a body it may belong to; two unnamed sources of like description; a paper without a writer and anybody.
    """
    if one.key == other.key or _UNSIGNED in (one.key.partition(":")[0], other.key.partition(":")[0]):
        return True
    if {one.kind, other.kind} & _RELAYING or (one.country and other.country and one.country != other.country):
        return False
    if "anonymous" in (one.kind, other.kind):
        return _may_be_one(one, other)
    return (
        _is_one_name(one, other) or _is_one_state(one, other) or _is_same_body(one, other)
        or _fits_description(one, other) or _fits_description(other, one)
        or _holds_office_of(one, other) or _holds_office_of(other, one)
    )


def is_other_person(one: Voice, other: Voice) -> bool:
    """Whether two roots are two people by name, though one government or one body may know what each of them says."""
    names = [plain_name(voice.name).split() for voice in (one, other) if voice.key.startswith("person:") and voice.is_named]
    return len(names) == 2 and all(names) and names[0][-1] not in names[1] and names[1][-1] not in names[0]


def merge_roots(voices: Iterable[Voice]) -> tuple[tuple[Voice, ...], ...]:
    """Voices grouped into roots, the counted kinds only; each group and the groups in a fixed order.

    An outlet that only relays adds nothing beside a root that is named: what it rests on may be the same.
    """
    groups: list[list[Voice]] = []
    for voice in sorted({voice for voice in voices if voice.kind in COUNTED}, key=_order):
        matching = [group for group in groups if any(is_same_root(voice, known) for known in group)]
        merged = [voice, *(known for group in matching for known in group)]
        groups = [group for group in groups if group not in matching] + [merged]
    if any(voice.kind != "outlet" for group in groups for voice in group):
        groups = [group for group in groups if any(voice.kind != "outlet" for voice in group)]
    ordered = [tuple(sorted(group, key=_order)) for group in groups]
    return tuple(sorted(ordered, key=lambda group: _order(group[0])))


def name_of(root: tuple[Voice, ...]) -> str:
    """What a reader calls a root: the most telling of its names (a body or person before "unnamed official")."""
    rank = {"body": 0, "person": 1, "state": 2, "witness": 3, "outlet": 4, "anonymous": 5}
    return min(root, key=lambda one: (rank[one.kind], not one.is_named, one.is_described, -len(one.name), one.name)).name


def title_bodies(voices: Iterable[Voice]) -> dict[Voice, Voice]:
    """Each voice of a body under the most telling name that any voice of the same body has: one name for one root."""
    bodies: dict[frozenset[str], list[Voice]] = defaultdict(list)
    for voice in sorted({voice for voice in voices if voice.kind == "body" and voice.body}, key=_order):
        bodies[voice.body].append(voice)
    titled = {}
    for same in bodies.values():
        for voice in same:
            of_state = tuple(one for one in same if voice.country in (None, one.country) or one.country is None)
            if len({one.country for one in of_state} - {None}) < 2:
                titled[voice] = replace(voice, name=name_of(of_state))
    return titled


def _order(voice: Voice) -> tuple[str, str, str, str]:
    return (voice.key, voice.kind, voice.name, voice.country or "")


def _kind(statement: Statement, speaker: Speaker) -> VoiceKind:
    if speaker.is_state:
        return "state"
    return "person" if statement.speaker_kind == "person" and not speaker.body else "body"


def _title(statement: Statement, speaker: Speaker) -> str:
    if statement.speaker_kind == "person" and speaker.body_name and not speaker.holds_office:
        return speaker.body_name
    return _bare(speaker.name)


def _bare(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in ("a", "an", "the", "one", "some") else name


def _is_outlet(statement: Statement, speaker: Speaker, families: Collection[str], world: World) -> bool:
    if statement.speaker_kind == "outlet" or (speaker.entity is not None and speaker.entity.kind == "outlet"):
        return True
    known = world.outlets.find(speaker.name)
    if known is not None and known.is_official:
        return False  # an office that publishes speaks for itself
    return family_of(speaker.name, world) in families or world.outlets.find_plain(speaker.name) is not None


def _relaying(outlet: str, world: World) -> Voice | None:
    """An outlet that is only said to report a thing; None for a carrier, behind which another stands."""
    return None if is_carrier(outlet, world) else Voice("outlet", f"outlet:{family_of(outlet, world)}", outlet)


def _first_relay(statement: Statement, world: World) -> Voice:
    for relay in statement.relays[:-1]:
        if relay.kind in ("outlet", "wire") and (passed_on := _relaying(relay.name, world)):
            return passed_on
        if relay.kind in ("document", "person", "organisation"):
            country, words = split_state(relay.name, world)
            return Voice("body", f"name:{plain_name(relay.name)}", relay.name, country, plain_words(words))
    return UNSTATED


def _may_be_one(one: Voice, other: Voice) -> bool:
    if one.kind == other.kind:
        words, more = set(one.key.split(":")[-1].split()), set(other.key.split(":")[-1].split())
        return bool(words & more) or (one.told_many and other.told_many)
    named, unnamed = (one, other) if other.kind == "anonymous" else (other, one)
    if unnamed.body:
        return _is_same_body(named, unnamed)
    return bool(unnamed.country and unnamed.country == named.country and _is_official(named))


def _is_official(voice: Voice) -> bool:
    """Whether a voice can be that of a state: the state itself, a body, or somebody with an office."""
    return voice.kind in ("state", "body") or bool(voice.role)


def _is_one_name(one: Voice, other: Voice) -> bool:
    """Whether all words of one name stand in the other ("Karl Ims", "Governor Karl Ims")."""
    words, more = set(plain_name(one.name).split()), set(plain_name(other.name).split())
    return one.is_named and other.is_named and bool(words) and (words <= more or more <= words)


def _is_one_state(one: Voice, other: Voice) -> bool:
    """Whether both speak for one state: two parts of its government, or the state and anybody with an office in it.

    A ministry whose state is not known may be one of the other's state.
    """
    if one.is_government and other.is_government:
        owners = {name for voice in (one, other) if (name := _owner_of(voice.name))}
        if one.country is None and other.country is None and len(owners) > 1:
            return False
        return one.country is None or other.country is None or one.country == other.country
    if one.country is None or one.country != other.country:
        return False
    return "state" in (one.kind, other.kind) and _is_official(one) and _is_official(other)


def _owner_of(name: str) -> str:
    """Whose a body is said to be ("Ruritania's foreign ministry"); "" where it is not said."""
    owner, mark, _ = name.replace("’", "'").partition("'s ")
    return plain_name(owner) if mark else ""


def _is_same_body(one: Voice, other: Voice) -> bool:
    return bool(one.body and other.body) and (one.body <= other.body or other.body <= one.body)


def _fits_description(unnamed: Voice, named: Voice) -> bool:
    """Whether a speaker without a name ("its owner") may be one who is described so elsewhere."""
    if unnamed.is_named:
        return False
    words = unnamed.body or unnamed.role
    if not words:
        words = frozenset(plain_name(unnamed.name).split())
        return len(words) > 1 and words <= named.role | named.body
    return bool(words) and bool(named.role | named.body) and words <= named.role | named.body


def _holds_office_of(person: Voice, body: Voice) -> bool:
    """Whether a person's office is one of that body: all words of its name stand in it ("coast guard commandant")."""
    return body.kind == "body" and len(body.body) > 1 and body.body <= person.role
