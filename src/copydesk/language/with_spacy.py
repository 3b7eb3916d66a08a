"""Our reader as spaCy components, and a user's own pipeline opened: the one file that imports spaCy.

`make_pipeline()` gives an English pipeline of our tokeniser and the component `copydesk_reader`. Both are registered as
entry points, so `spacy.blank("en").add_pipe("copydesk_reader")` works wherever `copydesk[spacy]` is installed, and a
pipeline that was saved loads again. The weights stay in the package: a saved pipeline holds only its configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy import registry
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.vocab import Vocab

from copydesk.errors import BadPipeline
from copydesk.language.boundaries import load_judge
from copydesk.language.reader import LONGEST, Reader, load_reader
from copydesk.language.sentences import Splitter
from copydesk.language.tokens import Tokeniser, Word, load_tokeniser
from copydesk.language.weights import load_weights
from copydesk.record import Reading, Token

TOKENISER = "copydesk.Tokeniser.v1"
READER = "copydesk_reader"
COLUMNS = (HEAD, DEP, TAG, POS, LEMMA)
WHITE = ("_SP", "SPACE")  # Penn and universal tag of a token of white space, as in spaCy's own pipelines


class DocTokeniser:
    """Text to a Doc of our words. White space that one blank does not account for becomes tokens: doc.text == text."""

    def __init__(self, vocab: Vocab, tokeniser: Tokeniser | None = None) -> None:
        self.vocab = vocab
        self._tokeniser = tokeniser or load_tokeniser()

    def __call__(self, text: str) -> Doc:
        """The words of a text."""
        pairs = list(space_words(text, self._tokeniser.find_words(text)))
        return Doc(self.vocab, words=[word for word, _ in pairs], spaces=[is_spaced for _, is_spaced in pairs])

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the word lists are the package's own tables."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> DocTokeniser:
        """Itself."""
        return self

    def to_disk(self, _: Path, **__: Any) -> None:
        """Write nothing, as `to_bytes`."""

    def from_disk(self, _: Path, **__: Any) -> DocTokeniser:
        """Itself."""
        return self


def space_words(text: str, words: Sequence[Word]) -> Iterator[tuple[str, bool]]:
    """(token, whether one blank follows it) for words and for what other white space stands before, between, after."""
    begun, held = 0, ""  # where the white space begins that follows the word in hand
    for start, end in (*((word.start, word.end) for word in words), (len(text), len(text))):
        gap = text[begun:start]
        if held:
            yield held, gap.startswith(" ")
            gap = gap.removeprefix(" ")
        if gap:
            is_spaced = len(gap) > 1 and gap.endswith(" ")
            yield gap[: -1 if is_spaced else None], is_spaced
        begun, held = end, text[start:end]


class ReaderPipe:
    """The component: sets sentences, tags, lemmas, heads, relations and names of a Doc, whatever cut its words.

    Sentence starts and names that an earlier component set are kept. The model loads with the first Doc.
    """

    def __init__(self, weights: str | None = None, threads: int = 1) -> None:
        """weights: a folder, by default the package's own; threads: of the model."""
        self._weights = Path(weights) if weights else None
        self._threads = threads
        self._ready: tuple[Reader, Splitter] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy in another process loads the model for itself."""
        return ReaderPipe, (str(self._weights) if self._weights else None, self._threads)

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, read."""
        reader, splitter = self._load()
        words = [Word(token.idx, token.idx + len(token), token.text) for token in doc if not token.is_space]
        if words:
            write_reading(doc, reader.read_sentences([*cut_sentences(words, find_ends(doc, splitter, words))]))
        return doc

    def _load(self) -> tuple[Reader, Splitter]:
        if self._ready is None:
            judge = load_judge(load_weights(self._weights).boundaries)
            reader = load_reader(self._weights, threads=self._threads, triggers=False)
            self._ready = reader, Splitter(load_tokeniser(), judge)
        return self._ready


def find_ends(doc: Doc, splitter: Splitter, words: Sequence[Word]) -> list[int]:
    """Indices after the last word of each sentence: the Doc's own where it has any, else ours."""
    if not doc.has_annotation("SENT_START"):
        return splitter.find_ends(words)
    counts = [sum(not token.is_space for token in sentence) for sentence in doc.sents]
    return [sum(counts[: number + 1]) for number, count in enumerate(counts) if count]


def cut_sentences(words: Sequence[Word], ends: Sequence[int]) -> Iterator[Sequence[Word]]:
    """The words of each sentence, of at most `LONGEST`."""
    begun = 0
    for end in ends:
        for first in range(begun, end, LONGEST):
            yield words[first : min(first + LONGEST, end)]
        begun = end


def write_reading(doc: Doc, reading: Reading) -> None:
    """Write a Reading of a Doc's words into the Doc. White space hangs on the word before it."""
    places = [token.i for token in doc if not token.is_space]
    rows: list[list[int]] = []
    word = -1
    for token in doc:
        if token.is_space:
            rows.append(_code_row(doc, places[max(word, 0)] - token.i, "dep", WHITE, token.text))
            continue
        word += 1
        found: Token = reading.tokens[word]
        relation = "ROOT" if found.head == word else found.relation
        rows.append(_code_row(doc, places[found.head] - token.i, relation, (found.fine, found.tag), found.lemma))
    doc.from_array(list(COLUMNS), np.array(rows, dtype=np.int64).view(np.uint64))
    kept = list(doc.ents)
    taken = {index for name in kept for index in range(name.start, name.end)}
    for name in reading.names:
        first, last = places[name.first], places[name.last - 1] + 1
        if taken.isdisjoint(range(first, last)):
            kept.append(DocSpan(doc, first, last, label=name.label))
    doc.set_ents(kept)


def _code_row(doc: Doc, step: int, relation: str, tags: tuple[str, str], lemma: str) -> list[int]:
    """Numbers of one token in the order of `COLUMNS`; strings by their 64-bit hash, read as signed."""
    add = doc.vocab.strings.add
    return [step, *(to_signed(add(text)) for text in (relation, tags[0])), IDS[tags[1]], to_signed(add(lemma))]


def to_signed(number: int) -> int:
    """The 64 bits of an unsigned number read as a signed one."""
    return number - (1 << 64) if number >> 63 else number


def make_tokeniser() -> Any:
    """What spaCy's registry holds: a function from a pipeline to its tokeniser."""
    return lambda nlp: DocTokeniser(nlp.vocab)


def make_reader_pipe(nlp: Language, name: str, weights: str | None, threads: int) -> ReaderPipe:
    """The component of a pipeline. weights: a folder, None for the package's own."""
    return ReaderPipe(weights, threads)


registry.tokenizers.register(TOKENISER, func=make_tokeniser)
Language.factory(
    READER,
    assigns=["token.dep", "token.head", "token.tag", "token.pos", "token.lemma", "doc.sents", "doc.ents"],
    default_config={"weights": None, "threads": 1},
    func=make_reader_pipe,
)


def make_pipeline(*, weights: Path | None = None, threads: int = 1) -> Language:
    """An English pipeline of our tokeniser and our reader."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENISER}}})
    nlp.add_pipe(READER, config={"weights": str(weights) if weights else None, "threads": threads})
    return nlp


def open_pipeline(name: str) -> Language:
    """A pipeline by the name of its package or by its folder. Raises BadPipeline."""
    try:
        return spacy.load(name)
    except OSError as fault:
        raise BadPipeline(
            f"spaCy finds no pipeline {name!r}: give the folder of one, or install its package "
            f"(`python -m spacy download {name}` for one of spaCy's own)"
        ) from fault
    except Exception as fault:  # whatever the pipeline's own code raises
        told = str(fault).strip().split("\n", 1)[0]
        raise BadPipeline(f"the spaCy pipeline {name!r} does not load ({told})") from fault
