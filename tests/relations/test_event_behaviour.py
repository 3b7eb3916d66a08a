"""A sample of the behavioural suite of events: what a new wording may change changes, and nothing else."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from copydesk.errors import BrokenInstallation
from copydesk.language import load_reader
from copydesk.lexicon import load_world
from copydesk.lexicon.plover import Plover
from evaluation.event_behaviour import FILLINGS, KINDS, Case, find_events, judge, make_cases, read_templates

WORLD = load_world()


@pytest.fixture(scope="module", autouse=True)
def _reader() -> None:
    """Skips where the reader's weights are not installed."""
    try:
        load_reader()
    except BrokenInstallation as fault:
        pytest.skip(f"the reader model is not here: {fault}")


def test_the_suite_is_as_large_as_was_asked() -> None:
    """At least 40 templates over all sixteen categories, 25 fillings each."""
    templates = read_templates()
    assert len(templates) >= 40
    assert len({template.category for template in templates}) == 16
    assert FILLINGS >= 25
    assert {case.kind for case in make_cases(WORLD)} == set(KINDS)


def test_nine_in_ten_wordings_are_coded_right() -> None:
    """Category, status and both countries, asked for one by one over one filling of each template."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for case in make_cases(WORLD, fillings=2):
        for what, is_right in judge(case, find_events(case)).items():
            right[what] += is_right
            asked[what] += 1
    assert {what for what in asked if right[what] < 0.9 * asked[what]} == set()


def test_a_case_is_wrong_where_nothing_or_another_act_is_found() -> None:
    """The judge asks for the category first, and for both sides of it."""
    case = Case("plain", "", "AID", "asserted", "PER", "CHL", together=False)
    assert set(judge(case, ()).values()) == {False}
    events = find_events(Case("plain", "Peru sent blankets to Bolivia.", "AID", "asserted", "PER", "BOL", together=False))
    assert judge(case, events) == {"category": True, "status": True, "actor": True, "recipient": False}


def test_the_order_of_rows_changes_no_code(tmp_path: Path) -> None:
    """A table read from its last row to its first codes alike."""
    folder = tmp_path / "events"
    shutil.copytree(WORLD.plover.folder, folder)
    for path in set(folder.glob("*.tsv")) - {folder / "classes.tsv"}:
        header, *rows = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        path.write_text("\n".join([header, *reversed(rows)]) + "\n", encoding="utf-8")
    turned = Plover(folder)
    for key, rows in WORLD.plover.constructions.items():
        assert turned.constructions[key] == rows, key
