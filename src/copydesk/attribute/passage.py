"""One article as this room works on it: its reading, its quotations, and the walks over its trees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from copydesk.attribute.mending import mend_subjects
from copydesk.attribute.quotations import Quotation, find_quotations
from copydesk.language.running import run_lines
from copydesk.language.sentences import CLOCK
from copydesk.lexicon.cues import Cues, Part
from copydesk.record import Article, Page, Reading, Token

Stretch = tuple[int, int]  # half-open code points of page.text

_LOOSE = " \t\r\n\u00a0,;:.-–—"  # what a content never begins or ends with, outside quotation marks
_PHRASES = frozenset({"according", "acc", "acc.", "per"})
QUIET = frozenset({"punct"})


@dataclass(frozen=True, slots=True)
class Passage:
    """An article's text, tokens and quotations with lookups both ways.

    paragraphs: narrative blocks, white space around them left out.
    sentence_of, quotation_of: an index for every token, -1 where none. settings: heads of "in a statement" below a verb.
    speech: verbs that tell of speech rather than of a thought. reporting: words of any cue, and "according", "per".
    stamps: the hour before a live entry.
    """

    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    reading: Reading
    paragraphs: tuple[Stretch, ...]
    roles: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    sentence_of: tuple[int, ...]
    quotation_of: tuple[int, ...]
    starts: tuple[int, ...]
    settings: frozenset[int]
    speech: frozenset[int]
    reporting: frozenset[int]
    stamps: frozenset[int]

    def subtree(self, top: int, without: Collection[int] = ()) -> list[int]:
        """Indices of `top` and all below it in page order, not entering the tokens in `without`."""
        found, open_ = [], [top]
        while open_:
            index = open_.pop()
            if index in without:
                continue
            found.append(index)
            open_.extend(self.children[index])
        found.sort()
        return found

    def child(self, index: int, *relations: str) -> int | None:
        """The first dependent in one of the relations (with or without subtype given), or None."""
        for below in self.children[index]:
            if self.tokens[below].relation in relations:
                return below
        return None

    def relation(self, index: int) -> str:
        """The relation of a token without its subtype."""
        return self.tokens[index].relation.partition(":")[0]

    def lemmas(self, first: int, last: int) -> str:
        """Lemmas of tokens [first, last) in small letters, divided by spaces; places outside the article are left out."""
        return " ".join(token.lemma.lower() for token in self.tokens[max(first, 0):max(last, 0)])

    def token_at(self, offset: int) -> int:
        """Index of the last token that starts at or before a code point, -1 before the first."""
        return bisect_right(self.starts, offset) - 1

    def stretches(self, indices: Iterable[int]) -> list[Stretch]:
        """The text under tokens: runs of neighbours joined, outer commas and dashes trimmed, empty ones and hours dropped."""
        runs: list[list[int]] = []
        indices = [index for index in indices if index not in self.stamps]
        if indices and self.tokens[indices[0]].tag == "CCONJ":  # "But talks went on, she said"
            indices = indices[1:]
        for index in indices:
            if runs and self._joins(runs[-1][-1], index):
                runs[-1].append(index)
            else:
                runs.append([index])
        trimmed = (self.trim((self.tokens[run[0]].start, self.tokens[run[-1]].end)) for run in runs)
        return [stretch for stretch in trimmed if any(map(str.isalnum, self.text[slice(*stretch)]))]

    def is_parted(self, start: int, end: int) -> bool:
        """Whether a paragraph begins after `start` and not after `end`."""
        return bisect_right(self.paragraphs, (start, len(self.text))) < bisect_right(self.paragraphs, (end, len(self.text)))

    def trim(self, stretch: Stretch) -> Stretch:
        """A stretch without white space, commas, dashes and stops at its edges."""
        start, end = stretch
        while start < end and self.text[start] in _LOOSE:
            start += 1
        while end > start and self.text[end - 1] in _LOOSE:
            end -= 1
        return start, end

    def _joins(self, left: int, right: int) -> bool:
        return right == left + 1 or (right - left < 4 and all(self.tokens[i].tag == "PUNCT" for i in range(left + 1, right)))


def make_passage(page: Page, article: Article, reading: Reading, cues: Cues) -> Passage:
    """The passage of an article; quotations are found in its narrative blocks, whatever the sentence splitter did."""
    text = run_lines(page, article)
    paragraphs, roles = _paragraphs(text, article)
    quotations = find_quotations(text, paragraphs)
    tokens = mend_subjects(reading.tokens, frozenset(sentence.last - 1 for sentence in reading.sentences), cues)
    sentence_of = [-1] * len(tokens)
    for number, sentence in enumerate(reading.sentences):
        sentence_of[sentence.first:sentence.last] = [number] * (sentence.last - sentence.first)
    quotation_of = [-1] * len(tokens)
    starts = tuple(token.start for token in tokens)
    for number, quotation in enumerate(quotations):
        first = bisect_right(starts, quotation.start - 1)
        last = bisect_right(starts, quotation.end - 1)
        quotation_of[first:last] = [number] * (last - first)
    return Passage(
        text=text, tokens=tokens, children=_children(tokens), reading=reading, paragraphs=paragraphs, roles=roles,
        quotations=quotations, sentence_of=tuple(sentence_of), quotation_of=tuple(quotation_of), starts=starts,
        settings=frozenset(i for i, t in enumerate(tokens) if t.relation == "obl" and t.lemma.lower() in cues.venues),
        speech=frozenset(i for i, t in enumerate(tokens) if t.tag == "VERB" and _tells(cues, t.lemma.lower())),
        stamps=frozenset(
            i for start, _ in paragraphs if (i := bisect_right(starts, start) - 1) >= 0 and CLOCK.fullmatch(tokens[i].text)
        ),
        reporting=frozenset(i for i, t in enumerate(tokens) if _reports(cues, t)),
    )


def _tells(cues: Cues, lemma: str) -> bool:
    return any(row.utterance is None and not row.particle for row in cues.rows("verb", lemma))


def _reports(cues: Cues, token: Token) -> bool:
    part: Part | None = "verb" if token.tag == "VERB" else "adjective" if token.tag == "ADJ" else None
    return token.text.lower() in _PHRASES or (part is not None and bool(cues.rows(part, token.lemma.lower())))


def _children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    children: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            children[token.head].append(index)
    return tuple(map(tuple, children))


NARRATIVE = frozenset({
    "headline", "standfirst", "subheading", "paragraph", "list_item", "pull_quote", "caption", "table", "update_note",
    "editors_note", "correction",
})


def _paragraphs(text: str, article: Article) -> tuple[tuple[Stretch, ...], tuple[str, ...]]:
    stretches, roles = [], []
    for block in article.blocks:
        if block.role not in NARRATIVE:
            continue
        words = text[block.span.start:block.span.end]
        if words.strip():
            stretches.append((block.span.end - len(words.lstrip()), block.span.start + len(words.rstrip())))
            roles.append(block.role)
    return tuple(stretches), tuple(roles)
