"""What a user's dictionaries add to an event once it is coded: their codes in its trace, contexts, and what they discard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.events.dictionary import code_by_dictionary
from copydesk.events.participants import Cast
from copydesk.events.tiebreaks import Draft
from copydesk.lexicon import World
from copydesk.lexicon.cameo import CameoLexicon
from copydesk.record import Article, Participant, Sentence, TraceStep

CODE, ACTORS, RECIPIENTS, ISSUES = "cameo", "cameo-actors", "cameo-recipients", "issues"  # rules of the trace


def list_steps(cast: Cast, draft: Draft, sentence: Sentence) -> Iterator[TraceStep]:
    """The dictionary's code, the codes of each side in its order ("-" where unknown), and the issues of the sentence."""
    lexicon, row = cast.world.dictionary, draft.match.construction
    if lexicon is None:
        return
    if row.code is not None and row.category == draft.category:
        yield _step(CODE, row.code)
    for rule, parties in ((ACTORS, draft.actors), (RECIPIENTS, draft.recipients)):
        codes = list(_code_parties(lexicon, parties, cast.day))
        if any(codes):
            yield _step(rule, " ".join(code or "-" for code in codes))
    issues = lexicon.find_issues(cast.text[sentence.start : sentence.end])
    if issues:
        yield _step(ISSUES, " ".join(issues))


def _step(rule: str, row: str) -> TraceStep:
    return TraceStep(stage="events", rule=rule, row=row)


def _code_parties(lexicon: CameoLexicon, parties: Sequence[Participant], day: str | None) -> Iterator[str]:
    for party in parties:
        told = code_by_dictionary(lexicon, party.name or "", day)
        yield told.joined if told else ""


def list_contexts(world: World, draft: Draft) -> tuple[str, ...]:
    """The contexts that a CAMEO code itself speaks of ("0354" of economy), as long as its category stands."""
    row = draft.match.construction
    told = world.event_codes.find_plover(row.code) if row.code is not None and row.category == draft.category else None
    return told.contexts if told else ()


def find_discard(cast: Cast, article: Article, sentence: Sentence) -> str | None:
    """Why a user's list keeps a sentence from being coded; None where it does not."""
    lexicon = cast.world.dictionary
    if lexicon is None:
        return None
    headline = article.headline
    whole = [block.span for block in article.blocks] + ([headline] if headline else [])
    texts = (cast.text[span.start : span.end] for span in whole)
    told = next((found for text in texts if (found := lexicon.find_discard(text, of_article=True))), None)
    if told is not None:
        return f"the dictionary discards articles with “{told}”"
    told = lexicon.find_discard(cast.text[sentence.start : sentence.end], of_article=False)
    return None if told is None else f"the dictionary discards sentences with “{told}”"
