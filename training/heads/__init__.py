"""Heads of labels for words, one file for those that are trained together: what they learn from.

`python -m training.head NAME GOLD WEIGHTS` trains them. A module here has HEADS, each head's labels in order;
`read_examples(gold, without_gum=...)`, sentences as words with what is written of each for each head; and
`find_allowed(head, written)`, the labels that a written one allows (nothing where nobody said).
"""
