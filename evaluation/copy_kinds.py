"""`python -m evaluation.copy_kinds [--gold DIR] [--articles N]`: six kinds of edit on open and own texts, each kind apart.

Texts: MEANTIME's English articles (CC BY 4.0), the open genres of UD English GUM without news, and paragraphs of `corpus/free`,
292 in all. Each stands as a page with furniture, and so does its copy; the pages are cleaned as a user's are. Of each kind: the
share of copies that are paired with their original, and the share of reported pairs that are of two texts; both again for what
touches a text of the half, by hash of its id, whose failures nobody looks at. No page names its outlet.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from copydesk.clean import find_articles
from copydesk.lexicon import World, load_world
from copydesk.read import read_text_page
from copydesk.record import Report
from copydesk.record.report import REPORT_SCHEMA
from corpus.sentences import read_free
from evaluation.across_copies import find_pairs, load_texts, score_pairs
from evaluation.conllu import read_paragraphs

ARTICLES = 292
LONGEST = 40  # sentences of an article
CLOSED = ("court", "news")  # genres of GUM that are left out
RUNNING = 3  # longer words from which a sentence has something to exchange
_WORD = re.compile(r"\b[a-z]{5,}\b")
TOP = "Home\nWorld\nPolitics\nBusiness\nSign in\n"
FOOT = """
Read more
Sign up for our newsletter and never miss a story.
Share this article
© 2024 All rights reserved. Terms of use."""
Edit = Callable[[list[str], random.Random], list[str]]


def credit(sentences: list[str], chance: random.Random) -> list[str]:
    """The whole text with another byline and a line that says where it stood first."""
    return ["By Staff Writers", *sentences, "This article was first published elsewhere and is carried here by agreement."]


def cut(sentences: list[str], chance: random.Random) -> list[str]:
    """The first half, at least four sentences."""
    return sentences[:max(4, len(sentences) // 2)]


def lead_anew(sentences: list[str], chance: random.Random) -> list[str]:
    """Another opening: three in four longer words of the first two sentences are others; a headline and a date stay."""
    opening = [one for one in sentences if len(_WORD.findall(one)) >= RUNNING][:2]
    return [_exchange([one], sentences, 3 / 4, chance)[0] if one in opening else one for one in sentences]


def trim(sentences: list[str], chance: random.Random) -> list[str]:
    """One sentence in four left out."""
    return [one for number, one in enumerate(sentences) if number % 4 != 2]


def touch_up(sentences: list[str], chance: random.Random) -> list[str]:
    """One longer word in twelve exchanged for another of the text, as a spinner would."""
    return _exchange(sentences, sentences, 1 / 12, chance)


def _exchange(sentences: list[str], of: list[str], share: float, chance: random.Random) -> list[str]:
    """The sentences with that share of their longer words exchanged for others of the whole text."""
    words = sorted(set(_WORD.findall(" ".join(of)))) or ["matter"]

    def other(match: re.Match[str]) -> str:
        return chance.choice(words) if chance.random() < share else match.group()

    return [_WORD.sub(other, one) for one in sentences]


def turn(sentences: list[str], chance: random.Random) -> list[str]:
    """Neighbouring pairs of sentences in the other order."""
    pairs = [sentences[place:place + 2] for place in range(0, len(sentences), 2)]
    return [one for place in range(0, len(pairs), 2) for pair in reversed(pairs[place:place + 2]) for one in pair]


KINDS: dict[str, Edit] = {
    "credited": credit, "cut": cut, "new lead": lead_anew, "trimmed": trim, "touched up": touch_up, "turned": turn,
}


def main() -> None:
    """Print one row a kind."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.copy_kinds", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path(os.environ.get("COPYDESK_GOLD", "../shared/gold")), help="gold data")
    parser.add_argument("--articles", type=int, default=ARTICLES, help="how many texts")
    given = parser.parse_args()
    texts = dict(list(load_articles(given.gold).items())[:given.articles])
    world = load_world()
    originals = {key: _report(sentences, f"original {key}", world) for key, sentences in texts.items()}
    print(f"{len(texts)} articles\n{'kind':12}{'recall':>8}{'false':>8}{'(unread half)':>16}{'seconds':>9}", flush=True)
    for kind, edit in KINDS.items():
        copies = {key: _report(edit(texts[key], random.Random(key)), f"copy {key}", world) for key in texts}
        began = time.process_time()
        figures = measure(originals, copies, world)
        shown = "".join(f"{figure:8.3f}" for figure in figures.values())
        print(f"{kind:12}{shown}{time.process_time() - began:9.1f}", flush=True)


def load_articles(gold: Path) -> dict[str, list[str]]:
    """Sentences of each text, by its id."""
    texts = {key: text.split("\n") for key, text in load_texts(gold / "stories" / "meantime" / "en" / "meantime.conll").items()}
    for path in sorted(gold.glob("reader/ud_gum_open/*train.conllu.gz")):
        for paragraph in read_paragraphs(path):
            if not any(f"_{genre}_" in paragraph.document for genre in CLOSED):
                words = paragraph.words
                texts.setdefault(paragraph.document, []).extend(
                    paragraph.text[words[first].start:words[end - 1].end] for first, end in paragraph.sentences
                )
    own: dict[str, list[str]] = {}
    for sentence in read_free():
        own.setdefault(sentence.paragraph, []).append(sentence.text)
    longest = sorted(own, key=lambda key: (-sum(map(len, own[key])), key))[:ARTICLES - len(texts)]
    return {key: sentences[:LONGEST] for key, sentences in (texts | {key: own[key] for key in longest}).items()}


def measure(originals: Mapping[str, Report], copies: Mapping[str, Report], world: World) -> dict[str, float]:
    """Recall of copies and the share of false ones among the pairs that were reported, over all and over the unread half."""
    gold = {frozenset((originals[key].key, copies[key].key)) for key in originals}
    return score_pairs(find_pairs([*originals.values(), *copies.values()], world), gold, "copies")


def _report(sentences: list[str], key: str, world: World) -> Report:
    """A page of the sentences, three a paragraph, with furniture around them, as the product cleans it."""
    paragraphs = [" ".join(sentences[place:place + 3]) for place in range(0, len(sentences), 3)]
    page, layout, refusals = read_text_page(TOP + "\n".join(paragraphs) + FOOT, key=key.replace("/", "-"))
    articles, more = find_articles(page=page, layout=layout, world=world)
    return Report(
        schema=REPORT_SCHEMA, key=key, page=page, article=articles[0] if articles else None, entities=(), mentions=(),
        times=(), places=(), quantities=(), statements=(), events=(), predicates=(), questions=(),
        refusals=(*refusals, *more),
    )


if __name__ == "__main__":
    main()
