"""The public JSON: frozen records, and a published schema that is what the code writes."""

import dataclasses
import inspect
import json
from pathlib import Path

import msgspec
import pytest

from copydesk import record
from copydesk.record import Report, Story
from copydesk.record.codec import write_schema


def record_classes() -> list[type]:
    return [c for c in (getattr(record, name) for name in record.__all__) if inspect.isclass(c)]


def test_records_are_frozen_and_slotted() -> None:
    """A record never changes after it is made, so a stage can only add."""
    loose = []
    for kind in record_classes():
        if issubclass(kind, msgspec.Struct):
            frozen = kind.__struct_config__.frozen
        else:
            frozen = dataclasses.is_dataclass(kind) and kind.__dataclass_params__.frozen and hasattr(kind, "__slots__")
        loose += [] if frozen else [kind.__name__]
    assert len(record_classes()) > 40
    assert loose == []


@pytest.mark.parametrize(("kind", "name"), [(Report, "report"), (Story, "story")])
def test_the_published_schema_is_what_the_code_writes(kind: type, name: str, root: Path) -> None:
    """docs/schema is a contract: whoever changes a record sees it here (scripts/write_schema renews it)."""
    published = json.loads((root / "docs" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert published == json.loads(json.dumps(write_schema(kind)))


def test_report_fields_are_named_as_published() -> None:
    """Outside programs read these names; none may go or change its name within schema 1."""
    assert [field.name for field in dataclasses.fields(Report)] == [
        "schema",
        "key",
        "page",
        "article",
        "entities",
        "mentions",
        "times",
        "places",
        "quantities",
        "statements",
        "events",
        "predicates",
        "questions",
        "refusals",
    ]
