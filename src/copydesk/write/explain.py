"""What is behind a line of a brief, from the story file alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.errors import BadOption
from copydesk.lexicon import load_world
from copydesk.lexicon.days import write_when
from copydesk.record import Claim, Event, Evidence, Line, Report, Statement, Story, Trace
from copydesk.write.events.rows import TOLD_APART, context_words_of, reasons_of
from copydesk.write.leaves import Leaf, find_beside, find_holders, find_leaves, row_of, write_beside
from copydesk.write.sheet import FLAG, TITLES, write_counts

_OPEN, _CLOSE = "»", "«"  # around the exact words in their sentence; rare enough on English pages to stand out


def write_explanation(story: Story, line: str | int) -> str:
    """Page, outlet, exact words in their sentence, relays and trace of a line, by its number from 1 or its id.

    Raises BadOption where the story has no such line.
    """
    number, found = _find_line(story, str(line).strip())
    return "\n".join([*_opening(story, number, found), *_claims(story, found), *_pages(story, found)]) + "\n"


def _find_line(story: Story, wanted: str) -> tuple[int, Line]:
    for number, line in enumerate(story.brief, 1):
        if wanted in (str(number), line.id):
            return number, line
    raise BadOption(f"line {wanted!r}: the brief of this story has lines 1 to {len(story.brief)}")


def _opening(story: Story, number: int, line: Line) -> Iterator[str]:
    parties = {claim.id for claim in story.claims if claim.interested_party}
    flag = f" {FLAG} traced to a party to the event" if parties & set(line.claim_ids) else ""
    yield f"Line {number} · {TITLES[line.section]} · {line.kind} · {line.id}"
    yield f"  {line.text}"
    counts = write_counts(line)
    if counts:
        yield f"  {counts}{flag}"


def _claims(story: Story, line: Line) -> Iterator[str]:
    by_id = {claim.id: claim for claim in story.claims}
    labels = {r.article.id: f"page {leaf.letter}" for leaf in find_leaves(story) for r in story.reports
              if r.article and r.page.id == leaf.page.id}
    for claim in (by_id[i] for i in line.claim_ids if i in by_id):
        yield from ("", f"Claim {claim.id}: {claim.standing.replace('_', ' ')}")
        yield f"  gist: {' '.join(claim.gist.split())}"
        yield f"  origins: {', '.join(claim.origins) or 'none named'}"
        if claim.own_voice:
            yield f"  own voice, origin unknown: {', '.join(labels.get(i, i) for i in claim.own_voice)}"
        yield from (f"  because: {_named(reason, labels)}" for reason in claim.reasons)
        yield from _stances(claim, labels)
        yield from _trace(claim.trace, "  ")


def _stances(claim: Claim, labels: dict[str, str]) -> Iterator[str]:
    for stance in claim.stances:
        origin = f" on the word of {stance.origin}" if stance.origin else ""
        yield f"  {labels.get(stance.article_id, stance.article_id)} {stance.stance} it{origin}"


def _named(reason: str, labels: dict[str, str]) -> str:
    for article_id, label in labels.items():
        reason = reason.replace(article_id, label)
    return reason


def _pages(story: Story, line: Line) -> Iterator[str]:
    leaves = {leaf.page.id: leaf for leaf in find_leaves(story)}
    originals = find_beside(story)
    members = {member for claim in story.claims if claim.id in line.claim_ids for member in claim.members}
    for number, evidence in enumerate(line.evidence, 1):
        leaf = leaves.get(evidence.page_id)
        if leaf is None:
            continue
        holders = find_holders(story, evidence)
        yield from ("", f"Evidence {number}: {_place(leaf, evidence, holders)}")
        yield f"  {_in_sentence(leaf, evidence, holders)}"
        if beside := originals.get(evidence):
            yield f"  {write_beside(story, beside)}: {' '.join(beside.original.words.split())}"
        for report in holders:
            yield from _records(report, evidence, members)
        yield from _doubts(story, evidence, holders)


def _place(leaf: Leaf, evidence: Evidence, holders: Sequence[Report]) -> str:
    page = leaf.page
    entry = next((report.article for report in holders if report.article and report.article.entry_of), None)
    written = f"entry of {write_when(entry.created) if entry.created else 'an unknown time'}" if entry else leaf.created
    address = f", {page.url}" if page.url else ""
    captured = f", captured {page.fetched_at}" if page.fetched_at else ""
    return (
        f"page {leaf.letter}, {leaf.name}, {written}, line {row_of(page, evidence.start)}, "
        f"characters {evidence.start}-{evidence.end}{address}{captured}"
    )


def _in_sentence(leaf: Leaf, evidence: Evidence, holders: Sequence[Report]) -> str:
    """The sentence or sentences the words stand in, the words between »...«."""
    text = leaf.page.text
    blocks = [block.span for report in holders if report.article for block in report.article.blocks]
    near = [span for span in blocks if span.start < evidence.end and evidence.start < span.end]
    low = min([evidence.start, *(span.start for span in near)])
    high = max([evidence.end, *(span.end for span in near)])
    sentences = load_world().editing.sentences
    around = [(a, b) for a, b in sentences.find_sentences(text, low, high) if a < evidence.end and evidence.start < b]
    start = min([evidence.start, *(a for a, _ in around)])
    end = max([evidence.end, *(b for _, b in around)])
    before, words, after = text[start : evidence.start], text[evidence.start : evidence.end], text[evidence.end : end]
    return f"{' '.join(before.split())} {_OPEN}{' '.join(words.split())}{_CLOSE} {' '.join(after.split())}".strip()


def _records(report: Report, evidence: Evidence, members: set[str]) -> Iterator[str]:
    """The statements and events that were read in the words: those of the line's claims, else all that overlap."""
    near = [s for s in report.statements if s.span.start < evidence.end and evidence.start < s.span.end]
    happened = [e for e in report.events if e.span.start < evidence.end and evidence.start < e.span.end]
    for statement in [s for s in near if s.id in members] or near:
        yield from _statement(report, statement)
    for event in [e for e in happened if e.id in members] or happened:
        yield from _event(report, event)
    if not near and not happened:
        yield "  no statement or event was read here: the words stand for themselves"


def _doubts(story: Story, evidence: Evidence, holders: Sequence[Report]) -> Iterator[str]:
    """The contested joins behind the names in the words, and how each is undone."""
    named = {(report.key, mention.entity_id) for report in holders for mention in report.mentions
             if mention.span.start < evidence.end and evidence.start < mention.span.end}
    for merge in story.merges:
        inside = merge.where.mention.span if merge.where else None
        if inside is not None and not (inside.start < evidence.end and evidence.start < inside.end):
            continue
        keys = {merge.key} if merge.key else {report.key for report in holders}
        if any((key, entity_id) in named for key in keys for entity_id in merge.entity_ids):
            yield f"  open to doubt: {' and '.join(dict.fromkeys(merge.names))}, {merge.basis}: {merge.why}"
            yield f"    to decide otherwise: {'; '.join((merge.undo or '').splitlines())}"


def _statement(report: Report, statement: Statement) -> Iterator[str]:
    named = statement.speaker.name if statement.speaker else None
    speaker = f"{named or 'nobody named'}{f' ({statement.role})' if statement.role else ''}"
    yield f"  statement by {speaker}: {statement.manner} {statement.act}, {statement.utterance}, {statement.certainty}"
    if statement.said_on:
        yield f"    said on: {statement.said_on.value} (basis: {statement.said_on.basis})"
    if statement.addressee and statement.addressee.name:
        yield f"    to: {statement.addressee.name}"
    if statement.relays:
        yield "    relays: " + " > ".join(f"{one.name} ({one.kind}, {one.evidence})" for one in statement.relays)
    if statement.hedges:
        yield "    hedges: " + ", ".join(hedge.word for hedge in statement.hedges)
    yield from _trace(statement.trace, "    ")


def _event(report: Report, event: Event) -> Iterator[str]:
    actors = ", ".join(one.name or "?" for one in event.actors) or "nobody named"
    recipients = ", ".join(one.name or "?" for one in event.recipients)
    trigger = report.page.text[event.trigger.start : event.trigger.end]
    day = f", {event.date.value}" if event.date else ""
    parties = f"{actors} → {recipients}" if recipients else actors
    yield f"  event {event.category} ({event.status}{day}) by “{trigger}”: {parties}"
    if event.confidence:
        yield f"    confidence: {event.confidence} ({', '.join(reasons_of(event))})"
    if event.contexts:
        yield f"    contexts: {'; '.join(context_words_of(event)) or ', '.join(event.contexts)}"
    yield from _trace(tuple(step for step in event.trace if step.rule not in TOLD_APART), "    ")


def _trace(trace: Trace, indent: str) -> Iterator[str]:
    for step in trace:
        yield f"{indent}trace: {step.stage}, rule {step.rule}{', row ' + step.row if step.row else ''}"
