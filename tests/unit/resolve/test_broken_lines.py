"""Lines that the width of a page has broken run on: what is read in them is what is read in one long line."""

import textwrap
from dataclasses import replace

import pytest

from copydesk.language.running import run_lines
from copydesk.lexicon import load_world
from copydesk.record import Block, Span
from copydesk.resolve import find_times
from tests.unit.resolve.time_articles import NO_READING, make_article, make_page

WORLD = load_world()
SENTENCES = (
    "“The gates stay shut until tomorrow, whatever the board may write to us,” the keeper told the town on Monday evening.",
    "The board postponed its vote on the new lock, which everybody had waited for since May, to Friday.",
    "Barges were let through the lower basin at 9:40 a.m. (0640 GMT) on Saturday, and the first left at 11:15 a.m. on Sunday.",
    "The drill that was to begin on Thursday will now be held from Tuesday to Wednesday of the week after next, they wrote.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("width", [20, 34, 52, 71])
def test_times_do_not_change_where_a_line_is_broken(sentence: str, width: int) -> None:
    """Quotations, tenses, clocks and ranges go on over the break; the words are those of the page, breaks and all."""
    broken = "\n".join(textwrap.wrap(sentence, width, break_on_hyphens=False))
    whole, page = make_page(sentence), make_page(broken)
    article = make_article(sentence, "2023-05-10")
    values = [
        [(each.span, each.value, each.anchor) for each in
         find_times(page=given, article=article, reading=NO_READING, world=WORLD)[0]]
        for given in (whole, page)
    ]
    assert values[0] == values[1]
    assert len(values[0]) > 0


def test_a_break_between_paragraphs_stays() -> None:
    """Only what lies within a block is joined; offsets do not move."""
    page = make_page("One\r\ntwo\nthree\n")
    article = make_article(page.text, None)
    blocks = (Block(span=Span(start=0, end=9), role="paragraph"), Block(span=Span(start=9, end=15), role="paragraph"))
    assert run_lines(page, replace(article, blocks=blocks)) == "One  two\nthree\n"
