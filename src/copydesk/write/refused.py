"""What was refused, for a reader: by stage and kind, with counts and places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from copydesk.record import Refusal, Story
from copydesk.write.leaves import Leaf, row_of

_SUBJECT = re.compile(r"^(?:\d+|[A-Z][A-Z_-]{2,})(?= )\s*")  # what differs among refusals of one kind: a count, a category


def write_refusals(story: Story, leaves: Iterable[Leaf]) -> tuple[str, ...]:
    """"Not read (events: 3 without a recipient in its clause: B12 C7 D4).", a sentence for each stage and kind.

    Places are page letter and line, the letter alone where a refusal is about the whole page. That cards of other stories
    have no creation time of their own is said nowhere: they are no evidence.
    """
    by_page = {leaf.page.id: leaf for leaf in leaves}
    of_cards = {
        (refusal.page_id, refusal.span, refusal.reason) for report in story.reports
        if report.article and report.article.is_card for refusal in report.refusals if refusal.stage == "created"
    }
    keys = sorted({report.key for report in story.reports if report.key}, key=len, reverse=True)
    groups: dict[tuple[str, str], list[tuple[Refusal, str]]] = defaultdict(list)
    for refusal in story.coverage.refusals:
        reason = _without_key(refusal.reason, keys) if refusal.page_id in by_page else refusal.reason
        if (refusal.page_id, refusal.span, reason) not in of_cards:
            kind = _SUBJECT.sub("", reason).rstrip(".")
            groups[refusal.stage, kind].append((refusal, reason.rstrip(".")))
    return tuple(_word_group(stage, kind, group, by_page) for (stage, kind), group in groups.items())


def _word_group(stage: str, kind: str, group: list[tuple[Refusal, str]], by_page: Mapping[str, Leaf]) -> str:
    places = [_place(refusal, by_page) for refusal, _ in group]
    told = f": {' '.join(dict.fromkeys(place for place in places if place))}" if any(places) else ""
    if len(group) == 1:
        return f"Not read ({stage}: {group[0][1]}{told})."
    subjects = list(dict.fromkeys(match.group().strip() for _, reason in group if (match := _SUBJECT.match(reason))))
    named = f" ({', '.join(subjects)})" if subjects and not subjects[0].isdigit() else ""
    return f"Not read ({stage}: {len(group)} × {kind}{named}{told})."


def _place(refusal: Refusal, by_page: Mapping[str, Leaf]) -> str:
    leaf = by_page.get(refusal.page_id)
    if leaf is None:
        return ""
    return f"{leaf.letter}{row_of(leaf.page, refusal.span.start)}" if refusal.span else leaf.letter


def _without_key(reason: str, keys: Iterable[str]) -> str:
    """The reason without the file or address before it: the place says which page."""
    return next((reason.removeprefix(f"{key}: ") for key in keys if reason.startswith(f"{key}: ")), reason)
