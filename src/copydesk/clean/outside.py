"""The one file that asks an outside extractor: trafilatura, which lines of a page it takes for the article's text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

SHINGLE = 4  # words
CHOSEN_SHARE = 0.7  # share of a line's shingles that must stand in the extractor's text
MAX_CHARACTERS = 3_000_000  # larger pages are not asked about: the extractor's time grows faster than the page
# Elements whose words the extractor never takes: it copies and searches the tree many times, and has less to do without them.
WORDLESS = ("style", "script", "svg", "link", "iframe", "button", "input", "select", "template")
STATED = "application/ld+json"  # the scripts that it does look into


def ask_extractor(markup: str, lines: Sequence[str], fold: Callable[[str], str]) -> list[bool] | None:
    """Whether trafilatura's default mode keeps each line of a page; None where it finds nothing or is not installed.

    lines: folded (words in small letters, no marks); fold: what does the same to the extractor's text.
    """
    if not markup or len(markup) > MAX_CHARACTERS:
        return None
    try:
        import trafilatura
    except ImportError:  # one voice of several: without it the labeller decides alone
        return None
    tree = trafilatura.load_html(markup)
    for element in list(tree.iter(*WORDLESS)) if tree is not None else ():
        if element.get("type") != STATED:
            element.drop_tree()
    body = None if tree is None else trafilatura.extract(tree, include_comments=False, deduplicate=False)
    words = fold(body or "").split()
    if len(words) < 2 * SHINGLE:
        return None
    shingles = set(_shingles(words))
    whole = {fold(line) for line in (body or "").split("\n")}
    return [_is_kept(line, shingles, whole) for line in lines]


def _is_kept(line: str, shingles: set[tuple[str, ...]], whole: set[str]) -> bool:
    own = _shingles(line.split())
    return sum(each in shingles for each in own) >= CHOSEN_SHARE * len(own) if own else line in whole


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i:i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
