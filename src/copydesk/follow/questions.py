"""What the pages themselves leave open ("did not say how many")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from copydesk.record import Claim, Evidence, OpenQuestion, Report
from copydesk.record.ids import derive_id


def find_open_questions(*, reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[OpenQuestion, ...]:
    """One question for each wording, the pages that ask it as its evidence; in the order of pages and places."""
    asked: dict[str, list[Evidence]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.page.id):
        if report.article is None or report.article.is_card:
            continue
        for question in report.questions:
            words = report.page.text[question.span.start : question.span.end]
            evidence = Evidence(page_id=report.page.id, start=question.span.start, end=question.span.end, words=words)
            asked[" ".join(words.lower().split())].append(evidence)
    found = [
        OpenQuestion(
            id=derive_id("question", wording), gist=" ".join(evidence[0].words.split()), status="open",
            evidence=tuple(evidence), settled_by=None,
        )
        for wording, evidence in asked.items()
    ]
    return tuple(sorted(found, key=lambda one: one.evidence[0]))
