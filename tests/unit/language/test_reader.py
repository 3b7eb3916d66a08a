"""The reader as a whole: places, trees, names, robustness, files."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.errors import ModelBroken, ModelMissing
from copydesk.language import Reader, clause, find_reading, load_reader
from copydesk.language.reader import LONGEST
from copydesk.language.weights import FOLDER
from copydesk.record import Article, Block, Page, Reading, Span
from tests.unit.language.conftest import ReadText

TEXT = (
    "Kenya's foreign minister, Amina Otieno, told reporters in Nairobi on Tuesday that the army had not crossed "
    "the border. Two villages were shelled by rebels, Médecins Sans Frontières said."
)
ODD = ["", " \n ", "…", "🙂🙂", "a" * 5000, "\u200b\u200d", "((((", "—" * 40, "IS THIS ALL CAPITALS? YES!", "\ud7ff中国"]


def find(reading: Reading, word: str) -> int:
    """The first token of a text."""
    return next(index for index, token in enumerate(reading.tokens) if token.text == word)


def test_a_sentence_of_news_is_understood(read: ReadText) -> None:
    """Tags, lemmas, subject, complement and passive of plain news come out right."""
    reading = read(TEXT)
    told, crossed, shelled = (find(reading, word) for word in ("told", "crossed", "shelled"))
    tokens = reading.tokens
    assert [token.lemma for token in (tokens[told], tokens[crossed], tokens[shelled])] == ["tell", "cross", "shell"]
    assert tokens[clause.find_subject(reading, told) or 0].text == "minister"
    assert tokens[crossed].head == told
    assert tokens[crossed].relation == "ccomp"
    assert tokens[clause.find_agent(reading, shelled) or 0].text == "rebels"
    assert tokens[clause.find_patient(reading, shelled) or 0].text == "villages"


def test_names_are_found_with_their_kinds(read: ReadText) -> None:
    """Persons, places and organisations are told apart; a name's words are exact."""
    names = {TEXT[name.start : name.end]: name.label for name in read(TEXT).names}
    assert names["Amina Otieno"] == "person"
    assert names["Nairobi"] == "place"
    assert names["Médecins Sans Frontières"] == "organisation"


def test_every_place_is_exact(read: ReadText) -> None:
    """The text at a token's place is the token; sentences begin and end with tokens; each has one root."""
    reading = read(TEXT)
    assert all(TEXT[token.start : token.end] == token.text for token in reading.tokens)
    for sentence in reading.sentences:
        inside = range(sentence.first, sentence.last)
        assert sentence.start == reading.tokens[sentence.first].start
        assert sentence.end == reading.tokens[sentence.last - 1].end
        assert [index for index in inside if reading.tokens[index].head == index] == [sentence.root]
        assert all(reading.tokens[index].head in inside for index in inside)


def test_no_sentence_crosses_a_block(reader: Reader) -> None:
    """A headline without a full stop does not run into the paragraph below it."""
    text = "Minister resigns\nThe minister resigned."
    reading, _ = reader.read(text, [Span(start=0, end=16), Span(start=17, end=39)])
    assert [(sentence.start, sentence.end) for sentence in reading.sentences] == [(0, 16), (17, 39)]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_without_a_crash(text: str, read: ReadText) -> None:
    """Empty text, marks, emoji, one endless word and odd code points give a well-formed reading."""
    reading = read(text)
    assert all(text[token.start : token.end] == token.text for token in reading.tokens)
    assert len(reading.children) == len(reading.tokens)


def test_reading_twice_changes_nothing_and_company_neither(reader: Reader) -> None:
    """The same stretches give the same reading, also after other pages were read."""
    spans = [Span(start=0, end=len(TEXT))]
    first = reader.read(TEXT, spans)
    reader.read(TEXT * 3, [Span(start=0, end=3 * len(TEXT))])
    assert reader.read(TEXT, spans) == first


def build_page(text: str, blocks: list[Block]) -> tuple[Page, Article]:
    """A page of one article."""
    page = Page(id="p1", text=text, url=None, outlet=None, fetched_at=None, media_type="text/plain", sha256="0")
    article = Article(
        id="a1", page_id="p1", blocks=tuple(blocks), headline=None, bylines=(), outlet=None, wire=None, credits=(),
        canonical_url=None, created=None, created_basis="none", created_candidates=(), updated=None, language="en",
        is_card=False,
    )  # fmt: skip
    return page, article


def test_the_stage_reads_narrative_blocks_only(reader: Reader) -> None:
    """Furniture is not read; the reading knows its page and article."""
    text = "Share this\nThe dam broke."
    blocks = [Block(span=Span(start=0, end=11), role="promotion"), Block(span=Span(start=11, end=25), role="paragraph")]
    page, article = build_page(text, blocks)
    reading, refusals = find_reading(page=page, article=article, reader=reader)
    assert [token.text for token in reading.tokens] == ["The", "dam", "broke", "."]
    assert (reading.page_id, reading.article_id, refusals) == ("p1", "a1", ())


def test_an_endless_sentence_is_cut_and_said(reader: Reader) -> None:
    """A sentence of 2,000 words is read in pieces and leaves one Refusal with its place."""
    text = " ".join(["boats"] * 2000)
    page, article = build_page(text, [Block(span=Span(start=0, end=len(text)), role="paragraph")])
    reading, refusals = find_reading(page=page, article=article, reader=reader)
    assert len(reading.tokens) == 2000
    assert max(sentence.last - sentence.first for sentence in reading.sentences) == LONGEST
    assert [(refusal.stage, refusal.span) for refusal in refusals] == [("reading", Span(start=0, end=len(text)))]


def test_an_empty_article_gives_an_empty_reading(reader: Reader) -> None:
    """Nothing to read is no error."""
    page, article = build_page("", [])
    reading, refusals = find_reading(page=page, article=article, reader=reader)
    assert (reading.tokens, reading.sentences, reading.names, refusals) == ((), (), (), ())


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    """The message names the file and the fix."""
    with pytest.raises(ModelMissing, match=r"manifest\.json.*reinstall copydesk"):
        load_reader(tmp_path)


def test_a_broken_file_is_refused(reader: Reader, tmp_path: Path) -> None:
    """One changed byte is noticed before anything is read."""
    del reader  # asks only that the weights are here
    folder = tmp_path / "weights"
    shutil.copytree(FOLDER, folder)
    (folder / "lemmas.tsv").write_text("x", encoding="utf-8")
    with pytest.raises(ModelBroken, match=r"lemmas\.tsv has SHA-256"):
        load_reader(folder)


def test_a_manifest_of_another_format_is_refused(tmp_path: Path) -> None:
    """A manifest that is no JSON, or of another format, is no model."""
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelBroken, match="not JSON"):
        load_reader(tmp_path)
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 99}), encoding="utf-8")
    with pytest.raises(ModelBroken, match="not of format"):
        load_reader(tmp_path)


def test_importing_the_room_loads_no_model() -> None:
    """ONNX Runtime and numpy come in only when a reader is asked for."""
    code = "import sys, copydesk.language; sys.exit(any(name in sys.modules for name in ('onnxruntime', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
