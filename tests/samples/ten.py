"""The ten checks a person can make on the two sample pages: `python -m tests.samples.ten PAGE_A PAGE_B`, as Markdown."""

from __future__ import annotations

import datetime
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from copydesk.record import Claim, Story
from copydesk.record.codec import write_json
from copydesk.run import build_stories, load_corrections, load_desk, read_paths, read_reports
from copydesk.run.intake import Known
from tests.samples.__main__ import tell
from tests.samples.asked import ASKED

REPORTER = """Troops load tanks onto trains near the border

By Our Correspondent
February 15, 2022

Our reporter saw units of the Southern Military District load tanks onto rail transport on Tuesday. The units have begun
loading and will begin moving to their garrisons today, the reporter saw at the station.
"""


def build(paths: list[str], corrections: Path | None = None) -> Story:
    """The largest story of the pages."""
    desk = load_desk()
    reports = [r for intake in read_paths(paths, common=Known()) for r in read_reports(intake, desk)]
    return build_stories(reports, desk, corrections=load_corrections(corrections) if corrections else ())[0]


def holding(story: Story, words: str) -> list[Claim]:
    """Claims with evidence that holds the words."""
    return [c for c in story.claims if any(words in e.words for e in c.evidence)]


@contextmanager
def no_network() -> Iterator[None]:
    """Every socket refuses."""
    kept = socket.socket.connect

    def refuse(*_: Any) -> None:
        raise OSError("the network is off")

    socket.socket.connect = refuse  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        socket.socket.connect = kept  # type: ignore[method-assign]


@contextmanager
def clock_at_2030() -> Iterator[None]:
    """The clocks of the process say 2030."""
    kept = time.time, datetime.date, datetime.datetime
    then = datetime.datetime(2030, 6, 1, tzinfo=datetime.UTC).timestamp()

    class Date(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return datetime.date(2030, 6, 1)

    class DateTime(datetime.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.datetime(2030, 6, 1, tzinfo=tz)

    time.time, datetime.date, datetime.datetime = lambda: then, Date, DateTime  # type: ignore[assignment,misc]
    try:
        yield
    finally:
        time.time, datetime.date, datetime.datetime = kept  # type: ignore[misc]


def offline(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """With the network off the same record comes."""
    with no_network():
        told = tell([a, b])
    met = sum(check(told) for _, _, check in ASKED)
    return write_json(told.story) == write_json(build([a, b])), f"{met} of {len(ASKED)} of what is asked appears with the network off"


def quotations(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """Every quotation is found by searching its file."""
    story, files = build([a, b]), {path: Path(path).read_text(encoding="utf-8") for path in (a, b)}
    missing, count = 0, 0
    for report in story.reports:
        for statement in report.statements:
            for span in statement.content if statement.manner != "indirect" else ():
                count += 1
                missing += report.page.text[span.start : span.end] not in files[report.key]
    return missing == 0 and count > 5, f"{count} stretches of quotation, {missing} not found"


def copies(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """Three renamed copies of B: carried by 5, traced to 1."""
    text = Path(b).read_text(encoding="utf-8")
    names = [str(folder / f"copy{n}.txt") for n in range(3)]
    for name in names:
        Path(name).write_text(text, encoding="utf-8")
    claims = holding(build([a, b, *names]), "returning to their bases")
    pages = {e.page_id for c in claims for e in c.evidence}
    return len(pages) == 5 and max(len(c.origins) for c in claims) == 1, f"carried by {len(pages)}, origins {[c.origins for c in claims]}"


def reporter(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """A reporter's page who watched units load is an origin of its own."""
    page = folder / "reporter.txt"
    page.write_text(REPORTER, encoding="utf-8")
    origins = {o for c in holding(build([a, b, str(page)]), "begun") for o in c.origins}
    return len(origins) == 2, f"origins {sorted(origins)}"


def cards(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """The other stories of the cards stand under coverage only."""
    story = build([a, b])
    lines = [line for line in story.brief if re.search("Honduras|TikTok", line.text) and line.section != "coverage"]
    return not lines, f"{len(lines)} lines outside coverage"


def clock(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """A clock set to 2030 changes nothing."""
    before = write_json(build([a, b]))
    with clock_at_2030():
        after = write_json(build([a, b]))
    return before == after, "byte for byte" if before == after else "the record differs"


def undated(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """Without the full date in the quotation no page has a day."""
    lines = Path(a).read_text(encoding="utf-8").split("\n")
    kept, page = [line for line in lines if "2022" not in line], folder / "undated.txt"
    page.write_text("\n".join(kept), encoding="utf-8")
    days = {r.article.created for r in build([str(page), b]).reports if r.article}
    return days == {None}, f"created {sorted(map(str, days))}"


def numbers(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """130,000 elsewhere fits "more than 100,000"; about 80,000 does not."""
    found = []
    for number in ("130,000", "About 80,000"):
        page = folder / "number.txt"
        page.write_text(f"Border build-up\n\nFebruary 15, 2022\n\n{number} Russian troops are concentrated on the Ukrainian border.\n", encoding="utf-8")
        conflicts = [c.reading for c in build([a, b, str(page)]).contradictions if c.kind == "number"]
        found.append(conflicts)
    return "conflict" not in found[0] and "conflict" in found[1], f"130,000: {found[0] or 'none'}; about 80,000: {found[1] or 'none'}"


def unreadable(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """A French, an empty and a corrupt file are listed with reasons and change no claim."""
    names = [str(folder / name) for name in ("french.txt", "empty.txt", "corrupt.html")]
    Path(names[0]).write_text(
        "Le ministre de la défense a déclaré mardi que plusieurs unités regagnaient leurs casernes après les exercices.\n"
        "Selon le porte-parole, les manœuvres se poursuivent dans d'autres régions et rien n'a été annoncé pour la suite.\n", encoding="utf-8",
    )
    Path(names[1]).write_bytes(b"")
    Path(names[2]).write_bytes(b"\x1f\x8b\x08\x00\xff\xfe\x00\x01corrupt\x00\x00")
    alone, among = build([a, b]), build([a, b, *names])
    told = " ".join(refusal.reason for refusal in among.coverage.refusals)
    listed = sum(Path(name).name in told for name in names)
    return listed == 3 and alone.claims == among.claims, f"{listed} of 3 listed, claims {'unchanged' if alone.claims == among.claims else 'changed'}"


def corrected(a: str, b: str, folder: Path) -> tuple[bool, str]:
    """A correction of A's outlet survives a rerun and is undone with its row."""
    rows = folder / "corrections.toml"
    rows.write_text(f'[[outlet]]\npage = "{Path(a).name}"\noutlet = "Example Post"\n', encoding="utf-8")
    first, second = build([a, b], rows), build([a, b], rows)
    rows.write_text("", encoding="utf-8")
    undone = build([a, b], rows)
    kept = first == second and "Example Post" in first.coverage.outlets
    return kept and undone == build([a, b]), "applied, kept, undone; the CSV export comes with the desk issue"


CHECKS: tuple[Callable[[str, str, Path], tuple[bool, str]], ...] = (
    offline, quotations, copies, reporter, cards, clock, undated, numbers, unreadable, corrected,
)


def main() -> None:
    """Print a row a check."""
    a, b = sys.argv[1:3]
    print("| | check | met | what came |\n|---|---|---|---|")
    for number, check in enumerate(CHECKS, 1):
        with TemporaryDirectory() as folder:
            met, what = check(a, b, Path(folder))
        print(f"| {number} | {(check.__doc__ or '').strip()} | {'yes' if met else '**no**'} | {what} |", flush=True)


if __name__ == "__main__":
    main()
