"""ClearNLP trees become Universal Dependencies: expected arcs written out by hand for one sentence a construction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.clearnlp import flatten_person, turn_tree
from copydesk.language.draft import Draft, cut_draft
from copydesk.language.labels import load_labels
from copydesk.record import Token
from tests.unit.language.drafts import list_arcs, write_draft


def turn(rows: str) -> dict[str, str]:
    draft = write_draft(rows)
    turn_tree(draft, load_labels())
    return list_arcs(draft)


def test_a_passive_with_its_agent_and_a_time() -> None:
    """The noun after a preposition hangs on the verb; auxiliaries and subjects of a passive say so."""
    assert turn("""
        Eleven NUM CD nummod 2
        miners NOUN NNS nsubjpass 4
        were AUX VBD auxpass 4
        freed VERB VBN ROOT 0
        by ADP IN agent 4
        soldiers NOUN NNS pobj 5
        on ADP IN prep 4
        Friday PROPN NNP pobj 7
        . PUNCT . punct 4
    """) == {
        "Eleven": "nummod miners", "miners": "nsubj:pass freed", "were": "aux:pass freed", "freed": "root",
        "by": "case soldiers", "soldiers": "obl:agent freed", "on": "case Friday", "Friday": "obl freed",
        ".": "punct freed",
    }


def test_nested_prepositions_below_nouns() -> None:
    """"the mouth of the river in Peru": each noun is nmod of the noun before it."""
    assert turn("""
        Boats NOUN NNS nsubj 2
        reached VERB VBD ROOT 0
        the DET DT det 4
        mouth NOUN NN dobj 2
        of ADP IN prep 4
        rivers NOUN NNS pobj 5
        in ADP IN prep 6
        Peru PROPN NNP pobj 7
    """) == {
        "Boats": "nsubj reached", "reached": "root", "the": "det mouth", "mouth": "obj reached", "of": "case rivers",
        "rivers": "nmod mouth", "in": "case Peru", "Peru": "nmod rivers",
    }


def test_a_copula_gives_its_place_to_the_predicate() -> None:
    """Subject, denial, time and stop hang on the noun or adjective that is said of somebody."""
    assert turn("""
        She PRON PRP nsubj 2
        is AUX VBZ ROOT 0
        not PART RB neg 2
        the DET DT det 5
        minister NOUN NN attr 2
        of ADP IN prep 5
        health NOUN NN pobj 6
        now ADV RB advmod 2
        . PUNCT . punct 2
    """) == {
        "She": "nsubj minister", "is": "cop minister", "not": "advmod minister", "the": "det minister",
        "minister": "root", "of": "case health", "health": "nmod minister", "now": "advmod minister", ".": "punct minister",
    }


def test_other_verbs_keep_what_they_say_of_somebody() -> None:
    """"grew worried" and "was named head": an open complement, no copula."""
    arcs = turn("""
        Villagers NOUN NNS nsubj 2
        grew VERB VBD ROOT 0
        worried ADJ JJ acomp 2
    """)
    assert arcs == {"Villagers": "nsubj grew", "grew": "root", "worried": "xcomp grew"}
    arcs = turn("""
        Okoro PROPN NNP nsubjpass 3
        was AUX VBD auxpass 3
        named VERB VBN ROOT 0
        head NOUN NN oprd 3
    """)
    assert arcs == {"Okoro": "nsubj:pass named", "was": "aux:pass named", "named": "root", "head": "xcomp named"}


def test_where_somebody_is_and_what_there_is() -> None:
    """A place right after a form of be is the predicate; with "there" the noun is the subject of be."""
    arcs = turn("""
        Envoys NOUN NNS nsubj 3
        still ADV RB advmod 3
        are AUX VBP ROOT 0
        in ADP IN prep 3
        Doha PROPN NNP pobj 4
        for ADP IN prep 3
        talks NOUN NNS pobj 6
    """)
    assert arcs == {
        "Envoys": "nsubj Doha", "still": "advmod Doha", "are": "cop Doha", "in": "case Doha", "Doha": "root",
        "for": "case talks", "talks": "obl Doha",
    }
    arcs = turn("""
        There PRON EX expl 2
        were AUX VBD ROOT 0
        floods NOUN NNS attr 2
        in ADP IN prep 2
        May PROPN NNP pobj 4
    """)
    assert arcs == {"There": "expl were", "were": "root", "floods": "nsubj were", "in": "case May", "May": "obl were"}


def test_conjuncts_hang_on_the_first() -> None:
    """A chain of three becomes two conjuncts of the first; commas and "and" hang on what follows them."""
    assert turn("""
        Ghana PROPN NNP nsubj 7
        , PUNCT , punct 1
        Togo PROPN NNP conj 1
        and CCONJ CC cc 3
        Benin PROPN NNP conj 3
        have AUX VBP aux 7
        agreed VERB VBN ROOT 0
    """) == {
        "Ghana": "nsubj agreed", ",": "punct Togo", "Togo": "conj Ghana", "and": "cc Benin", "Benin": "conj Ghana",
        "have": "aux agreed", "agreed": "root",
    }


def test_two_phrases_with_prepositions_that_are_joined() -> None:
    """"on land and at sea": sea is a conjunct of land."""
    assert turn("""
        Patrols NOUN NNS nsubj 2
        searched VERB VBD ROOT 0
        on ADP IN prep 2
        land NOUN NN pobj 3
        and CCONJ CC cc 3
        at ADP IN conj 3
        sea NOUN NN pobj 6
    """) == {
        "Patrols": "nsubj searched", "searched": "root", "on": "case land", "land": "obl searched", "and": "cc sea",
        "at": "case sea", "sea": "conj land",
    }


def test_a_clause_after_a_preposition() -> None:
    """On a verb it is adverbial, on a noun an adjectival clause; the preposition marks it."""
    arcs = turn("""
        Crews NOUN NNS nsubj 2
        left VERB VBD ROOT 0
        after ADP IN prep 2
        refusing VERB VBG pcomp 3
        to PART TO aux 6
        sail VERB VB xcomp 4
    """)
    assert arcs == {
        "Crews": "nsubj left", "left": "root", "after": "mark refusing", "refusing": "advcl left", "to": "mark sail",
        "sail": "xcomp refusing",
    }
    arcs = turn("""
        Hopes NOUN NNS nsubj 4
        of ADP IN prep 1
        winning VERB VBG pcomp 2
        faded VERB VBD ROOT 0
    """)
    assert arcs == {"Hopes": "nsubj faded", "of": "mark winning", "winning": "acl Hopes", "faded": "root"}


def test_a_copula_after_a_preposition() -> None:
    """"after being ill": ill takes the clause's place, both words before it hang on it."""
    assert turn("""
        Diallo PROPN NNP nsubj 2
        resigned VERB VBD ROOT 0
        after ADP IN prep 2
        being AUX VBG pcomp 3
        ill ADJ JJ acomp 4
    """) == {
        "Diallo": "nsubj resigned", "resigned": "root", "after": "mark ill", "being": "cop ill", "ill": "advcl resigned",
    }


def test_prepositions_of_two_words() -> None:
    """The second is a fixed part of the first where UD says so; "out of" stays two case marks."""
    arcs = turn("""
        Flights NOUN NNS nsubj 2
        stopped VERB VBD ROOT 0
        because SCONJ IN prep 2
        of ADP IN pcomp 3
        ash NOUN NN pobj 4
    """)
    assert arcs == {
        "Flights": "nsubj stopped", "stopped": "root", "because": "case ash", "of": "fixed because", "ash": "obl stopped",
    }
    arcs = turn("""
        According VERB VBG prep 5
        to ADP IN prep 1
        police NOUN NNS pobj 2
        they PRON PRP nsubj 5
        fled VERB VBD ROOT 0
        out ADP IN prep 5
        of ADP IN prep 6
        town NOUN NN pobj 7
    """)
    assert arcs == {
        "According": "case police", "to": "fixed According", "police": "obl fled", "they": "nsubj fled", "fled": "root",
        "out": "case town", "of": "case town", "town": "obl fled",
    }


def test_relative_clauses_and_possessives() -> None:
    """"the mayor's son, who lives abroad": poss is nmod:poss with its 's, relcl is acl:relcl."""
    assert turn("""
        The DET DT det 2
        mayor NOUN NN poss 4
        's PART POS case 2
        son NOUN NN nsubj 10
        , PUNCT , punct 4
        who PRON WP nsubj 7
        lives VERB VBZ relcl 4
        abroad ADV RB advmod 7
        , PUNCT , punct 4
        spoke VERB VBD ROOT 0
    """) == {
        "The": "det mayor", "mayor": "nmod:poss son", "'s": "case mayor", "son": "nsubj spoke", ",": "punct lives",
        "who": "nsubj lives", "lives": "acl:relcl son", "abroad": "advmod lives", "spoke": "root",
    }


def test_the_marks_of_a_quotation_go_with_it() -> None:
    """Marks and comma of a quoted clause hang on its verb; the verb of speech keeps the clause as ccomp."""
    draft = write_draft("""
        “ PUNCT `` punct 7
        We PRON PRP nsubj 3
        signed VERB VBD ccomp 7
        , PUNCT , punct 7
        ” PUNCT '' punct 7
        Ferrari PROPN NNP nsubj 7
        said VERB VBD ROOT 0
        . PUNCT . punct 7
    """)
    turn_tree(draft, load_labels())
    assert draft.heads == [2, 2, 6, 2, 2, 6, 6, 6]
    assert draft.relations == ["punct", "nsubj", "ccomp", "punct", "punct", "nsubj", "root", "punct"]


def test_marks_around_no_one_phrase_stay() -> None:
    """Two phrases inside one pair of marks: nothing is moved, because no one word heads what is quoted."""
    draft = write_draft("""
        They PRON PRP nsubj 2
        called VERB VBD ROOT 0
        “ PUNCT `` punct 2
        him PRON PRP dobj 2
        often ADV RB advmod 2
        ” PUNCT '' punct 2
    """)
    turn_tree(draft, load_labels())
    assert draft.heads == [1, 1, 1, 1, 1, 1]


def test_small_labels() -> None:
    """A recipient without preposition, a particle, a denial, a measure, a noun before a noun."""
    arcs = turn("""
        They PRON PRP nsubj 4
        did AUX VBD aux 4
        n't PART RB neg 4
        hand VERB VB ROOT 0
        him PRON PRP dative 4
        over ADP RP prt 4
        the DET DT det 8
        keys NOUN NNS dobj 4
        Tuesday PROPN NNP npadvmod 4
    """)
    assert arcs["n't"] == "advmod hand"
    assert arcs["him"] == "iobj hand"
    assert arcs["over"] == "compound:prt hand"
    assert arcs["Tuesday"] == "obl:unmarked hand"
    arcs = turn("""
        He PRON PRP nsubj 2
        gave VERB VBD ROOT 0
        bread NOUN NN dobj 2
        to ADP IN dative 2
        refugees NOUN NNS pobj 4
    """)
    assert arcs["refugees"] == "obl gave"
    assert arcs["to"] == "case refugees"


def test_a_person_hangs_on_the_first_name() -> None:
    """Two words before the last are flat below the first; a title that is no part of the name moves along."""
    draft = write_draft("""
        Ana PROPN NNP compound 3
        Maria PROPN NNP compound 3
        Silva PROPN NNP nsubj 4
        won VERB VBD ROOT 0
    """)
    turn_tree(draft, load_labels())
    flatten_person(draft, 0, 3)
    assert list_arcs(draft) == {"Ana": "nsubj won", "Maria": "flat Ana", "Silva": "flat Ana", "won": "root"}


LABELS = (
    "prep", "pobj", "pcomp", "agent", "attr", "acomp", "conj", "cc", "punct", "dative", "nsubj", "aux", "relcl", "poss",
)
TAGS = (("ADP", "IN"), ("NOUN", "NN"), ("VERB", "VBD"), ("AUX", "VBZ"), ("PUNCT", "``"), ("ADJ", "JJ"))


@st.composite
def odd_drafts(draw: st.DrawFn) -> Draft:
    """Any tree with any labels: what a bad parse may look like."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, index in enumerate(order):
        heads[index] = order[draw(st.integers(0, place - 1))] if place else index
    tokens = []
    for index in range(size):
        tag, fine = draw(st.sampled_from(TAGS))
        text = {"ADP": "of", "AUX": "is", "PUNCT": '"'}.get(tag, "word")
        lemma = "be" if tag == "AUX" else text
        tokens.append(
            Token(start=index, end=index + 1, text=text, lemma=lemma, tag=tag, fine=fine, head=0, relation="")
        )
    labels = ["root" if heads[index] == index else draw(st.sampled_from(LABELS)) for index in range(size)]
    return Draft(tokens, heads, labels)


@given(odd_drafts())
def test_whatever_the_parse_a_tree_stays_a_tree(draft: Draft) -> None:
    """One root, no cycle, every relation a UD one: also for trees that make no sense."""
    turn_tree(draft, load_labels())
    roots = [index for index, head in enumerate(draft.heads) if head == index]
    assert len(roots) == 1
    assert draft.list_subtree(roots[0]) == list(range(len(draft.tokens)))
    assert [draft.relations[index] for index in roots] == ["root"]
    assert draft.relations.count("root") == 1
    assert load_labels().find_scheme(draft.relations) == "ud"


@given(odd_drafts(), st.integers(1, 5))
def test_a_cut_sentence_is_whole_trees(draft: Draft, longest: int) -> None:
    """The pieces hold every word once, in order, each with one root."""
    pieces = list(cut_draft(draft, longest))
    assert [token for piece in pieces for token in piece.tokens] == draft.tokens
    for piece in pieces:
        assert len(piece.tokens) <= longest
        assert sum(head == index for index, head in enumerate(piece.heads)) == 1
        assert len(piece.list_subtree(next(i for i, head in enumerate(piece.heads) if head == i))) == len(piece.tokens)


@pytest.mark.parametrize("label", ["nsubjpass", "pobj", "relcl", "npadvmod"])
def test_labels_of_one_scheme_alone_tell_it(label: str) -> None:
    """What only ClearNLP has makes a pipeline's scheme ClearNLP."""
    assert load_labels().find_scheme({"nsubj", "det", "ROOT", label}) == "clearnlp"
    assert load_labels().find_scheme({"nsubj:pass", "obl", "ROOT", "nmod:poss"}) == "ud"
