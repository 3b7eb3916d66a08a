"""Reports without a reporter: "is said to have fled", "reportedly", and headlines that end in a colon and a noun."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import NAMING, find_agent, is_passive
from copydesk.lexicon.cues import Cues

_TAILS = frozenset({":", "-", "--", "–", "—"})
_LONGEST_TAIL = 5  # tokens after a headline's last colon that can name who says it


def find_hearsay(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """Drafts whose speaker nobody names: passives of reporting verbs with an infinitive, and adverbs of hearsay."""
    for index, token in enumerate(passage.tokens):
        if token.tag == "VERB" and token.fine == "VBN":
            draft = _passive_report(passage, index, cues)
        elif token.tag == "ADV":
            draft = _adverb(passage, index, cues)
        else:
            continue
        if draft is not None:
            yield draft


def _passive_report(passage: Passage, verb: int, cues: Cues) -> Draft | None:
    """ "The general is reported to have fled": the subject and the infinitive together are what is reported."""
    row = next((row for row in cues.rows("verb", passage.tokens[verb].lemma.lower()) if not row.particle), None)
    if row is None or "passive" not in row.frames or not is_passive(passage, verb):
        return None
    subject, below = passage.child(verb, "nsubj:pass", "nsubj"), passage.child(verb, "xcomp")
    mark = passage.child(below, "mark") if below is not None else None
    if subject is None or below is None or mark is None or passage.tokens[mark].fine != "TO":
        return None
    token = passage.tokens[verb]
    indices = sorted({*passage.subtree(subject), *passage.subtree(below)})
    return Draft(
        rule="passive-report", row=row, head=verb, cue=(token.start, token.end), content=passage.stretches(indices),
        speaker=find_agent(passage, verb),
    )


def _adverb(passage: Passage, index: int, cues: Cues) -> Draft | None:
    """ "Rebels reportedly seized the airport": the clause without the adverb."""
    token = passage.tokens[index]
    hedge = cues.hedges.get(token.text.lower())
    if hedge is None or hedge.kind != "hearsay" or passage.relation(index) != "advmod":
        return None
    top = token.head
    if passage.tokens[top].tag not in ("VERB", "AUX", "ADJ") and passage.child(top, "cop") is None:
        return None
    return Draft(
        rule="hearsay-adverb", row=None, head=index, cue=(token.start, token.end),
        content=passage.stretches(passage.subtree(top, {index})),
    )


def find_headline_tails(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """ "Floods kill forty: officials", "Floods kill forty - officials": a headline that ends in who says so."""
    for number, (start, end) in enumerate(passage.paragraphs):
        if passage.text[end - 1] in ".?!”\"" or (number and passage.roles[number] != "headline"):
            continue
        first, last = max(passage.token_at(start), 0), passage.token_at(end - 1)
        colon = max((i for i in range(first, last) if passage.tokens[i].text in _TAILS), default=None)
        if colon is None or last - colon > _LONGEST_TAIL:
            continue
        tail = range(colon + 1, last + 1)
        named = [i for i in tail if passage.tokens[i].tag in NAMING]
        if not named or any(passage.tokens[i].tag in ("VERB", "AUX", "NUM") for i in tail):
            continue
        head = next((i for i in named if passage.tokens[i].head not in tail or passage.tokens[i].head == i), named[-1])
        if passage.tokens[head].tag != "PROPN" and passage.tokens[head].lemma.lower() not in cues.kinds:
            continue
        mark = passage.tokens[colon]
        yield Draft(
            rule="headline-tail", row=None, head=head, cue=(mark.start, mark.end), speaker=head,
            content=[passage.trim((start, mark.start))],
        )
