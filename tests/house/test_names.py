"""The glossary (docs/glossary.md): words that say nothing, or two things, are no names."""

import ast
from collections.abc import Iterator
from pathlib import Path

BARE = {"source", "target", "data", "info", "item", "obj", "util", "helper", "manager"}
OPENINGS = ("handle_", "process_", "do_")


def names_given(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def test_no_empty_or_double_word_is_a_name(modules: list[Path]) -> None:
    """Neither `data` nor `handle_page`, and never a bare `source`: speaker, outlet and actor are three things."""
    wrong = [
        f"{path.name}:{line} {name}"
        for path in modules
        for line, name in names_given(ast.parse(path.read_text(encoding="utf-8")))
        if name.strip("_").lower() in BARE or name.lstrip("_").startswith(OPENINGS)
    ]
    assert wrong == []


def test_files_stay_livable(modules: list[Path]) -> None:
    """A file over 450 lines holds more than one idea."""
    long = {path.name: n for path in modules if (n := path.read_text(encoding="utf-8").count("\n")) > 450}
    assert long == {}
