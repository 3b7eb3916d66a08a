"""The lemmas that no rule gives: learned from training trees, kept as a small table beside the weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from copydesk.language.lemmas import Lemmatiser, is_kept
from training.examples import Example


def learn_lemmas(examples: Sequence[Example]) -> dict[tuple[str, str], str]:
    """(form, fine tag) -> lemma, where most training words of that form have another lemma than the rules give."""
    rules = Lemmatiser({})
    counts: dict[tuple[str, str], Counter[str]] = {}
    plain: dict[tuple[str, str], str] = {}
    for example in examples:
        for word, tag, fine, lemma in zip(example.words, example.tags, example.fine, example.lemmas, strict=False):
            if lemma != "_" and tag not in ("SYM", "X") and not any(letter.isdigit() for letter in word):
                form = (word if is_kept(tag, fine) else word.lower().replace("’", "'").replace("`", "'"), fine)
                counts.setdefault(form, Counter())[lemma] += 1
                plain[form] = rules.find(word, tag, fine)
    best = {form: found.most_common(1)[0][0] for form, found in sorted(counts.items())}
    return {form: lemma for form, lemma in best.items() if lemma != plain[form] and "\t" not in lemma}


def write_lemmas(learned: dict[tuple[str, str], str], path: Path) -> None:
    """One row a form: form, fine tag, lemma."""
    rows = (f"{form}\t{fine}\t{lemma}\n" for (form, fine), lemma in sorted(learned.items()))
    path.write_text("".join(rows), encoding="utf-8")
