"""Text read: sentences, words, tags, trees and names, with their exact places.

Batches are cut inside one call of `Reader.read` by a rule that sees only its own sentences, because the int8 graphs'
results depend a little on what shares a batch: so a page reads the same alone or among a million.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from copydesk.language.boundaries import load_judge
from copydesk.language.decode import find_runs, settle_names, settle_tree
from copydesk.language.engine import Engine, Pieces, Scores
from copydesk.language.kinds import Candidate, may_be_name, settle_kinds, spell
from copydesk.language.lemmas import Lemmatiser, load_learned
from copydesk.language.sentences import Splitter
from copydesk.language.shapes import find_shape
from copydesk.language.subwords import Subwords, load_subwords
from copydesk.language.tokens import Word, load_tokeniser
from copydesk.language.triggers import TRIGGERS, Likely, Parsed, TriggerHead
from copydesk.language.weights import NAMES, load_weights
from copydesk.lexicon.world import World, load_world
from copydesk.record import Name, Reading, Sentence, Span, Token, Trigger

# Subwords a batch: fastest of 256, 512, 1024 and 2048 on one core; longer batches fall out of the cache.
BATCH = 512
HOUSE = "house"  # copydesk's own label scheme
LONGEST = 160  # words of a sentence; the encoder takes 512 subwords, and no true sentence seen is as long


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch where a sentence was too long and had to be cut: its place, and how many words it had."""

    span: Span
    words: int


class Reader:
    """The reader model, ready. `scheme`: the label scheme its names are reported in ("house" is copydesk's own).

    triggers: whether its head for words that tell of events reads too.
    """

    def __init__(
        self, folder: Path | None = None, *, threads: int = 1, scheme: str = HOUSE, world: World | None = None,
        triggers: bool = True,
    ) -> None:
        self._head = f"{NAMES}{scheme}"
        weights = load_weights(folder, heads=[self._head, *((TRIGGERS,) if triggers else ())])
        self._engine = Engine(weights, threads=threads)
        self._subwords: Subwords = load_subwords(weights.vocabulary)
        self._lemmatiser = Lemmatiser(load_learned(weights.lemmas))
        self._tokeniser = load_tokeniser()
        self._splitter = Splitter(self._tokeniser, load_judge(weights.boundaries))
        self._tags, self._fine, self._relations = weights.tags, weights.fine, weights.labels
        self._names = weights.heads[self._head][1]
        self.kinds = list(dict.fromkeys(label[2:] for label in self._names if label != "O"))
        self._marks = [(self._names.index(f"B-{kind}"), self._names.index(f"I-{kind}")) for kind in self.kinds]
        world = world or load_world()
        self._book = world.name_book
        self._votes = world.name_votes if scheme == HOUSE else None
        self._triggers = TriggerHead(weights, world.plover, threads=threads) if triggers else None

    def read(self, text: str, spans: Sequence[Span]) -> tuple[Reading, tuple[Cut, ...]]:
        """Read the given stretches of a text; no sentence crosses one. Sentences over `LONGEST` words come back cut.

        The result's page_id and article_id are empty: `find_reading` fills them.
        """
        cuts: list[Cut] = []
        sentences = [sentence for span in spans for sentence in self._find_sentences(text, span, cuts)]
        return self.read_sentences(sentences), tuple(cuts)

    def read_sentences(self, sentences: Sequence[Sequence[Word]]) -> Reading:
        """Tag and parse sentences whose words are given."""
        analyses: list[_Analysis | None] = [None] * len(sentences)
        pieces = [self._find_pieces(words) for words in sentences]
        for batch in cut_batches([len(each.subwords) for each in pieces]):
            scores = self._engine.score([pieces[index] for index in batch])
            settled = list(self._settle(scores, [sentences[index] for index in batch]))
            likely = self._find_triggers(scores, settled, [sentences[i] for i in batch], [pieces[i] for i in batch])
            for index, analysis, found in zip(batch, settled, likely, strict=True):
                analyses[index] = replace(analysis, likely=found)
        return self._assemble(sentences, [analysis for analysis in analyses if analysis is not None])

    def _find_sentences(self, text: str, span: Span, cuts: list[Cut]) -> Iterator[list[Word]]:
        words = self._tokeniser.find_words(text, start=span.start, end=span.end)
        begin = 0
        for end in self._splitter.find_ends(words):
            if end - begin > LONGEST:
                cuts.append(Cut(Span(start=words[begin].start, end=words[end - 1].end), end - begin))
            for first in range(begin, end, LONGEST):
                yield words[first : min(first + LONGEST, end)]
            begin = end

    def _find_pieces(self, words: Sequence[Word]) -> Pieces:
        subwords, shapes, first, last = [self._subwords.open], [0], [], []
        for word in words:
            cut = self._subwords.cut(word.text)
            first.append(len(subwords))
            subwords.extend(cut)
            last.append(len(subwords) - 1)
            shapes.extend([find_shape(word.text)] * len(cut))
        subwords.append(self._subwords.close)
        shapes.append(0)
        return Pieces(subwords, shapes, first, last, self._book.find([word.text for word in words]))

    def _settle(self, scores: Scores, sentences: Sequence[Sequence[Word]]) -> Iterator[_Analysis]:
        best = scores.list_numbers("best_heads")
        heads = [settle_tree(row, scores.list_arcs, sentence) for sentence, row in enumerate(best)]
        relations = iter(self._engine.find_relations(scores, heads))
        names = scores.list_best(self._head)
        list_scores = partial(scores.list_scores, self._head)
        rows = zip(scores.list_numbers("tags"), scores.list_numbers("fine"), heads, names, strict=True)
        for sentence, (tags, fine, settled, named) in enumerate(rows):
            fitting = settle_names(named, list_scores, sentence, self._names)
            runs = find_runs([self._names[number] for number in fitting])
            if self._votes is not None:
                runs = [run for run in runs if may_be_name(sentences[sentence], run[0], run[1])]
            weighed = self._weigh(scores, sentence, runs)
            lemmas = [
                self._lemmatiser.find(word.text, self._tags[tag], self._fine[detail])
                for word, tag, detail in zip(sentences[sentence], tags, fine, strict=True)
            ]
            yield _Analysis(tags, fine, lemmas, settled, [next(relations) for _ in settled], runs, weighed)

    def _find_triggers(
        self, scores: Scores, analyses: Sequence[_Analysis], sentences: Sequence[Sequence[Word]], pieces: Sequence[Pieces]
    ) -> list[list[Likely]]:
        if self._triggers is None:
            return [[] for _ in analyses]
        return self._triggers.find([
            Parsed(
                words=[word.text for word in words],
                lemmas=analysis.lemmas,
                tags=[self._tags[number] for number in analysis.tags],
                relations=[self._relations[number] for number in analysis.relations],
                heads=[head - 1 if head else place for place, head in enumerate(analysis.heads)],
                encoded=scores.find_words(number),
                bare=self._engine.find_bare(cut),
            )
            for number, (analysis, words, cut) in enumerate(zip(analyses, sentences, pieces, strict=True))
        ])

    def _weigh(self, scores: Scores, sentence: int, runs: Sequence[tuple[int, int, str]]) -> list[list[float]]:
        """What the model says of each kind for each name of a sentence; nothing where no table may vote."""
        if self._votes is None or not runs:
            return []
        return scores.weigh_kinds(self._head, sentence, [(first, after) for first, after, _ in runs], self._marks)

    def _assemble(self, sentences: Sequence[Sequence[Word]], analyses: Sequence[_Analysis]) -> Reading:
        tokens: list[Token] = []
        found: list[Sentence] = []
        names: list[Name] = []
        triggers: list[Trigger] = []
        for words, analysis in zip(sentences, analyses, strict=True):
            first = len(tokens)
            tokens.extend(self._build_tokens(words, analysis, first))
            root = first + analysis.heads.index(0)
            found.append(
                Sentence(start=words[0].start, end=words[-1].end, first=first, last=len(tokens), root=root)
            )
            names.extend(self._build_names(words, analysis, first))
            triggers.extend(
                Trigger(token=first + each.place, category=each.category, probability=each.probability)
                for each in analysis.likely
            )
        return Reading(
            page_id="",
            article_id="",
            tokens=tuple(tokens),
            sentences=tuple(found),
            names=tuple(self._settle_kinds(names, sentences, analyses)),
            children=find_children(tokens),
            triggers=tuple(triggers),
        )

    def _build_tokens(self, words: Sequence[Word], analysis: _Analysis, first: int) -> Iterator[Token]:
        for index, word in enumerate(words):
            head = analysis.heads[index]
            yield Token(
                start=word.start,
                end=word.end,
                text=word.text,
                lemma=analysis.lemmas[index],
                tag=self._tags[analysis.tags[index]],
                fine=self._fine[analysis.fine[index]],
                head=first + (head - 1 if head else index),
                relation=self._relations[analysis.relations[index]],
            )

    def _build_names(self, words: Sequence[Word], analysis: _Analysis, first: int) -> Iterator[Name]:
        for begin, end, label in analysis.runs:
            yield Name(
                start=words[begin].start, end=words[end - 1].end, first=first + begin, last=first + end, label=label
            )

    def _settle_kinds(
        self, names: Sequence[Name], sentences: Sequence[Sequence[Word]], analyses: Sequence[_Analysis]
    ) -> Sequence[Name]:
        """The names with their kinds as the model and the tables have them together."""
        if self._votes is None:
            return names
        candidates = [
            Candidate(spell(words[begin:end]), scores)
            for words, analysis in zip(sentences, analyses, strict=True)
            for (begin, end, _), scores in zip(analysis.runs, analysis.weighed, strict=True)
        ]
        return self.settle(names, candidates)

    def settle(self, names: Sequence[Name], candidates: Sequence[Candidate]) -> Sequence[Name]:
        """The names of one article with their kinds settled; candidates: what the model says of each, in the same order."""
        assert self._votes is not None
        settled = settle_kinds(candidates, self.kinds, self._votes)
        return [
            name if name.label == kind else replace(name, label=kind) for name, kind in zip(names, settled, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Analysis:
    """Label numbers of one sentence's words; heads count from 1, 0 is the root.

    runs: its names as (first word, word after the last, kind); weighed: for each the model's scores of all kinds;
    likely: its words that may tell of an event.
    """

    tags: list[int]
    fine: list[int]
    lemmas: list[str]
    heads: list[int]
    relations: list[int]
    runs: list[tuple[int, int, str]]
    weighed: list[list[float]]
    likely: list[Likely] = field(default_factory=list)


def cut_batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices of sentences in order of length, at most `BATCH` subwords a batch (or one sentence)."""
    batches: list[list[int]] = []
    filled = BATCH
    for index in sorted(range(len(lengths)), key=lambda index: (lengths[index], index)):
        if filled + lengths[index] > BATCH:
            batches.append([])
            filled = 0
        batches[-1].append(index)
        filled += lengths[index]
    return batches


def find_children(tokens: Iterable[Token]) -> tuple[tuple[int, ...], ...]:
    """For each token the indices of its dependents, in order."""
    heads = [token.head for token in tokens]
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return tuple(map(tuple, children))


def load_reader(
    folder: Path | None = None, *, threads: int = 1, scheme: str = HOUSE, world: World | None = None, triggers: bool = True
) -> Reader:
    """The reader with the weights of a folder, by default the package's own.

    threads: of the model (better one process a core than two threads). scheme: "house", or a public one for an exam.
    world: the tables that vote on the kinds of names and name events, by default the package's own. triggers: whether words
    that tell of events are looked for.
    Raises ModelMissing or ModelBroken where the files are absent or not what the manifest says.
    """
    return Reader(folder, threads=threads, scheme=scheme, world=world, triggers=triggers)
