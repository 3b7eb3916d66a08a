"""Sets written last are measured on and nothing else: their files never change."""

import hashlib
import re
from pathlib import Path

FINAL_CONFLICTS = "e7eb4dc29efa6efdae1373f88edaac6df7ebbd448cd93709045c85af6bddc183"
FINAL_EVENTS = "94993161f36b6ccdbfde903c7b7dcfd54b42db7731f22701fd85a51ac64e2453"
FINAL_NAMES = "0c754eb9208efc045f833e92aaa5c7f9106a387e2a1773b3aac1f3b2b0ccb0c4"
FINAL_ORIGINS = "afef234200f89c05cee3ea48040ddbc06762b0246239ca3efa830e1752ea09ff"
FINAL_RESOLUTION = "ee193f6d8fd13b8e13082a572b5de9c230997ecede5c08125aca615f85591775"
FINAL_STATEMENTS = "84b4a3ef73d79ecb062e1d5c1483d59a3defcf0caa6a683524570017a1b68257"


def test_the_final_set_of_names_is_the_one_that_was_written(root: Path) -> None:
    """SHA-256 over the files of corpus/final in order of name; a mark found wrong is told in its card, not mended."""
    digest = hashlib.sha256()
    for path in sorted((root / "corpus" / "final").glob("*.txt")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FINAL_NAMES


def test_the_final_set_of_times_places_and_people_is_the_one_that_was_written(root: Path) -> None:
    """SHA-256 over the files of corpus/final_resolution in order of name."""
    digest = hashlib.sha256()
    for path in sorted((root / "corpus" / "final_resolution").glob("*.txt")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FINAL_RESOLUTION


def test_the_final_set_of_statements_is_the_one_that_was_written(root: Path) -> None:
    """SHA-256 over the files of corpus/statements/final in order of name."""
    digest = hashlib.sha256()
    for path in sorted((root / "corpus" / "statements" / "final").glob("*.txt")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FINAL_STATEMENTS


def test_the_final_set_of_events_is_the_one_that_was_written(root: Path) -> None:
    """SHA-256 over the files of corpus/events/final in order of name."""
    digest = hashlib.sha256()
    for path in sorted((root / "corpus" / "events" / "final").glob("*.txt")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FINAL_EVENTS


def test_the_final_set_of_conflicts_is_the_one_that_was_written(root: Path) -> None:
    """SHA-256 over the JSON files of evaluation/own/conflicts_final in order of name."""
    digest = hashlib.sha256()
    for path in sorted((root / "evaluation" / "own" / "conflicts_final").glob("*.json")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FINAL_CONFLICTS


def test_the_final_set_of_origins_is_the_one_that_was_written(root: Path) -> None:
    """SHA-256 over the JSON files of evaluation/own/origins_final in order of name."""
    digest = hashlib.sha256()
    for path in sorted((root / "evaluation" / "own" / "origins_final").glob("*.json")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FINAL_ORIGINS


def test_nothing_is_trained_on_the_final_set(root: Path) -> None:
    """Only the exams open them: no file of training/ names a reader or a folder of theirs."""
    for path in (root / "training").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "read_final" not in text, path.name
        assert not re.search(r"\bFINAL\b|/final\b|[\"']final[\"']", text), path.name
        assert "resolution_marks" not in text, path.name
