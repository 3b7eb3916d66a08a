"""Every row of every lexicon table says where it comes from, and none was made for the sample pages."""

import ast
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

WORD = re.compile(r"[^\W_]+")
FINGERPRINTS = Path(__file__).parent / "sample_ngrams.sha256"
COMMON = Path(__file__).parent / "common_terms.txt"
DIGITS = 16


def ngrams(text: str) -> Iterator[str]:
    words = WORD.findall(text.lower())
    for three in zip(words, words[1:], words[2:], strict=False):
        yield " ".join(three)


def fingerprint(ngram: str) -> str:
    return hashlib.sha256(ngram.encode()).hexdigest()[:DIGITS]


def tables(root: Path) -> list[Path]:
    return sorted((root / "src/copydesk/lexicon").rglob("*.tsv"))


def test_every_table_has_a_column_origin_and_fills_it(root: Path) -> None:
    """A word without an origin cannot be judged or taken back."""
    missing = []
    for path in tables(root):
        rows = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip() and line[0] != "#"]
        column = rows[0].split("\t").index("origin")
        missing += [
            f"{path.name}: {row[:60]}"
            for row in rows[1:]
            if len(row.split("\t")) <= column or not row.split("\t")[column].strip()
        ]
    assert tables(root)
    assert missing == []


def strings_of(path: Path) -> Iterator[str]:
    if path.suffix == ".tsv":
        for line in path.read_text(encoding="utf-8").split("\n"):
            yield from line.split("\t")
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_no_row_or_string_repeats_the_sample_pages(root: Path, modules: list[Path]) -> None:
    """Three words in a row of a sample page, at least two of them no function words, would be a rule made for it.

    common_terms.txt names the few that are names or everybody's terms. The file holds hashes of such runs, not text;
    `tests/house/README.md` says how it was made.
    """
    known = set(FINGERPRINTS.read_text(encoding="utf-8").split())
    common = {line for line in COMMON.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"}
    assert len(known) > 300
    assert len(common) < 20
    found = [
        f"{path.name}: {ngram}"
        for path in (*tables(root), *modules)
        for text in strings_of(path)
        for ngram in ngrams(text)
        if fingerprint(ngram) in known and ngram not in common
    ]
    assert found == []
