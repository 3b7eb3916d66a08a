"""Modes that stand elsewhere than in an event's own row: in the noun or weapon beside it, in what is asked or threatened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copydesk.events.matching import find_match
from copydesk.events.tiebreaks import Draft, is_one_telling
from copydesk.lexicon.plover import Plover
from copydesk.record import Reading

_WEAPON_SLOTS = ("subj", "with", "use", "using", "by")
_ASKED = {
    "CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "yield",
}
_THREATENED = {"ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict", "SANCTION": "restrict"}
_CONTENT_MODES = {"REQUEST": _ASKED, "REJECT": _ASKED, "THREATEN": _THREATENED}  # category -> mode by category of content
_CONTENT_SLOTS = ("xcomp", "purpose", "ccomp", "for", "obj", "to", "of")


def find_modes(drafts: Sequence[Draft], reading: Reading, plover: Plover) -> list[Draft]:
    """Modes that other words name: an assault's noun or weapon, what is asked for, refused or threatened."""
    found = []
    for draft in drafts:
        if draft.modes:
            found.append(draft)
        elif draft.category == "ASSAULT":
            found.append(_find_mode(draft, drafts, reading, plover))
        else:
            found.append(_find_content_mode(draft, reading, plover) if draft.category in _CONTENT_MODES else draft)
    return found


def _find_content_mode(draft: Draft, reading: Reading, plover: Plover) -> Draft:
    """"Told them to withdraw" asks to yield, "refused to send tents" refuses to assist."""
    known = _CONTENT_MODES[draft.category]
    for slot in _CONTENT_SLOTS:
        for index in draft.match.frame.slots.get(slot, ()):
            inner = find_match(reading, index, plover)
            mode = known.get(inner.construction.category) if inner is not None else None
            if mode is not None:
                return replace(draft, modes=(mode,), rules=(*draft.rules, "content-names-the-mode"))
    return draft


def _find_mode(draft: Draft, drafts: Sequence[Draft], reading: Reading, plover: Plover) -> Draft:
    told = (other.modes for other in drafts if other is not draft and other.modes and is_one_telling(draft, other, reading))
    modes = next(told, ())
    if modes:
        return replace(draft, modes=modes, rules=(*draft.rules, "noun-names-the-mode"))
    weapon = _find_weapon(draft, reading, plover)
    return replace(draft, modes=(weapon,), rules=(*draft.rules, "weapon-names-the-mode")) if weapon else draft


def _find_weapon(draft: Draft, reading: Reading, plover: Plover) -> str | None:
    """The mode of the weapon that acts or that the act is done with: "Russian drones hit", "attacked with rockets"."""
    slots = draft.match.frame.slots
    lemmas = {reading.tokens[index].lemma.lower() for slot in _WEAPON_SLOTS for index in slots.get(slot, ())}
    return next((mode for mode, words in plover.weapons.items() if lemmas & words), None)
