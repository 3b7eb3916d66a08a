"""Blocks of furniture that hold together, for invented pages: comment threads, forms, ranked lists, tags, fact boxes."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from training import block_phrases as words
from training import page_phrases as phrases

Line = tuple[str, str]


class BlockMaker:
    """Makes blocks as lines of (text, label).

    fill: fills the slots of page_phrases. sentence, title: give words of any story.
    """

    def __init__(
        self, seed: random.Random, fill: Callable[[str], str], *, sentence: Callable[[], str], title: Callable[[], str],
    ) -> None:
        self.seed, self.fill, self.sentence, self.title = seed, fill, sentence, title

    def pick(self, pool: Sequence[str]) -> str:
        """One filled template of a pool."""
        return self.fill(self.seed.choice(pool))

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.seed.random() < share

    def comments(self) -> list[Line]:
        """A thread: heading, rules, then names, times, words and buttons in one order a thread."""
        found = [self.pick(words.THREAD_HEADS)] if self.chance(0.8) else []
        found += self.seed.sample(words.THREAD_RULES, k=self.seed.choice((0, 0, 1, 2, 3)))
        order = self.seed.choice(words.THREAD_ORDERS).split()
        for _ in range(self.seed.choice((1, 2, 2, 3, 5))):
            found += [self._comment_part(part) for part in order]
        found += self.seed.sample(words.THREAD_ENDS, k=self.seed.choice((0, 1, 1, 2)))
        return [(self.fill(line), "comment") for line in found]

    def _comment_part(self, part: str) -> str:
        pools = {
            "who": words.READERS, "when": words.READER_TIMES, "both": words.READERS_AT_TIMES, "button": words.THREAD_BUTTONS,
        }
        if part != "words":
            return self.pick(pools[part])
        if self.chance(0.15):
            return self.sentence()
        return " ".join(self.pick(words.OPINIONS) for _ in range(self.seed.choice((1, 1, 1, 2, 3))))

    def ranked(self) -> list[Line]:
        """A list of other stories, each with its rank before it, or above it on a line of its own."""
        style = self.seed.choice(("own", "own", "{}. ", "{} ", "{}) ", "bullet", "* "))
        found = [(self.pick(words.RANK_HEADS), "related_link")]
        for number in range(1, self.seed.randint(3, 8)):
            if style == "own":
                found.append((str(number), "navigation"))
            mark = "" if style in ("own", "bullet") else style.format(number)
            found.append((mark + self.title(), "related_link"))
        return found

    def tags(self) -> list[Line]:
        """Topics of the story, each a line or all in one."""
        topics = [self.pick(words.TOPICS) for _ in range(self.seed.randint(1, 6))]
        head = self.pick(words.TOPIC_HEADS)
        if self.chance(0.3):
            return [(f"{head.rstrip(':')}: {', '.join(topics)}", "related_link")]
        return [(line, "related_link") for line in ([head] if self.chance(0.7) else []) + topics]

    def menu(self) -> list[Line]:
        """Sections of the outlet as a menu, one a line or run together; long ones of any words; months of an archive."""
        if self.chance(0.4):
            pool = words.MONTHS if self.chance(0.15) else words.LONG_MENU
            return [(self.pick(pool), "navigation") for _ in range(self.seed.choice((6, 12, 25, 50)))]
        sections = self.seed.sample(phrases.SECTIONS + words.MENU, k=self.seed.randint(3, 14))
        if self.chance(0.2):
            between = self.seed.choice((" ", " | ", "", " · ", " / ", " - "))
            return [(between.join(sections), "navigation")]
        mark = self.seed.choice(("", "", "", "* ", "- ", "› ", "+ "))
        return [(mark + section, "navigation") for section in sections]

    def form(self) -> list[Line]:
        """A newsletter's box: name, what it brings, fields, button, rules, thanks."""
        parts = [self.pick(pool) for pool, share in words.FORM if self.chance(share)]
        lines = [(part, "promotion") for part in parts]
        if self.chance(0.4):
            lines.append((self.pick(words.FORM_RULES), "legal"))
        return lines

    def wall(self) -> list[Line]:
        """Offers where an article breaks off."""
        return [(self.pick(words.WALL), "promotion") for _ in range(self.seed.randint(1, 6))]

    def author(self) -> list[Line]:
        """Who wrote it, below the story: name, life, address."""
        name = self.fill("{name}")
        lines = [(self.pick(words.AUTHOR_HEADS), self.seed.choice(("navigation", "subheading")))] if self.chance(0.4) else []
        if self.chance(0.7):
            lines.append((name, "byline"))
        life = self.pick(words.LIVES)
        lines.append((life.replace("NAME", name.split()[-1] if self.chance(0.2) else name), "biography"))
        if self.chance(0.3):
            lines.append((self.pick(("{email}", "@{last}{number}", "Contact: {email}", "Twitter: @{last}")), "byline"))
        return lines

    def box(self) -> list[Line]:
        """A fact box: heading, then entries or sentences."""
        lines = [(self.pick(words.BOX_HEADS), "subheading")]
        if self.chance(0.35):
            return [*lines, *((self.sentence(), "paragraph") for _ in range(self.seed.randint(1, 3)))]
        mark = self.seed.choice(("", "", "• ", "- ", "* ", "» "))
        pool = self.seed.choice((words.FACTS, words.FACTS, words.MOMENTS))
        return [*lines, *((mark + self.pick(pool), "list_item") for _ in range(self.seed.randint(2, 6)))]

    def quote(self) -> list[Line]:
        """A quotation set apart, and who said it."""
        said = self.seed.choice(("{}", "“{}”", '"{}"', "‘{}’")).format(self.pick(words.SAYINGS))
        lines = [(said, "pull_quote")]
        if self.chance(0.6):
            lines.append((self.pick(words.SPEAKERS), "pull_quote"))
        return lines

    def post(self) -> list[Line]:
        """An embedded post with its account."""
        return [(self.pick(words.OPINIONS + words.SAYINGS), "pull_quote"), (self.pick(words.ACCOUNTS), "pull_quote")]

    def table(self) -> list[Line]:
        """A title, rows with one kind of divider, a note, a source."""
        between = self.seed.choice(("\t", "\t", "\t", " | ", ": "))
        lines = [(self.pick(words.TABLE_TITLES), "caption")] if self.chance(0.4) else []
        columns = self.seed.sample(words.COLUMNS, k=self.seed.randint(1, 4))
        if between != ": " and self.chance(0.7):
            lines.append((between.join(columns), "table"))
        for _ in range(self.seed.randint(2, 8)):
            cells = [self.pick(words.CELLS) for _ in columns[1:]] or [self.pick(words.CELLS)]
            lines.append((between.join((self.pick(words.ROW_NAMES), *cells)), "table"))
        if self.chance(0.3):
            lines.append((self.pick(words.TABLE_SOURCES), "credit"))
        return lines

    def player(self) -> list[Line]:
        """A film or sound with its times and title."""
        lines = [(self.pick(words.PLAYER), "navigation") for _ in range(self.seed.randint(1, 4))]
        if self.chance(0.5):
            lines.insert(self.seed.randrange(len(lines) + 1), (self.title(), self.seed.choice(("caption", "related_link"))))
        return lines

    def foot(self) -> list[Line]:
        """Links about the outlet, then its rights."""
        lines = [(line, "navigation") for line in self.seed.sample(words.FOOT, k=self.seed.randint(2, 10))]
        lines += [(self.pick(words.RIGHTS), "legal") for _ in range(self.seed.choice((0, 1, 1, 2, 3)))]
        return [(self.fill(text), label) for text, label in lines]

    def standing(self) -> list[Line]:
        """The ways in which pages name a picture: what a blind reader hears, caption, holder."""
        lines = [(self.pick(words.SEEN), "caption") for _ in range(self.seed.choice((1, 1, 2)))]
        if self.chance(0.6):
            lines.append((self.pick(words.HOLDERS), "credit"))
        return lines
