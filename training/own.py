"""The sentences written here (`corpus/`) as training examples, their names in our own label scheme."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from copydesk.language.tokens import Word, load_tokeniser
from corpus.marks import Marked
from corpus.sentences import is_for_development, read_free, read_generated
from evaluation.conllu import GoldWord, Paragraph
from training.examples import Example

NO_NAME = "O:-"


def read_own() -> list[Example]:
    """Free sentences that are not kept for development, and all generated ones."""
    free = [sentence for sentence in read_free() if not is_for_development(sentence)]
    return [build_example(sentence) for sentence in (*free, *read_generated())]


def build_example(sentence: Marked) -> Example:
    """Words by copydesk's own tokeniser, with the one house label that each may have."""
    words = load_tokeniser().find_words(sentence.text)
    return Example(
        words=[word.text for word in words], origin="own", names={"house": label_words(words, sentence.names)}
    )


def label_words(words: Sequence[Word], names: Sequence[tuple[int, int, str]]) -> list[str]:
    """The written set of each word (see `training.house`)."""
    labels = [NO_NAME] * len(words)
    for begin, end, kind in names:
        inside = [index for index, word in enumerate(words) if begin <= word.start and word.end <= end]
        for index in inside:
            labels[index] = f"{'I' if index > inside[0] else 'B'}:{kind}"
    return labels


def read_own_paragraphs() -> list[Paragraph]:
    """The free paragraphs that are not kept for development, for the judge of sentence ends."""
    kept = [sentence for sentence in read_free() if not is_for_development(sentence)]
    return [build_paragraph(list(group)) for _, group in groupby(kept, key=lambda sentence: sentence.paragraph)]


def build_paragraph(sentences: Sequence[Marked]) -> Paragraph:
    """One text of several sentences, with the words each one takes."""
    paragraph = Paragraph(text=" ".join(sentence.text for sentence in sentences), document=sentences[0].paragraph)
    begin = 0
    for sentence in sentences:
        first = len(paragraph.words)
        for word in load_tokeniser().find_words(sentence.text):
            place = (begin + word.start, begin + word.end)
            paragraph.words.append(GoldWord(*place, word.text, tag="", head=0, relation=""))
        paragraph.sentences.append((first, len(paragraph.words)))
        begin += len(sentence.text) + 1
    return paragraph
