"""What several articles say to be so, each claim with who carries it and to whom it can be traced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from copydesk.compare.alignment import group_units, pair_units
from copydesk.compare.conflicts import find_conflicts
from copydesk.compare.originals import Originals
from copydesk.compare.outlets import family_of
from copydesk.compare.unions import Unions
from copydesk.compare.units import Unit, read_units
from copydesk.compare.voices import COUNTED, Voice, merge_roots, name_of
from copydesk.lexicon import World
from copydesk.record import (
    Claim,
    Contradiction,
    Rendering,
    Report,
    Stance,
    Standing,
    Syndication,
    TraceStep,
)
from copydesk.record.ids import derive_id
from copydesk.record.story import StanceKind

LONGEST_GIST = 240  # characters; a longer wording is shown only where there is no shorter one


def compare_claims(
    *, reports: Sequence[Report], syndications: Sequence[Syndication], renderings: Sequence[Rendering], world: World,
) -> tuple[Claim, ...]:
    """The claims of a story, the most carried first; every unit of every article stands under exactly one.

    Statements that are renderings of one utterance are one claim. Origins are roots of chains (voices.py); copies
    inherit theirs; what pages state in their own voice is listed and never counted.
    """
    units = read_units(reports, world)
    pairs = pair_units(units)
    groups = _join_said_as_one(units, group_units(units, pairs), renderings)
    originals = Originals(syndications, reports)
    claims = [_claim([units[index] for index in group], originals, world) for group in groups]
    conflicts = find_conflicts(units, pairs, claims=claims, reports=reports, world=world)
    settled = [replace(claim, standing=_standing(claim, conflicts)) for claim in claims]
    return tuple(sorted(settled, key=lambda claim: (-len(claim.outlets), -len(claim.origins), claim.evidence[0], claim.id)))


def _join_said_as_one(
    units: Sequence[Unit], groups: Sequence[tuple[int, ...]], renderings: Sequence[Rendering],
) -> list[tuple[int, ...]]:
    """Groups joined where whole statements in them are one utterance, and a bare denial with what it answers."""
    home = {units[index].id: str(number) for number, group in enumerate(groups) for index in group}
    joined = Unions(str(number) for number in range(len(groups)))
    for rendering in renderings:
        found = sorted(home[one] for one in rendering.statement_ids if one in home)
        for other in found[1:]:
            joined.join(found[0], other)
    for unit in units:
        if unit.answers is not None and unit.answers in home:
            joined.join(home[unit.id], home[unit.answers])
    return [
        tuple(sorted(index for number in numbers for index in groups[int(number)])) for numbers in joined.sets()
    ]


def _claim(units: list[Unit], originals: Originals, world: World) -> Claim:
    best = min(units, key=_worth)
    ordered = [best, *(unit for unit in units if unit is not best)]
    voices = [(unit, inherit_voice(unit, originals, world)) for unit in ordered]
    said = [(unit, voice) for unit, voice in voices if not unit.negated]
    roots = merge_roots(_one_a_sentence(said or voices))  # who denies a thing is no origin of it
    heard = (*roots, *merge_roots(_one_a_sentence(voices)))
    names = {voice: name_of(root) for root in reversed(heard) for voice in root}
    stances = tuple(_stances(voices, names, is_answered=bool(said)))
    evidence = tuple(dict.fromkeys(unit.evidence for unit in ordered))
    return Claim(
        id=derive_id("claim", *sorted(f"{one.page_id}:{one.start}:{one.end}" for one in evidence)),
        gist=best.text,
        evidence=evidence,
        members=tuple(sorted({member for unit in units for member in unit.members})),
        outlets=tuple(sorted({unit.outlet for unit in units})),
        origins=tuple(sorted({name_of(root) for root in roots})),
        own_voice=tuple(sorted({unit.article_id for unit, voice in voices if voice.kind == "own"})),
        standing=_first_standing(roots, stances),
        interested_party=any(is_party(unit, voice) for unit, voice in voices),
        stances=stances,
        credibility=None,
        reasons=tuple(_reasons(voices, roots, originals)),
        trace=(TraceStep(stage="claims", rule="slots" if len(units) > 1 else "alone"),),
    )


def _one_a_sentence(voices: Sequence[tuple[Unit, Voice]]) -> list[Voice]:
    """The voices that may count: of two in one sentence ("X said, according to a statement") the first is the root."""
    found: dict[tuple[str, int], Voice] = {}
    for unit, voice in sorted(voices, key=lambda pair: (pair[0].report.page.id, pair[0].span)):
        if voice.kind in COUNTED and not unit.doubted:
            found.setdefault((unit.report.page.id, unit.sentence.start), voice)
    return list(found.values())


def inherit_voice(unit: Unit, originals: Originals, world: World) -> Voice:
    """A unit's voice; what copied words say was seen was seen by the outlet whose text they are."""
    original = originals.original_of(unit) if unit.voice.kind == "witness" else None
    if original is None:
        return unit.voice
    return replace(unit.voice, key=f"outlet:{family_of(original, world)}", name=original)


def is_party(unit: Unit, voice: Voice) -> bool:
    """Whether the root is itself an actor or recipient of what is said, or belongs to a state that is."""
    if voice.kind in ("own", "unstated", "witness", "outlet"):
        return False
    if {voice.country, voice.key} & (unit.parties | unit.entities):
        return True
    return voice.kind in ("state", "body") and voice.country in unit.countries


def _worth(unit: Unit) -> tuple[bool, bool, bool, int, str, int]:
    """Sort key of the best wording: the article's body, attributed, of fair length, then the fullest."""
    length = len(unit.text)
    return (
        not unit.is_body, unit.voice.kind in ("own", "unstated"), length > LONGEST_GIST, -length, unit.report.page.id,
        unit.span.start,
    )


def _stances(voices: list[tuple[Unit, Voice]], names: Mapping[Voice, str], *, is_answered: bool) -> list[Stance]:
    """One stance for each article and kind: what it asserts itself, relays, denies or doubts.

    is_answered: somebody says the thing; a plain "not" that nobody gainsays denies nothing.
    """
    found: dict[tuple[str, StanceKind, str | None], Stance] = {}
    for unit, voice in voices:
        kind: StanceKind = "relays" if voice.kind not in ("own", "witness") else "asserts"
        if unit.doubted:
            kind = "doubts"
        elif unit.negated and (is_answered or not unit.is_negative):
            kind = "denies"
        origin = names.get(voice)
        found.setdefault(
            (unit.article_id, kind, origin),
            Stance(article_id=unit.article_id, stance=kind, origin=origin, evidence=unit.evidence),
        )
    return [found[key] for key in sorted(found, key=lambda key: (key[0], key[1], key[2] or ""))]


def _first_standing(roots: Sequence[object], stances: Sequence[Stance]) -> Standing:
    """The standing by this claim's own stances; conflicts with other claims may change it."""
    denied = {stance.origin for stance in stances if stance.stance == "denies"}
    said = {stance.origin for stance in stances if stance.stance in ("asserts", "relays")}
    if denied and (not said or said - denied or None in said):
        return "disputed" if said else "denied"
    if not roots:
        return "unattributed"
    return "origins_agree" if len(roots) > 1 else "one_origin"


def _standing(claim: Claim, conflicts: Sequence[Contradiction]) -> Standing:
    """disputed where a conflict names the claim; superseded where a later figure replaced its own (it stands left)."""
    named = [one for one in conflicts if claim.id in one.claim_ids]
    if any(one.reading in ("update", "revision") and one.claim_ids[0] == claim.id for one in named):
        return "superseded"
    return "disputed" if any(one.reading == "conflict" for one in named) else claim.standing


def _reasons(
    voices: list[tuple[Unit, Voice]], roots: Sequence[tuple[Voice, ...]], originals: Originals,
) -> list[str]:
    """Why the counts are what they are, for a reader."""
    reasons = []
    for root in roots:
        names = sorted({voice.name for voice in root})
        if len(names) > 1:
            reasons.append(f"counted as one origin: {', '.join(names)}")
    dropped = sorted({voice.name for _, voice in voices if voice.kind == "outlet"} - {v.name for r in roots for v in r})
    if dropped:
        reasons.append(f"what {', '.join(dropped)} rests on is not said, so it adds no origin")
    if any(voice.kind == "own" for _, voice in voices):
        reasons.append("stated in a page's own voice: origin unknown, not counted")
    if any(voice.kind == "unstated" for _, voice in voices):
        reasons.append("attributed to nobody in particular: not counted")
    copies = {unit.article_id for unit, _ in voices if originals.original_of(unit) is not None}
    if copies:
        reasons.append(f"carried also by {len(copies)} article(s) with text of another")
    return reasons
