"""Texts of the gold sets about several articles, as reports that the product's own first stages made."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from copydesk.clean import find_articles
from copydesk.lexicon import World
from copydesk.read import read_text_page
from copydesk.record import Report
from copydesk.record.report import REPORT_SCHEMA

Documents = dict[str, list[str]]  # document id -> its sentences
_TOKEN = re.compile(r'<token t_id="\d+" sentence="(\d+)" number="\d+">(.*?)</token>')


def report_of(text: str, key: str, world: World, *, created: str | None = None, outlet: str | None = None) -> Report:
    """A report with nothing but its page and article, for what compares texts alone."""
    page, layout, refusals = read_text_page(text, key=key, created=created, outlet=outlet, whole_article=True)
    articles, more = find_articles(page=page, layout=layout, world=world)
    return Report(
        schema=REPORT_SCHEMA, key=key, page=page, article=articles[0] if articles else None, entities=(), mentions=(),
        times=(), places=(), quantities=(), statements=(), events=(), predicates=(), questions=(),
        refusals=(*refusals, *more),
    )


def load_ecbplus(folder: Path) -> Documents:
    """The documents under stories/ecbplus/TOPIC/*.xml."""
    documents: Documents = {}
    for path in sorted(folder.glob("stories/ecbplus/*/*.xml")):
        sentences: dict[int, list[str]] = defaultdict(list)
        for number, token in _TOKEN.findall(path.read_text(encoding="utf-8")):
            sentences[int(number)].append(html.unescape(token))
        documents[path.stem] = [join_words(sentences[number]) for number in sorted(sentences)]
    return documents


def load_columns(path: Path) -> dict[str, dict[int, list[str]]]:
    """Documents in columns (document, sentence, word number, word): document id -> sentence number -> words."""
    documents: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) >= 4 and not line.startswith("#"):
            documents[cells[0]][int(cells[1])].append(cells[3])
    return {document: dict(sentences) for document, sentences in documents.items()}


def join_words(words: Iterable[str]) -> str:
    """Words as running text: no white space before a comma or after an opening bracket."""
    text = re.sub(r" ([.,;:!?)’”%]|n't\b|'(?:s|re|ll|ve|d|m)\b)", r"\1", " ".join(words))
    return re.sub(r"([(“$]) ", r"\1", text)
