"""Persons of the tables: what they were on the article's day, and whom a lone surname does not mean."""

from __future__ import annotations

import pytest
from mention_articles import resolve


@pytest.mark.parametrize(
    ("text", "person", "day", "expected"),
    [
        ("Hoshyar Zebari flew to Amman.", "hoshyar-zebari", "2009-05-01", ("IRQ", "GOV", "foreign minister")),
        ("Hoshyar Zebari flew to Amman.", "hoshyar-zebari", "2021-05-01", ("IRQ", "ELI", "foreign minister")),
        ("Jonas Savimbi gave no answer.", "jonas-savimbi", "1998-03-01", ("AGO", "REB", "rebel leader")),
        ("Nabih Berri adjourned the session.", "nabih-berri", "2014-04-23", ("LBN", "LEG", "speaker of parliament")),
    ],
)
def test_a_listed_person_has_the_office_of_the_day(text: str, person: str, day: str, expected: tuple[str, str, str]) -> None:
    """Country, sector and office with its days; after an office of state the person is of the elite."""
    entity = resolve(text, day).entity(f"person:{person}")
    assert (entity.country, entity.sector, entity.roles[0].office) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police in Ohio said that Graham had driven home. The U.S. Attorney gave no reason.",
        "Murphy opened the bakery in 2019. Americans love rye.",
        "The British choir sang. Foot conducted.",
    ],
)
def test_a_lone_surname_is_nobody_of_the_table_of_persons(text: str) -> None:
    """Senators and party leaders share their surnames with too many others, even where their state is named."""
    entities = resolve(text, "2023-06-01").entities
    assert [entity.country for entity in entities if entity.kind == "person"] in ([None], [])


def test_the_trace_names_the_table_of_a_listed_person() -> None:
    """Holders of offices and other persons stand in two tables."""
    found = resolve("Ayman Safadi met Khaled Meshaal.", "2012-01-29")
    rows = {step.row for mention in found.mentions for step in mention.trace if step.rule == "known person"}
    assert rows == {"offices.tsv:Ayman Safadi", "people.tsv:Khaled Meshaal"}
