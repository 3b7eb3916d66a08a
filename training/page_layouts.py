"""Invented news pages with a role for every line, in many layouts: what the block labeller learns from.

Body text comes from openly licensed corpora (MEANTIME's Wikinews articles, CC BY 4.0; the open genres of UD English GUM
without news and court), furniture from page_phrases.py. No page of a real outlet is among them.
"""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.clean.labeller import in_card
from training import page_phrases as phrases
from training.page_blocks import BlockMaker, Line
from training.page_cards import CardMaker

MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
BRIEF_SHARE = 0.06  # of the pages made: pages of a few lines
INTRUDERS = (
    *("picture", "related", "promotion", "share") * 3, "picture", "picture", "link", "link", "scrap", "refrain", "caption",
    "standing", "standing", "standing", "box", "box", "quote", "quote", "post", "table", "form", "player", "cards",
)
BLOCKS = 0.5  # of the places on a page, the share that may have blocks
# Blocks at their places on a page, each with the share of pages that have it there.
TOP = (("menu", 0.4), ("form", 0.04), ("player", 0.05), ("foot", 0.04))
BELOW_HEAD = (("player", 0.08), ("standing", 0.25), ("tags", 0.04))
BELOW_BODY = (
    ("author", 0.25), ("tags", 0.3), ("form", 0.2), ("wall", 0.08), ("player", 0.04), ("quote", 0.02), ("comments", 0.12),
    ("box", 0.08), ("table", 0.03),
)
FOOT = (("comments", 0.12), ("ranked", 0.3), ("form", 0.12), ("menu", 0.2), ("foot", 0.4))
GUM_GENRES = ("bio", "interview", "speech", "textbook", "voyage")


@dataclass(frozen=True, slots=True)
class Story:
    """One text: its title and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass
class Draft:
    """A page being put together: lines of (text, label)."""

    lines: list[tuple[str, str]] = field(default_factory=list)

    def add(self, text: str, label: str) -> None:
        """One more line."""
        if text.strip():
            self.lines.append((text.strip(), label))


def pools_of(label: str) -> list[str]:
    """The phrases for lines of a label; [] where there are none."""
    pools = {
        "headline": phrases.HEADLINES, "standfirst": phrases.STANDFIRST, "byline": phrases.BYLINE,
        "timestamp": phrases.TIMESTAMP, "section": phrases.SECTIONS, "caption": phrases.CAPTION, "credit": phrases.PHOTO_CREDIT,
        "biography": phrases.BIOGRAPHY, "promotion": phrases.PROMOTION, "legal": phrases.LEGAL, "comment": phrases.COMMENT,
        "related_link": phrases.RELATED, "editors_note": phrases.EDITORS_NOTE, "correction": phrases.CORRECTION,
        "update_note": phrases.UPDATE_NOTE, "subheading": phrases.SUBHEADING,
        "navigation": [*phrases.HEADER, *phrases.SHARING, *phrases.SCRAPS],
    }
    return pools.get(label, [])


def read_stories(gold: Path) -> list[Story]:
    """Stories from the two corpora under the gold folder, longer than four sentences."""
    stories = [*_meantime(gold / "stories/meantime/en/meantime.conll"), *_gum(gold / "reader/ud_gum_open")]
    stories = [Story(story.title, tuple(filter(_is_prose, story.paragraphs))) for story in stories]
    return [story for story in stories if sum(len(each.split()) for each in story.paragraphs) > 80]


def _is_prose(paragraph: str) -> bool:
    """Whether a block of a corpus is running text: list items and headings would teach that scraps are paragraphs."""
    return len(paragraph.split()) > 4 and paragraph.rstrip("\"”’')")[-1:] in ".!?:"


def _meantime(path: Path) -> Iterator[Story]:
    sentences: list[list[str]] = [[]]
    for line in [*path.read_text(encoding="utf-8").split("\n"), "#begin document"]:
        if line.startswith("#begin"):
            lines = [_join(each) for each in sentences if each]
            if len(lines) > 3:
                yield Story(lines[0], _paragraphs(lines[2:]))
            sentences = [[]]
        elif not line.strip() or line.startswith("#"):
            sentences.append([])
        else:
            sentences[-1].append(line.split("\t")[3])


def _gum(folder: Path) -> Iterator[Story]:
    for path in sorted(folder.glob("*.conllu.gz")):
        name, block, lines = "", False, []
        text = gzip.decompress(path.read_bytes()).decode("utf-8")
        for line in [*text.split("\n"), "# newdoc id = GUM_end_"]:
            if line.startswith("# newdoc"):
                if name.split("_")[1:2] and name.split("_")[1] in GUM_GENRES and len(lines) > 3:
                    yield Story(lines[0][0], tuple(" ".join(each) for each in lines[1:]))
                name, lines = line.split("= ")[-1], []
            elif line.startswith("# newpar"):
                block = True
            elif line.startswith("# text = "):
                lines = [*lines, [line[9:]]] if block or not lines else [*lines[:-1], [*lines[-1], line[9:]]]
                block = False


def _join(words: list[str]) -> str:
    text = " ".join(words)
    text = re.sub(r" ([.,;:!?%)\]]|'s\b|n't\b|'re\b|'ve\b|'ll\b)", r"\1", text)
    text = re.sub(r"([(\[$£€]) ", r"\1", text).replace("`` ", '"').replace(" ''", '"').replace("``", '"').replace("''", '"')
    return re.sub(r'" ([^"]*?) ?"', r'"\1"', text)


def _paragraphs(sentences: list[str]) -> tuple[str, ...]:
    generator = random.Random(len(sentences))
    found, i = [], 0
    while i < len(sentences):
        size = generator.choice((1, 1, 1, 2, 2, 3))
        found.append(" ".join(sentences[i:i + size]))
        i += size
    return tuple(found)


class Filler:
    """Fills the slots of page_phrases for one invented page."""

    def __init__(self, seed: random.Random, words: list[str]) -> None:
        self.seed, self.words = seed, words
        self.outlet = seed.choice(phrases.OUTLETS)
        self.short = self.outlet.removeprefix("The ").split()[-1]

    def name(self) -> str:
        """A first and a last name, now and then with a middle initial."""
        middle = f" {self.seed.choice('ABCDEJKLMRST')}." if self.seed.random() < 0.08 else ""
        return f"{self.seed.choice(phrases.FIRST)}{middle} {self.seed.choice(phrases.LAST).replace('_', ' ')}"

    def fill(self, template: str) -> str:
        """The template with its slots filled, each slot anew."""
        for _ in range(3):
            template = re.sub(r"\{(\w+)\}", lambda match: self._slot(match.group(1)), template)
        return template.replace("¦", "|")

    def pick(self, pool: list[str]) -> str:
        """One filled template of a pool."""
        return self.fill(self.seed.choice(pool))

    def _slot(self, slot: str) -> str:
        seed, year = self.seed, self.seed.randint(2008, 2026)
        month, day = seed.choice(MONTHS), seed.randint(1, 28)
        short = month[:3] + seed.choice((".", "")) if seed.random() < 0.4 else month
        dates = (f"{month} {day}, {year}", f"{day} {month} {year}", f"{short} {day}, {year}", f"{day} {short} {year}")
        hour, minute = seed.randint(0, 23), seed.randint(0, 59)
        clocks = (f"{hour:02}:{minute:02}", f"{hour % 12 + 1}:{minute:02} {seed.choice(('am', 'PM', 'p.m.', 'a.m.'))}",
                  f"{hour:02}.{minute:02}")
        unit = seed.choice(("minute", "min", "hour", "hr", "day", "week", "month"))
        count = seed.randint(1, 30)
        ages = (f"{count} {unit}{'s' if count > 1 else ''} ago", f"{count}{unit[0]} ago", "Just now", "an hour ago")
        word = seed.choice(self.words)
        makers: dict[str, Callable[[], str]] = {
            "word": lambda: word, "Word": word.title, "WORD": word.upper, "site": lambda: f"www.{word}.example",
            "outlet": lambda: self.outlet, "short": lambda: self.short, "name": self.name,
            "NAME": lambda: self.name().upper(), "first": lambda: seed.choice(phrases.FIRST),
            "last": lambda: seed.choice(phrases.LAST).replace("_", " "), "city": lambda: seed.choice(phrases.CITIES),
            "beat": lambda: seed.choice(phrases.BEATS), "agency": lambda: seed.choice(phrases.AGENCIES),
            "role": lambda: seed.choice(phrases.ROLES), "date": lambda: seed.choice(dates),
            "clock": lambda: seed.choice(clocks),
            "zone": lambda: seed.choice(("GMT", "ET", "EST", "BST", "CET", "IST", "UTC")), "age": lambda: seed.choice(ages),
            "section": lambda: seed.choice(phrases.SECTIONS), "number": lambda: str(seed.randint(2, 400)),
            "email": lambda: f"{seed.choice(phrases.LAST).lower()}@{self.short.lower()}.example",
            "headline": lambda: seed.choice(phrases.HEADLINES), "weekday": lambda: seed.choice(WEEKDAYS),
            "month": lambda: month,
            "day": lambda: str(day), "year": lambda: str(year),
            "isodate": lambda: f"{year}-{MONTHS.index(month) + 1:02}-{day:02}",
        }
        return makers[slot]()


class PageMaker:
    """Makes pages one after another from a seed; `make` gives the lines of one page with their labels."""

    def __init__(self, stories: list[Story], seed: int) -> None:
        self.stories, self.seed = stories, random.Random(seed)
        texts = " ".join(paragraph for story in stories for paragraph in story.paragraphs)
        self.words = sorted(set(re.findall(r"\b[a-z]{4,11}\b", texts)))

    def make(self) -> list[tuple[str, str]]:
        """One page: header, head of the article, body, tail, cards and footer, each in one of many orders."""
        seed, filler, draft = self.seed, Filler(self.seed, self.words), Draft()
        if self.chance(BRIEF_SHARE):
            return self._brief(draft, filler)
        story = seed.choice(self.stories)
        if self.chance(0.45):
            pools = (("navigation", phrases.HEADER), ("navigation", phrases.SCRAPS), ("promotion", phrases.PROMOTION))
            self._furniture(draft, filler, seed.choice((2, 5, 12, 30, 90)), pools)
            self._blocks(draft, filler, TOP)
            if self.chance(0.15):
                self._cards(draft, filler)
        self._head(draft, filler, story)
        self._blocks(draft, filler, BELOW_HEAD)
        self._body(draft, filler, story)
        self._tail(draft, filler)
        self._blocks(draft, filler, BELOW_BODY)
        if self.chance(0.4):
            self._links(draft, filler)
        for _ in range(self.seed.choice((0, 0, 1, 1, 1, 2))):
            self._cards(draft, filler)
        self._blocks(draft, filler, FOOT)
        if self.chance(0.5):
            pools = (("legal", phrases.LEGAL), ("navigation", phrases.SHARING), ("navigation", phrases.HEADER),
                     ("promotion", phrases.PROMOTION), ("comment", phrases.COMMENT), ("related_link", phrases.RELATED),
                     ("navigation", phrases.SCRAPS))
            self._furniture(draft, filler, seed.choice((1, 3, 6, 14, 60)), pools)
        return self._settle(draft.lines)

    def _blocks(self, draft: Draft, filler: Filler, places: tuple[tuple[str, float], ...]) -> None:
        """Blocks that hold together, each in its share of the pages that have any; now and then in another order."""
        if self.chance(1 - BLOCKS):
            return
        chosen = [kind for kind, share in places if self.chance(share)]
        if self.chance(0.3):
            self.seed.shuffle(chosen)
        for kind in chosen:
            for text, label in self._block(kind, filler):
                draft.add(text, label)

    def _block(self, kind: str, filler: Filler) -> list[Line]:
        maker = BlockMaker(self.seed, filler.fill, sentence=self._sentence, title=lambda: self._title(filler))
        lines: list[Line] = getattr(maker, kind)()
        return lines

    def _sentence(self) -> str:
        return re.split(r"(?<=[.]) ", self.seed.choice(self.seed.choice(self.stories).paragraphs))[0]

    def _title(self, filler: Filler) -> str:
        return self.seed.choice(self.stories).title.rstrip(".") if self.chance(0.5) else filler.pick(phrases.HEADLINES)

    def _brief(self, draft: Draft, filler: Filler) -> list[tuple[str, str]]:
        """A page of a few lines: one to five short paragraphs, with or without a headline, a byline and a time above."""
        if self.chance(0.15):
            self._furniture(draft, filler, 3, (("navigation", phrases.HEADER),))
        if self.chance(0.6):
            draft.add(filler.pick(phrases.HEADLINES), "headline")
            if self.chance(0.3):
                draft.add(filler.pick(phrases.BYLINE), "byline")
            if self.chance(0.3):
                draft.add(filler.pick(phrases.TIMESTAMP), "timestamp")
        for _ in range(self.seed.choice((1, 1, 2, 2, 3, 5))):
            sentences = [filler.pick(phrases.HARD_BODY) for _ in range(self.seed.choice((1, 1, 1, 2)))]
            if self.chance(0.3):
                paragraph = self.seed.choice(self.seed.choice(self.stories).paragraphs)
                sentences = re.split(r"(?<=[.]) ", paragraph)[: self.seed.randint(1, 3)]
            draft.add(" ".join(sentences), "paragraph")
        if self.chance(0.15):
            draft.add(filler.pick(phrases.LEGAL), "legal")
        return draft.lines

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.seed.random() < share

    def _furniture(self, draft: Draft, filler: Filler, count: int, pools: tuple[tuple[str, list[str]], ...]) -> None:
        chosen = self.seed.sample(pools, k=min(len(pools), self.seed.randint(1, len(pools))))
        for label, pool in chosen:
            for _ in range(max(1, self.seed.randint(1, count) // len(chosen))):
                text = filler.pick(pool)
                draft.add(text, "section" if text in phrases.SECTIONS and label != "navigation" else label)

    def _head(self, draft: Draft, filler: Filler, story: Story) -> None:  # noqa: PLR0912 - one branch a part
        headline = story.title.rstrip(".") if self.chance(0.8) else filler.pick(phrases.HEADLINES)
        parts = ["section", "headline", "standfirst", "byline", "timestamp", "share", "picture", "promotion"]
        orders = (
            (0, 1, 2, 3, 4, 5, 6), (1, 3, 4, 6), (4, 0, 1, 2, 3), (0, 4, 1, 3, 5, 6), (1, 2, 6, 3, 4), (7, 1, 3, 6),
            (6, 1, 3, 4), (4, 6), (1,), (3, 4, 1, 2), (0, 1, 4, 3, 5), (1, 4), (1, 6, 3, 4, 5), (3, 4, 5), (2, 3, 4),
            (0, 1, 5, 2, 6, 3, 4), (),
        )
        order = self.seed.choice(orders)
        if self.chance(0.2):
            order = tuple(self.seed.sample(order, len(order)))
        for part in order:
            if self.chance(0.12):
                continue
            match parts[part]:
                case "headline":
                    draft.add(headline, "headline")
                    if self.chance(0.06):
                        draft.add(headline, "headline")
                case "section":
                    draft.add(self.seed.choice(phrases.SECTIONS), "section")
                case "standfirst":
                    draft.add(filler.pick(phrases.STANDFIRST), "standfirst")
                case "byline":
                    for _ in range(self.seed.choice((1, 1, 1, 1, 2))):
                        draft.add(filler.pick(phrases.BYLINE), "byline")
                case "timestamp":
                    for _ in range(self.seed.choice((1, 1, 1, 2))):
                        draft.add(filler.pick(phrases.TIMESTAMP), "timestamp")
                case "share":
                    self._furniture(draft, filler, self.seed.choice((1, 3, 6)), (("navigation", phrases.SHARING),))
                case "picture":
                    self._picture(draft, filler, story)
                case "promotion":
                    draft.add(filler.pick(phrases.PROMOTION), "promotion")

    def _picture(self, draft: Draft, filler: Filler, story: Story, card: str = "") -> None:
        caption = filler.pick(phrases.CAPTION)
        if self.chance(0.25) and story.paragraphs:
            caption = re.split(r"(?<=[.]) ", self.seed.choice(story.paragraphs))[0]
        credit = filler.pick(phrases.PHOTO_CREDIT)
        spelt = f"{self.seed.choice(('photo', 'image', 'Image'))} caption, {caption}"
        source = f"{self.seed.choice(('Credit', 'Image source', 'Credit'))}, {filler.pick(phrases.AGENCIES)}"
        if self.chance(0.1):
            draft.add(f"{source} {spelt}", card + "credit")
        elif self.chance(0.1):
            draft.add(source, card + "credit")
            draft.add(spelt, card + "caption")
        elif self.chance(0.1):
            draft.add(f"{caption.rstrip('.')}. Photo: {filler.name()}/{filler.pick(phrases.AGENCIES)}", card + "caption")
        elif self.chance(0.1):
            opening, closing = self.seed.choice(("()", "[]"))
            holder = f"{opening}{filler.name()}/{filler.pick(phrases.AGENCIES)}{closing}"
            draft.add(f"{caption.rstrip('.')}{self.seed.choice(('', '.'))} {holder}", card + "caption")
        else:
            if self.chance(0.75):
                draft.add(caption, card + "caption")
            if self.chance(0.7):
                draft.add(credit, card + "credit")

    def _body(self, draft: Draft, filler: Filler, story: Story) -> None:
        paragraphs = list(story.paragraphs[: self.seed.choice((2, 3, 4, 5, 7, 10, 15, 25, 40))])
        intrusions, refrain = self.seed.choice((0, 0.03, 0.08, 0.15, 0.3)), filler.pick(phrases.SCRAPS)
        bulleted = self.chance(0.15)
        if self.chance(0.12):
            self._points(draft, filler, paragraphs)
        headed, listed_runs = self.seed.choice((0, 0.02, 0.05, 0.2, 0.4)), self.seed.choice((0, 0, 0.02, 0.1))
        for i, paragraph in enumerate(paragraphs):
            dateline = f"{self.seed.choice(phrases.CITIES).upper()} ({self.seed.choice(('AP', 'Reuters', 'AFP'))}) — "
            opening = dateline if i == 0 and self.chance(0.12) else ""
            listed = bulleted and self.chance(0.4)
            draft.add(opening + ("• " if listed else "") + paragraph, "list_item" if listed else "paragraph")
            if self.chance(0.15):
                draft.add(filler.pick(self.seed.choice((phrases.QUOTES, phrases.HARD_BODY))), "paragraph")
            if self.chance(headed):
                draft.add(self._subheading(filler, paragraphs[min(i + 1, len(paragraphs) - 1)]), "subheading")
            if self.chance(listed_runs):
                self._list(draft, paragraphs)
            if self.chance(0.04):
                draft.add('"' + self.seed.choice(re.split(r"(?<=[.]) ", self.seed.choice(paragraphs))) + '"', "pull_quote")
                if self.chance(0.7):
                    draft.add(f"— {filler.name()}, {filler.pick(phrases.ROLES)}", "pull_quote")
            if i < len(paragraphs) - 1 and self.chance(intrusions):
                self._intrude(draft, filler, story, refrain)

    def _points(self, draft: Draft, filler: Filler, paragraphs: list[str]) -> None:
        """What the story says in two to five lines above it, with or without a heading and bullets."""
        if self.chance(0.6):
            draft.add(self.seed.choice(phrases.POINT_HEADS), "subheading")
        mark, stop = self.seed.choice(("", "", "", "• ", "- ")), self.seed.choice((".", ".", ""))
        for _ in range(self.seed.randint(2, 5)):
            sentence = re.split(r"(?<=[.]) ", self.seed.choice(paragraphs))[0].rstrip(".")
            words = sentence.split()
            draft.add(mark + (sentence if len(words) < 26 else " ".join(words[:18])) + stop, "list_item")
        if self.chance(0.15):
            draft.add(filler.pick(phrases.SHARING), "navigation")

    def _subheading(self, filler: Filler, following: str) -> str:
        """A line inside the article that heads what follows: words of it, a phrase, a headline's cousin, a numbered name."""
        if self.chance(0.6):
            words = following.split()
            first = self.seed.randrange(max(1, len(words) - 4))
            heading = " ".join(words[first:first + self.seed.randint(2, 6)]).strip(",.;:()\"")
            heading = heading[:1].upper() + heading[1:]
            return self.seed.choice((heading, heading, f"'{heading}'", f"‘{heading}’", heading + "?", f"“{heading}”"))
        heading = filler.pick(self.seed.choice((phrases.SUBHEADING, phrases.SUBHEADING, phrases.HEADLINES)))
        named = filler.fill("{Word} {word} {word}") if self.chance(0.5) else filler.fill("{number} minutes: {city} 2 {city} 0")
        return self.seed.choice((heading, heading, heading, f"{self.seed.randint(1, 9)}. {heading}", named, heading.upper()))

    def _list(self, draft: Draft, paragraphs: list[str]) -> None:
        """Two to six short entries cut from sentences, with one kind of mark before and after them; or rows of a table."""
        if self.chance(0.25):
            between, count = self.seed.choice(("\t", "\t", " | ", "   ", ": ")), self.seed.randint(1, 4)
            for _ in range(self.seed.randint(2, 6)):
                words = self.seed.choice(paragraphs).split()
                numbers = [str(self.seed.randint(1, 9999)) for _ in range(count)]
                cells = [number if self.chance(0.6) else " ".join(words[i:i + 2]) for i, number in enumerate(numbers)]
                draft.add(between.join((" ".join(words[:self.seed.randint(1, 2)]).strip(".,:;"), *cells)), "table")
            return
        mark, stop = self.seed.choice(("", "", "• ", "- ", "– ", "{}. ", "{}) ")), self.seed.choice(("", "", ";", "."))
        for number in range(1, self.seed.randint(3, 7)):
            words = self.seed.choice(paragraphs).split()[: self.seed.randint(3, 14)]
            entry = " ".join(words).rstrip(",.;:")
            draft.add(mark.format(number) + entry[:1].upper() + entry[1:] + stop, "list_item")

    def _intrude(self, draft: Draft, filler: Filler, story: Story, refrain: str) -> None:
        match self.seed.choice(INTRUDERS):
            case "standing" | "box" | "quote" | "post" | "table" | "form" | "player" as kind:
                for text, label in self._block(kind, filler):
                    draft.add(text, label)
            case "picture":
                self._picture(draft, filler, story)
            case "cards":
                self._cards(draft, filler, self.seed.choice((1, 1, 2, 3)))
            case "related" | "caption" as kind:
                pools = {"related": phrases.RELATED, "caption": phrases.CAPTION}
                draft.add(filler.pick(pools[kind]), "related_link" if kind == "related" else kind)
            case "promotion":
                for _ in range(self.seed.choice((1, 1, 2, 3))):
                    draft.add(filler.pick(phrases.PROMOTION), "promotion")
            case "share":
                draft.add(filler.pick(phrases.SHARING), "navigation")
            case "refrain":
                draft.add(refrain, "navigation")
            case "scrap":
                for _ in range(self.seed.choice((1, 1, 2, 4))):
                    draft.add(filler.pick(phrases.SCRAPS), "navigation")
            case "link":
                draft.add(self.seed.choice(self.stories).title, "related_link")

    def _tail(self, draft: Draft, filler: Filler) -> None:
        tails = (
            ("credit", phrases.CREDITS, 0.3), ("editors_note", phrases.EDITORS_NOTE, 0.15),
            ("correction", phrases.CORRECTION, 0.1),
            ("update_note", phrases.UPDATE_NOTE, 0.08), ("biography", phrases.BIOGRAPHY, 0.3),
            ("promotion", phrases.PROMOTION, 0.35),
            ("related_link", phrases.RELATED, 0.45), ("navigation", phrases.SHARING, 0.2),
            ("navigation", phrases.SCRAPS, 0.2), ("comment", phrases.COMMENT, 0.15),
            ("legal", phrases.LEGAL, 0.1),
        )
        order = list(tails)
        if self.chance(0.4):
            self.seed.shuffle(order)
        for label, pool, share in order:
            if self.chance(share):
                several = label in ("related_link", "navigation", "promotion")
                for _ in range(self.seed.choice((1, 1, 1, 2, 4)) if several else 1):
                    draft.add(filler.pick(pool), label)

    def _links(self, draft: Draft, filler: Filler) -> None:
        """A list of bare titles of other stories, with or without a line above it."""
        if self.chance(0.8):
            draft.add(filler.pick(phrases.LIST_HEADS), "related_link")
        for _ in range(self.seed.choice((1, 2, 3, 3, 4, 6, 10))):
            title = self.seed.choice(self.stories).title if self.chance(0.5) else filler.pick(phrases.HEADLINES)
            draft.add(title, "related_link")

    def _cards(self, draft: Draft, filler: Filler, count: int | None = None) -> None:
        """Teasers of other stories: one layout a list."""
        maker = CardMaker(self.seed, filler.fill, sentence=self._sentence, title=lambda: self._title(filler))
        for text, label in maker.make(count):
            draft.add(text, label)

    def _settle(self, lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """A line of a card that is only an agency is a credit, not a byline."""
        return [
            (text, label.replace("byline", "credit") if in_card(label) and text in phrases.AGENCIES else label)
            for text, label in lines
        ]
