"""ClearNLP trees, as spaCy's own English pipelines give them, turned into Universal Dependencies.

The labels are those of ClearNLP's guidelines (Choi and Palmer 2012). Most have one counterpart in the table; a few
constructions hang otherwise: UD makes the noun head of its preposition and the predicate head of its copula, lets every
conjunct hang on the first, and puts a quotation's marks with the quotation. What is turned is a parser's guess: a tree
that fits none of the constructions keeps its shape.
"""

from __future__ import annotations

from copydesk.language.draft import Draft
from copydesk.language.labels import Labels

BY_PLACE = ("prep", "dative", "pcomp", "advmod", "prt")  # labels of a phrase whose relation depends on what it hangs on
BY_HEAD = {"npadvmod": ("nmod:unmarked", "obl:unmarked"), "relcl": ("acl:relcl", "advcl:relcl")}  # below a noun, else
PREPOSITIONAL = ("prep", "dative", "agent", "pcomp")
QUOTES = ("``", "''", '"')
SEPARATORS = (",", "(", ")", "--", "-", "–", "—", ";")


def turn_tree(draft: Draft, labels: Labels) -> None:
    """Turn one sentence; its relations are Universal Dependencies afterwards."""
    draft.relations = [labels.find_relation(label) for label in draft.labels]
    for index in draft.list_deepest_first():
        turn_preposition(draft, index)
    for index in draft.list_deepest_first():
        turn_copula(draft, index)
    move_coordinators(draft)
    flatten_conjuncts(draft)
    move_separators(draft)
    move_quotes(draft)
    for index in range(len(draft.tokens)):
        draft.relations[index] = find_relation(draft, index)
    join_fixed(draft, labels)


def turn_preposition(draft: Draft, index: int) -> None:
    """"left [after [noon]]": noon hangs on left, after marks it. A preposition without anything stays as it is."""
    found = find_complement(draft, index)
    if found is None:
        if draft.labels[index] == "prep" and draft.tokens[index].tag == "ADV":
            draft.relations[index] = "advmod"
        return
    is_clause = draft.tokens[found].tag in ("VERB", "AUX")
    relation = find_place(draft, index, is_clause=is_clause) if draft.labels[index] in BY_PLACE else None
    draft.promote(found, over=index, as_="mark" if is_clause else "case", relation=relation)


def find_complement(draft: Draft, index: int) -> int | None:
    """What a preposition governs: its object, else a clause, else the object of a second preposition below it."""
    for label in ("pobj", "pcomp", "prep", "conj"):
        if label != "pobj" and draft.labels[index] not in PREPOSITIONAL:
            return None
        for child in draft.list_children(index, label):
            if label in ("pobj", "pcomp") or draft.is_nominal(child):
                return child
    return None


def find_place(draft: Draft, index: int, *, is_clause: bool) -> str:
    """The relation of what a preposition brings: by the word that the phrase hangs on."""
    if draft.is_nominal(draft.heads[index]):
        return "acl" if is_clause else "nmod"
    return "advcl" if is_clause else "obl"


def turn_copula(draft: Draft, index: int) -> None:
    """"[he] is [president]": president takes the place of is. "there is a man": the man becomes its subject."""
    if draft.tokens[index].lemma != "be" or draft.labels[index] in ("aux", "auxpass"):
        return
    said = draft.list_children(index, "attr", "acomp")
    if any(draft.tokens[child].fine == "EX" for child in draft.list_children(index, "expl")):
        for child in said:
            draft.labels[child] = draft.relations[child] = "nsubj"
        return
    found = next((child for child in said if child > index), said[0] if said else find_whereabouts(draft, index))
    if found is not None:
        draft.promote(found, over=index, as_="cop")


def find_whereabouts(draft: Draft, index: int) -> int | None:
    """The phrase right after a form of be that says where or of what somebody is: "is in Paris", "is of no use"."""
    for child in draft.list_children(index, "prep"):
        begun = draft.list_subtree(child)[0]
        between = range(index + 1, begun)
        if begun > index and all(draft.labels[each] in ("neg", "advmod") for each in between):
            return child
    return None


def move_coordinators(draft: Draft) -> None:
    """Let "and" hang on the conjunct that follows it."""
    for index, label in enumerate(draft.labels):
        if label == "cc":
            head = draft.heads[index]
            draft.heads[index] = next((child for child in draft.list_children(head, "conj") if child > index), head)


def flatten_conjuncts(draft: Draft) -> None:
    """"A, B and C": B and C both hang on A."""
    for index, label in enumerate(draft.labels):
        while label == "conj" and draft.labels[draft.heads[index]] == "conj":
            draft.heads[index] = draft.heads[draft.heads[index]]


def move_separators(draft: Draft) -> None:
    """Let commas, brackets and dashes hang on the phrase that they set off from its head, not on the head."""
    for index, token in enumerate(draft.tokens):
        if token.text in SEPARATORS and draft.labels[index] == "punct" and is_leaf(draft, index):
            draft.heads[index] = find_set_off(draft, index)


def find_set_off(draft: Draft, index: int) -> int:
    """The phrase that a mark opens or closes: one after its head begins behind it or ends before it, one before ends there."""
    head = draft.heads[index]
    for child in draft.list_children(head):
        if draft.labels[child] in ("punct", "cc"):
            continue
        words = draft.list_subtree(child)
        opens = words[0] == index + 1 and child > head
        is_begun = is_separator(draft, words[0]) or is_separator(draft, words[0] - 1)
        closes = words[-1] == index - 1 and (child < head or is_begun)
        if opens or closes:
            return child
    return head


def is_separator(draft: Draft, index: int) -> bool:
    """Whether a comma, bracket or dash stands there."""
    return index >= 0 and draft.tokens[index].text in SEPARATORS


def move_quotes(draft: Draft) -> None:
    """Let a pair of quotation marks hang on the one word whose whole phrase they enclose."""
    marks = [index for index, token in enumerate(draft.tokens) if token.fine in QUOTES and is_leaf(draft, index)]
    for opening, closing in zip(marks[::2], marks[1::2], strict=False):
        inside = range(opening + 1, closing)
        tops = {index for index in inside if draft.heads[index] not in inside or draft.heads[index] == index}
        words = [index for index in tops if draft.labels[index] != "punct"]
        if len(words) == 1 and all(index in inside for index in draft.list_subtree(words[0])):
            for index in (*(tops - set(words)), opening, closing):
                draft.heads[index] = words[0]


def is_leaf(draft: Draft, index: int) -> bool:
    """Whether nothing hangs on a token."""
    return index not in (head for child, head in enumerate(draft.heads) if child != index)


def find_relation(draft: Draft, index: int) -> str:
    """The relation of a token in the turned tree, where its label alone does not say it."""
    label, head = draft.labels[index], draft.heads[index]
    if head == index:
        return "root"
    if label in BY_HEAD:
        return BY_HEAD[label][0 if draft.is_nominal(head) else 1]
    if label == "aux" and draft.tokens[index].fine == "TO":
        return "mark"
    is_compound = label == "nmod" and index < head and draft.is_nominal(head) and draft.is_nominal(index)
    return "compound" if is_compound else draft.relations[index]


def join_fixed(draft: Draft, labels: Labels) -> None:
    """"according to", "because of": the second word is a fixed part of the first, which marks the noun."""
    lowered = [token.text.lower() for token in draft.tokens]
    for index in range(len(lowered) - 1):
        after = index + 1
        is_pair = draft.heads[index] == draft.heads[after] and is_leaf(draft, index) and is_leaf(draft, after)
        if is_pair and (lowered[index], lowered[after]) in labels.fixed:
            draft.heads[after], draft.relations[after] = index, "fixed"
            draft.relations[index] = draft.relations[index] if draft.relations[index] == "mark" else "case"


def flatten_person(draft: Draft, first: int, last: int) -> None:
    """Let a person's name hang on its first word, as in Universal Dependencies: Obama is `flat` below Barack.

    Nothing is changed where the words of the name are not all compounds of its last.
    """
    head = last - 1
    before = range(first, head)
    if not before or any(draft.heads[index] != head or draft.relations[index] != "compound" for index in before):
        return
    draft.promote(first, over=head, as_="flat")
    for index in range(first + 1, head):
        draft.relations[index] = "flat"
