"""The upper half of a brief: why it matters, what is happening, what they are saying, what is worth noting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copydesk.edit.antecedents import ANAPHORIC, find_antecedent
from copydesk.edit.chains import write_chains
from copydesk.edit.facts import Fact, is_quotation, is_quoted
from copydesk.edit.galley import Backing, Galley
from copydesk.edit.holdings import Holdings, Said
from copydesk.edit.passages import BODY, Passage, cite
from copydesk.edit.trimming import trim
from copydesk.edit.voices import (
    UNNAMED,
    name_speaker,
    quote,
    short_name,
    speaker_key,
    speaks_for_itself,
    write_said_on,
)
from copydesk.record import Claim, Evidence, Section

NEAR = 160  # characters between two quotations of one speaker that are shown as one
OVERTAKEN = frozenset({"superseded", "denied"})
LONGEST_NAME = 14  # words of a line such as "— Ada Tresk, mayor of Port Ansel"
QUOTES_OF_ONE = 2  # lines a speaker gets before others are heard


def write_significance(galley: Galley, facts: Sequence[Fact]) -> None:
    """Why it matters, in the words of a page that says so."""
    holdings = galley.holdings
    for passage in _labelled(holdings):
        if not galley.has_room("why_it_matters"):
            galley.leave((passage,), "beyond the length of its section")
            continue
        inside = [fact for fact in facts if passage in fact.passages]
        text = trim(passage, holdings)
        chains = write_chains(_heard(inside), holdings, shortest=2) or holdings.outlet(passage.article_id)
        backing = Backing(
            claim_ids=tuple(fact.claim.id for fact in inside), carried_by=1,
            traced_to=max((len(fact.claim.origins) for fact in inside), default=0) or None,
        )
        words = f"{_stopped(text)} {chains}." if chains else _stopped(text)
        galley.set_line("why_it_matters", words, (holdings.cite(passage),), kind="judgement", backing=backing)


def write_happening(galley: Galley, facts: Sequence[Fact]) -> None:
    """What is said to have happened, be under way or be planned, in the order given; quotations wait for their section.

    The first one, the lead, is told here even where it also announces something to watch.
    """
    news = [fact for fact in facts if not is_quoted(fact, galley.holdings) and not _is_minor(fact, galley.holdings)]
    for number, fact in enumerate(news):
        _tell(galley, "happening", fact, facts, waits=number > 0)


def write_noteworthy(galley: Galley, facts: Sequence[Fact]) -> None:
    """What is only passed on, hangs on a condition, or what a page itself sets aside as worth noting."""
    for fact in facts:
        if _is_minor(fact, galley.holdings):
            _tell(galley, "worth_noting", fact, facts)


def write_saying(galley: Galley, facts: Sequence[Fact]) -> None:
    """The quotations, verbatim, with who said them, when, and through whom; every speaker before any a third time."""
    holdings = galley.holdings
    quoted = [fact for fact in facts if is_quoted(fact, holdings)]
    heard: dict[str, int] = {}
    for fact in sorted(quoted, key=lambda f: -f.weight):
        if _is_told(galley, fact):
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
        untold = [other for other in quoted if not _is_told(galley, other)]
        group = [fact, *_continued(fact, best, untold, holdings)]
        shown = [passage for one in group if (passage := _quoted_in(_best_quotation(one, holdings), holdings))]
        galley.set_fact("saying", _word_quotations(group, holdings), group, shown=shown)


def _tell(
    galley: Galley, section: Section, fact: Fact, facts: Sequence[Fact], *, waits: bool = True,
) -> None:
    """Set the fact's line unless it is told, waits for another section, or there is no room; the reason is kept."""
    holdings = galley.holdings
    if fact.claim.standing in OVERTAKEN or _is_told(galley, fact) or (waits and galley.reserved & set(fact.passages)):
        return
    best = fact.passages[0]
    if _only_attributes(best, holdings):
        galley.leave(fact.passages, "it only says who is quoted beside it")
        return
    like = galley.number_like(fact.stretches[0].words)
    if like is not None:
        galley.leave(fact.passages, f"says much the same as line {like}")
        return
    if not galley.has_room(section) or best.role not in BODY:
        galley.leave(fact.passages, "beyond the length of its section")
        return
    shown = fact.stretches[0]
    notes = find_antecedent(shown, fact.claim, holdings)
    if notes is None:
        galley.leave(fact.passages, ANAPHORIC)
        return
    together = [fact, *(other for other in facts if other is not fact and _is_shown(other, shown))]
    text = _stopped(trim(best, holdings, keep=_kept(fact), stretch=shown, notes=notes))
    chains = write_chains(_heard((fact,), best), holdings)
    galley.set_fact(section, f"{text} {chains}." if chains else text, together)


def _is_told(galley: Galley, fact: Fact) -> bool:
    return galley.number_of(fact.claim.id) is not None or galley.number_citing(fact.stretches[0]) is not None


def _is_shown(fact: Fact, shown: Evidence) -> bool:
    """Whether one of the fact's own stretches lies in the words that a line shows."""
    return any(
        one.page_id == shown.page_id and shown.start <= one.start and one.end <= shown.end for one in fact.stretches
    )


def _is_minor(fact: Fact, holdings: Holdings) -> bool:
    """Hearsay, a condition, speech that was not made, or a paragraph the page labels as an aside."""
    best = fact.passages[0]
    text = holdings.pages[best.page_id].text
    editing = holdings.editing
    if editing.is_hearsay(text[best.start : best.end]) or editing.is_aside(text, best.block_start, best.end):
        return True
    if any(s.statement.utterance != "made" or s.statement.condition for s in fact.said):
        return True
    return bool(fact.happened) and all(h.event.status in ("conditional", "historical") for h in fact.happened)


def _kept(fact: Fact) -> tuple[tuple[int, int], ...]:
    best = fact.passages[0]
    return tuple((one.start, one.end) for one in fact.claim.evidence if one.page_id == best.page_id)


def _heard(facts: Iterable[Fact], shown: Passage | None = None) -> tuple[Said, ...]:
    """The statements of these facts; where a sentence is shown, only those of speakers it gives, if it gives any."""
    heard = tuple(dict.fromkeys(said for fact in facts for said in fact.said))
    given = {_speaker(said) for said in heard if shown and _is_in(said, shown)}
    return tuple(said for said in heard if not given or _speaker(said) in given)


def _speaker(said: Said) -> str | None:
    speaker = said.statement.speaker
    return (speaker.entity_id or speaker.name) if speaker else None


def _is_in(said: Said, passage: Passage) -> bool:
    span = said.statement.span
    return said.report.page.id == passage.page_id and span.start < passage.end and passage.start < span.end


def _only_attributes(passage: Passage, holdings: Holdings) -> bool:
    """Whether the sentence only names the speaker of a quotation that stands outside it ("— Ada Tresk, mayor")."""
    statements = [s for s in holdings.reports[passage.article_id].statements
                  if s.span.start <= passage.start and passage.end <= s.span.end]
    return any(
        not any(span.start < passage.end and passage.start < span.end for span in s.content) for s in statements
    ) or (holdings.words(passage)[0] in "—–" and len(holdings.words(passage).split()) <= LONGEST_NAME)


def _labelled(holdings: Holdings) -> Iterator[Passage]:
    for passages in holdings.passages.values():
        for passage in passages:
            text = holdings.pages[passage.page_id].text
            if passage.role in BODY and passage.opens_block and (
                holdings.editing.significance_end(text, passage.start, passage.end) is not None
            ):
                yield passage


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
    heard = tuple(s for s in _heard(facts) if speaker_key(s, holdings) == speaker_key(first, holdings))
    chains = write_chains(heard, holdings, as_spoken=True)
    note = "".join(_note_quoted(said, fact, holdings) or "" for said, fact in zip(best, facts, strict=True))
    return f"{intro[:1].upper()}{intro[1:]}: {_stopped(words + note)}{other}{f' {chains}.' if chains else ''}"


def _word_sentence(fact: Fact, best: Said, holdings: Holdings) -> str:
    """The whole sentence, where the words between the marks would not stand alone."""
    passage = _quoted_in(best, holdings) or fact.passages[0]
    chains = write_chains(_heard((fact,)), holdings, as_spoken=True)
    stretch = next((shown for one, shown in zip(fact.passages, fact.stretches, strict=True) if one == passage), None)
    return f"{_stopped(trim(passage, holdings, stretch=stretch))}{f' {chains}.' if chains else ''}"


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


def _stopped(words: str) -> str:
    """The words with a full stop where they end in none."""
    return words if words.rstrip("\"'”’»)]").endswith((".", "!", "?", "…")) else f"{words}."


