"""A person's corrections: checked when loaded, told when applied, never passed over."""

import dataclasses
from pathlib import Path
from typing import Any, cast

import pytest

from copydesk.errors import BadManifest
from copydesk.record import Article, Entity, Mention, Page, Ref, Report, Span, Statement
from copydesk.record.report import REPORT_SCHEMA
from copydesk.run.corrections import Correction, apply_corrections, find_removed, is_page, load_corrections
from copydesk.run.desk import Desk

NO_DESK = cast("Desk", None)  # these corrections read nothing again
TEXT = "Ferry row\nShe said the quay was safe. Port Zarin and Port Sarin waited."


def record(kind: type, /, **values: Any) -> Any:
    """A record with every field not named set to () or None."""
    filled = {f.name: () if "tuple" in str(f.type) or f.type == "Trace" else None for f in dataclasses.fields(kind)}
    return kind(**{**filled, **values})


def report() -> Report:
    page = record(Page, id="page:1", text=TEXT, media_type="text/plain", sha256="0")
    article = record(
        Article, id="article:1", page_id="page:1", headline=Span(start=0, end=9), created_basis="unknown", is_card=False
    )
    towns = tuple(
        record(Entity, id=f"place:{n}", kind="place", name=name) for n, name in ((1, "Port Zarin"), (2, "Port Sarin"))
    )
    she = Span(start=10, end=13)
    statement = record(
        Statement,
        id="statement:1",
        span=Span(start=10, end=37),
        content=(Span(start=19, end=36),),
        speaker=Ref(span=she, entity_id=None, name=None),
        speaker_kind="unspecified",
        manner="indirect",
        act="statement",
        utterance="made",
        polarity="positive",
        certainty="unspecified",
    )
    mentions = (
        record(Mention, span=she, basis="pronoun"),
        record(Mention, span=Span(start=38, end=48), entity_id="place:1", basis="name"),
        record(Mention, span=Span(start=53, end=63), entity_id="place:2", basis="name"),
    )
    return record(
        Report,
        schema=REPORT_SCHEMA,
        key="folder/a.txt",
        page=page,
        article=article,
        entities=towns,
        mentions=mentions,
        statements=(statement,),
    )


def corrected(kind: str, **row: Any) -> Any:
    return apply_corrections((report(),), [Correction(kind, row)], NO_DESK)


def test_two_names_become_one_entity() -> None:
    """The first name is shown, the other is kept as an alias, and every mention points to the one."""
    (after,) = corrected("same", names=["Port Sarin", "Port Zarin"]).reports
    (one,) = after.entities
    assert (one.name, one.aliases) == ("Port Sarin", ("Port Zarin",))
    assert [m.entity_id for m in after.mentions] == [None, one.id, one.id]


def test_a_speaker_is_said_to_be_a_person() -> None:
    """The statement and the mention under its speaker both point to the person, and the trace says why."""
    (after,) = corrected("speaker", page="a.txt", words="She", quote="quay was safe", person="Mara Oyelin").reports
    (statement,) = after.statements
    assert statement.speaker.name == "Mara Oyelin"
    assert statement.trace[-1].stage == "correction"
    assert after.mentions[0].entity_id == statement.speaker.entity_id
    assert "Mara Oyelin" in {entity.name for entity in after.entities}


def test_a_page_ruled_out_is_named_by_its_article() -> None:
    """With a headline only the article under it is ruled out."""

    def removed(**row: str) -> frozenset[str]:
        return find_removed([report()], [Correction("not_article", row)])

    assert removed(page="a.txt") == {"article:1"}
    assert removed(page="a.txt", headline="Ferry row") == {"article:1"}
    assert removed(page="a.txt", headline="Another") == frozenset()


def test_a_row_that_fits_two_pages_changes_none() -> None:
    """The same file name in two folders: the person must say which."""
    other = dataclasses.replace(report(), key="elsewhere/a.txt")
    row = Correction("speaker", {"page": "a.txt", "words": "She", "person": "Mara Oyelin"})
    after = apply_corrections((report(), other), [row], NO_DESK)
    assert after.reports == (report(), other)
    assert after.told[0].startswith("fits 2 pages (elsewhere/a.txt, folder/a.txt)")


def test_a_correction_that_fits_nothing_is_told() -> None:
    """A slip in the file must not look like an applied correction."""
    (told,) = corrected("speaker", page="b.txt", words="She", person="Mara Oyelin").told
    assert told.startswith("fits nothing: ")
    (told,) = corrected("same", names=["Port Sarin", "Port Zarin"], by="RK", why="one harbour").told
    assert told == "Port Sarin and Port Zarin are one (by RK; why one harbour)"


@pytest.mark.parametrize("named", ["page:1", "folder/a.txt", "a.txt"])
def test_a_page_is_named_by_id_key_or_the_end_of_its_key(named: str) -> None:
    """Part of a file name is not enough."""
    assert is_page(report(), named)
    assert not is_page(report(), named[1:])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[outlets]]\npage = "a"\n', r"\[\[outlets\]\] is none of"),
        ('[[outlet]]\npage = "a.txt"\n', r"\[\[outlet\]\] 1: outlet is missing"),
        ('[[created]]\npage = "a.txt"\ncreated = "soon"\n', "'soon' is no ISO 8601 date"),
        ('[[same]]\nnames = ["one"]\n', "at least two names"),
        ("[[outlet]\n", "TOML"),
        ('[[outlet]]\npage = 5\noutlet = "The Quay"\n', "page is no text in quotation marks"),
    ],
)
def test_a_corrections_file_that_does_not_fit_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """Said with table and row, before any page is read."""
    (tmp_path / "c.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadManifest, match=message):
        load_corrections(tmp_path / "c.toml")


def test_words_are_said_to_name_another() -> None:
    """Only those words, on the line that is named; what nothing names any more is no entity of the page."""
    (after,) = corrected("who", page="a.txt", words="Port Zarin", beside="waited", name="Old Sarin").reports
    assert [m.basis for m in after.mentions] == ["pronoun", "correction", "name"]
    assert [entity.name for entity in after.entities] == ["Port Sarin", "Old Sarin"]
    assert after.mentions[1].entity_id == after.entities[1].id
    assert after.mentions[1].trace[0].stage == "correction"
    (told,) = corrected("who", page="a.txt", words="Port Zarin", beside="sailed", name="Old Sarin").told
    assert told == "fits nothing: “Port Zarin” on a.txt is Old Sarin"


def test_words_are_said_to_name_one_whom_the_page_names_otherwise() -> None:
    """A name or id of the page is that entity, so a wrong split is mended too."""
    (after,) = corrected("who", page="a.txt", words="Port Zarin", name="Port Sarin").reports
    assert [m.entity_id for m in after.mentions] == [None, "place:2", "place:2"]
    assert [entity.id for entity in after.entities] == ["place:2"]
