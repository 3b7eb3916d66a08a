"""A user's CAMEO dictionaries in the coding of PLOVER events: their verbs before our rows, their actors before ours."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.events.frames import conjuncts, find_verb_frame
from copydesk.events.matching import Match
from copydesk.events.subjects import is_relation
from copydesk.events.triples import find_block, find_pattern
from copydesk.lexicon import World
from copydesk.lexicon.cameo import NOTHING, CameoLexicon, PhraseCode, VerbBlock
from copydesk.lexicon.constructions import Condition, Construction
from copydesk.lexicon.eventcodes import DROPPED, PloverOfCameo
from copydesk.record import Reading, Sentence

MUTUAL = frozenset({"CONSULT", "COOPERATE"})  # where "[040:040]" makes both sides actors


def with_dictionary(
    reading: Reading, sentence: Sentence, matches: Sequence[Match], world: World,
) -> tuple[Match, ...]:
    """The matches of a sentence, where a user's verbs are known by what their dictionary says of them.

    A verb that it codes as nothing, or as a mere statement or appeal, is no event; one whose code is none of CAMEO's is left
    to our own rows.
    """
    lexicon = world.dictionary
    if lexicon is None:
        return tuple(matches)
    theirs: dict[int, Match | None] = {}
    for index in range(sentence.first, sentence.last):
        token = reading.tokens[index]
        block = find_block(reading, index, lexicon) if token.tag == "VERB" and not is_relation(token, "aux") else None
        if block is not None:
            _add_match(theirs, reading, index, block, world)
    found = [match for match in matches if match.frame.trigger not in theirs]
    found += [match for match in theirs.values() if match is not None]
    return tuple(sorted(found, key=lambda match: match.frame.trigger))


def _add_match(theirs: dict[int, Match | None], reading: Reading, index: int, block: VerbBlock, world: World) -> None:
    frame = find_verb_frame(reading, index)
    several = any(len(conjuncts(reading, head)) > 1 for head in frame.slots.get("subj", ()))
    pattern = find_pattern(reading, index, block, several=several)
    code, where = (block.code, block.where) if pattern is None else (pattern.code, pattern.where)
    forth, _, back = code.partition(":")
    told = world.event_codes.find_plover(forth)
    if told is not None:
        asked = frozenset().union(*pattern.after) if pattern is not None and pattern.after else None
        mutual = told.category in MUTUAL and (forth == back or (pattern is not None and pattern.mutual))
        lemma = reading.tokens[index].lemma.lower()
        theirs[index] = Match(_make_row(lemma, forth, where, told, asked=asked, mutual=mutual), frame)
    elif code == NOTHING or forth.startswith(DROPPED):
        theirs[index] = None


def _make_row(
    lemma: str, code: str, where: str, told: PloverOfCameo, *, asked: frozenset[str] | None, mutual: bool,
) -> Construction:
    """A dictionary's verb as one of our rows, which participants and tie-breaks read."""
    conditions = (Condition(("obj",), asked, wanted=True),) if asked else ()
    return Construction(
        row=f"{where} [{code}]", category=told.category, lemma=lemma, word_class="v", particles=(),
        conditions=conditions, negated=False, modes=told.modes, mutual=mutual, alone=False, words_only=False, told=False,
        handed=False, actor_slot=None, recipient_slot=None, weight=0, example="", code=code,
    )


def code_by_dictionary(lexicon: CameoLexicon | None, words: str, day: str | None) -> PhraseCode | None:
    """What a user's dictionaries say of a phrase; None where they know nothing in it."""
    if lexicon is None:
        return None
    told = lexicon.code_phrase([_bare(word) for word in words.lower().split()], day)
    return told if told.code is not None or told.agents else None


def _bare(word: str) -> str:
    return word.strip(".,;:'’\"“”()").removesuffix("'s").removesuffix("’s")


def read_code(
    world: World, told: PhraseCode, country: str | None, sectors: tuple[str, ...],
) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors by the code of a dictionary, ours where it says nothing of one: an agent alone has no country."""
    first = told.joined.split("/")[0]
    theirs = world.event_codes.split_actor(first, is_state=lambda code: world.states.by_code(code) is not None)
    return theirs[0] or country, theirs[1] or (sectors if told.code is None else ())
