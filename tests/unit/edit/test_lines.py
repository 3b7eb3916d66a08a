"""The lines of a brief: chosen, ordered and worded from the pages, with nothing lost."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from factories import make_report, with_time
from story_by_hand import claim, make_story

from copydesk.edit import write_lines
from copydesk.edit.antecedents import ANAPHORIC
from copydesk.lexicon import load_world
from copydesk.record import Contradiction, LeftOut, Line, Story

SECTIONS = [
    "why_it_matters", "happening", "saying", "agree", "one_origin", "conflicts", "worth_noting", "watch", "coverage",
]


@pytest.fixture(scope="module")
def story() -> Story:
    return make_story()


@pytest.fixture(scope="module")
def written(story: Story) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    return write_lines(story=story, world=load_world())


@pytest.fixture(scope="module")
def lines(written: tuple[tuple[Line, ...], tuple[LeftOut, ...]]) -> tuple[Line, ...]:
    return written[0]


def texts(lines: tuple[Line, ...], section: str) -> list[str]:
    return [line.text for line in lines if line.section == section]


def test_sections_come_in_the_order_of_the_record(lines: tuple[Line, ...]) -> None:
    """A reader finds every section where it always is."""
    order = [SECTIONS.index(line.section) for line in lines]
    assert order == sorted(order)
    assert {line.section for line in lines} == set(SECTIONS)


def test_evidence_is_the_exact_words_of_its_page(story: Story, lines: tuple[Line, ...]) -> None:
    """Every stretch can be searched for on its page."""
    pages = {report.page.id: report.page for report in story.reports}
    for line in lines:
        assert line.evidence
        for one in line.evidence:
            assert pages[one.page_id].text[one.start : one.end] == one.words


def test_a_resolved_weekday_gets_its_day(lines: tuple[Line, ...]) -> None:
    """ "Monday" is shown with the day it is; the year is that of the story."""
    happening = " ".join(texts(lines, "happening"))
    assert "began a strike on Monday (6 Mar), the Transport Ministry said." in happening


def test_copies_raise_what_carries_a_line_and_not_what_it_is_traced_to(lines: tuple[Line, ...]) -> None:
    """Three pages relay one ministry: carried by 3, traced to 1."""
    strike = next(line for line in lines if "began a strike" in line.text)
    assert (strike.carried_by, strike.traced_to) == (3, 1)


def test_own_voice_has_no_known_origin(lines: tuple[Line, ...]) -> None:
    """What a page states without saying how it knows is traced to nobody."""
    matters = next(line for line in lines if line.section == "why_it_matters")
    assert (matters.carried_by, matters.traced_to, matters.kind) == (1, None, "judgement")
    assert matters.text.startswith("The strike could empty shops within a week.")


def test_a_quotation_stands_as_on_its_page_with_its_speaker(lines: tuple[Line, ...]) -> None:
    """Name, office, day, the words between their marks, the stretch after the cue, and the other page's wording."""
    (told,) = texts(lines, "saying")
    assert told.startswith("Ines Tarrow, union leader, Mon 6 Mar: “We will not load a single crate” ... “The port ")
    assert "also rendered “We will not load one crate” (Ardmel Times)" in told
    assert "Ines Tarrow > Quay Gazette > Ardmel Times" in told


def test_a_pronoun_that_opens_a_line_is_named_in_brackets(lines: tuple[Line, ...]) -> None:
    """A line cut out of its page still says who "it" is."""
    assert any("It [Transport Ministry] said that 30 ships" in line.text for line in lines)


def test_a_conflict_shows_both_sides_and_how_it_is_read(lines: tuple[Line, ...]) -> None:
    """Two numbers, who they are traced to, and that the reading is ours."""
    (told,) = texts(lines, "conflicts")
    assert told.startswith("Conflict, number: ")
    assert "30 ships" in told
    assert "12 ships" in told
    assert "; Transport Ministry)" in told
    assert "; Ardmel Times)" in told
    assert "Our reading: no value fits both." in told


def test_one_origin_names_the_lines_that_rest_on_it(lines: tuple[Line, ...]) -> None:
    """The reader learns that several pages are one voice, and that this is our inference."""
    number = next(n for n, line in enumerate(lines, 1) if "began a strike" in line.text)
    told = next(line for line in lines if line.section == "one_origin" and "Transport Ministry" in line.text)
    assert told.text.startswith(f"Transport Ministry: line {number}.")
    assert "Our inference: none of the 3 pages" in told.text
    assert told.kind == "inference"


def test_agreement_names_the_origins(lines: tuple[Line, ...]) -> None:
    """Two origins of one claim are named; the claim itself is not told twice."""
    (told,) = texts(lines, "agree")
    assert told.endswith(": Times readers and Ardmel Times.")
    assert told.startswith("Line ")


def test_two_origins_on_one_page_are_no_agreement(story: Story) -> None:
    """What one page heard from two went through one hand; the count still says two."""
    lines, _ = write_lines(story=on_one_page(story, "claim:cranes"), world=load_world())
    assert texts(lines, "agree") == []
    assert any(line.text.startswith("Port cranes") and line.traced_to == 2 for line in lines)


def on_one_page(story: Story, claim_id: str) -> Story:
    claims = tuple(
        replace(claim, evidence=claim.evidence[:1]) if claim.id == claim_id else claim for claim in story.claims
    )
    return replace(story, claims=claims)


def test_a_long_sentence_loses_its_side_clause(story: Story) -> None:
    """What a comma sets off may go; what remains stands on the page word for word."""
    lines, _ = write_lines(story=on_one_page(story, "claim:cranes"), world=load_world())
    told = next(line.text for line in lines if line.text.startswith("Port cranes"))
    assert told.startswith("Port cranes stood still all of Monday")


def test_hearsay_is_worth_noting_and_not_what_happens(lines: tuple[Line, ...]) -> None:
    """ "Reportedly" keeps a sentence out of the news section."""
    assert any("making soup" in told for told in texts(lines, "worth_noting"))
    assert not any("soup" in told for told in texts(lines, "happening"))


def test_what_is_due_comes_by_its_day_then_what_is_not_known(lines: tuple[Line, ...]) -> None:
    """A date to watch has its weekday; a question of the pages is kept as theirs."""
    due, unknown = texts(lines, "watch")
    assert due == "Fri 10 Mar: Talks are due to resume on March 10."
    assert unknown == "Not known: The ministry did not say how long the strike could last."


def test_coverage_tells_pages_copies_dates_and_notes(lines: tuple[Line, ...]) -> None:
    """What the brief rests on, each line with words to point at."""
    told = texts(lines, "coverage")
    assert told[0].startswith("3 pages, 3 articles, 1 copy found. A Quay Gazette; B Ardmel Times;")
    assert any("carry part of one text, that of Quay Gazette" in one for one in told)
    assert any(one.startswith("Dates by given: A Mon 6 Mar 2023, B Tue 7 Mar 2023") for one in told)
    assert "Date unknown: C." in told
    assert "Editors' note of B: “Editor's note: This page will be updated.”" in told


def test_every_body_sentence_is_in_a_line_or_left_out_with_a_reason(
    story: Story, written: tuple[tuple[Line, ...], tuple[LeftOut, ...]],
) -> None:
    """Nothing is lost silently: the two together hold each sentence once."""
    lines, left_out = written
    told = {(one.evidence.page_id, one.evidence.words): one.why for one in left_out}
    gazette, _, mirror = (report.page.id for report in story.reports)
    assert told[gazette, "Ardmel is known for its clock tower."] == "no statement or event was found in it"
    assert told[mirror, "Ardmel is known for its clock tower."] == "the same words as on page A"
    cited = [(e.page_id, e.start, e.end) for line in lines for e in line.evidence]
    for one in left_out:
        start, end = one.evidence.start, one.evidence.end
        assert not any(page == one.evidence.page_id and low < end and start < high for page, low, high in cited)


def test_what_corrects_an_earlier_claim_comes_before_what_many_print(story: Story) -> None:
    """A revision is the news of the day, however few carry it."""
    revised = tuple(replace(one, reading="revision") for one in story.contradictions)
    lines, _ = write_lines(story=replace(story, contradictions=revised), world=load_world())
    happening = "\n".join(texts(lines, "happening"))
    assert happening.index("12 ships") < happening.index("began a strike")
    assert texts(lines, "conflicts")[0].startswith("Revised, number: ")


def test_the_news_opens_with_what_the_latest_page_opens_with(story: Story) -> None:
    """However many carry an older fact, the first line is the latest lead; a copy and an attitude are no lead."""
    lines, _ = write_lines(story=story, world=load_world())
    first = next(line for line in lines if line.section == "happening")
    assert first.text.startswith("A Times reporter counted 12 ships")


def test_a_lead_that_announces_stands_first_and_is_named_where_it_is_due(story: Story) -> None:
    """ "Talks are due" opens the latest page: told once, later by its number."""
    gazette = story.reports[0]
    assert gazette.article is not None
    lead = "However, talks are due to resume on March 10."
    text = gazette.page.text
    start = text.index("Dockers in")
    blocks = tuple(
        b if b.role == "headline" or text[b.span.start : b.span.end].strip() == lead else replace(b, role="navigation")
        for b in gazette.article.blocks
    )
    assert text[start:].startswith("Dockers")
    late = replace(gazette, article=replace(gazette.article, created="2023-03-08", blocks=blocks))
    lines, _ = write_lines(story=replace(story, reports=(late, *story.reports[1:])), world=load_world())
    happening = [n for n, line in enumerate(lines, 1) if line.section == "happening"]
    assert lines[happening[0] - 1].text == "Talks are due to resume on March 10."
    assert texts(lines, "watch")[0] == f"Fri 10 Mar: line {happening[0]} (Talks are due to resume on March 10)."


def test_a_line_counts_the_origins_of_all_it_tells(story: Story) -> None:
    """One sentence with a fact in the page's voice and one of a speaker is traced to the speaker, wherever it stands."""
    sentence = "A Times reporter counted 12 ships outside the port."
    times = story.reports[1]
    other = claim("reporter", (times, sentence), own_voice=(times.article.id if times.article else "",))
    lines, _ = write_lines(story=replace(story, claims=(other, *story.claims)), world=load_world())
    assert {line.traced_to for line in lines if line.text.startswith("A Times reporter")} == {1}


def test_a_day_without_a_due_date_is_read_from_the_announcement(story: Story) -> None:
    """Where the record has no due day but its words were resolved to one to come, that day is told."""
    gazette = with_time(story.reports[0], "March 10", "2023-03-10")
    open_ = tuple(replace(one, due=None) for one in story.expectations)
    turned = replace(story, reports=(gazette, *story.reports[1:]), expectations=open_)
    assert texts(write_lines(story=turned, world=load_world())[0], "watch")[0].startswith("Fri 10 Mar: Talks are due")


def test_furniture_that_reads_like_a_sentence_is_listed(story: Story) -> None:
    """What was taken for promotion stays findable; a short label does not."""
    mirror = story.reports[2]
    assert mirror.article is not None
    words = "Dockers in Ardmel began a strike on Monday, the Transport Ministry said."
    blocks = tuple(
        replace(b, role="promotion") if mirror.page.text[b.span.start : b.span.end].strip() == words
        else replace(b, role="related_link") for b in mirror.article.blocks
    )
    turned = replace(story, reports=(*story.reports[:2], replace(mirror, article=replace(mirror.article, blocks=blocks))))
    _, left_out = write_lines(story=turned, world=load_world())
    labelled = [(one.evidence.words, one.why) for one in left_out if one.why.startswith("labelled")]
    assert labelled == [(words, "labelled promotion")]


@pytest.mark.parametrize("sentence", [
    "The ministry denied the accusation.", "His office says that is false.", "We have never used such weapons.",
    "It called the claim a joke.",
])
def test_what_points_back_is_named_or_left_out(story: Story, sentence: str) -> None:
    """Alone such a sentence tells nothing: it gets what it answers in brackets where the record has that, else it goes."""
    report = make_report(sentence, "Pier News", "2023-03-05", headline="Dockers and ministers")
    lone = replace(story, reports=(*story.reports, report), claims=(*story.claims, claim("lone", (report, sentence))))
    lines, left_out = write_lines(story=lone, world=load_world())
    assert not any(sentence in line.text for line in lines)
    assert (sentence, ANAPHORIC) in {(one.evidence.words, one.why) for one in left_out}
    opposed = Contradiction(
        claim_ids=("claim:thirty", "claim:lone"), kind="position", reading="opposed_positions", left="dockers were beaten",
        right=sentence, reason="one denies it",
    )
    known = replace(lone, contradictions=(*lone.contradictions, opposed))
    happening = texts(write_lines(story=known, world=load_world())[0], "happening")
    assert any("[“dockers were beaten”]" in told for told in happening)


def test_length_caps_a_section_and_says_so(story: Story) -> None:
    """What no longer fits is listed as left out."""
    lines, left_out = write_lines(story=story, world=load_world(), length=1)
    assert len(texts(lines, "happening")) == 1
    assert len(texts(lines, "watch")) == 1
    assert "beyond the length of its section" in {one.why for one in left_out}


def test_the_order_in_which_claims_come_changes_nothing(story: Story, lines: tuple[Line, ...]) -> None:
    """The same records in another order give the same brief."""
    turned = replace(story, claims=tuple(reversed(story.claims)), expectations=tuple(reversed(story.expectations)))
    assert write_lines(story=turned, world=load_world())[0] == lines


def test_a_story_without_claims_still_has_its_coverage(story: Story) -> None:
    """Where nothing was read, the pages are listed and every sentence is left out."""
    bare = replace(story, claims=(), contradictions=(), expectations=(), questions=())
    lines, left_out = write_lines(story=bare, world=load_world())
    assert {line.section for line in lines} == {"why_it_matters", "coverage"}
    assert len(left_out) >= 12
