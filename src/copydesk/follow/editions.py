"""What changed between two editions of one story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from copydesk.record import Claim, Evidence, Report, Story

_WORD = re.compile(r"\w+(?:[.,]\d+)*")

ChangeKind = Literal[
    "new_article", "gone_article", "new_claim", "gone_claim", "new_origin", "changed_standing", "changed_number",
    "new_expectation", "settled_expectation", "answered_question",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that the new edition has otherwise. before, after: the words or states that differ, None where absent."""

    kind: ChangeKind
    gist: str
    before: str | None
    after: str | None
    evidence: tuple[Evidence, ...]


def compare_editions(*, old: Story, new: Story) -> tuple[Change, ...]:
    """What the new edition adds, drops, corrects or settles; () where nothing changed.

    A page is the same under one key or address, or as the only one of its outlet and headline. A claim is the same where
    it shares words with one of the other edition, or differs from it in its numbers alone: that is a changed number.
    """
    return (
        *_articles(old, new), *_claims(old, new), *_numbers(old, new), *_expectations(old, new), *_questions(old, new),
    )


def _plain(words: str) -> str:
    """Words for matching: lower case, white space and marks evened."""
    return " ".join(_WORD.findall(words.lower()))


def _shape(words: str) -> str:
    """The same with every number as one sign, "" where there is none."""
    plain = [("#" if word[0].isdigit() else word) for word in _plain(words).split()]
    return " ".join(plain) if "#" in plain else ""


def _articles(old: Story, new: Story) -> Iterator[Change]:
    before, after = ({one.article.id: one for one in story.reports if one.article} for story in (old, new))
    added = [after[one] for one in sorted(after.keys() - before.keys())]
    gone = [before[one] for one in sorted(before.keys() - after.keys())]
    known = {name for report in gone for name in _names(report)}
    still = {name for report in added for name in _names(report)}
    for report in added:
        if not known.intersection(_names(report)):
            yield Change(kind="new_article", gist=_call(report), before=None, after=_article_id(report), evidence=())
    for report in gone:
        if not still.intersection(_names(report)):
            yield Change(kind="gone_article", gist=_call(report), before=_article_id(report), after=None, evidence=())


def _names(report: Report) -> Iterator[tuple[str, str]]:
    """What a page keeps when its text changes: key, address, outlet with headline."""
    yield "key", report.key
    if report.page.url:
        yield "url", report.page.url
    if report.article and report.article.headline and report.article.outlet:
        headline = report.article.headline
        yield report.article.outlet, _plain(report.page.text[headline.start : headline.end])


def _call(report: Report) -> str:
    return report.page.outlet or report.key


def _article_id(report: Report) -> str | None:
    return report.article.id if report.article else None


def _claims(old: Story, new: Story) -> Iterator[Change]:
    known = {_plain(evidence.words): claim for claim in old.claims for evidence in claim.evidence}
    told = {_plain(evidence.words) for claim in new.claims for evidence in claim.evidence}
    shapes = {
        _shape(evidence.words): (claim, evidence) for claim in old.claims for evidence in claim.evidence
        if _shape(evidence.words) and _plain(evidence.words) not in told
    }
    seen: set[str] = set()
    for claim in new.claims:
        same = [known[words] for one in claim.evidence if (words := _plain(one.words)) in known]
        seen.update(one.id for one in same)
        recounted = [] if same else [(shapes[shape], one) for one in claim.evidence if (shape := _shape(one.words)) in shapes]
        if recounted:
            (earlier, was), now = recounted[0]
            seen.add(earlier.id)
            before, after = (" ".join(one.words.split()) for one in (was, now))
            yield Change(kind="changed_number", gist=claim.gist, before=before, after=after, evidence=(now,))
        elif not same:
            yield _change("new_claim", claim, None, claim.standing)
        if not same:
            continue
        earlier = same[0]
        added = sorted(set(claim.origins) - set(earlier.origins))
        if added:
            yield _change("new_origin", claim, ", ".join(earlier.origins) or None, ", ".join(added))
        if claim.standing != earlier.standing:
            yield _change("changed_standing", claim, earlier.standing, claim.standing)
    for claim in old.claims:
        if claim.id not in seen:
            yield _change("gone_claim", claim, claim.standing, None)


def _change(kind: ChangeKind, claim: Claim, before: str | None, after: str | None) -> Change:
    return Change(kind=kind, gist=claim.gist, before=before, after=after, evidence=claim.evidence[:1])


def _numbers(old: Story, new: Story) -> Iterator[Change]:
    """Updates and revisions of figures that the old edition did not have."""
    known = {(one.left, one.right) for one in old.contradictions}
    by_id = {claim.id: claim for claim in new.claims}
    for one in new.contradictions:
        if one.kind == "number" and one.reading in ("update", "revision") and (one.left, one.right) not in known:
            claim = by_id.get(one.claim_ids[-1])
            yield Change(
                kind="changed_number", gist=claim.gist if claim else one.right, before=one.left, after=one.right,
                evidence=claim.evidence[:1] if claim else (),
            )


def _expectations(old: Story, new: Story) -> Iterator[Change]:
    known = {_plain(evidence.words): one for one in old.expectations for evidence in one.evidence}
    for one in new.expectations:
        earlier = next((known[words] for evidence in one.evidence if (words := _plain(evidence.words)) in known), None)
        if earlier is None:
            yield Change(kind="new_expectation", gist=one.gist, before=None, after=one.due, evidence=one.evidence[:1])
        elif earlier.status != one.status:
            yield Change(
                kind="settled_expectation", gist=one.gist, before=earlier.status, after=one.status, evidence=one.evidence[-1:],
            )


def _questions(old: Story, new: Story) -> Iterator[Change]:
    open_before = {one.id for one in old.questions if one.status == "open"}
    for one in new.questions:
        if one.id in open_before and one.status == "answered":
            yield Change(
                kind="answered_question", gist=one.gist, before="open", after="answered", evidence=one.evidence[-1:],
            )
