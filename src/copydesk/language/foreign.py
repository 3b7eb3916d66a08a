"""A user's own spaCy pipeline in the place of the reader: its Docs as Readings, with places on the page.

The pipeline must tag (universal tags and Penn's), parse and find names. Trees in Universal Dependencies go through as
they are; ClearNLP's are turned (`clearnlp.py`) and get our lemmas. Names keep our kinds or none. Every sentence is of at
most `LONGEST` words here too, because the stages walk its tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from copydesk.errors import BadPipeline
from copydesk.language.clearnlp import flatten_person, turn_tree
from copydesk.language.draft import Draft, cut_draft, settle_roots
from copydesk.language.labels import load_labels
from copydesk.language.lemmas import Lemmatiser
from copydesk.language.reader import LONGEST, Cut, find_children
from copydesk.lexicon.world import World
from copydesk.record import Name, Reading, Sentence, Span, Token

# What every pipeline is tried on when it is opened: it holds a passive, an object and two prepositions.
PROBE = "The envoys were told in Paris on Monday that their ships had left the port."
PENN = frozenset({"DT", "IN", "JJ", "NN", "NNP", "NNS", "VBD", "VBN"})
ASKED = (  # what spaCy calls it, what it is called here, which component gives it
    ("DEP", "trees", "parser"),
    ("TAG", "Penn tags", "tagger"),
    ("POS", "universal tags", "morphologizer or attribute_ruler"),
)


class PipelineReader:
    """A pipeline (`spacy.Language`) with the interface of `Reader.read`."""

    def __init__(self, nlp: Any, world: World) -> None:
        """world: says which places are states and which names outlets. Raises BadPipeline, saying what is lacking."""
        self._nlp = nlp
        self._world = world
        self._labels = load_labels()
        self._lemmatiser = Lemmatiser({})
        probe = nlp(PROBE)
        check_layers(nlp, probe)
        self._scheme = self._labels.find_scheme(list_labels(nlp, "token.dep") or {token.dep_ for token in probe})
        self._labels.check_names(list_labels(nlp, "doc.ents"))
        self._has_lemmas = self._scheme == "ud" and probe.has_annotation("LEMMA")

    def read(self, text: str, spans: Sequence[Span]) -> tuple[Reading, tuple[Cut, ...]]:
        """Read the given stretches of a text, each as a Doc of its own. As `Reader.read`, which see."""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        cuts: list[Cut] = []
        pieces = [piece for span in spans for piece in cut_span(text, span, self._nlp.max_length)]
        for piece, doc in zip(pieces, self._nlp.pipe(text[piece.start : piece.end] for piece in pieces), strict=True):
            found, ends = self._find_names(doc, len(tokens)), set()
            for sentence in doc.sents:
                draft = self._draft(sentence, piece.start)
                if draft is None:
                    continue
                if len(draft.tokens) > LONGEST:
                    place = Span(start=draft.tokens[0].start, end=draft.tokens[-1].end)
                    cuts.append(Cut(place, len(draft.tokens)))
                for part in cut_draft(draft, LONGEST):
                    self._turn(part, [name for name in found if name.label == "person"], len(tokens))
                    sentences.append(add_sentence(tokens, part))
                    ends.add(len(tokens))
            whole = (name for name in found if ends.isdisjoint(range(name.first + 1, name.last)))
            names.extend(place_name(name, tokens) for name in whole)
        reading = Reading(
            page_id="", article_id="", tokens=tuple(tokens), sentences=tuple(sentences), names=tuple(names),
            children=find_children(tokens),
        )  # fmt: skip
        return reading, tuple(cuts)

    def _draft(self, sentence: Any, offset: int) -> Draft | None:
        """One sentence of a Doc without its tokens of white space; None where nothing is left."""
        kept = [token for token in sentence if not token.is_space]
        if not kept:
            return None
        place = {token.i: index for index, token in enumerate(kept)}
        heads = [place.get(find_head(token).i, index) for index, token in enumerate(kept)]
        draft = Draft([self._read_token(token, offset) for token in kept], heads, [token.dep_.lower() for token in kept])
        settle_roots(draft)
        return draft

    def _read_token(self, token: Any, offset: int) -> Token:
        start = offset + token.idx
        tag, fine = token.pos_ or "X", token.tag_
        lemma = token.lemma_ if self._has_lemmas else self._lemmatiser.find(token.text, tag, fine)
        return Token(
            start=start, end=start + len(token.text), text=token.text, lemma=lemma, tag=tag, fine=fine, head=0, relation="",
        )  # fmt: skip

    def _turn(self, draft: Draft, persons: Sequence[Name], first: int) -> None:
        """Give the relations their names here; first: the number of the sentence's first token."""
        if self._scheme == "ud":
            roots = [head == index for index, head in enumerate(draft.heads)]
            draft.relations = ["root" if is_root else label for is_root, label in zip(roots, draft.labels, strict=True)]
            return
        turn_tree(draft, self._labels)
        for name in persons:
            if first <= name.first and name.last <= first + len(draft.tokens):
                flatten_person(draft, name.first - first, name.last - first)

    def _find_names(self, doc: Any, first: int) -> list[Name]:
        """The names of a Doc that lie in one sentence, counted in tokens from `first`; their places are still unset."""
        numbers = {token.i: first + number for number, token in enumerate(token for token in doc if not token.is_space)}
        found: list[Name] = []
        for name in doc.ents:
            words = [token for token in name if not token.is_space]
            if name.label_ not in self._labels.names or name.label_ != self._labels.names[name.label_].kind:
                words = trim_name(words)
            if not words or words[0].sent != words[-1].sent:
                continue
            told = doc.text[words[0].idx : words[-1].idx + len(words[-1].text)]
            kind = self._labels.find_kind(name.label_, told, self._world)
            if kind:
                begun, last = numbers[words[0].i], numbers[words[-1].i] + 1
                found.append(Name(start=0, end=0, first=begun, last=last, label=kind))
        return found


def check_layers(nlp: Any, probe: Any) -> None:
    """Raises BadPipeline where trees, tags or names are missing, and says which component would give them."""
    for layer, told, component in ASKED:
        if not probe.has_annotation(layer):
            raise BadPipeline(f"it gives no {told}: add a component that does ({component})")
    if not any(token.tag_ in PENN for token in probe):
        raise BadPipeline("its fine tags (token.tag_) are not Penn's: train its tagger on Penn tags, the XPOS of UD English")
    if not (probe.ents or any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)):
        raise BadPipeline("it finds no names: add a component that sets doc.ents (ner)")


def list_labels(nlp: Any, layer: str) -> set[str]:
    """The labels of the components that say they set a layer ("token.dep", "doc.ents"), as far as they list any."""
    giving = [name for name in nlp.pipe_names if layer in nlp.get_pipe_meta(name).assigns]
    return {label for name in giving for label in getattr(nlp.get_pipe(name), "labels", ())}


def find_head(token: Any) -> Any:
    """The head of a token of a Doc, up over white space; the token itself where there is none."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return token if head.is_space else head


def trim_name(words: list[Any]) -> list[Any]:
    """The words of a name without the article before and the possessive 's after it, which OntoNotes counts in."""
    if len(words) > 1 and words[0].tag_ == "DT":
        words = words[1:]
    return words[:-1] if len(words) > 1 and words[-1].tag_ == "POS" else words


def cut_span(text: str, span: Span, longest: int) -> Iterator[Span]:
    """A stretch in pieces of at most so many characters, as spaCy asks; cut at a blank where there is one."""
    start = span.start
    while span.end - start > longest:
        blank = text.rfind(" ", start + 1, start + longest)
        end = blank if blank > 0 else start + longest
        yield Span(start=start, end=end)
        start = end
    yield Span(start=start, end=span.end)


def add_sentence(tokens: list[Token], draft: Draft) -> Sentence:
    """Add the tokens of a turned sentence to those of its page; returns the sentence."""
    first = len(tokens)
    triples = zip(draft.tokens, draft.heads, draft.relations, strict=True)
    tokens.extend(replace(token, head=first + head, relation=relation) for token, head, relation in triples)
    root = first + next(index for index, head in enumerate(draft.heads) if head == index)
    return Sentence(start=tokens[first].start, end=tokens[-1].end, first=first, last=len(tokens), root=root)


def place_name(name: Name, tokens: Sequence[Token]) -> Name:
    """A name with its characters on the page."""
    return replace(name, start=tokens[name.first].start, end=tokens[name.last - 1].end)
