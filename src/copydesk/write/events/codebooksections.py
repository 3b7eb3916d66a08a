"""The sections of the codebook that come from the lexicon's tables and from the other projects' columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from copydesk.lexicon import World
from copydesk.write.events import acled, cameo, gdelt, polecat

EXPORTS: dict[str, tuple[Sequence[str], Mapping[str, str]]] = {
    "polecat": (polecat.COLUMNS, polecat.LOSSES), "gdelt": (gdelt.EVENT_COLUMNS, gdelt.LOSSES),
    "gdelt-mentions": (gdelt.MENTION_COLUMNS, gdelt.LOSSES), "acled": (acled.COLUMNS, acled.LOSSES),
    "cameo": (cameo.COLUMNS, cameo.LOSSES),
}
NEEDS = {  # what words of a context may ask for -> in words
    "state-forces": "where a state or its forces take part and no rebels or gangs act",
    "unarmed": "unless armed groups receive",
    "public": "unless companies alone take part",
}


def list_sections(world: World) -> Iterator[str]:
    """The lines of all sections after columns and status."""
    for section in (_categories, _modes, _sectors, _tie_breaks, _contexts, _confidence, _exports, _cameo):
        yield ""
        yield from section(world)


def _table(title: str, told: str, names: Sequence[str], rows: Iterator[Sequence[object]]) -> Iterator[str]:
    """A heading, a line below it where one is told, and a table."""
    yield from (f"## {title}", "", *([told, ""] if told else []))
    yield "| " + " | ".join(names) + " |"
    yield "|" + "---|" * len(names)
    yield from ("| " + " | ".join(str(cell).replace("|", ", ") for cell in row) + " |" for row in rows)


def _categories(world: World) -> Iterator[str]:
    plover = world.plover
    rows = (
        (row.category, plover.quad(row.category), f"{plover.score(row.category):g}", row.meaning)
        for row in plover.category_rows
    )
    told = "quad: VC, MC verbal and material cooperation; VX, MX verbal and material conflict. score: -10 to +10."
    yield from _table("Categories", told, ("category", "quad", "score", "what it holds"), rows)


def _modes(world: World) -> Iterator[str]:
    plover, codes = world.plover, world.event_codes
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for found in plover.constructions.values():
        for one in found:
            for mode in one.modes or ("",):
                counts[one.category, mode] += 1

    def rows() -> Iterator[Sequence[object]]:
        for category in (row.category for row in plover.category_rows):
            for mode in ("", *sorted(plover.modes(category))):
                modes = (mode,) if mode else ()
                near, other = codes.find_cameo(category, modes), codes.find_acled(category, modes)
                kind = f"{other.event_type}: {other.sub_event_type}" if other else ""
                score, count = f"{plover.score(category, modes):g}", counts[category, mode]
                yield category, mode, plover.quad(category), score, count, near.code, f"{near.goldstein:g}", kind

    told = "constructions: rows of `lexicon/en/events` that code it. CAMEO, Goldstein, ACLED: the nearest, for other projects."
    names = ("category", "mode", "quad", "score", "constructions", "CAMEO", "Goldstein", "ACLED")
    yield from _table("Modes and scores", told, names, rows())


def _sectors(world: World) -> Iterator[str]:
    yield from _table("Sectors", "", ("sector", "who"), ((row.sector, row.meaning) for row in world.plover.sector_rows))


def _tie_breaks(world: World) -> Iterator[str]:
    rows = ((row.rule, row.meaning, row.example, row.outcome) for row in world.plover.tie_break_rows)
    told = "Rules that decide where several codings fit; the column `rules` names those that fired."
    yield from _table("Tie-breaks", told, ("rule", "what it says", "example", "coded as"), rows)


def _contexts(world: World) -> Iterator[str]:
    rows = (
        (row.context, ", ".join(row.words), NEEDS.get(row.needs, ""), ", ".join(row.unless))
        for row in world.plover.context_rows
    )
    told = "`*` is any ending, `@MIL` a party of that sector, `#convict` a mode."
    yield from _table("Contexts", told, ("context", "words", "counted", "not where it says"), rows)


def _confidence(world: World) -> Iterator[str]:
    grading = world.grading
    bands = ((row.band, row.least if row is not grading.bands[-1] else "any", row.meaning) for row in grading.bands)
    told = "The points of all reasons that hold are added; the sum earns the word. How many tell an event is no reason."
    yield from _table("Confidence", told, ("confidence", "from a sum of", "on marked passages"), bands)
    yield ""
    reasons = ((row.reason, f"{row.points:+d}" if row.points else 0, row.meaning) for row in grading.reasons)
    yield from _table("Reasons of confidence", "", ("reason", "points", "what it means"), reasons)


def _exports(_: World) -> Iterator[str]:
    yield from ("## Other projects' tables", "", "What `--format` writes and what it cannot hold; each run counts the events.")
    for name, (columns, losses) in EXPORTS.items():
        yield from ("", f"### {name}", "", f"{len(columns)} columns: {', '.join(columns)}.", "")
        yield from ("| not held | why |", "|---|---|", *(f"| {what} | {why} |" for what, why in losses.items()))
    yield from ("", "### parquet", "", "All columns of this codebook, typed; nothing is lost but the list of mentions.")


def _cameo(world: World) -> Iterator[str]:
    known = world.event_codes.plover.values()
    rows = ((row.code, row.category, " ".join(row.modes), " ".join(row.contexts)) for row in known)
    told = "How codes of a user's CAMEO dictionaries are read: by all digits, else the first three, else the first two."
    yield from _table("Codes of CAMEO", told, ("code", "category", "mode", "contexts"), rows)
