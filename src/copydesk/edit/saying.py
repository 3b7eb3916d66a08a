"""What they are saying: verbatim quotations with who said them, when, and through whom."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.edit.antecedents import ANAPHORIC, find_antecedent
from copydesk.edit.chains import find_heard, write_chains
from copydesk.edit.facts import Fact, is_quotation, is_quoted
from copydesk.edit.galley import OVERTAKEN, Galley
from copydesk.edit.holdings import Holdings, Said
from copydesk.edit.passages import Passage, cite
from copydesk.edit.trimming import stopped, trim
from copydesk.edit.voices import UNNAMED, name_speaker, quote, short_name, speaker_key, speaks_for_itself, write_said_on
from copydesk.record import Claim

NEAR = 160  # characters between two quotations of one speaker that are shown as one
QUOTES_OF_ONE = 2  # lines a speaker gets before others are heard


def write_saying(galley: Galley, facts: Sequence[Fact]) -> None:
    """The quotations, verbatim, with who said them, when, and through whom; every speaker before any a third time."""
    holdings = galley.holdings
    quoted = [fact for fact in facts if is_quoted(fact, holdings)]
    heard: dict[str, int] = {}
    for fact in sorted(quoted, key=lambda f: -f.weight):
        if galley.has_told(fact):
            continue
        best = _best_quotation(fact, holdings)
        if _note_quoted(best, fact, holdings) is None:
            galley.leave(fact.passages, ANAPHORIC)
            continue
        key = speaker_key(best, holdings)
        if not galley.has_room("saying") or heard.get(key, 0) >= QUOTES_OF_ONE:
            galley.leave(fact.passages, "beyond the length of its section")
            continue
        heard[key] = heard.get(key, 0) + 1
        untold = [other for other in quoted if not galley.has_told(other)]
        group = [fact, *_continued(fact, best, untold, holdings)]
        shown = [passage for one in group if (passage := _quoted_in(_best_quotation(one, holdings), holdings))]
        galley.set_fact("saying", _word_quotations(group, holdings), group, shown=shown)


def _best_quotation(fact: Fact, holdings: Holdings) -> Said:
    """The fullest quotation of a fact, from an original rather than a copy."""
    quotations = [said for said in fact.said if is_quotation(said)]
    outer = {said.statement.nested_in for said in quotations}
    return min(quotations, key=lambda s: (
        s.statement.id in outer, short_name(s, holdings) == UNNAMED, _is_copy(s, holdings), -len(quote(s, holdings)),
        s.statement.id,
    ))


def _note_quoted(said: Said, fact: Fact, holdings: Holdings) -> str | None:
    """What a short quotation points back to, in brackets; "" where it points nowhere, None where that is not known."""
    page, notes = said.report.page, []
    for span in said.statement.content:
        found = find_antecedent(cite(page.text, page.id, span.start, span.end), fact.claim, holdings)
        notes.append("".join(found.values()) if found is not None else None)
    known = [note for note in notes if note is not None]
    return "".join(known) if known else None


def _quoted_in(said: Said, holdings: Holdings) -> Passage | None:
    span = said.statement.span
    return holdings.find_passage(said.report.page.id, span.start, span.end)


def _is_copy(said: Said, holdings: Holdings) -> bool:
    return said.report.article is not None and holdings.is_copy(said.report.article.id)


def _continued(fact: Fact, best: Said, quoted: Sequence[Fact], holdings: Holdings) -> list[Fact]:
    """The fact whose quotation of the same speaker follows or precedes this one closely on the same page, if any."""
    for other in quoted:
        if other is fact or holdings.claims[other.claim.id].standing in OVERTAKEN:
            continue
        for said in other.said:
            if (
                is_quotation(said) and said.report.page.id == best.report.page.id
                and speaker_key(said, holdings) == speaker_key(best, holdings)
                and 0 <= _gap(said, best) <= NEAR
            ):
                return [other]
    return []


def _gap(one: Said, other: Said) -> int:
    first, second = sorted((one.statement.span, other.statement.span))
    return second.start - first.end


def _word_quotations(facts: Sequence[Fact], holdings: Holdings) -> str:
    """"Ferrel, Interior Ministry spokesman, Mon 14 Oct: "..."; "...". Ferrel > bureau > paper." """
    best = [_best_quotation(fact, holdings) for fact in facts]
    if len(facts) == 1 and not speaks_for_itself(best[0], holdings):
        return _word_sentence(facts[0], best[0], holdings)
    first = min(best, key=lambda said: (said.report.page.id != best[0].report.page.id, said.statement.span))
    on = write_said_on(first.statement, holdings.story.as_of)
    intro = ", ".join(part for part in (name_speaker(first, holdings), on) if part)
    words = "; ".join(quote(said, holdings) for said in sorted(best, key=lambda s: (s.report.page.id, s.statement.span)))
    other = _other_rendering(facts[0].claim, best[0], holdings)
    heard = tuple(s for s in find_heard(facts) if speaker_key(s, holdings) == speaker_key(first, holdings))
    chains = write_chains(heard, holdings, as_spoken=True)
    note = "".join(_note_quoted(said, fact, holdings) or "" for said, fact in zip(best, facts, strict=True))
    return f"{intro[:1].upper()}{intro[1:]}: {stopped(words + note)}{other}{f' {chains}.' if chains else ''}"


def _word_sentence(fact: Fact, best: Said, holdings: Holdings) -> str:
    """The whole sentence, where the words between the marks would not stand alone."""
    passage = _quoted_in(best, holdings) or fact.passages[0]
    chains = write_chains(find_heard((fact,)), holdings, as_spoken=True)
    stretch = next((shown for one, shown in zip(fact.passages, fact.stretches, strict=True) if one == passage), None)
    return f"{stopped(trim(passage, holdings, stretch=stretch))}{f' {chains}.' if chains else ''}"


def _other_rendering(claim: Claim, best: Said, holdings: Holdings) -> str:
    """The same utterance as another page words it, where the pages differ."""
    ids = next((r.statement_ids for r in holdings.story.renderings if best.statement.id in r.statement_ids), ())
    shown = {_bare(quote(best, holdings))}
    for said in (holdings.said[i] for i in ids if i in holdings.said and i != best.statement.id):
        words = quote(said, holdings)
        if is_quotation(said) and not any(_bare(words) in one or one in _bare(words) for one in shown):
            article = said.report.article
            return f" One utterance, also rendered {words} ({holdings.label(article.id) if article else 'page'})."
    return ""


def _bare(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalnum() or letter == " ").strip()
