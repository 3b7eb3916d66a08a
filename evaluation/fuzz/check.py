"""What must hold of any file: pages or reasons, in time, and blocks that partition each page."""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from copydesk import read_pages
from copydesk.clean import find_articles
from copydesk.lexicon import World, load_world
from copydesk.record import Article
from copydesk.resolve import settle_created
from copydesk.run.intake import Intake

SECONDS = 1.0  # of processor time a megabyte; files smaller than that have as long
HANG = 60  # seconds of the clock after which reading is broken off


class Fault(AssertionError):
    """Something that must hold does not; its first word names what."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """kind: "read" (an article came out), "refused" (reasons alone), or the fault's name; seconds of processor time."""

    kind: str
    seconds: float
    detail: str = ""

    @property
    def is_fault(self) -> bool:
        """Whether something went wrong."""
        return self.kind not in ("read", "refused")


def check_file(raw: bytes, name: str) -> Outcome:
    """Reads one file as a user would and says how that ended; it never raises.

    What is slow is read once more: tables that are loaded once a process are no fault of the file.
    """
    first = _check_once(raw, name)
    return _check_once(raw, name) if first.kind == "slow" else first


def _check_once(raw: bytes, name: str) -> Outcome:
    world = load_world()
    begun = time.process_time()
    size = len(raw)
    try:
        kind = "refused"
        with _alarm():
            for intake in read_pages(raw, key=name):
                size = max(size, len(intake.page.text))
                kind = "read" if check_intake(intake, world) else kind
    except Fault as fault:
        return Outcome(str(fault).split(":")[0], time.process_time() - begun, str(fault))
    except Exception as fault:
        return Outcome(type(fault).__name__, time.process_time() - begun, traceback.format_exc())
    seconds = time.process_time() - begun
    return Outcome("slow" if seconds > SECONDS * max(1.0, size / 1e6) else kind, seconds, f"{seconds:.2f} s for {size} bytes")


def check_intake(intake: Intake, world: World) -> tuple[Article, ...]:
    """The articles of one page, dated. Raises Fault where pieces or blocks do not fit the page, or nothing is said."""
    page, layout = intake.page, intake.layout
    last = 0
    for piece in layout.pieces:
        if not (last <= piece.span.start < piece.span.end <= len(page.text)):
            raise Fault(f"pieces: {piece.span} after {last} of {len(page.text)}")
        last = piece.span.end
    articles, refusals = find_articles(page=page, layout=layout, world=world)
    if not articles and not intake.refusals and not refusals:
        raise Fault(f"silence: {intake.key} has no article and no reason")
    spans = sorted((block.span.start, block.span.end) for article in articles for block in article.blocks)
    edges = [0, *(end for _, end in spans)]
    if articles and ([start for start, _ in spans] != edges[:-1] or edges[-1] != len(page.text)):
        raise Fault(f"partition: {spans} of {len(page.text)}")
    return tuple(settle_created(page=page, layout=layout, article=article, world=world)[0] for article in articles)


@contextmanager
def _alarm() -> Iterator[None]:
    """Breaks off what takes more than HANG seconds."""
    def ring(number: int, frame: FrameType | None) -> None:
        raise Fault(f"hang: more than {HANG} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(HANG)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
