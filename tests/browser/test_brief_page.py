"""The HTML brief in a real Chromium: it opens, asks nobody, and each evidence number leads to its words."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--enable-logging=stderr",
    "--dump-dom",
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed; .ci/run installs Debian's package")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    folder = tmp_path_factory.mktemp("page")
    page = folder / "brief.html"
    subprocess.run(
        [sys.executable, "-m", "copydesk.cli", "brief", "--demo", "--html", "-o", str(page)],
        check=True,
        capture_output=True,
    )
    return subprocess.run(
        [str(CHROMIUM), *QUIET, f"--user-data-dir={folder / 'profile'}", page.as_uri()],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_every_link_inside_the_page_leads_somewhere(opened: subprocess.CompletedProcess[str]) -> None:
    """The numbers beside a line are anchors of the marked words in the page they came from."""
    links = set(re.findall(r'href="#([^"]+)"', opened.stdout))
    places = set(re.findall(r'\bid="([^"]+)"', opened.stdout))
    assert len(links) > 30
    assert links - places == set()
    assert opened.stdout.count("<mark") > 20


def test_the_page_names_no_other_host_and_logs_no_error(opened: subprocess.CompletedProcess[str]) -> None:
    """Nothing is fetched: no script, style, font or picture from anywhere; the console stays empty."""
    assert re.findall(r'(?:src|srcset)="(?!data:)', opened.stdout) == []
    assert re.findall(r"<link[^>]*href|@import|url\((?!data:)", opened.stdout) == []
    assert "CONSOLE" not in opened.stderr


def test_foreign_words_stay_words(opened: subprocess.CompletedProcess[str], tmp_path: Path) -> None:
    """Markup on a page of text is shown, not run."""
    page, out = tmp_path / "trick.txt", tmp_path / "trick.html"
    page.write_text(
        "Port closes\nThe port <script>alert(1)</script> closed on Tuesday, 5 March 2024, the minister said.\n",
        encoding="utf-8",
    )
    subprocess.run(
        [sys.executable, "-m", "copydesk.cli", "brief", str(page), "--html", "-o", str(out)],
        check=True,
        capture_output=True,
    )
    html = out.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert(1)" not in html


def test_pictures_obey_the_policy_of_the_page(tmp_path: Path) -> None:
    """Drawn inside the page they need no style, script or host of their own, and every link leads to an anchor."""
    page = tmp_path / "pictures.html"
    subprocess.run(
        [sys.executable, "-m", "copydesk.cli", "brief", "--demo", "--html", "--pictures", "-o", str(page)],
        check=True, capture_output=True,
    )
    seen = subprocess.run(
        [str(CHROMIUM), *QUIET, f"--user-data-dir={tmp_path / 'profile'}", page.as_uri()],
        check=True, capture_output=True, text=True, timeout=120,
    )
    assert seen.stdout.count("<svg") == 3
    assert "No map: no place of a claim or event has a known point." in seen.stdout
    assert "CONSOLE" not in seen.stderr
    assert set(re.findall(r'href="#([^"]+)"', seen.stdout)) <= set(re.findall(r'\bid="([^"]+)"', seen.stdout))
