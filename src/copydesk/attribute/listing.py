"""Lists that a cue opens: "The coast guard said:" and bullets, each a quotation or a point of what is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.nouns import find_giver
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.quotations import Quotation
from copydesk.attribute.speakers import find_subject, is_speaking
from copydesk.lexicon.cues import Cues

_BULLET = re.compile(r"(?:[•▪◦‣·*–—-]|\(?(?:\d{1,2}|[a-h]|[ivx]+)[.)])\s*(?=\S)")
_CLOSING = " \t\u00a0;,."


def take_lists(passage: Passage, drafts: list[Draft], cues: Cues) -> list[Draft]:
    """The drafts with the bullets below a line that ends in a colon: points are one content, quotations one draft each."""
    added: list[Draft] = []
    for number, (start, end) in enumerate(passage.paragraphs):
        bullets = list(_bullets(passage, number)) if passage.text[end - 1] == ":" else []
        if not bullets:
            continue
        draft = _opening(passage, drafts, (start, end)) or _noun_opening(passage, (start, end), cues)
        draft = draft or _subject_opening(passage, (start, end), cues)
        quotations = [_quotation(passage, stretch) for stretch in bullets]
        if draft is not None and all(quotations):
            added += _quote_each(draft, [pair for pair in quotations if pair], known=draft in drafts)
        elif draft is not None and draft.cue is not None:
            thing = [stretch for stretch in draft.content if not _hears(passage, draft, stretch)]
            draft.rule = "listed"
            draft.content = [*thing, *(passage.trim(stretch) for stretch in bullets)]
            added += [] if draft in drafts else [draft]
    return [*drafts, *added]


def _hears(passage: Passage, draft: Draft, stretch: Stretch) -> bool:
    """Whether what stands between a cue and a list is who is told ("advises residents:", "admitted to the council:")."""
    first, last = passage.token_at(stretch[0]), passage.token_at(stretch[1] - 1)
    heard = draft.row is not None and draft.row.addressee and passage.child(draft.head, "obj") in range(first, last + 1)
    return heard or draft.rule == "prep-to"


def _bullets(passage: Passage, number: int) -> Iterator[Stretch]:
    """The words of the bullets right after a paragraph."""
    for start, end in passage.paragraphs[number + 1:]:
        mark = _BULLET.match(passage.text, start, end)
        if mark is None:
            return
        yield mark.end(), end


def _opening(passage: Passage, drafts: list[Draft], lead: Stretch) -> Draft | None:
    """The last cue of a line, where what it says goes on behind the colon."""
    inside = [
        draft for draft in drafts if draft.cue and draft.row is not None and lead[0] <= draft.cue[0] < lead[1]
        and all(lead[0] <= start < lead[1] and start > draft.cue[0] for start, _ in draft.content)
    ]
    return max(inside, key=lambda draft: draft.cue or lead, default=None)


def _noun_opening(passage: Passage, lead: Stretch, cues: Cues) -> Draft | None:
    """ "The surveyors' findings so far:", "The commissioner's figures:": a noun with its giver."""
    for index in range(passage.token_at(lead[0]), passage.token_at(lead[1] - 1)):
        token = passage.tokens[index]
        row = next(iter(cues.rows("noun", token.lemma.lower())), None) if token.tag == "NOUN" else None
        if token.tag != "NOUN" or passage.relation(index) not in ("root", "nsubj", "dep"):
            continue
        giver = passage.child(index, "nmod:poss") if row is None else find_giver(passage, index)
        if giver is not None and is_speaking(passage, giver, cues):
            return Draft(rule="listed", row=row, head=index, cue=(token.start, token.end), content=[], speaker=giver)
    return None


def _subject_opening(passage: Passage, lead: Stretch, cues: Cues) -> Draft | None:
    """ "The coach was in a listing mood:": whoever a line is about speaks the quotations below it; points need a cue."""
    sentence = passage.reading.sentences[passage.sentence_of[passage.token_at(lead[1] - 1)]]
    speaker = find_subject(passage, sentence.root)
    token = passage.tokens[sentence.root]
    row = next((row for row in cues.rows("verb", token.lemma.lower()) if not row.particle), None)
    if speaker is None or (row is None and not is_speaking(passage, speaker, cues)):
        return None
    cue = (token.start, token.end) if row else None
    return Draft(rule="listed", row=row, head=sentence.root, cue=cue, content=[], speaker=speaker)


def _quotation(passage: Passage, bullet: Stretch) -> tuple[int, Quotation] | None:
    """The quotation that a bullet ends with, alone or after a label ("on rent: 'too high'"), and its number."""
    end = bullet[0] + len(passage.text[slice(*bullet)].rstrip(_CLOSING))
    for number, quotation in enumerate(passage.quotations):
        if bullet[0] <= quotation.start and quotation.end in (end, bullet[1]):
            lead = passage.text[bullet[0]:quotation.start].strip()
            return (number, quotation) if not lead or lead.endswith(":") else None
    return None


def _quote_each(draft: Draft, quotations: list[tuple[int, Quotation]], *, known: bool) -> Iterator[Draft]:
    """The quotations as drafts of one speaker, the first with the cue."""
    for place, (number, quotation) in enumerate(quotations):
        content = [(quotation.start, quotation.end)]
        if place == 0 and not draft.content:
            draft.rule, draft.content, draft.quotations = "listed", content, [number]
            if not known:
                yield draft
            continue
        yield Draft(
            rule="listed", row=None, head=draft.head, cue=None, content=content, speaker=draft.speaker, inferred=True,
            quotations=[number],
        )
