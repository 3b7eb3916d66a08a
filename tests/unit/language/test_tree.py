"""Walking trees: phrases, conjuncts, negation, who does what to whom. Trees are written out, no model is needed."""

from __future__ import annotations

from copydesk.language import clause, tree
from copydesk.language.reader import find_children
from copydesk.record import Name, Reading, Sentence, Span, Token


def build(*rows: str) -> Reading:
    """A Reading of one sentence from rows "word tag fine head relation", heads counted from 1, 0 the root."""
    tokens: list[Token] = []
    place = 0
    for index, row in enumerate(rows):
        text, tag, fine, head, relation = row.split()
        at = int(head) - 1 if head != "0" else index
        tokens.append(
            Token(start=place, end=place + len(text), text=text, lemma=text.lower(), tag=tag, fine=fine, head=at,
                  relation=relation)
        )  # fmt: skip
        place += len(text) + 1
    root = next(index for index, token in enumerate(tokens) if token.head == index)
    sentence = Sentence(start=0, end=tokens[-1].end, first=0, last=len(tokens), root=root)
    name = Name(start=tokens[0].start, end=tokens[0].end, first=0, last=1, label="place")
    return Reading(page_id="p", article_id="a", tokens=tuple(tokens), sentences=(sentence,), names=(name,),
                   children=find_children(tokens))  # fmt: skip


def say(reading: Reading, span: Span) -> str:
    """The words of a span."""
    return " ".join(token.text for token in reading.tokens if span.start <= token.start and token.end <= span.end)


PASSIVE = build(
    "Rebels NOUN NNS 3 nsubj:pass", "were AUX VBD 3 aux:pass", "driven VERB VBN 0 root", "out ADV RB 3 advmod",
    "by ADP IN 6 case", "troops NOUN NNS 3 obl:agent", "and CCONJ CC 8 cc", "fled VERB VBD 3 conj",
)  # fmt: skip
CONTROL = build(
    "Mali PROPN NNP 2 nsubj", "asked VERB VBD 0 root", "the DET DT 4 det", "envoys NOUN NNS 2 obj", "of ADP IN 7 case",
    "both DET DT 7 det", "sides NOUN NNS 4 nmod", "to PART TO 9 mark", "leave VERB VB 2 xcomp",
)  # fmt: skip
RELATIVE = build(
    "The DET DT 2 det", "guards NOUN NNS 7 nsubj", "who PRON WP 4 nsubj", "shot VERB VBD 2 acl:relcl",
    "demonstrators NOUN NNS 4 obj", "never ADV RB 7 advmod", "appeared VERB VBD 0 root",
)  # fmt: skip


def test_a_passive_is_undone() -> None:
    """The by-phrase acts, the subject is acted upon; a conjunct in the active keeps the subject as its actor."""
    assert clause.is_passive(PASSIVE, 2)
    assert (clause.find_agent(PASSIVE, 2), clause.find_patient(PASSIVE, 2)) == (5, 0)
    assert not clause.is_passive(PASSIVE, 7)
    assert clause.find_agent(PASSIVE, 7) == 0


def test_an_object_controls_the_open_complement() -> None:
    """Who is asked to leave is the one to leave."""
    assert clause.find_subject(CONTROL, 8) == 3
    assert clause.find_subject(CONTROL, 1) == 0


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    """The guards shot, not "who"."""
    assert clause.find_subject(RELATIVE, 3) == 1
    assert clause.find_object(RELATIVE, 3) == 4


def test_negation_is_seen_at_its_own_verb_only() -> None:
    """They never appeared, but they did shoot."""
    assert tree.is_negated(RELATIVE, 6)
    assert not tree.is_negated(RELATIVE, 3)


def test_a_phrase_keeps_its_of_and_leaves_its_clause() -> None:
    """The largest noun phrase has its prepositional phrases but neither a relative clause nor its own preposition."""
    assert say(CONTROL, tree.find_phrase(CONTROL, 3)) == "the envoys of both sides"
    assert say(RELATIVE, tree.find_phrase(RELATIVE, 0)) == "The guards"
    assert say(CONTROL, tree.find_phrase(CONTROL, 6)) == "both sides"


def test_subtrees_and_paths() -> None:
    """A subtree is all below a token; the path leads to the root; the verb above is the nearest."""
    assert tree.list_subtree(RELATIVE, 1) == (0, 1, 2, 3, 4)
    assert tree.list_subtree(RELATIVE, 1, without=("acl",)) == (0, 1)
    assert tree.list_path(RELATIVE, 4) == (3, 1, 6)
    assert tree.find_verb_above(RELATIVE, 4) == 3
    assert tree.find_verb_above(RELATIVE, 6) is None
    assert tree.list_conjuncts(PASSIVE, 7) == (2, 7)


def test_a_span_lists_the_tokens_inside_it() -> None:
    """Only tokens that lie wholly inside count."""
    assert tree.list_tokens(PASSIVE, Span(start=1, end=18)) == (1, 2)
    assert tree.list_tokens(PASSIVE, Span(start=0, end=0)) == ()


def test_names_and_sentences_are_found_by_token() -> None:
    """A token leads to its name, if it is part of one, and to its sentence."""
    assert tree.find_name(CONTROL, 0) == CONTROL.names[0]
    assert tree.find_name(CONTROL, 1) is None
    assert tree.find_sentence(CONTROL, 8) == CONTROL.sentences[0]
