"""The brief in its forms: the same lines, counts and evidence in each, and nothing of a page taken for markup."""

import json
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml import html

sys.path.insert(0, str(Path(__file__).parents[1] / "edit"))
from story_by_hand import make_story

from copydesk.edit import write_lines
from copydesk.errors import BadOption
from copydesk.lexicon import load_world
from copydesk.record import Refusal, Span, Story
from copydesk.record.codec import read_story
from copydesk.write import write_brief, write_explanation


@dataclass(frozen=True)
class Turned:
    kind: str
    gist: str
    before: str | None
    after: str | None


@pytest.fixture(scope="module")
def story() -> Story:
    story = make_story()
    lines, left_out = write_lines(story=story, world=load_world())
    return replace(story, brief=lines, coverage=replace(story.coverage, left_out=left_out))


@pytest.mark.parametrize("form", ["text", "terminal", "markdown", "html"])
def test_every_form_tells_every_line_and_its_counts(story: Story, form: str) -> None:
    """A reader of any form gets the same brief."""
    written = write_brief(story, form=form, width=400)
    bare = " ".join(re.sub(r"\x1b\[[0-9;]*m|\\", "", written).split())
    bare = " ".join(html.fromstring(written).text_content().split()) if form == "html" else bare
    for line in story.brief:
        assert " ".join(line.text.split()) in bare
    assert "carried by 3, traced to 1" in bare
    assert "carried by 1, origin unstated" in bare


def test_text_is_plain_and_unwrapped(story: Story) -> None:
    """No escape sequence, one line a line: what another program can read."""
    written = write_brief(story, form="text")
    assert "\x1b" not in written
    assert written.endswith("\n")
    (row,) = [row for row in written.split("\n") if "began a strike" in row and row.startswith(" ")]
    assert re.fullmatch(
        r" \d Dockers in Ardmel began a strike on Monday \(6 Mar\), the Transport Ministry said\. "
        r"carried by 3, traced to 1 ⚑ \[\d+-\d+\]", row,
    )


def test_a_terminal_is_wrapped_to_its_width(story: Story) -> None:
    """No row is wider than asked for, colour aside."""
    written = re.sub(r"\x1b\[[0-9;]*m", "", write_brief(story, form="terminal", width=60))
    assert max(map(len, written.split("\n"))) <= 60


def test_the_evidence_list_gives_page_line_and_exact_words(story: Story) -> None:
    """[n] at a line is found at the end with where it stands."""
    written = write_brief(story)
    assert re.search(r"^\[\d+\] B3 A Times reporter counted 12 ships outside the port\.$", written, re.MULTILINE)


def test_what_was_refused_and_left_out_is_said(story: Story) -> None:
    """Nothing is lost silently."""
    written = write_brief(story)
    assert "Not read (created: no date on the page: C)." in written
    assert f"Left out: {len(story.coverage.left_out)} sentences" in written


def test_a_disputed_line_says_so(story: Story) -> None:
    """A number that another page contradicts is not shown as if it stood alone."""
    rows = [row for row in write_brief(story).split("\n") if "counted 12 ships" in row]
    assert rows[0].endswith(f"disputed · carried by 1, traced to 1 {rows[0][rows[0].index('['):]}")


def test_where_nothing_agrees_that_is_said(story: Story) -> None:
    """ "Nothing." is an answer and stands where the reader looks for it."""
    bare = replace(story, brief=tuple(line for line in story.brief if line.section not in ("agree", "conflicts")))
    written = write_brief(bare)
    assert "ORIGINS AGREE\n   Nothing." in written
    assert "WHAT CONFLICTS\n   Nothing found." in written


def test_changes_stand_before_the_news(story: Story) -> None:
    """What an edition changed comes first; that nothing changed is said."""
    changes = (
        Turned("changed_number", "ships outside", "30", "12"), Turned("new_claim", "Cranes stand still", None, "x"),
    )
    written = write_brief(story, changes=changes)
    assert "  - Changed number: ships outside (30 → 12)\n  - New: Cranes stand still\n" in written
    assert "Nothing changed since the earlier edition." in write_brief(story, changes=())
    assert "earlier edition" not in write_brief(story)


def test_many_changes_of_a_kind_are_cut_before_the_brief_and_go_on_after_it(story: Story) -> None:
    """A long list does not bury the news, and none of it is lost."""
    changes = tuple(Turned("new_claim", f"Crane {number} stands still", None, "x") for number in range(6))
    for form in ("text", "markdown", "terminal", "html"):
        written = write_brief(story, form=form, changes=changes, width=200)
        assert all(written.count(f"Crane {number} stands still") == 1 for number in range(6))
        assert written.index("Crane 2") < written.index("and 3 more, at the end") < written.index("began a strike")
        assert written.index("began a strike") < written.index("Crane 3")


def test_refusals_of_one_kind_share_a_sentence_with_their_places(story: Story) -> None:
    """Count, categories and where; a file name before a reason is not repeated."""
    page = story.reports[0].page
    starts = [page.text.index(words) for words in ("Dockers", "It said", "Ardmel is")]
    spans = [Span(start=start, end=start + 4) for start in starts]
    refusals = (
        *(Refusal(page_id=page.id, stage="events", reason=f"{name} without an actor", span=span)
          for name, span in zip(("AID", "ASSAULT", "AID"), spans, strict=True)),
        Refusal(page_id="elsewhere", stage="read", reason="lost.txt: no text"),
    )
    written = write_brief(replace(story, coverage=replace(story.coverage, refusals=refusals)))
    assert "Not read (events: 3 × without an actor (AID, ASSAULT): A2 A4 A8)." in written
    assert "Not read (read: lost.txt: no text)." in written


def test_json_is_the_record(story: Story) -> None:
    """The JSON form is the story itself and reads back as the same record."""
    written = write_brief(story, form="json")
    assert json.loads(written)["schema"] == "copydesk/story/1"
    assert read_story(written) == story


def test_an_unknown_form_is_refused(story: Story) -> None:
    """A slip in a name says which names there are."""
    with pytest.raises(BadOption, match="text, terminal, markdown, html, json"):
        write_brief(story, form="pdf")


def test_the_html_page_needs_nothing_else(story: Story) -> None:
    """No address is fetched: no link, image, font or script from elsewhere."""
    tree = html.fromstring(write_brief(story, form="html"))
    assert tree.xpath("//link | //img | //iframe | //script[@src] | //@style") == []
    assert not re.search(r"url\(|@import|https?://", "".join(tree.xpath("//style/text() | //script/text()")))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


def test_every_link_of_the_html_page_leads_somewhere(story: Story) -> None:
    """Without a script the numbers work: each points at its marked words, each mark back at its lines."""
    tree = html.fromstring(write_brief(story, form="html"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link[1:] for link in tree.xpath("//a/@href")]
    assert set(links) <= set(ids)
    assert len(tree.xpath("//p[@class='counts']//a")) == sum(len(dict.fromkeys(line.evidence)) for line in story.brief)


def test_the_html_page_holds_all_words_of_its_pages_with_the_evidence_marked(story: Story) -> None:
    """A reader sees each line's words in their page, unchanged."""
    tree = html.fromstring(write_brief(story, form="html"))
    for mark in tree.xpath("//sup | //span[@class='row']"):
        mark.drop_tree()
    told = [" ".join(page.text_content().split()) for page in tree.xpath("//article[@class='page']")]
    for report, page in zip(story.reports, told, strict=True):
        assert all(" ".join(row.split()) in page for row in report.page.text.split("\n"))
    marked = {" ".join(mark.text_content().split()) for mark in tree.xpath("//mark")}
    assert "A Times reporter counted 12 ships outside the port." in marked
    assert "Ardmel is known for its clock tower." not in marked


def test_hostile_words_stay_words(story: Story) -> None:
    """A page that holds markup cannot put it into a brief."""
    hostile = '<script>alert(1)</script> [x](javascript:alert(1)) "><img src=x onerror=y> *bold* | # head'
    first = replace(story.brief[1], text=hostile)
    turned = replace(story, title=hostile, brief=(story.brief[0], first, *story.brief[2:]))
    tree = html.fromstring(write_brief(turned, form="html"))
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img") == []
    assert "\\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1))" in write_brief(turned, form="markdown")


def test_overlapping_evidence_keeps_every_anchor(story: Story) -> None:
    """Two stretches that share words are both reachable, and no word is shown twice."""
    line = next(line for line in story.brief if "12 ships" in line.text and line.section == "happening")
    whole = line.evidence[0]
    part = replace(whole, start=whole.start + 2, end=whole.start + 16, words=whole.words[2:16])
    brief = tuple(replace(one, evidence=(*one.evidence, part)) if one is line else one for one in story.brief)
    tree = html.fromstring(write_brief(replace(story, brief=brief), form="html"))
    links = {link[1:] for link in tree.xpath("//p[@class='counts']//a/@href")}
    assert links <= set(tree.xpath("//@id"))
    for mark in tree.xpath("//sup"):
        mark.drop_tree()
    words = "A Times reporter counted 12 ships outside the port."
    assert tree.text_content().count(words) == 2  # its line and its page


def test_an_explanation_shows_words_relays_and_reasons(story: Story) -> None:
    """From the story file alone: where it stands, who passed it on, what it rests on."""
    again = read_story(write_brief(story, form="json"))
    number = next(n for n, line in enumerate(story.brief, 1) if line.section == "saying")
    told = write_explanation(again, str(number))
    assert f"Line {number} · What they are saying · information" in told
    assert "page B, Ardmel Times, Tue 7 Mar 2023, line 5" in told
    assert "relays: Quay Gazette (outlet, explicit) > Ardmel Times (page, explicit)" in told
    assert "»“We will not load one crate,” Tarrow said, according to the Quay Gazette.«" in told
    assert write_explanation(again, story.brief[number - 1].id) == told


def test_a_line_that_is_not_there_is_refused(story: Story) -> None:
    """The message says which lines there are."""
    with pytest.raises(BadOption, match=f"lines 1 to {len(story.brief)}"):
        write_explanation(story, "999")
