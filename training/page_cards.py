"""Cards of other stories for invented pages: each page draws an order of parts, and keeps to it with some parts left out."""

from __future__ import annotations

import random
from collections.abc import Callable

from training import card_phrases as words
from training import page_phrases as phrases

Line = tuple[str, str]
# Parts that may stand beside a headline, with the share of pages whose cards have them.
PARTS = (
    ("section", 0.3), ("byline", 0.25), ("timestamp", 0.4), ("teaser", 0.45), ("caption", 0.12), ("outlet", 0.1),
    ("beside", 0.12),
)
ABOVE = {"section": 0.6, "byline": 0.3, "timestamp": 0.35, "teaser": 0.08, "caption": 0.8, "outlet": 0.35, "beside": 0.2}
# Orders that pages use much; the others are drawn by chance.
ORDERS = (
    "byline timestamp headline caption credit teaser", "byline timestamp headline teaser teaser", "headline teaser byline",
    "byline timestamp headline caption credit teaser teaser", "timestamp headline teaser",
    "section headline teaser timestamp", "headline byline timestamp",
    "section timestamp headline caption credit teaser teaser", "caption section headline", "headline timestamp",
    "headline teaser", "caption headline teaser", "section headline timestamp", "headline outlet timestamp",
    "outlet headline timestamp", "headline timestamp section", "section headline", "headline caption credit",
    "outlet timestamp headline teaser", "headline byline timestamp teaser", "byline headline", "timestamp section headline",
    "headline timestamp teaser", "byline timestamp headline credit teaser teaser",
    "byline byline timestamp headline caption credit teaser teaser", "byline byline timestamp headline teaser",
    "headline byline byline timestamp",
)
KNOWN = 0.5  # of the lists, the share with one of these
COUNTS = (1, 2, 2, 3, 3, 3, 4, 5, 6, 8, 12)  # cards in a list
HEADED = 0.7  # of the lists, the share with a line above that says what they are
BULLETS = ("", "", "", "", "", "", "", "» ", "• ", "- ", "> ", "* ")


class CardMaker:
    """Makes lists of cards as lines of (text, label).

    fill: fills the slots of page_phrases. sentence, title: give words of any story.
    """

    def __init__(
        self, seed: random.Random, fill: Callable[[str], str], *, sentence: Callable[[], str], title: Callable[[], str],
    ) -> None:
        self.seed, self.fill, self.sentence, self.title = seed, fill, sentence, title

    def make(self, count: int | None = None) -> list[Line]:
        """One list: a head as a rule, cards that follow one order of parts, an end now and then."""
        order, dropped = self._order(), self.seed.choice((0, 0, 0, 0.1, 0.25))
        style = {"upper": self._chance(0.15), "long": self.seed.random(), "words": self.seed.random()}
        bullet, ranked = self.seed.choice(BULLETS), self._chance(0.1)
        pool = self.seed.choice((words.TEASERS, phrases.STANDFIRST))
        found = [(self._pick(words.HEADS), "related_link")] if self._chance(HEADED) else []
        for number in range(1, (count or self.seed.choice(COUNTS)) + 1):
            if ranked:
                found.append((str(number), "navigation"))
            parts = [part for part in order if part == "headline" or not self._chance(dropped)]
            card = [self._part(part, style, bullet, pool) for part in parts]
            if any(label.startswith("card:") and label != "card:headline" for _, label in card):
                found += _opened(card)
            else:
                found += [(text, "related_link" if label == "card:headline" else label) for text, label in card]
        return found + ([(self._pick(words.ENDS), "navigation")] if self._chance(0.1) else [])

    def _order(self) -> list[str]:
        """The parts of a card from top to bottom; at least one beside the headline."""
        if self._chance(KNOWN):
            return self.seed.choice(ORDERS).split()
        chosen = [part for part, share in PARTS if self._chance(share)]
        if not {"section", "byline", "timestamp", "teaser", "caption", "outlet"} & set(chosen):
            chosen.append(self.seed.choice(("section", "byline", "timestamp", "teaser", "teaser")))
        self.seed.shuffle(chosen)
        above = [part for part in chosen if self._chance(ABOVE[part])]
        below = [part for part in chosen if part not in above]
        return [*above, "headline", *below, *(["teaser"] if below[-1:] == ["teaser"] and self._chance(0.3) else [])]

    def _part(self, part: str, style: dict[str, float], bullet: str, teasers: list[str]) -> Line:
        pools = {"byline": words.WRITERS, "timestamp": words.AGES, "caption": phrases.CAPTION, "outlet": phrases.OUTLETS,
                 "credit": phrases.PHOTO_CREDIT}
        label = {"outlet": "card:credit", "teaser": "card:paragraph"}.get(part, f"card:{part}")
        match part:
            case "headline":
                text = bullet + self._headline(style)
                text = text.upper() if style["upper"] and style["words"] < 0.3 else text
            case "section":
                text = self._pick(words.KICKERS)
                text = text.upper() if style["upper"] else text
            case "teaser":
                text = self._teaser(style["words"], teasers)
            case "beside":
                text, label = words.BESIDE[int(style["words"] * len(words.BESIDE))]
                text = self.fill(text)
            case _:
                text = self._pick(pools[part])
        return text, label

    def _headline(self, style: dict[str, float]) -> str:
        if self._chance(0.25):
            return self.title()
        return self._pick(words.LONG_TITLES if self._chance(style["long"]) else words.NEWS_TITLES)

    def _teaser(self, style: float, pool: list[str]) -> str:
        """Written words or a sentence of a story; short ones lose their full stop, long ones are cut."""
        if style < 0.45:
            text = self._pick(pool)
            return text.rstrip(".") if style < 0.15 else text
        text = self.sentence() if style < 0.85 else f"{self._pick(words.TEASERS)} {self.sentence()}"
        if style <= 0.92:
            return text
        return " ".join(text.split()[:18]).rstrip(".,;:") + self.seed.choice(("...", " ...", "…", " [...]"))

    def _pick(self, pool: list[str]) -> str:
        return self.fill(self.seed.choice(pool))

    def _chance(self, share: float) -> bool:
        return self.seed.random() < share


def _opened(card: list[Line]) -> list[Line]:
    """The lines of a card, the first that is part of it marked as its opening."""
    first = next(i for i, (_, label) in enumerate(card) if label.startswith("card:"))
    return [(text, label.replace("card:", "new:") if i == first else label) for i, (text, label) in enumerate(card)]
