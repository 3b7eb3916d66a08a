"""An article cut into pieces that each say one thing."""

from copydesk.compare.cutting import cut_article
from copydesk.compare.passages import find_passages, find_quotations
from copydesk.lexicon import load_world
from copydesk.record import Report
from tests.unit.compare.factories import make_report, with_event, with_statement

WORDING = load_world().wording


def pieces_of(report: Report) -> list[str]:
    pieces = cut_article(report, find_passages(report), WORDING)
    return [report.page.text[piece.span.start : piece.span.end] for piece in pieces]


def test_a_statement_of_two_contrasting_clauses_gives_two_pieces() -> None:
    """"..., but ..." with enough on each side; both belong to the statement."""
    content = "the northern gate of the dam was closed on Monday, but the southern gate stayed open all week"
    text = f"The engineer said {content}."
    report = with_statement(make_report(text), text, content, "The engineer")
    pieces = cut_article(report, find_passages(report), WORDING)
    assert pieces_of(report) == [
        "the northern gate of the dam was closed on Monday", "the southern gate stayed open all week",
    ]
    assert {piece.statement.id for piece in pieces if piece.statement} == {report.statements[0].id}


def test_a_quotation_goes_on_over_a_broken_line() -> None:
    """The text is one paragraph; a mark without its partner opens none."""
    text = "“Nobody told us,\nand nobody asked,” she said. “It is late."
    assert [text[one.start : one.end] for one in find_quotations(text)] == ["“Nobody told us,\nand nobody asked,”"]


def test_what_is_not_said_gives_no_piece_nor_do_events_in_it() -> None:
    """"Did not say how many had left" tells of no leaving."""
    text = "The ministry did not say how many ships had left Port Skaill."
    report = with_statement(make_report(text), text, "how many ships had left Port Skaill", "The ministry", act="silence")
    report = with_event(report, "how many ships had left Port Skaill", "left", "RETREAT")
    assert pieces_of(report) == []


def test_an_event_is_told_once() -> None:
    """Inside a statement's content it is the statement's; outside it is the page's own."""
    text = "Ruth Adler met the governor on Monday, saying the dam of Ruun had been repaired."
    report = with_statement(make_report(text), "saying the dam of Ruun had been repaired", "the dam of Ruun had been repaired",
                            "Ruth Adler")
    report = with_event(report, "Ruth Adler met the governor on Monday", "met", "CONSULT")
    report = with_event(report, "the dam of Ruun had been repaired", "repaired", "AID")
    pieces = cut_article(report, find_passages(report), WORDING)
    told = [event.category for piece in pieces for event in piece.events]
    assert sorted(told) == ["AID", "CONSULT"]
    assert [piece.statement is None for piece in pieces if "CONSULT" in {event.category for event in piece.events}] == [True]


def test_a_shell_of_a_nested_statement_is_no_piece_of_its_own() -> None:
    """"X reported that Y said Z" says Z once, by Y; the outer statement stands above it."""
    inner = "Hugo Ferr said the pier was safe"
    text = f"The Dispatch reported that {inner}."
    report = with_statement(make_report(text), text, inner, "The Dispatch")
    outer = report.statements[0].id
    report = with_statement(report, inner, "the pier was safe", "Hugo Ferr", nested_in=outer)
    (piece,) = cut_article(report, find_passages(report), WORDING)
    assert piece.statement is not None
    assert (piece.statement.nested_in, piece.above) == (outer, (outer,))


def test_sentences_that_tell_nothing_comparable_give_no_piece() -> None:
    """No name and no number, or hardly a word."""
    report = make_report("It was raining all the time. Really? Port Skaill lies on a cold and narrow bay.")
    assert pieces_of(report) == ["Port Skaill lies on a cold and narrow bay."]


def test_quotations_need_both_marks() -> None:
    """A lone mark opens nothing."""
    text = "“One,” he said. 6\" pipe, and «two»"
    assert [text[span.start : span.end] for span in find_quotations(text)] == ["“One,”", "«two»"]
