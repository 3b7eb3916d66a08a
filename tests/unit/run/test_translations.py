"""A translation that is supplied beside a page in another language is read, and named as one wherever it is cited."""

from pathlib import Path

import pytest

from copydesk.record import Report, Story
from copydesk.run import build_stories, load_desk, read_manifest_pages, read_reports
from copydesk.run.intake import Known
from copydesk.write import write_brief, write_explanation, write_report_table

FRENCH = "Le ministre a déclaré mardi que le pont de Belval resterait fermé. Les habitants ne sont pas d'accord avec lui.\n"
ENGLISH = "The minister, Jean Morel, said on Tuesday that the bridge at Belval would stay closed.\n"
MANIFESTS = {
    "m.csv": "path,outlet,created,translation_of\nfr.txt,Le Courrier,2025-03-04,\nen.txt,Le Courrier,2025-03-04,fr.txt\n",
    "m.toml": '[[page]]\npath = "fr.txt"\n[[page]]\npath = "en.txt"\noutlet = "Le Courrier"\ncreated = "2025-03-04"\n'
              'translation_of = "fr.txt"\n',
}


def _read(folder: Path, name: str) -> tuple[tuple[Report, ...], Story]:
    for path, text in (("fr.txt", FRENCH), ("en.txt", ENGLISH), (name, MANIFESTS[name])):
        (folder / path).write_text(text, encoding="utf-8")
    desk = load_desk()
    reports = tuple(r for intake in read_manifest_pages(folder / name, common=Known()) for r in read_reports(intake, desk))
    return reports, build_stories(reports, desk)[0]


@pytest.mark.parametrize("name", list(MANIFESTS))
def test_a_translation_is_read_and_said_to_be_one(name: str, tmp_path: Path) -> None:
    """The original is refused with its language; its translation is read, and every form of output says what it is."""
    reports, story = _read(tmp_path, name)
    assert [report.page.translation_of for report in reports] == [None, "fr.txt"]
    assert any("French" in refusal.reason for refusal in story.coverage.refusals)
    assert "translation of fr.txt" in write_report_table(reports)
    for form in ("text", "html", "markdown"):
        assert "translation of fr.txt" in write_brief(story, form=form)
    assert "translation of fr.txt" in write_explanation(story, 1)
