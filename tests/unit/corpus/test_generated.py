"""The generated sentences: the same for a seed, whole names, no bracket left over, nothing shared with the free ones."""

import hashlib
import os
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from corpus.__main__ import find_problems
from corpus.generate import Filling, Pattern, Scene, is_vowel_sound, load_tables, read_patterns
from corpus.marks import LABELS, REGISTERS, MarkBroken, Marked, read_marks
from corpus.people import bend
from corpus.sentences import find_uneven, read_corpus, read_free, read_generated

CORPUS = Path(__file__).parents[3] / "corpus"


def fingerprint(sentences: tuple[Marked, ...]) -> str:
    return hashlib.sha256("\n".join(map(repr, sentences)).encode()).hexdigest()


def test_the_same_seed_gives_the_same_sentences() -> None:
    """Whoever has the repository can make the very same corpus again; another seed makes another one."""
    first = fingerprint(read_generated(count=500, seed=3))
    read_generated.cache_clear()
    assert fingerprint(read_generated(count=500, seed=3)) == first
    assert fingerprint(read_generated(count=500, seed=4)) != first


def test_another_process_writes_the_same() -> None:
    """Nothing hangs on the order of a set, which differs from process to process."""
    code = (
        "import hashlib\nfrom corpus.sentences import read_generated\n"
        "print(hashlib.sha256('\\n'.join(map(repr, read_generated(count=300))).encode()).hexdigest())"
    )
    places = os.pathsep.join([str(CORPUS.parent / "src"), str(CORPUS.parent)])
    for salt in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": salt, "PYTHONPATH": places}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        assert done.stdout.strip() == fingerprint(read_generated(count=300))


def test_as_many_sentences_as_asked_and_none_twice() -> None:
    sentences = read_generated()
    assert len({sentence.text for sentence in sentences}) == len({sentence.id for sentence in sentences}) == 3200


def test_every_name_sits_on_whole_words_and_no_bracket_or_slot_is_left() -> None:
    for sentence in read_generated():
        assert find_uneven(sentence) == []
        assert not set("[]{}") & set(sentence.text), sentence
        assert sentence.register in REGISTERS
        assert all(label in LABELS and sentence.text[begin:end].strip() for begin, end, label in sentence.names)


def test_a_longer_run_begins_like_a_shorter_one() -> None:
    assert read_generated(count=900)[:300] == read_generated(count=300)


def test_at_most_two_thirds_are_generated_and_none_is_written_freely_too() -> None:
    free, generated = read_free(), read_generated()
    assert len(generated) <= 2 * len(free)
    assert not {sentence.text for sentence in free if sentence.names} & {sentence.text for sentence in generated}
    assert read_corpus() == free + generated


def test_every_pattern_is_used_and_every_label_is_common() -> None:
    patterns = read_patterns()
    assert len(patterns) >= 450
    assert len({pattern.id for pattern in patterns}) == len({pattern.text for pattern in patterns}) == len(patterns)
    sentences = read_generated()
    used = {sentence.id.removeprefix("pattern-").rsplit(".", 1)[0] for sentence in sentences}
    assert used == {pattern.id for pattern in patterns}
    labels = Counter(label for sentence in sentences for _, _, label in sentence.names)
    assert min(labels[label] for label in LABELS) >= 200


def test_a_pattern_agrees_its_articles() -> None:
    """ "a" or "an" by the name that follows, "the" where the list says so and nothing else determines the name."""
    pattern = Pattern("x-1", "wire", "A {adjective} man met a {other.adjective} nurse from {state}'s south.", ("Ukraine",))
    homes = [load_tables().countries[key] for key in ("Iran", "Ukraine", "America")]
    written = [Filling(pattern, Scene(home, random.Random(2))).fill() for home in homes]
    assert written[0].startswith("An [group Iranian] man met ")
    assert written[1].startswith("A [group Ukrainian] man met ")
    assert re.search(r"from the \[state [^\]]+\](?:'s|') south|from \[state America\]'s south", written[2])


@pytest.mark.parametrize("word", ["F-16", "Uzbek", "EU", "MSF", "AK-47", "M16", "OPEC", "11", "8", "Emirati", "Iranian", "MI5"])
def test_an_stands_before_a_vowel_sound(word: str) -> None:
    assert is_vowel_sound(word)


@pytest.mark.parametrize(
    "word", ["UN", "Ukrainian", "NATO", "European", "T-72", "110", "Uighur", "Ugandan", "U.S.", "Uruguayan"]
)
def test_a_stands_before_other_sounds(word: str) -> None:
    assert not is_vowel_sound(word)


def test_family_names_bend() -> None:
    assert [bend("Morozov/a", True), bend("Morozov/a", False), bend("Mazur", True)] == ["Morozova", "Morozov", "Mazur"]
    assert bend("Zieliński/Zielińska", True) == "Zielińska"


def test_problems_are_found() -> None:
    """A name inside a word, a text with names that comes twice, an id that comes twice."""
    good = Marked("a-1.1", "Mali won.", ((0, 4, "state"),))
    assert list(find_problems([good, Marked("a-1.2", "Lima slept.", ((0, 4, "place"),))])) == []
    problems = list(find_problems([good, good, Marked("a-1.3", "Malian.", ((0, 4, "state"),))]))
    assert [problem.split(":")[0] for problem in problems] == ["a-1.3", "written 2 times", "id used twice"]


def test_the_example_of_the_guidelines_parses() -> None:
    (block,) = re.findall(r"```\n(# .*?)```", (CORPUS / "guidelines.md").read_text(encoding="utf-8"), re.DOTALL)
    names = [label for line in block.splitlines()[1:] for _, _, label in read_marks(line)[1]]
    assert names == ["organisation", "place", "group", "person", "outlet"]


def test_a_bracket_that_marks_nothing_is_refused() -> None:
    with pytest.raises(MarkBroken):
        read_marks("The [town Gao] burnt.")
