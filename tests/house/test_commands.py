"""The command line: every command and option is documented, and asking for help loads nothing."""

import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from copydesk.cli import COMMANDS

HEAVY = ("numpy", "onnxruntime", "spacy", "lxml", "msgspec", "jinja2", "rich", "trafilatura", "sqlalchemy", "alembic", "altair",
         "vl_convert")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_and_option_is_documented(name: str, root: Path) -> None:
    """docs/commands.md has a section for the command and names each of its options."""
    page = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"## copydesk {name}" in page
    section = page.split(f"## copydesk {name}", 1)[1].split("\n## ", 1)[0]
    command: click.Command = import_module(f"copydesk.cli.{name}").command
    options = [option for param in command.params if isinstance(param, click.Option) for option in param.opts]
    missing = [option for option in options if option not in section and option not in page.split("## copydesk brief")[0]]
    assert missing == []
    assert command.help


def test_help_loads_no_heavy_library() -> None:
    """`copydesk --help` answers at once: it imports neither models nor parsers."""
    code = (
        "import sys\nfrom copydesk.cli import group\n"
        "group.main(['--help'], standalone_mode=False)\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "brief" in done.stdout


def test_help_costs_under_150_ms_of_processor_time() -> None:
    """Processor time, the best of five runs: what the program costs, whatever else the machine does."""
    costs = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "copydesk.cli", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(costs) < 0.150
