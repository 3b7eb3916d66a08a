"""New pages out of the golden pages that are trained on: their layouts with other words, and their words in other layouts."""

from __future__ import annotations

import json
import random
import re
import textwrap
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from evaluation.mark_pages import read_marked
from evaluation.pages import is_unread
from training.page_layouts import Filler, Story, pools_of

KEPT = 0.3  # share of the lines of a layout that keep their words
OWN = 0.5  # of the lines with new words, the share whose words come from another golden page, where there are any
LONG = 8  # words; paragraphs of fewer keep theirs
PROSE = frozenset(("paragraph", "card:paragraph", "new:paragraph"))
# An entry of a live page is text of its page to the labeller; clean/live.py parts it by its stamp.
IN_ENTRY = {"headline": "subheading", "standfirst": "paragraph"}
LISTS = frozenset(("navigation", "related_link", "comment", "promotion", "legal"))
GRAFTED = LISTS | {"caption", "credit", "pull_quote", "table"}  # labels of blocks that may come from another page, as cards may
GRAFTS, LONGEST_GRAFT = (0, 0, 0, 1, 1, 2), 7  # such stretches a page, and blocks in one


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a page. label: as the labeller has it; joined: it stands on the line of the one before; blank: below an
    empty line.
    """

    text: str
    label: str
    joined: bool = False
    blank: bool = False


def read_golden(path: Path) -> list[list[Part]]:
    """The readable half of the golden pages under a gold.jsonl. The other half is the exam's."""
    pages = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if not is_unread(row["doc"]):
            numbers = sorted({line["article"] for line in row["lines"]})
            entries = {number for number, told in zip(numbers, row["articles"], strict=True) if number and not told["is_card"]}
            pages.append(_parts(row["lines"], path.with_name(row["doc"] + ".txt").read_text(encoding="utf-8"), entries))
    return pages


def read_layouts(folder: Path) -> list[list[Part]]:
    """All pages of the files of a folder in the format of evaluation/mark_pages.py."""
    files = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.pages")))
    return [_parts(lines, text, entries) for file in files for _, text, lines, entries in read_marked(file)]


def _parts(lines: list[dict[str, object]], text: str, entries: set[int]) -> list[Part]:
    parts: list[Part] = []
    seen: set[object] = set()
    end = 0
    for line in lines:
        start, role, article = int(str(line["start"])), str(line["role"]), line["article"]
        words = text[start:int(str(line["end"]))]
        if article in entries:
            role, article = IN_ENTRY.get(role, role), 0
        if role == "byline" and len(words.split()) > 5 and words.rstrip("\"”’").endswith("."):
            role = "biography"
        if role == "biography" and article:
            role = "byline"
        label = role if not article else f"card:{role}" if article in seen else f"new:{role}"
        seen.add(article)
        gap = text[end:start]
        parts.append(Part(words, label, joined=end > 0 and "\n" not in gap, blank=gap.count("\n") > 1))
        end = int(str(line["end"]))
    return parts


def join_parts(parts: list[Part]) -> tuple[str, list[tuple[int, int, str]]]:
    """The text of a page of these parts, and (start, end, label) of each in it."""
    text, stretches = "", []
    for part in parts:
        if text:
            text += " " if part.joined else "\n\n" if part.blank else "\n"
        stretches.append((len(text), len(text) + len(part.text), part.label))
        text += part.text
    return text, stretches


def wrap_parts(parts: list[Part], width: int) -> list[Part]:
    """The same page broken to a width, with an empty line before each block; the lines of a block keep its label."""
    found: list[Part] = []
    for part in parts:
        lines = textwrap.wrap(part.text, width) or [part.text]
        inner = part.label.replace("new:", "card:")
        found.append(Part(lines[0], part.label, blank=not part.joined))
        found += [Part(line, inner) for line in lines[1:]]
    return found


class Mixer:
    """Makes pages from golden layouts; `make` gives the parts of one page."""

    def __init__(self, pages: list[list[Part]], stories: list[Story], words: list[str], seed: random.Random) -> None:
        self.pages, self.stories, self.words, self.seed = pages, stories, words, seed
        self.own: dict[str, list[str]] = defaultdict(list)
        for page in pages:
            for part, after in zip(page, [*page[1:], None], strict=True):
                if not part.joined and not (after and after.joined):
                    self.own[_bare(part.label)].append(part.text)

    def make(self) -> list[Part]:
        """A golden layout, now and then with the foot or head of another, in which most lines got other words.

        Headline and paragraphs are all of one story, the page's own or another: what they share tells cards from them.
        """
        page = self._layout()
        filler, story = Filler(self.seed, self.words), self.seed.choice(self.stories)
        kept = self.seed.choice((KEPT, KEPT, 0.1, 0.6))
        prose = iter(() if self.seed.random() < kept else (story.title.rstrip("."), *story.paragraphs))
        title = next(prose, "")
        found = []
        for part, after in zip(page, [*page[1:], None], strict=True):
            fixed = part.joined or (after is not None and after.joined) or self.seed.random() < kept
            if part.label == "headline" and title and not part.joined:
                found.append(Part(title, part.label, blank=part.blank))
            elif _is_running(part) and not part.joined and not (after is not None and after.joined):
                found.append(Part(next(prose, "") or part.text, part.label, blank=part.blank))
            else:
                found.append(part if fixed else Part(self._words(part, filler), part.label, blank=part.blank))
        return found

    def _layout(self) -> list[Part]:
        """The parts of a golden page: runs of lines of one label are cut or made longer, cards go or come again."""
        page = self.seed.choice(self.pages)
        for _ in range(self.seed.choice(GRAFTS)):
            page = self._graft(page)
        if self.seed.random() < 0.35:
            other = self.seed.choice(self.pages)
            cut, into = _foot(page), _foot(other)
            if cut and into:
                page = page[:cut] + other[into:]
        found: list[Part] = []
        for block in _blocks(page):
            label = block[0].label
            roll = self.seed.random()
            if label.startswith("new:") and roll < 0.35:
                found += block * self.seed.choice((0, 2, 2, 3))
            elif label in LISTS and len(block) > 1 and roll < 0.6:
                found += self.seed.choices(block, k=self.seed.randint(1, len(block) + 3))
            elif label not in ("paragraph", "headline") and roll < 0.12:
                continue
            else:
                found += block
        return found or page

    def _graft(self, page: list[Part]) -> list[Part]:
        """The page with a stretch of furniture or cards of another page between two of its paragraphs or below them."""
        blocks = _blocks(self.seed.choice(self.pages))
        starts = [i for i, block in enumerate(blocks) if _is_grafted(block)]
        places = [i for i in range(1, len(page)) if page[i - 1].label == "paragraph" and not page[i].joined]
        if not starts or not places:
            return page
        start = end = self.seed.choice(starts)
        while end < min(len(blocks), start + self.seed.randint(1, LONGEST_GRAFT)) and _is_grafted(blocks[end]):
            end += 1
        place = self.seed.choice((self.seed.choice(places), places[-1]))
        return [*page[:place], *(part for block in blocks[start:end] for part in block), *page[place:]]

    def _words(self, part: Part, filler: Filler) -> str:
        label = _bare(part.label)
        if part.label in PROSE and len(part.text.split()) > LONG:
            return re.split(r"(?<=[.]) ", self.seed.choice(self.seed.choice(self.stories).paragraphs))[0]
        pool = pools_of(label)
        own = self.own.get(label, [])
        if label == "headline" and self.seed.random() < 0.5:
            return self.seed.choice(self.stories).title.rstrip(".")
        near = [text for text in own if abs(len(text.split()) - len(part.text.split())) < 5]
        if near and (not pool or self.seed.random() < OWN):
            return self.seed.choice(near)
        return filler.pick(pool) if pool else part.text


def _bare(label: str) -> str:
    return label.removeprefix("card:").removeprefix("new:")


def _is_running(part: Part) -> bool:
    return part.label == "paragraph" and len(part.text.split()) > LONG


def _is_grafted(block: list[Part]) -> bool:
    return not block[0].joined and (block[0].label in GRAFTED or block[0].label.startswith("new:"))


def _foot(page: list[Part]) -> int:
    """Where the main text of a page ends; 0 where it has none."""
    last = max((i for i, part in enumerate(page) if part.label == "paragraph"), default=-1)
    return last + 1 if last + 1 < len(page) and not page[last + 1].joined else 0


def _blocks(page: list[Part]) -> list[list[Part]]:
    """Runs of parts that go together: one card, lines of one label, parts that share a line."""
    blocks: list[list[Part]] = []
    for part in page:
        before = blocks[-1][-1] if blocks else None
        goes_on = before is not None and (part.joined or part.label == before.label or part.label.startswith("card:"))
        if goes_on and not part.label.startswith("new:"):
            blocks[-1].append(part)
        else:
            blocks.append([part])
    return blocks
