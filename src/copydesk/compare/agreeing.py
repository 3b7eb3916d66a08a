"""Whether a denial agrees with what is said against it: "will not be closed" and "ruled out closing it"."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.lexicon import World
from copydesk.record import Evidence, Report


def says_so_too(said: Evidence, denied: Evidence, reports: Sequence[Report], world: World) -> bool:
    """Whether the words that are held against a denial deny the same verb themselves, with "not" or "never"."""
    verbs = {stem.key for stem in world.wording.find_stems(denied.words)}
    for report in reports:
        if report.page.id != said.page_id:
            continue
        for one in report.predicates:
            inside = said.start <= one.span.start and one.span.end <= said.end
            if inside and any("denied" in step.rule for step in one.trace):
                stems = world.wording.find_stems(report.page.text[one.span.start : one.span.end])
                if verbs & {stem.key for stem in stems}:
                    return True
    return False
