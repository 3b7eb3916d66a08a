"""PLOVER's tie-breaks, each a named rule that the trace repeats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.events.frames import event_carrier
from copydesk.events.matching import Match
from copydesk.events.status import Standing
from copydesk.events.subjects import is_relation
from copydesk.events.surroundings import list_outcomes
from copydesk.lexicon.plover import Plover
from copydesk.record import Participant, Reading

COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
VERBAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_THREAT_MODES = {
    "arrest": "arrest", "restrict": "restrict", "curfew": "restrict", "expel": "expel", "deport": "expel",
    "discontinue": "relations", "withdraw": "relations", "seize": "territory",
}
_REFUSAL_MODES = {
    "CONSULT": ("meet",), "AID": ("assist",), "COOPERATE": ("assist",), "RETREAT": ("yield",), "CONCEDE": ("yield",),
}
_EXERCISING = frozenset({"conduct", "hold", "stage", "begin", "start", "carry", "exercise", "drill", "patrol", "perform"})
AHEAD = frozenset({"modal", "if-clause", "condition", "would", "proviso", "possible-noun"})
# What a body of states, or a state to another, forbids or keeps is a sanction; what it does to people in reach is coercion.
_BARRING = frozenset({"ban", "bar", "forbid", "prohibit", "freeze", "withhold", "outlaw", "blacklist", "restrict", "block"})
_BODIES = frozenset({"UNO", "IGO", "EUR"})
_CARRYING = frozenset({"obj", "on", "to", "for"})
_LOADING = frozenset({"load", "board", "embark"})
_DISASTER = frozenset({"disasters", "health"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event on its way: what fired, who takes part, and the rules that changed it. contexts: of its own clause."""

    match: Match
    category: str
    modes: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    standing: Standing
    contexts: tuple[str, ...]
    by_speaker: bool
    rules: tuple[str, ...] = ()

    def becomes(self, category: str, rule: str, modes: tuple[str, ...] = ()) -> Draft:
        """The draft in another category, with the rule noted."""
        return replace(self, category=category, modes=modes, rules=(*self.rules, rule))


def settle_category(draft: Draft, plover: Plover) -> Draft:
    """The draft after the tie-breaks that change its own category."""
    for rule in (
        _refusal_is_reject, _disaster_deployment_is_aid, _joint_exercise_is_cooperation, _ended_hostility_yields,
        _ended_cooperation_is_sanction, _barred_abroad_is_sanction, _arms_for_another_state_are_aid,
        _future_cooperation_is_agreement, _future_retreat_is_concession, _future_hostility_by_speaker_is_threat,
    ):
        draft = rule(draft, plover)
    return draft


def _refusal_is_reject(draft: Draft, plover: Plover) -> Draft:
    """"It will not lift the ban": what somebody says they will not do is refused, now."""
    standing = draft.standing
    if standing.rule != "negated-future" or draft.category == "AGREE" or plover.quad(draft.category)[1] != "C":
        return draft
    refused = draft.becomes("REJECT", "negated-future-cooperation-is-REJECT", _REFUSAL_MODES.get(draft.category, ()))
    return replace(refused, standing=Standing("asserted", "refusal"))


def settle_ahead(draft: Draft) -> Draft:
    """The draft once its date has shown that it is still to come."""
    for rule in (_future_cooperation_is_agreement, _future_retreat_is_concession):
        draft = rule(draft)
    return draft


def _is_ahead(draft: Draft) -> bool:
    """Whether something is still to come: planned, or possible ("may send", "could meet if")."""
    standing = draft.standing
    return standing.status == "planned" or (standing.status == "conditional" and standing.rule in AHEAD)


def _future_cooperation_is_agreement(draft: Draft, _: Plover | None = None) -> Draft:
    put_off = draft.standing.governor == "postpones"  # "the talks were postponed" agrees to nothing
    if draft.category in COOPERATIVE and _is_ahead(draft) and not put_off:
        return draft.becomes("AGREE", "future-cooperation-is-AGREE")
    return draft


def _future_retreat_is_concession(draft: Draft, _: Plover | None = None) -> Draft:
    if draft.category == "RETREAT" and _is_ahead(draft):
        return draft.becomes("CONCEDE", "future-RETREAT-is-CONCEDE")
    return draft


def _future_hostility_by_speaker_is_threat(draft: Draft, plover: Plover) -> Draft:
    if plover.quad(draft.category) != "MX" or draft.standing.status != "planned" or not draft.by_speaker:
        return draft
    modes = tuple(dict.fromkeys(_THREAT_MODES.get(mode, "violence") for mode in draft.modes))
    return draft.becomes("THREATEN", "future-hostility-by-speaker-is-THREATEN", modes or ("violence",))


def _joint_exercise_is_cooperation(draft: Draft, _: Plover) -> Draft:
    if draft.category != "MOBILIZE":
        return draft
    countries = {actor.country for actor in draft.actors if actor.country}
    frame = draft.match.frame
    with_partner = "with" in frame.slots and draft.match.construction.lemma in _EXERCISING
    if "joint" in frame.mods or len(countries) > 1 or with_partner:
        return draft.becomes("COOPERATE", "joint-exercise-is-COOPERATE")
    return draft


def _arms_for_another_state_are_aid(draft: Draft, _: Plover) -> Draft:
    """"London sent vehicles to Kyiv": arms that one state sends to another are aid; ships and planes may go themselves."""
    states = {one.country for one in draft.recipients if one.country}
    own = {one.country for one in draft.actors if one.country}
    if draft.category == "MOBILIZE" and draft.match.construction.handed and states and own and not states & own:
        return draft.becomes("AID", "arms-for-another-state-are-AID")
    return draft


def _disaster_deployment_is_aid(draft: Draft, _: Plover) -> Draft:
    if draft.category == "MOBILIZE" and _DISASTER.intersection(draft.contexts) and "military" not in draft.contexts[:1]:
        return draft.becomes("AID", "disaster-deployment-is-AID")
    return draft


def _ended_hostility_yields(draft: Draft, plover: Plover) -> Draft:
    if draft.standing.governor != "ends" or plover.quad(draft.category) != "MX":
        return draft
    if draft.category in ("ASSAULT", "MOBILIZE"):
        modes = ("ceasefire",) if draft.category == "ASSAULT" else ()
        return draft.becomes("RETREAT", "ended-hostility-is-RETREAT", modes)
    return draft.becomes("CONCEDE", "ended-pressure-is-CONCEDE")


def _ended_cooperation_is_sanction(draft: Draft, _: Plover) -> Draft:
    if draft.standing.governor == "ends" and draft.category in COOPERATIVE:
        return draft.becomes("SANCTION", "ended-cooperation-is-SANCTION", ("discontinue",))
    return draft


def _barred_abroad_is_sanction(draft: Draft, _: Plover) -> Draft:
    """"The Council forbade Pyongyang tanks": what one state or a body of states bars to another is a sanction."""
    if draft.category != "COERCE" or draft.match.construction.lemma not in _BARRING:
        return draft
    own = {one.country for one in draft.actors if one.country}
    others = {one.country for one in draft.recipients if one.country}
    if own & _BODIES or (own and others and not own & others):
        return draft.becomes("SANCTION", "barred-abroad-is-SANCTION")
    return draft


def settle_loading(drafts: Sequence[Draft]) -> list[Draft]:
    """What forces load in the sentence that has them leave is loaded to leave: RETREAT, not MOBILIZE."""
    leaving = [d for d in drafts if d.category == "RETREAT" or "future-RETREAT-is-CONCEDE" in d.rules]
    return [
        draft.becomes("RETREAT", "loading-to-leave-is-RETREAT", ("withdraw",))
        if draft.match.construction.lemma in _LOADING and any(_share(draft.actors, other.actors) for other in leaving)
        else draft
        for draft in drafts
    ]


def settle_outcomes(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """What an assault led to is no second one: "shelled the town, killing a nurse" is told once, with whom it hit."""
    settled = list(drafts)
    for draft in drafts:
        acts = [other for other in settled if other is not draft and _is_outcome(draft, other, reading)]
        if acts and draft in settled:
            act = acts[0]
            told = act if act.recipients else replace(act, recipients=draft.recipients)
            settled[settled.index(act)] = replace(told, rules=(*told.rules, "outcome-of-the-assault"))
            settled.remove(draft)
    return settled


def _is_outcome(outcome: Draft, act: Draft, reading: Reading) -> bool:
    if not outcome.category == act.category == "ASSAULT" or not _share(outcome.actors, act.actors):
        return False
    trigger, head = outcome.match.frame.trigger, act.match.frame.head
    aimed = outcome.standing.rule == "purpose" and reading.tokens[trigger].head == head  # "fired gas to disperse the crowd"
    return aimed or trigger in list_outcomes(reading, head)


def apply_negation_table(category: str, plover: Plover) -> str:
    """What not doing a thing amounts to, by the negation table of Zero-Shot-PLOVER: used where a root must be given.

    Events in the record keep their category and say status=denied instead, as the manual prefers.
    """
    quad = plover.quad(category)
    if quad == "VC" or category == "CONCEDE":
        return "REJECT"
    if quad == "MC":
        return "SANCTION"
    return "AGREE" if quad == "VX" else "RETREAT"


def drop_beaten(drafts: Sequence[Draft], reading: Reading) -> tuple[Draft, ...]:
    """The drafts of one sentence without those that another one of them beats; who stays notes the rules by which it won.

    What a row found is never beaten by what the head alone found.
    """
    won: dict[int, list[str]] = {place: [] for place in range(len(drafts))}
    for place, loser in enumerate(drafts):
        rules = (
            (other, _beats(winner, loser, reading)) for other, winner in enumerate(drafts)
            if other != place and not (winner.match.probability is not None and loser.match.probability is None)
        )
        beaten = next(((other, rule) for other, rule in rules if rule), None)
        if beaten is not None:
            won.pop(place)
            won.get(beaten[0], []).append(beaten[1])
    return tuple(_noting(drafts[place], rules) for place, rules in won.items())


def _noting(draft: Draft, rules: Sequence[str]) -> Draft:
    return replace(draft, rules=tuple(dict.fromkeys((*draft.rules, *rules)))) if rules else draft


def _beats(winner: Draft, loser: Draft, reading: Reading) -> str | None:
    """The rule by which one draft beats another; None where it does not."""
    inside = winner.match.frame.trigger in _path_up(reading, loser.match.frame.trigger)
    if winner.category == "PROTEST" and inside and loser.category != "ASSAULT":
        return "topic-of-protest"  # what a protest is about is not a second event
    same_actor = _share(winner.actors, loser.actors)
    if winner.category == "ASSAULT" and loser.category == "MOBILIZE" and same_actor:
        return "mobilisation-inside-assault"
    if "convict" in winner.modes and loser.category == "ACCUSE" and _hit_one(winner, loser):
        return "conviction-over-accusation"
    if is_one_telling(winner, loser, reading):
        return "verb-and-its-noun"  # "launched an attack" is told once
    material = winner.category not in VERBAL and loser.category in VERBAL
    if material and same_actor and inside and _is_purpose(reading, loser) and not _is_beside(reading, loser, winner):
        return "material-over-verbal"
    return None


def _hit_one(left: Draft, right: Draft) -> bool:
    """Whether two drafts have a recipient in common: the same words, or one entity in other words."""
    entities = {one.entity_id for one in left.recipients} - {None}
    return _share(left.recipients, right.recipients) or any(one.entity_id in entities for one in right.recipients)


def is_one_telling(winner: Draft, loser: Draft, reading: Reading) -> bool:
    """A verb and the noun it carries tell one event: the more demanding row stays, of equals the noun."""
    verb, noun = sorted((winner, loser), key=lambda draft: draft.match.frame.nominal)
    if verb.match.frame.nominal or not noun.match.frame.nominal:
        return False
    token = reading.tokens[event_carrier(reading, noun.match.frame.trigger)]
    first = token.head
    carried = first == verb.match.frame.trigger and is_relation(token, "obj", "obl", "nsubj")
    if not carried or not (noun.match.frame.head == first or noun.category == verb.category):
        return False
    asks = any(c.words and not _CARRYING.isdisjoint(c.slots) for c in verb.match.construction.conditions)
    return winner is (verb if asks or verb.category == noun.category else noun)


def _is_beside(reading: Reading, inner: Draft, outer: Draft) -> bool:
    """Whether a coordination lies between: "began loading and will begin leaving" tells two things."""
    index = inner.match.frame.trigger
    above = outer.match.frame.trigger
    between = (index, *_path_up(reading, index))
    return any(is_relation(reading.tokens[i], "conj") for i in between[: between.index(above)])


def _is_purpose(reading: Reading, draft: Draft) -> bool:
    token = reading.tokens[draft.match.frame.trigger]
    return is_relation(token, "advcl", "xcomp") or draft.match.frame.nominal


def _share(left: Sequence[Participant], right: Sequence[Participant]) -> bool:
    spans = {p.span for p in left}
    return any(p.span in spans for p in right)


def _path_up(reading: Reading, index: int) -> Iterator[int]:
    for _ in range(12):
        head = reading.tokens[index].head
        if head == index:
            return
        yield head
        index = head
