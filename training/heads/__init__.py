"""Heads of labels for words, one file each: what they learn from. `python -m training.head NAME GOLD WEIGHTS` trains one.

A module here has LABELS, the labels in order; `read_examples(gold)`, sentences as words with what is written of each; and
`find_allowed(written)`, the labels that a written one allows ("" where nobody said).
"""
