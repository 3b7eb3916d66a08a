"""What a wording does where its cue alone does not say: questions put, orders told, claims turned down, answers not given."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.record import Act

_ASKING = frozenset({"ask", "inquire", "enquire", "wonder", "query", "question", "press", "quiz", "demand", "want"})
_ANSWERING = frozenset({
    "comment", "answer", "reply", "respond", "elaborate", "discuss", "explain", "speak", "talk", "specify", "identify", "name",
})
_CLAIMS = frozenset({
    "claim", "allegation", "accusation", "charge", "report", "suggestion", "insinuation", "rumour", "rumor", "talk", "notion",
    "assertion", "story", "account", "criticism",
})
_WH = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how", "whether", "if"})
_STOPS = ".?!"
_CLOSING = "\"'”’»"


def find_act(passage: Passage, draft: Draft, *, negated: bool) -> Act:
    """The act of a draft: that of its rule, else of its wording, else of its cue."""
    if draft.act is not None:
        return draft.act
    row = draft.row
    lemma, act = (row.lemma, row.act) if row else ("", None)
    if _asks(passage, draft, lemma):
        return "open_question"
    quoted = bool(draft.quotations) or draft.rule in ("colon", "turn")
    if (lemma == "tell" and draft.rule == "infinitive") or (act is None and quoted and _orders(passage, draft)):
        return "directive"
    if lemma in ("reject", "dismiss") and draft.rule in ("object", "named-as") and _is_claim(passage, draft):
        return "denial"
    return act or ("silence" if negated and lemma in _ANSWERING else "statement")


def opens_question(passage: Passage, start: int) -> bool:
    """Whether the words from an offset on are a question: "how many", "whether", "on what"."""
    first = passage.token_at(start)
    words = [passage.tokens[i].text.lower() for i in range(first, min(first + 2, len(passage.tokens)))]
    return any(word in _WH for word in words)


def _asks(passage: Passage, draft: Draft, lemma: str) -> bool:
    """Whether a question is put: "asked whether ...", or a quotation that is one question."""
    if lemma in _ASKING and draft.rule in ("clause", "parenthetical", "interrupting", "infinitive"):
        asked = opens_question(passage, draft.content[0][0]) or passage.text[:draft.content[-1][1]].rstrip(_CLOSING)[-1:] == "?"
        return asked and (lemma != "want" or draft.rule == "infinitive")
    if (not draft.quotations and draft.rule != "turn") or (draft.row and draft.row.act and lemma not in _ASKING):
        return False
    words = passage.text[draft.content[0][0]:draft.content[-1][1]].rstrip(_CLOSING)
    return words.endswith("?") and len(draft.content) == 1 and not any(stop in words[:-1] for stop in _STOPS)


def _orders(passage: Passage, draft: Draft) -> bool:
    """Whether the words open with an imperative: "Turn that off", "Do not drive through water"."""
    first = passage.token_at(draft.content[0][0])
    while first < len(passage.tokens) - 1 and passage.tokens[first].tag == "PUNCT":
        first += 1
    token = passage.tokens[first]
    if token.lemma.lower() in ("do", "don't") and token.tag == "AUX" and passage.child(token.head, "nsubj") is None:
        return passage.tokens[token.head].fine == "VB" and token.head > first
    return token.fine == "VB" and token.tag == "VERB" and passage.child(first, "nsubj", "nsubj:pass", "aux", "mark") is None


def _is_claim(passage: Passage, draft: Draft) -> bool:
    """Whether the object of a cue is a claim, which is denied, rather than a plan or a demand, which is refused."""
    below = passage.child(draft.head, "obj", "nsubj:pass")
    return below is not None and passage.tokens[below].lemma.lower() in _CLAIMS
