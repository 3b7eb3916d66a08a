"""Trees mended around a cue: what is put right, and that a tree stays a tree."""

from copydesk.attribute.mending import mend_subjects
from copydesk.lexicon import load_world
from copydesk.record import Token

# "..., officials briefed said.": form, tag, fine tag, relation, head
RINGED = (
    ("Boats", "NOUN", "NNS", "nsubj", 1), ("sank", "VERB", "VBD", "root", 1), (",", "PUNCT", ",", "punct", 1),
    ("officials", "NOUN", "NNS", "nsubj", 4), ("briefed", "VERB", "VBD", "parataxis", 1), ("said", "VERB", "VBD", "xcomp", 4),
    (".", "PUNCT", ".", "punct", 1),
)


def make_tokens() -> tuple[Token, ...]:
    """Tokens of the table above; the cue hangs below the participle of its own subject."""
    found, at = [], 0
    for form, tag, fine, relation, head in RINGED:
        lemma = {"said": "say", "briefed": "brief", "sank": "sink"}.get(form, form)
        found.append(Token(
            start=at, end=at + len(form), text=form, lemma=lemma, tag=tag, fine=fine, relation=relation, head=head,
        ))
        at += len(form) + 1
    return tuple(found)


def test_a_mended_tree_has_no_ring() -> None:
    """From every token the heads lead to a root, also where a cue hangs below the word that a mend would hang on it."""
    tokens = make_tokens()
    mended = mend_subjects(tokens, frozenset({len(tokens) - 1}), load_world().cues)
    for index in range(len(mended)):
        seen: set[int] = set()
        while mended[index].head != index:
            assert index not in seen, [token.head for token in mended]
            seen.add(index)
            index = mended[index].head  # noqa: PLW2901
