"""Trees written by hand in ClearNLP's labels, one word a line: word, universal tag, Penn tag, label, head's number."""

from __future__ import annotations

from copydesk.language.draft import Draft
from copydesk.language.lemmas import Lemmatiser
from copydesk.record import Token


def write_draft(rows: str) -> Draft:
    """A draft of such rows; heads count from 1, 0 is the root."""
    cells = [row.split() for row in rows.strip().splitlines()]
    lemmatiser, tokens, start = Lemmatiser({}), [], 0
    for word, tag, fine, _, _ in cells:
        lemma = lemmatiser.find(word, tag, fine)
        tokens.append(
            Token(start=start, end=start + len(word), text=word, lemma=lemma, tag=tag, fine=fine, head=0, relation="")
        )
        start += len(word) + 1
    heads = [int(row[4]) - 1 if row[4] != "0" else index for index, row in enumerate(cells)]
    return Draft(tokens, heads, [row[3].lower() for row in cells])


def list_arcs(draft: Draft) -> dict[str, str]:
    """word -> "relation head" of a turned tree, "root" for its root. Words of a test sentence differ."""
    return {
        token.text: "root" if head == index else f"{draft.relations[index]} {draft.tokens[head].text}"
        for index, (token, head) in enumerate(zip(draft.tokens, draft.heads, strict=True))
    }
