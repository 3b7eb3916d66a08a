"""The exams `trees` and `names` read their gold right and count right."""

from __future__ import annotations

import gzip
from pathlib import Path

from copydesk.record import Reading, Sentence, Token
from evaluation.conllu import read_paragraphs
from evaluation.names import find_spans, read_labelled
from evaluation.trees import Tally, count_raw, find_parts

TREES = """# newdoc id = d1
# newpar
# text = They don't.
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# text = Go
1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_

# newpar
# text = Stop
1\tStop\tstop\tVERB\tVB\t_\t0\troot\t_\t_

"""


def write_gold(path: Path, text: str) -> Path:
    """A gzip-compressed gold file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_paragraphs_keep_the_places_of_words(tmp_path: Path) -> None:
    """Words of a multiword range share its characters; a new paragraph begins where its mark stands."""
    first, second = read_paragraphs(write_gold(tmp_path / "x.conllu.gz", TREES))
    assert first.text.rstrip() == "They don't. Go"
    assert [first.text[word.start : word.end] for word in first.words] == ["They", "do", "n't", ".", "Go"]
    assert [word.head for word in first.words] == [1, 1, 1, 1, 4]
    assert first.sentences == [(0, 4), (4, 5)]
    assert (second.text.strip(), second.document) == ("Stop", "d1")


def test_raw_arcs_count_only_where_both_ends_and_the_relation_are_right(tmp_path: Path) -> None:
    """A reading that joins the sentences loses the second root and both sentences."""
    gold = read_paragraphs(write_gold(tmp_path / "x.conllu.gz", TREES))[0]
    tokens = [
        Token(start=word.start, end=word.end, text=word.text, lemma="", tag=word.tag, fine="", head=1, relation=relation)
        for word, relation in zip(gold.words, ["nsubj", "root", "advmod", "punct", "parataxis"], strict=True)
    ]
    sentence = Sentence(start=0, end=tokens[-1].end, first=0, last=5, root=1)
    reading = Reading(page_id="", article_id="", tokens=tuple(tokens), sentences=(sentence,), names=(), children=((),) * 5)
    tally = Tally()
    count_raw(tally, gold, reading)
    assert tally.raw == {"las_raw": [4, 5, 5], "sentence_f1": [0, 1, 2], "word_f1": [5, 5, 5]}


def test_the_dev_part_goes_before_the_test_part(tmp_path: Path) -> None:
    """Training text is never examined; a folder of test files alone is examined too."""
    for name in ("a/x-train", "a/x-dev", "a/x-test", "b/y-test"):
        write_gold(tmp_path / f"reader/{name}.conllu.gz", TREES)
    parts = find_parts(tmp_path, "reader/*/*.conllu.gz")
    assert {part: path.name for part, path in parts.items()} == {"a": "x-dev.conllu.gz", "b": "y-test.conllu.gz"}


def test_every_fifth_document_of_wikigold_is_examined(tmp_path: Path) -> None:
    """Documents are counted from 0 by their dividing lines."""
    text = "\n\n-DOCSTART- O\n\n".join(f"w{number} I-PER" for number in range(6)) + "\n"
    path = write_gold(tmp_path / "wikigold.conll.txt.gz", text)
    assert list(read_labelled(path)) == [(["w4"], ["I-PER"])]


def test_spans_of_both_notations() -> None:
    """I- marks alone and BIO give the same spans; touching names of one kind part at B-; UNER's B-O is none."""
    assert find_spans(["I-PER", "I-PER", "O", "I-LOC"]) == {(0, 2, "PER"), (3, 4, "LOC")}
    assert find_spans(["B-PER", "B-PER", "I-PER", "B-O"]) == {(0, 1, "PER"), (1, 3, "PER")}
