"""The places of a story's claims and events, each once, with how exactly it is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.record import Evidence, Place, Report, Story

AREAS = ("country", "admin1", "admin2", "feature")  # levels that are areas: never drawn as a point
LEVELS = {
    "region_of_world": "part of the world", "country": "country", "admin1": "region", "admin2": "district",
    "feature": "landscape", "city": "town or city", "district": "quarter", "facility": "building or site",
    None: "level unknown",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the story. place: its record; evidence: of claims that name it, and clauses of events there.

    told: the gists of those claims, each once.
    """

    place: Place
    evidence: tuple[Evidence, ...]
    told: tuple[str, ...]

    @property
    def is_area(self) -> bool:
        """A country, region or landscape, or a place whose level is unknown."""
        return self.place.level in AREAS or self.place.level is None


def find_spots(story: Story) -> tuple[Spot, ...]:
    """Places named in the evidence of claims or found for events, the most told first. Capitals that stand for a
    government are no places here.
    """
    reports: dict[str, list[Report]] = defaultdict(list)
    for report in story.reports:
        reports[report.page.id].append(report)
    places: dict[str, Place] = {}
    found: dict[str, dict[Evidence, str]] = defaultdict(dict)
    for place, evidence, gist in _named(story, reports):
        key = place.gazetteer_id or f"{place.name}/{place.country}/{place.level}"
        places.setdefault(key, place)
        if not any(one.page_id == evidence.page_id and one.start <= evidence.start < one.end for one in found[key]):
            found[key][evidence] = gist
    spots = (
        Spot(place=places[key], evidence=tuple(told), told=tuple(dict.fromkeys(told.values()))) for key, told in found.items()
    )
    return tuple(sorted(spots, key=lambda spot: (-len(spot.told), spot.place.name, spot.place.gazetteer_id or "")))


def _named(story: Story, reports: dict[str, list[Report]]) -> Iterator[tuple[Place, Evidence, str]]:
    for claim in story.claims:
        for evidence in claim.evidence:
            for report in reports[evidence.page_id]:
                for place in report.places:
                    if evidence.start <= place.span.start < evidence.end and place.metonym_for is None:
                        yield place, evidence, " ".join(claim.gist.split())
    for report in story.reports:
        for event in report.events:
            if event.place is not None and event.place.metonym_for is None:
                words = report.page.text[event.span.start : event.span.end]
                told = Evidence(page_id=report.page.id, start=event.span.start, end=event.span.end, words=words)
                yield event.place, told, " ".join(words.split())
