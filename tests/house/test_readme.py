"""The README shows true output."""

import re
import subprocess
import sys
from pathlib import Path


def test_the_demo_output_in_the_readme_is_true(root: Path) -> None:
    """What the README shows under `make demo` is how `copydesk brief --demo` begins, to the letter."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"<!-- demo:.*?-->\n```\n(.*?)```", readme, re.DOTALL)
    done = subprocess.run([sys.executable, "-m", "copydesk.cli", "brief", "--demo"], capture_output=True, text=True, check=True)
    assert len(shown.splitlines()) > 20
    assert done.stdout.startswith(shown)


def test_the_python_lines_of_the_readme_run(root: Path, tmp_path: Path) -> None:
    """The five lines work as they stand, on two pages of those names."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "a.txt").write_text("Ferries stopped on 5 March 2024, port officials said.\n", encoding="utf-8")
    (tmp_path / "b.html").write_text(
        "<html><body><h1>Ferries stop</h1><p>Ferries stopped on 5 March 2024, officials said.</p></body></html>",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "port officials said" in done.stdout
    assert "COVERAGE" in done.stdout


def test_every_page_of_the_docs_that_is_named_exists(root: Path) -> None:
    """No dead link among README, CONTRIBUTING and docs."""
    dead = []
    for page in [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        named = re.findall(r"`((?:docs|tests|src|scripts)/[\w./-]+)`", text)
        linked = [str((page.parent / link).relative_to(root)) for link in re.findall(r"\]\(([\w./-]+)\)", text)]
        dead += [f"{page.name}: {path}" for path in named + linked if not (root / path).exists()]
    assert dead == []
