"""To whom, where and when a thing was said."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import phrase
from copydesk.attribute.who import Directory
from copydesk.record import Article, Ref, SaidOn, Span, TimeExpression, Utterance

_PLACING = frozenset({"in", "at", "during", "on", "via", "through", "over", "by", "before"})
_SPEAKING = frozenset({"speak", "talk", "write", "appear"})
_CLOSING = frozenset({"parenthetical", "interrupting", "beside-quotation", "clause"})


_OF_THE_DAY = frozenset({
    "report", "statement", "bulletin", "communique", "communiqué", "tweet", "post", "release", "readout",
    "announcement", "alert", "forecast", "poll", "survey", "notice", "advisory", "dispatch", "story", "article",
    "editorial", "headline", "message", "broadcast", "ruling", "verdict", "figure", "data", "estimate", "study",
    "analysis", "review", "filing", "order", "warning", "website", "video", "footage", "transcript", "speech", "update",
    "account", "assessment", "judgment", "finding", "letter",
})
_LABELLED = frozenset({"colon", "dash", "headline-tail"})  # "Governor Ida Holm on Telegram: ..."


def find_addressee(passage: Passage, draft: Draft, directory: Directory) -> Ref | None:
    """Who heard it ("told reporters", "warned Ankara"), None where the text does not say."""
    if draft.addressee is not None and _outside(passage, draft, draft.addressee):
        return directory.ref(draft.addressee)
    return None


def find_venue(passage: Passage, draft: Draft, directory: Directory) -> Ref | None:
    """The occasion, document or medium of an utterance ("at a briefing", "in a letter", "on state television")."""
    for head in venue_heads(passage, draft, directory):
        start, end = phrase(passage, head)
        return Ref(span=Span(start=start, end=end), entity_id=None, name=passage.text[start:end])
    return None


def venue_heads(passage: Passage, draft: Draft, directory: Directory) -> Iterator[int]:
    """Head tokens of phrases that say where or in what the words were spoken."""
    for top in _cue_tops(passage, draft):
        for below in passage.children[top]:
            if passage.relation(below) not in ("obl", "nmod", "appos") or not _outside(passage, draft, below):
                continue
            kind = directory.world.cues.venues.get(passage.tokens[below].lemma.lower())
            if passage.relation(below) == "appos":  # "Taras Holm, Telegram"
                if kind == "medium" and top == draft.speaker:
                    yield below
                continue
            case = passage.child(below, "case")
            word = passage.tokens[case].lemma.lower() if case is not None else ""
            if word in _PLACING and kind is not None:
                yield below


def _cue_tops(passage: Passage, draft: Draft) -> list[int]:
    """The cue, the verb that governs it ("went on television to say") and one that sets it ("speaking on local radio")."""
    if draft.row is None:
        return [draft.speaker] if draft.rule in _LABELLED and draft.speaker is not None else []
    tops = [draft.head]
    token = passage.tokens[draft.head]
    own_subject = token.relation == "conj" and passage.child(draft.head, "nsubj") is not None
    if token.relation in ("xcomp", "advcl", "conj") and token.head != draft.head and not own_subject:
        tops.append(token.head)
    beside = [*passage.children[draft.head], *(passage.children[draft.speaker] if draft.speaker is not None else ())]
    return tops + [
        below for below in beside if passage.relation(below) in ("advcl", "acl") and passage.tokens[below].fine == "VBG"
        and passage.tokens[below].lemma in _SPEAKING and _outside(passage, draft, below)
    ]


def find_said_on(
    passage: Passage, draft: Draft, times: tuple[TimeExpression, ...], article: Article, utterance: Utterance, *,
    directory: Directory,
) -> SaidOn | None:
    """When it was said: the day beside the cue (basis stated), else the creation day for speech that was made."""
    if draft.said is not None:
        return SaidOn(value=draft.said.value, begin=draft.said.begin, end=draft.said.end, basis="stated")
    tops = set(_cue_tops(passage, draft))
    for time in times:
        if time.type not in ("DATE", "TIME") or time.begin is None:
            continue
        if utterance == "made" and article.created and time.begin > article.created:
            continue  # speech that was made is not of a later day
        first = passage.token_at(time.span.start)
        if first < 0 or not _outside(passage, draft, first):
            continue
        if _hangs_on(passage, first, time, tops) or _closes(passage, draft, first):
            return SaidOn(value=time.value, begin=time.begin, end=time.end, basis="stated")
    if utterance == "made" and article.created and not _is_undated(draft) and not _stands(passage, draft, directory):
        return SaidOn(value=article.created[:10], begin=article.created[:10], end=article.created[:10], basis="created")
    return None


def _is_undated(draft: Draft) -> bool:
    """Whether words are told by a noun of saying, which tells no day: "the claim that ...", "her plea for ..."."""
    return draft.rule.startswith("noun-") and draft.rule != "noun-quotation"


def _stands(passage: Passage, draft: Draft, directory: Directory) -> bool:
    """Whether a paper of no known day speaks: a register, a treaty, a sticker; reports and bulletins are of their day."""
    if draft.speaker is None or directory.speaker(draft.speaker).kind != "document":
        return False
    return passage.tokens[draft.speaker].lemma.lower() not in _OF_THE_DAY


def take_days(passage: Passage, drafts: list[Draft], times: tuple[TimeExpression, ...]) -> None:
    """Move a day that stands between a cue and its clause ("said on Monday it was ready") from the content to the cue."""
    days = {time.span.start: time for time in times if time.type == "DATE" and time.begin is not None}
    for draft in drafts:
        if draft.rule != "clause" or draft.cue is None or not 0 < draft.content[0][0] - draft.cue[1] <= 2:
            continue
        first = passage.token_at(draft.content[0][0])
        at = first + (passage.tokens[first].tag == "ADP")
        time = days.get(passage.tokens[at].start) if at < len(passage.tokens) else None
        if time is None or passage.text[time.span.end:time.span.end + 1] == ",":
            continue
        rest = passage.trim((time.span.end, draft.content[0][1]))
        if rest[1] - rest[0] > 3:
            draft.content[0], draft.said = rest, time


def _hangs_on(passage: Passage, first: int, time: TimeExpression, tops: set[int]) -> bool:
    """Whether a time's phrase depends on the cue directly, or through another phrase of it."""
    last = passage.token_at(time.span.end - 1)
    for index in range(first, last + 1):
        head = passage.tokens[index].head
        if head in tops:
            return True
        if not first <= head <= last and passage.relation(head) in ("obl", "obj", "nmod") and passage.tokens[head].head in tops:
            return True
    return False


def _closes(passage: Passage, draft: Draft, first: int) -> bool:
    """Whether a time stands behind a cue that stands behind what is said: "..., the mayor told staff in Sarn on Monday"."""
    if draft.cue is None or draft.rule not in _CLOSING or passage.sentence_of[first] != passage.sentence_of[draft.head]:
        return False
    if first < draft.head or draft.content[0][0] > draft.cue[0] or passage.is_parted(draft.cue[0], passage.tokens[first].start):
        return False
    return all(passage.tokens[i].tag != "VERB" for i in range(draft.head + 1, first))


def _outside(passage: Passage, draft: Draft, index: int) -> bool:
    at = passage.tokens[index].start
    return not any(start <= at < end for start, end in draft.content)
