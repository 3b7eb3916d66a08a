"""Our reader inside spaCy, and a spaCy pipeline inside copydesk. Skipped where the extra `spacy` is not installed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.errors import BadOption, BadPipeline
from copydesk.language import PipelineReader, Reader, choose_reader
from copydesk.language.reader import LONGEST
from copydesk.lexicon import load_world
from copydesk.record import Reading, Span

spacy = pytest.importorskip("spacy")
with_spacy = pytest.importorskip("copydesk.language.with_spacy")
NEWS = (
    "Port Louis, Monday\n\nMr. Ramgoolam's  envoys \t met Kenyan officers in the U.S. on 3 May, the Daily Nation said. "
    '“We won\'t wait,” she added. \n The $5.2m deal isn\'t dead... '
)  # fmt: skip
TOKENISER = with_spacy.DocTokeniser(spacy.blank("en").vocab)


@pytest.fixture(scope="module")
def nlp(reader: Reader) -> Any:
    """Our pipeline; `reader` skips where the weights are absent."""
    return with_spacy.make_pipeline()


def whole(text: str) -> list[Span]:
    return [Span(start=0, end=len(text))]


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("ab.' \t\n\u00a0\u2028\"$5", max_size=40))
def test_a_doc_holds_its_text_to_the_letter(text: str) -> None:
    """Words and white space joined are the text, and every word stands where our tokeniser found it."""
    doc = TOKENISER(text)
    assert doc.text == text
    words = [(token.idx, token.text) for token in doc if not token.is_space]
    assert words == [(word.start, word.text) for word in with_spacy.load_tokeniser().find_words(text)]


def test_a_doc_says_what_a_reading_says(nlp: Any, reader: Reader) -> None:
    """Tags, lemmas, trees, sentences and names of the Doc are those of the Reading."""
    doc, (reading, _) = nlp(NEWS), reader.read(NEWS, whole(NEWS))
    words = [token for token in doc if not token.is_space]
    assert [(t.text, t.lemma_, t.pos_, t.tag_, t.head.idx) for t in words] == [
        (t.text, t.lemma, t.tag, t.fine, reading.tokens[t.head].start) for t in reading.tokens
    ]
    assert [t.dep_.lower() for t in words] == [t.relation for t in reading.tokens]
    assert [s.text.strip() for s in doc.sents] == [NEWS[s.start : s.end] for s in reading.sentences]
    assert [(e.start_char, e.end_char, e.label_) for e in doc.ents] == [(n.start, n.end, n.label) for n in reading.names]
    assert doc.ents


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Fire", "\tRiots spread \n", "Rain.  Snow.\n\nHail. " * 3])
def test_going_round_changes_nothing(nlp: Any, reader: Reader, text: str) -> None:
    """Text to our Doc to the adapter is the Reading that our reader makes of the text itself, its triggers aside."""
    pipeline = PipelineReader(nlp, load_world())
    reading, cuts = reader.read(text, whole(text))
    assert pipeline.read(text, whole(text)) == (replace(reading, triggers=()), cuts)


def test_going_round_keeps_places_on_the_page(nlp: Any, reader: Reader) -> None:
    """Stretches are read apart, and places count from the beginning of the page."""
    text = f"Menu  Home\n{NEWS}\nSubscribe now"
    spans = [Span(start=11, end=40), Span(start=40, end=11 + len(NEWS))]
    reading, cuts = PipelineReader(nlp, load_world()).read(text, spans)
    assert cuts == ()
    assert all(text[token.start : token.end] == token.text for token in reading.tokens)
    assert [t.text for t in reading.tokens] == [t.text for t in reader.read(text, spans)[0].tokens]
    assert min(token.start for token in reading.tokens) >= 11


def test_a_saved_pipeline_reads_the_same(nlp: Any, tmp_path: Path) -> None:
    """To disk and back, to bytes and back: the tokeniser and the component come back by their registered names."""
    nlp.to_disk(tmp_path)
    for loaded in (spacy.load(tmp_path), with_spacy.make_pipeline().from_bytes(nlp.to_bytes())):
        assert loaded(NEWS).to_json() == nlp(NEWS).to_json()


def test_many_texts_read_as_each_alone(nlp: Any) -> None:
    """nlp.pipe over a stream gives what nlp gives for each text."""
    texts = ["Ice blocked the strait.", NEWS, "", "Two men were held in Lima, police said."]
    assert [doc.to_json() for doc in nlp.pipe(texts, batch_size=2)] == [nlp(text).to_json() for text in texts]


def test_the_component_reads_other_tokens_and_keeps_what_was_set() -> None:
    """After spaCy's own tokeniser and an entity ruler: their words and names stay, sentences are ours."""
    other = spacy.blank("en")
    other.add_pipe("entity_ruler").add_patterns([{"label": "weapon", "pattern": "Orlan"}])
    other.add_pipe("copydesk_reader")
    doc = other("An Orlan was shot down. Moldova protested.")
    assert [sentence.text for sentence in doc.sents] == ["An Orlan was shot down.", "Moldova protested."]
    assert [(name.text, name.label_) for name in doc.ents] == [("Orlan", "weapon"), ("Moldova", "state")]
    assert doc[3].head.text == "shot"


def test_a_long_sentence_is_cut_and_said(nlp: Any) -> None:
    """The stages walk trees, so no pipeline may give a sentence without end."""
    whole_doc = spacy.blank("en")
    text = "ice " * (LONGEST * 2 + 5)
    size = LONGEST * 2 + 5
    doc = spacy.tokens.Doc(
        whole_doc.vocab, words=["ice"] * size, tags=["NN"] * size, pos=["NOUN"] * size,
        heads=[max(0, index - 1) for index in range(size)], deps=["ROOT", *["flat"] * (size - 1)],
        ents=["B-person", "I-person", *["O"] * (LONGEST - 3), "B-place", "I-place", *["O"] * (size - LONGEST - 1)],
    )  # fmt: skip
    reading, cuts = PipelineReader(stand_in(whole_doc, {text: doc}, scheme="ud"), load_world()).read(text, whole(text))
    assert [cut.words for cut in cuts] == [size]
    assert [sentence.last - sentence.first for sentence in reading.sentences] == [LONGEST, LONGEST, 5]
    assert [(name.first, name.last) for name in reading.names] == [(0, 2)]  # the place lay across a cut
    assert all(reading.tokens[sentence.root].relation == "root" for sentence in reading.sentences)


# A pipeline of Docs made by hand: text -> Doc, and the sentence that every pipeline is tried on.
PROBE_CLEARNLP = """
    The DET DT det 2
    envoys NOUN NNS nsubjpass 4
    were AUX VBD auxpass 4
    told VERB VBN ROOT 0
    in ADP IN prep 4
    Paris PROPN NNP pobj 5 GPE
    on ADP IN prep 4
    Monday PROPN NNP pobj 7 DATE
    that SCONJ IN mark 13
    their PRON PRP$ poss 11
    ships NOUN NNS nsubj 13
    had AUX VBD aux 13
    left VERB VBN ccomp 4
    the DET DT det 15
    port NOUN NN dobj 13
    . PUNCT . punct 4
"""


def build_doc(nlp: Any, text: str, rows: str) -> Any:
    """A Doc of a text from rows "word tag fine label head [name label]"; words that share a label are one name."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words, spaces, begun = [], [], 0
    for word in (row[0] for row in cells):
        start = text.index(word, begun)
        if text[begun:start].strip(" ") or start - begun > 1:
            words.append(text[begun:start])
            spaces.append(False)
        elif start > begun:
            spaces[-1] = True
        words.append(word)
        spaces.append(False)
        begun = start + len(word)
    place = [index for index, word in enumerate(words) if not word.isspace()]
    filled: list[list[str]] = [["", "SPACE", "_SP", "dep", "0"] for _ in words]
    heads = [max(0, index - 1) for index in range(len(words))]
    for number, (index, row) in enumerate(zip(place, cells, strict=True)):
        filled[index] = row
        heads[index] = place[int(row[4]) - 1 if row[4] != "0" else number]
    before, labels = "", []
    for index, row in enumerate(filled):
        told = filled[index + 1] if row[1] == "SPACE" and index + 1 < len(filled) else row
        label = told[5] if len(told) > 5 else ""
        labels.append(f"{'I' if label == before else 'B'}-{label}" if label else "O")
        before = label
    return spacy.tokens.Doc(
        nlp.vocab, words=words, spaces=spaces, pos=[row[1] for row in filled], tags=[row[2] for row in filled],
        deps=[row[3] for row in filled], heads=heads, ents=labels,
    )  # fmt: skip


def stand_in(nlp: Any, docs: dict[str, Any], *, scheme: str = "clearnlp", change: Callable[[str], str] = str) -> Any:
    """A pipeline whose tokeniser hands out the given Docs. scheme: of the trial sentence's tree."""
    from copydesk.language.foreign import PROBE

    rows = PROBE_CLEARNLP
    if scheme == "ud":
        for label, relation in (("nsubjpass", "nsubj:pass"), ("auxpass", "aux:pass"), ("prep", "case"), ("pobj", "obl"),
                                ("poss", "nmod:poss"), ("dobj", "obj")):  # fmt: skip
            rows = rows.replace(f" {label} ", f" {relation} ")
    given_docs = {PROBE: build_doc(nlp, PROBE, change(rows)), **docs}
    nlp.tokenizer = given_docs.__getitem__
    return nlp


def read_by_hand(text: str, rows: str) -> Reading:
    nlp = spacy.blank("en")
    reading, _ = PipelineReader(stand_in(nlp, {text: build_doc(nlp, text, rows)}), load_world()).read(text, whole(text))
    return reading


def test_a_clearnlp_pipeline_reads_as_universal_dependencies() -> None:
    """Trees are turned, lemmas are ours, names get our kinds, double blanks and line ends are no words."""
    text = "The  Bank of Ghana's\nKwame Mensah wasn't told, Reuters said in Togo."
    reading = read_by_hand(text, """
        The DET DT det 2 ORG
        Bank PROPN NNP poss 7 ORG
        of ADP IN prep 2 ORG
        Ghana PROPN NNP pobj 3 ORG
        's PART POS case 2 ORG
        Kwame PROPN NNP compound 7 PERSON
        Mensah PROPN NNP nsubjpass 10 PERSON
        was AUX VBD auxpass 10
        n't PART RB neg 10
        told VERB VBN ccomp 13
        , PUNCT , punct 13
        Reuters PROPN NNP nsubj 13 ORG
        said VERB VBD ROOT 0
        in ADP IN prep 13
        Togo PROPN NNP pobj 14 GPE
        . PUNCT . punct 13
    """)
    tokens = reading.tokens
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert [(tokens[n.first].text, text[n.start : n.end], n.label) for n in reading.names] == [
        ("Bank", "Bank of Ghana", "organisation"), ("Kwame", "Kwame Mensah", "person"), ("Reuters", "Reuters", "outlet"),
        ("Togo", "Togo", "state"),
    ]
    arcs = {token.text: (token.relation, tokens[token.head].text, token.lemma) for token in tokens}
    assert arcs["Bank"] == ("nmod:poss", "Kwame", "Bank")
    assert arcs["Kwame"] == ("nsubj:pass", "told", "Kwame")
    assert arcs["Mensah"] == ("flat", "Kwame", "Mensah")
    assert arcs["was"] == ("aux:pass", "told", "be")
    assert arcs["n't"] == ("advmod", "told", "not")
    assert arcs["told"] == ("ccomp", "said", "tell")
    assert arcs["Togo"] == ("obl", "said", "Togo")
    assert [sentence.root for sentence in reading.sentences] == [12]
    assert reading.children[12] == (9, 11, 14, 15)


def test_a_place_is_a_state_only_where_it_is_one() -> None:
    """OntoNotes calls both GPE; dates and the like are no names here."""
    reading = read_by_hand("Chad and Lyon met in May", """
        Chad PROPN NNP nsubj 4 GPE
        and CCONJ CC cc 1
        Lyon PROPN NNP conj 1 GPE
        met VERB VBD ROOT 0
        in ADP IN prep 4
        May PROPN NNP pobj 5 DATE
    """)
    assert [(reading.tokens[name.first].text, name.label) for name in reading.names] == [("Chad", "state"), ("Lyon", "place")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda rows: rows.replace("nsubjpass", "SB").replace("dobj", "OA"), r"does not know \(oa, sb\)"),
        (lambda rows: "\n".join(f"{r.split()[0]} {r.split()[1]} {r.split()[1]} {' '.join(r.split()[3:])}"
                                for r in rows.strip().splitlines()), "not Penn's"),
        (lambda rows: rows.replace(" GPE", "").replace(" DATE", ""), "finds no names"),
    ],
    ids=["relations", "tags", "names"],
)  # fmt: skip
def test_a_pipeline_that_cannot_stand_in_says_why(change: Callable[[str], str], told: str) -> None:
    """What is missing and what to do, before the first page is read."""
    with pytest.raises(BadPipeline, match=told):
        PipelineReader(stand_in(spacy.blank("en"), {}, change=change), load_world())


def test_a_pipeline_without_a_parser_or_tagger_says_so(tmp_path: Path) -> None:
    """A blank pipeline has neither; one that only splits sentences has no trees."""
    nlp = spacy.blank("en")
    with pytest.raises(BadPipeline, match=r"no trees.*parser"):
        PipelineReader(nlp, load_world())
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path)
    with pytest.raises(BadPipeline, match=r"reader spacy:.*no trees.*parser"):
        choose_reader(f"spacy:{tmp_path}", load_world())


def test_labels_of_names_that_nobody_knows_are_refused(nlp: Any) -> None:
    """A component that lists labels of its own must use labels that mean something here."""
    own = with_spacy.make_pipeline()
    own.add_pipe("entity_ruler", last=True).add_patterns([{"label": "SHIP", "pattern": "Vasa"}])
    with pytest.raises(BadPipeline, match=r"labels that copydesk does not know \(SHIP\)"):
        PipelineReader(own, load_world())


def test_a_pipeline_that_is_not_there_says_how_to_get_it() -> None:
    """By package or by folder."""
    with pytest.raises(BadPipeline, match=r"spacy:en_nowhere: spaCy finds no pipeline.*spacy download en_nowhere"):
        choose_reader("spacy:en_nowhere", load_world())


def test_a_missing_spacy_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.delitem(sys.modules, "copydesk.language.with_spacy")
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(BadPipeline, match=r"pip install 'copydesk\[spacy\]'"):
        choose_reader("spacy:en_core_web_sm", load_world())


@pytest.mark.parametrize("choice", ["en_core_web_sm", "spacy:", ""])
def test_a_choice_of_no_known_form_is_refused(choice: str) -> None:
    """The two forms are named."""
    with pytest.raises(BadOption, match="spacy:NAME"):
        choose_reader(choice, load_world())


def test_the_command_reads_with_a_pipeline(nlp: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--reader spacy:FOLDER` with our own pipeline prints what `copydesk read` prints without it."""
    from copydesk.cli import group

    nlp.to_disk(tmp_path / "pipeline")
    page = tmp_path / "page.txt"
    page.write_text("Ferries stopped on 5 March 2024, port officials in Kenya said.\n", encoding="utf-8")
    group.main(["read", str(page)], standalone_mode=False)
    plain = capsys.readouterr().out
    group.main(["read", str(page), "--reader", f"spacy:{tmp_path / 'pipeline'}"], standalone_mode=False)
    assert capsys.readouterr().out == plain
    assert "port officials" in plain
