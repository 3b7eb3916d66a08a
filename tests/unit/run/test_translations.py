"""A translation that is supplied beside a page in another language is read, and named as one wherever it is cited."""

from pathlib import Path

import pytest

from copydesk.record import Report, Story
from copydesk.record.codec import read_story, write_json
from copydesk.run import build_stories, load_desk, load_manifest, read_manifest_pages, read_paths, read_reports
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


LONG = {
    "fr": "Le pont de Belval reste fermé\n\n"
          "Le ministre, Jean Morel, a déclaré mardi que le pont resterait fermé jusqu'à la fin du mois.\n\n"
          "Les habitants ne sont pas d'accord avec lui et ils ont manifesté dans la ville.\n",
    "en": "Belval bridge stays closed\n\n"
          "The minister, Jean Morel, said on Tuesday that the bridge would stay closed until the end of the month.\n\n"
          "Residents disagree with him and have marched through the town, the police said.\n",
}


def _tell(folder: Path, named: str, texts: dict[str, str]) -> Story:
    """The story of a translation en.txt beside other pages, told from outside their folder."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    manifest = folder / "m.csv"
    manifest.write_text(
        f"path,outlet,created,url,translation_of\nfr.txt,Le Courrier,2025-03-04,https://courrier.example/pont,\n"
        f"en.txt,Le Courrier,2025-03-04,,{named}\n", encoding="utf-8",
    )
    desk = load_desk()
    given = [str(folder / f"{name}.txt") for name in texts]
    intakes = read_paths(given, common=Known(), manifest=load_manifest(manifest))
    return build_stories([r for intake in intakes for r in read_reports(intake, desk)], desk)[0]


@pytest.mark.parametrize("named", ["fr.txt", "./fr.txt", "https://courrier.example/pont"])
def test_the_words_of_the_original_stand_beside_its_translation(named: str, tmp_path: Path) -> None:
    """The paragraph at the same place of the original is shown in every form that shows evidence, by path or address."""
    story = _tell(tmp_path, named, LONG)
    (original,) = story.originals
    assert original.report.page.text == LONG["fr"]
    by_words = {one.evidence.words[:12]: one for one in original.beside}
    assert by_words["The minister"].basis == "position"
    assert by_words["The minister"].original.words.startswith("Le ministre, Jean Morel")
    assert by_words["The minister"].original.words.endswith("la fin du mois.")
    for one in original.beside:
        assert LONG["fr"][one.original.start : one.original.end] == one.original.words
    number = next(n for n, line in enumerate(story.brief, 1) if line.evidence[0].words.startswith("The minister"))
    assert "at the same place: Le ministre, Jean Morel" in write_explanation(story, number)
    assert '<q dir="auto" lang="fr">Le ministre, Jean Morel' in write_brief(story, form="html")
    assert read_story(write_json(story)) == story


def test_the_headline_stands_where_paragraphs_do_not_pair_off(tmp_path: Path) -> None:
    """A translation that is shorter than its original is not paired by place: the headline alone is shown, and why."""
    short = LONG["en"].rsplit("\n\n", 1)[0] + "\n"
    story = _tell(tmp_path, "fr.txt", {"fr": LONG["fr"], "en": short})
    beside = [one for original in story.originals for one in original.beside]
    assert {one.basis for one in beside if one.evidence.words.startswith("The")} == {"headline"}
    assert "its headline, as no block pairs off with this one: Le pont de Belval reste fermé" in write_explanation(story, 1)


@pytest.mark.parametrize(("named", "texts", "why"), [
    ("de.txt", LONG, "not among those given"),
    ("en.txt", LONG, "not among those given"),
    ("fr.txt", {**LONG, "fr": ""}, "no article was read"),
])
def test_an_original_that_is_not_there_is_said(named: str, texts: dict[str, str], why: str, tmp_path: Path) -> None:
    """A page that is not given, the translation itself, and an empty page are no originals; the record says why."""
    story = _tell(tmp_path, named, texts)
    assert story.originals == ()
    told = [refusal.reason for refusal in story.coverage.refusals if "stated to be a translation" in refusal.reason]
    assert len(told) == 1
    assert f"translation of {named}" in told[0]
    assert why in told[0]


def test_a_name_that_two_pages_fit_names_none(tmp_path: Path) -> None:
    """Two files of one name in two folders: neither is chosen."""
    (tmp_path / "old").mkdir()
    texts = {"en": LONG["en"], "fr": LONG["fr"], "old/fr": LONG["fr"].replace("mardi", "lundi")}
    story = _tell(tmp_path, "fr.txt", texts)
    assert story.originals == ()
    assert any("2 of the pages given fit that name" in refusal.reason for refusal in story.coverage.refusals)
