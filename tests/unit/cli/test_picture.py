"""`copydesk picture` and `brief --pictures`: files that open, and one clear line where there is nothing to draw."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

sys.path.insert(0, str(Path(__file__).parents[1] / "write"))
from strait_by_hand import make_strait

from copydesk.cli import group
from copydesk.cli.picture import _KINDS
from copydesk.record import Line
from copydesk.record.codec import write_json
from copydesk.write.pictures import KINDS


@pytest.fixture(scope="module")
def story_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    story = make_strait()
    report = replace(story.reports[0], page=replace(story.reports[0].page, url=None))
    line = Line(
        id="line:1", section="happening", kind="information", text="A ferry turned back.", evidence=story.claims[1].evidence,
        claim_ids=(), carried_by=1, traced_to=1,
    )
    path = tmp_path_factory.mktemp("story") / "strait.json"
    path.write_text(write_json(replace(story, reports=(report,), brief=(line,))), encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(one) for one in arguments])


def test_the_kinds_of_the_command_are_those_that_are_drawn() -> None:
    """The command names them without loading what draws them."""
    assert _KINDS == KINDS


def test_the_ending_says_the_form(story_file: Path, tmp_path: Path) -> None:
    """SVG and PNG; any other ending is refused before anything is read."""
    assert run("picture", "map", story_file, "-o", tmp_path / "map.png").exit_code == 0
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    assert run("picture", "map", story_file, "-o", tmp_path / "map.svg").exit_code == 0
    assert (tmp_path / "map.svg").read_text(encoding="utf-8") == run("picture", "map", story_file).stdout
    refused = run("picture", "map", story_file, "-o", tmp_path / "map.gif")
    assert ".svg or .png" in str(refused.exception)


def test_evidence_is_linked_to_a_brief_that_is_named(story_file: Path) -> None:
    """A page without an address has no link of its own; the brief has all its words."""
    assert "<a " not in run("picture", "timeline", story_file).stdout
    linked = run("picture", "timeline", story_file, "--brief", "brief.html").stdout
    assert 'href="brief.html#e1"' in linked
    assert 'href="brief.html#row-A' in linked


def test_markdown_has_its_pictures_beside_it(story_file: Path, tmp_path: Path) -> None:
    """Four files in a folder named after the brief, each linked, each leading back to the brief's evidence."""
    brief = tmp_path / "brief.md"
    assert run("brief", story_file, "--markdown", "--pictures", "-o", brief).exit_code == 0
    written = sorted(path.name for path in (tmp_path / "brief-pictures").iterdir())
    assert written == ["map.svg", "network.svg", "tension.svg", "timeline.svg"]
    assert all(f"(<brief-pictures/{name}>)" in brief.read_text(encoding="utf-8") for name in written)
    assert 'href="../brief.md#e1"' in (tmp_path / "brief-pictures" / "timeline.svg").read_text(encoding="utf-8")


def test_pictures_need_a_form_that_holds_them(story_file: Path) -> None:
    """Text has none, and Markdown needs a file to lie beside."""
    assert "--html and --markdown" in str(run("brief", story_file, "--pictures").exception)
    assert "-o FILE" in str(run("brief", story_file, "--markdown", "--pictures").exception)


def test_nothing_to_draw_is_said_and_nothing_written(tmp_path: Path) -> None:
    """The reason is told, and no empty file lies about."""
    path, out = tmp_path / "bare.json", tmp_path / "timeline.svg"
    path.write_text(write_json(replace(make_strait(), timeline=())), encoding="utf-8")
    assert "no claim names a day" in str(run("picture", "timeline", path, "-o", out).exception)
    assert not out.exists()
