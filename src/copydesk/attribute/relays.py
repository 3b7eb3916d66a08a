"""The chain from a speaker to the page: who passed the words on, in order, the page itself last."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.media import is_agency, passage_words
from copydesk.attribute.passage import Passage
from copydesk.attribute.setting import venue_heads
from copydesk.attribute.speakers import find_agent, find_subject, is_passive
from copydesk.attribute.who import Directory, Speaker
from copydesk.record import Article, Relay, Span

THIS_PAGE = "this page"
_CARRYING = frozenset({
    "report", "carry", "publish", "quote", "cite", "release", "see", "obtain", "issue", "review", "broadcast", "air",
    "distribute", "circulate", "relay", "print", "read", "leak", "share", "post",
    "monitor", "hear", "record", "intercept", "verify", "translate", "seize", "file", "show", "sign",
})
_GIVING = frozenset({"leak", "give", "send", "pass", "hand", "provide", "supply"})
_TALKING = frozenset({"speak", "talk", "write"})
_SECOND = frozenset({"conj", "advcl", "parataxis", "acl"})
_OWN = frozenset({"this", "our", "my"})
_IN = frozenset({"in", "by", "from", "on", "to"})
_KIND_OF_RELAY = {
    "outlet": "outlet", "document": "document", "person": "person", "anonymous": "person", "experts": "person",
    "group": "person", "state": "organisation", "organisation": "organisation", "unspecified": "person",
}


def page_relays(article: Article) -> tuple[Relay, ...]:
    """The last hands of every chain: the wire whose copy it is, where the page says so, then the page."""
    page = Relay(name=article.outlet or THIS_PAGE, kind="page", evidence="explicit", span=None)
    if article.wire and article.wire != article.outlet:
        return Relay(name=article.wire, kind="wire", evidence="explicit", span=None), page
    return (page,)


def own_relays(passage: Passage, draft: Draft, directory: Directory) -> tuple[Relay, ...]:
    """Hands named in the attribution itself: who carried the speaker's document, what it was said in, who was told."""
    relays = [*_carriers(passage, draft.speaker, directory), *_addressed(passage, draft, directory)]
    for head in venue_heads(passage, draft, directory):
        kind = directory.world.cues.venues[passage.tokens[head].lemma.lower()]
        if is_outlet(directory, head) and passage.tokens[head].tag == "PROPN":
            relays.append(_relay(directory, head, "outlet"))
        elif kind in ("document", "medium"):
            relays.append(_relay(directory, head, "document" if kind == "document" else "media"))
        relays += _carriers(passage, head, directory)
        relays += [
            _relay(directory, below, "outlet") for below in passage.children[head] if is_outlet(directory, below)
        ]
    governor = passage.tokens[draft.head].head
    if passage.tokens[governor].lemma.lower() in _CARRYING and is_passive(passage, governor) and governor != draft.head:
        agent = find_agent(passage, draft.head) or find_agent(passage, governor)
        if agent is not None:
            relays.append(_relay(directory, agent, None))
    elif passage.tokens[governor].lemma in ("quote", "cite") and passage.child(governor, "obj") == draft.speaker is not None:
        carrier = find_subject(passage, governor)
        if carrier is not None:
            relays.append(_relay(directory, carrier, None))
    if draft.addressee is not None and is_outlet(directory, draft.addressee):
        relays.append(_relay(directory, draft.addressee, "outlet"))
    relays += [_relay(directory, hand, None) for hand in draft.hands]
    return tuple(dict.fromkeys(relays))


def _addressed(passage: Passage, draft: Draft, directory: Directory) -> list[Relay]:
    """The outlet that a speaker is told to speak to: "the envoy, speaking to Radio X, said ..."."""
    tops = (draft.speaker, draft.head) if draft.speaker is not None else ()
    speaking = [
        below for top in tops for below in passage.children[top]
        if passage.relation(below) in ("acl", "advcl") and passage.tokens[below].lemma.lower() in _TALKING
    ]
    return [
        _relay(directory, outlet, "outlet") for below in speaking for outlet in passage.children[below]
        if passage.relation(outlet) == "obl" and _case(passage, outlet) in ("to", "with") and is_outlet(directory, outlet)
    ]


def share_hands(passage: Passage, drafts: list[Draft], own: list[tuple[Relay, ...]]) -> list[tuple[Relay, ...]]:
    """The hands of each draft; a second cue of one speaker has those of the first: "told the Post it was shut, adding that"."""
    shared = list(own)
    for number, draft in enumerate(drafts):
        if own[number] or draft.speaker is None or draft.row is None or passage.relation(draft.head) not in _SECOND:
            continue
        before = [
            place for place, first in enumerate(drafts)
            if first.speaker == draft.speaker and first.cue and draft.cue and first.cue < draft.cue and own[place]
            and passage.sentence_of[first.head] == passage.sentence_of[draft.head]
        ]
        if before:
            shared[number] = own[before[-1]]
    return shared


def _carriers(passage: Passage, noun: int | None, directory: Directory) -> list[Relay]:
    """Agents and receivers of participles on a noun ("a memo leaked to Reuters"), papers it is in ("a report in the Post")."""
    relays: list[Relay] = []
    if noun is None:
        return relays
    papers = directory.world.cues.kinds.get(passage.tokens[noun].lemma.lower()) == "document"
    for below in passage.children[noun]:
        if papers and passage.relation(below) == "nmod" and _case(passage, below) in _IN and is_outlet(directory, below):
            relays.append(_relay(directory, below, "outlet"))  # "a report in the Post"
        if passage.relation(below) == "acl":
            joined = [b for b in passage.children[below] if passage.relation(b) == "conj"]  # "aired by X and shared by Y"
            relays += [hand for part in (below, *joined) for hand in _passing(passage, part, directory)]
    return relays


def _passing(passage: Passage, participle: int, directory: Directory) -> list[Relay]:
    """Who published, leaked or was given what a participle stands on."""
    if passage.tokens[participle].lemma.lower() not in _CARRYING | _GIVING:
        return []
    agent = find_agent(passage, participle) or _receiver(passage, participle, directory)
    return [] if agent is None else [_relay(directory, agent, "outlet" if is_outlet(directory, agent) else None)]


def _receiver(passage: Passage, participle: int, directory: Directory) -> int | None:
    """The outlet that a document was leaked or given to."""
    for below in passage.children[participle]:
        case = passage.child(below, "case")
        if case is not None and passage.tokens[case].lemma == "to" and is_outlet(directory, below):
            return below
    return None


def _case(passage: Passage, index: int) -> str:
    case = passage.child(index, "case")
    return passage.tokens[case].lemma.lower() if case is not None else ""


def relay_of(speaker: Speaker, directory: Directory) -> Relay | None:
    """A speaker as a relay of what stands inside its statement."""
    ref = speaker.ref
    if ref is None or ref.name is None:
        return None
    return Relay(name=ref.name, kind=_kind(speaker.kind, ref.name, directory), evidence="explicit", span=ref.span)


def _relay(directory: Directory, head: int, kind: str | None) -> Relay:
    ref = directory.ref(head)
    name = ref.name or ""
    if kind in (None, "outlet"):
        kind = _kind(directory.speaker(head).kind, name, directory)
        if kind == "outlet" and is_agency(passage_words(directory.passage, head)):
            kind = "wire"
    return Relay(name=name, kind=kind or "person", evidence="explicit", span=ref.span)


def _kind(kind: str, name: str, directory: Directory) -> str:
    outlet = directory.world.outlets.find(name)
    if outlet is not None and not outlet.is_official:
        return "wire" if outlet.is_wire else "outlet"
    if kind == "outlet":
        named = any(word[0].isupper() and word.lower() not in directory.world.cues.kinds for word in name.split())
        return "outlet" if named else "media"
    return _KIND_OF_RELAY[kind]


def is_outlet(directory: Directory, head: int) -> bool:
    """Whether a phrase names an outlet, known or not ("Radio X", "the X Post"), or media without a name ("local media").

    "This newspaper" is the page itself, no outlet before it.
    """
    passage = directory.passage
    owner = passage.child(head, "det", "nmod:poss")
    if owner is not None and passage.tokens[owner].lemma.lower() in _OWN:
        return False
    speaker = directory.speaker(head)
    name = speaker.ref.name if speaker.ref else None
    return speaker.kind == "outlet" or bool(name and directory.world.outlets.find_plain(name))


def span_of(draft: Draft) -> Span:
    """The whole attribution."""
    return Span(start=draft.start, end=draft.end)
