"""`python -m tests.samples PAGE_A PAGE_B`: what is asked of the two sample pages, and whether it is met, as Markdown."""

from __future__ import annotations

import sys

from copydesk.run import build_stories, load_desk, read_paths, read_reports
from copydesk.run.intake import Known
from tests.samples.asked import ASKED, Told


def tell(paths: list[str]) -> Told:
    """The story of two pages given by path, the first being page A."""
    desk = load_desk()
    reports = [r for intake in read_paths(paths, common=Known()) for r in read_reports(intake, desk)]
    story = build_stories(reports, desk)[0]
    main = {r.key: r for r in story.reports if r.article and not r.article.is_card}
    return Told(
        story=story, a=main[paths[0]], b=main[paths[1]],
        cards=tuple(r for r in reports if r.article and r.article.is_card),
    )


def main() -> None:
    """Print one row a question, and how many are met."""
    told = tell(sys.argv[1:3])
    met = [(line, asked, check(told)) for line, asked, check in ASKED]
    print("| line | asked | met |\n|---|---|---|")
    for line, asked, holds in met:
        print(f"| {line} | {asked} | {'yes' if holds else '**no**'} |")
    print(f"\n{sum(holds for _, _, holds in met)} of {len(met)} met.")


if __name__ == "__main__":
    main()
