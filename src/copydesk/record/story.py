"""What several articles tell of one developing matter, and the lines of its brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copydesk.errors import LineWithoutEvidence
from copydesk.record.cast import Merge
from copydesk.record.event import Category
from copydesk.record.report import Refusal, Report
from copydesk.record.span import Evidence, Trace

STORY_SCHEMA = "copydesk/story/1"

CopyKind = Literal["copy", "partial", "rewrite", "translation"]
Standing = Literal["origins_agree", "one_origin", "unattributed", "disputed", "denied", "superseded"]
StanceKind = Literal["asserts", "denies", "doubts", "relays"]
ConflictKind = Literal["number", "polarity", "speaker", "place", "time", "wording", "position"]
ConflictReading = Literal["conflict", "update", "revision", "bound", "other_measure", "opposed_positions"]
BesideBasis = Literal["position", "headline"]
ExpectationStatus = Literal["open", "met", "missed", "extended", "withdrawn"]
LineKind = Literal["information", "judgement", "inference"]
Section = Literal[
    "why_it_matters", "happening", "saying", "agree", "one_origin", "conflicts", "worth_noting", "watch", "coverage",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """An article of a page that is not part of this story: a card, or one that tells another story."""

    article_id: str
    headline: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Syndication:
    """Articles that carry one text. origin: article id of the earliest, or the wire's name where one is credited.

    score: share of the shorter article's narrative shingles found in the other, 0-1. reasons: for a reader.
    """

    origin: str
    article_ids: tuple[str, ...]
    kind: CopyKind
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """Statements that are one utterance in several wordings, the fullest first."""

    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """How one article stands to a claim. origin: the root it names for it, None where it names none."""

    article_id: str
    stance: StanceKind
    origin: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing said to be so. members: ids of the statements and events it gathers.

    outlets: who carries it. origins: roots said to know it (record.md, what counts as an origin). own_voice: article ids
    that state it without saying how they know. credibility: a suggestion 1-6 with its reasons, None where not asked for.
    """

    id: str
    gist: str
    evidence: tuple[Evidence, ...]
    members: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    own_voice: tuple[str, ...]
    standing: Standing
    interested_party: bool
    stances: tuple[Stance, ...]
    credibility: int | None
    reasons: tuple[str, ...]
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two claims, or two values of one, that do not go together. left, right: the words that differ."""

    claim_ids: tuple[str, ...]
    kind: ConflictKind
    reading: ConflictReading
    left: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Something announced. due: ISO 8601 prefix, None where no day was said. settled_by: id of the claim that did."""

    id: str
    gist: str
    due: str | None
    status: ExpectationStatus
    evidence: tuple[Evidence, ...]
    settled_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """What the pages themselves leave open. settled_by: id of the claim that answered it later."""

    id: str
    gist: str
    status: Literal["open", "answered"]
    evidence: tuple[Evidence, ...]
    settled_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """What is said to have happened, or to be due, in [begin, end] (ISO 8601, both included)."""

    begin: str
    end: str
    gist: str
    evidence: tuple[Evidence, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionRow:
    """One kind of act between two actors on a day, with its PLOVER score and every event that tells it."""

    category: Category
    modes: tuple[str, ...]
    score: float
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """PLOVER scores between two actors on a day, -10 (assault) to +10 (aid): score is the mean of its rows, total their sum."""

    day: str
    actors: tuple[str, str]
    score: float
    event_ids: tuple[str, ...]
    total: float = 0.0
    rows: tuple[TensionRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A sentence of the story's articles that no line of the brief carries, and why."""

    evidence: Evidence
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the record rests on. outlets: names; articles, copies, cards: counts, equal to the rows that back them."""

    outlets: tuple[str, ...]
    articles: int
    copies: int
    cards: int
    refusals: tuple[Refusal, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the brief. carried_by: pages that carry it. traced_to: origins it is traced to, None where unstated.

    Raises LineWithoutEvidence where nobody could check it.
    """

    id: str
    section: Section
    kind: LineKind
    text: str
    evidence: tuple[Evidence, ...]
    claim_ids: tuple[str, ...]
    carried_by: int
    traced_to: int | None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise LineWithoutEvidence(f"line {self.id} ({self.section}) has no evidence: {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands on an original page beside evidence from its translation.

    original: words of the original page. basis: "position" for the block at the same place of the article, "headline"
    where the blocks of the two pages do not pair off and only their headlines can be set side by side.
    """

    evidence: Evidence
    original: Evidence
    basis: BesideBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The page that a page of the story is a translation of, where it was given. page_id: of the translation.

    report: what was read of the original, which is no article of the story. beside: for evidence of the brief's lines.
    """

    page_id: str
    report: Report
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The record of one story. as_of: latest creation day of its articles unless given; None where all are unknown.

    corrections: a person's corrections that were applied, in their own words, so that each can be undone.
    originals: of the story's translations; a translation whose original was not given has a Refusal instead.
    merges: records and words taken for one person or body, or kept apart, that somebody may see otherwise, each with the
    row of a corrections file that undoes it.
    """

    schema: str
    id: str
    title: str
    as_of: str | None
    reports: tuple[Report, ...]
    set_aside: tuple[SetAside, ...]
    syndications: tuple[Syndication, ...]
    renderings: tuple[Rendering, ...]
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]
    expectations: tuple[Expectation, ...]
    questions: tuple[OpenQuestion, ...]
    timeline: tuple[TimelineEntry, ...]
    tension: tuple[Tension, ...]
    brief: tuple[Line, ...]
    coverage: Coverage
    corrections: tuple[str, ...] = ()
    originals: tuple[Original, ...] = ()
    merges: tuple[Merge, ...] = ()
