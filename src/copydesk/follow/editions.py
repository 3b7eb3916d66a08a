"""What changed between two editions of one story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from copydesk.record import Claim, Evidence, Story

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

    A claim is the same where it shares a stretch of evidence with one of the other edition: a claim that only gained
    further pages is not new.
    """
    return (
        *_articles(old, new), *_claims(old, new), *_numbers(old, new), *_expectations(old, new), *_questions(old, new),
    )


def _articles(old: Story, new: Story) -> Iterator[Change]:
    before, after = (
        {one.article.id: one.page.outlet or one.key for one in story.reports if one.article} for story in (old, new)
    )
    for article_id in sorted(after.keys() - before.keys()):
        yield Change(kind="new_article", gist=after[article_id], before=None, after=article_id, evidence=())
    for article_id in sorted(before.keys() - after.keys()):
        yield Change(kind="gone_article", gist=before[article_id], before=article_id, after=None, evidence=())


def _claims(old: Story, new: Story) -> Iterator[Change]:
    known = {evidence: claim for claim in old.claims for evidence in claim.evidence}
    seen: set[str] = set()
    for claim in new.claims:
        earlier = next((known[one] for one in claim.evidence if one in known), None)
        if earlier is None:
            yield _change("new_claim", claim, None, claim.standing)
            continue
        seen.update(known[one].id for one in claim.evidence if one in known)
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
    known = {evidence: one for one in old.expectations for evidence in one.evidence}
    for one in new.expectations:
        earlier = next((known[evidence] for evidence in one.evidence if evidence in known), None)
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
