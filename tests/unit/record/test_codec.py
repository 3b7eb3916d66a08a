"""Records to JSON and back."""

import dataclasses

import pytest

from copydesk.errors import BadRecord, LineWithoutEvidence
from copydesk.record import Entity, Evidence, Line, Page, Report, Role, Span
from copydesk.record.codec import read_record, read_report_json, write_json, write_json_lines
from copydesk.record.ids import derive_id
from copydesk.record.report import REPORT_SCHEMA


def page() -> Page:
    return Page(
        id="page:1", text="Ferries “stopped” – 早", url=None, outlet=None, fetched_at=None, media_type="text/plain", sha256="00"
    )


def report() -> Report:
    empty = {field.name: () for field in dataclasses.fields(Report)}
    return Report(**{**empty, "schema": REPORT_SCHEMA, "key": "a.txt", "page": page(), "article": None})


def test_a_report_comes_back_equal() -> None:
    """Nothing is lost on the way through JSON, curly quotes and other scripts included."""
    assert read_report_json(write_json(report())) == report()


def test_one_record_a_line() -> None:
    """JSON Lines: each record ends its line, and no record holds a line break."""
    text = write_json_lines([report(), report()])
    assert text.count("\n") == 2
    assert text.endswith("}\n")


def test_a_role_is_said_from_in_json() -> None:
    """The contract's word is `from`, which Python cannot use."""
    role = Role(office="mayor", organisation=None, from_="2019-05", until=None)
    assert write_json(role) == '{"office":"mayor","organisation":null,"from":"2019-05","until":null}'
    entity = Entity(id="e", kind="person", name="A", aliases=(), country=None, sector=None, roles=(role,))
    assert read_record(write_json(entity), Entity) == entity


def test_json_of_something_else_is_refused_by_field() -> None:
    """The message names the field that does not fit."""
    with pytest.raises(BadRecord, match="start"):
        read_record('{"start":"one","end":2}', Span)
    with pytest.raises(BadRecord, match="Report"):
        read_report_json("not json")


def test_a_line_without_evidence_cannot_be_built() -> None:
    """Every line shows the words it came from."""
    kept = Evidence(page_id="p", start=0, end=7, words="Ferries")
    known = {
        "id": "l",
        "section": "happening",
        "kind": "information",
        "text": "Ferries",
        "claim_ids": (),
        "carried_by": 1,
        "traced_to": None,
    }
    assert Line(evidence=(kept,), **known).evidence == (kept,)
    with pytest.raises(LineWithoutEvidence, match="happening"):
        Line(evidence=(), **known)


def test_ids_depend_on_content_alone() -> None:
    """The same parts give the same id; None, an empty word and shifted parts do not."""
    assert derive_id("page", "a", "b") == derive_id("page", "a", "b")
    assert len({derive_id("page", *parts) for parts in (("a", "b"), ("ab",), ("a", None), ("a", ""), ("a",))}) == 5
    assert derive_id("page", "a").startswith("page:")
