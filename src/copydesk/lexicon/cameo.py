"""A user's folder of CAMEO dictionaries, as PETRARCH reads them: verbs, actors, agents, discards and issues.

What is left aside: marks inside patterns that say where actors stand; brackets of the 2.0 format only group words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.errors import BadLexicon
from copydesk.lexicon.dictactors import (
    NOTHING,
    DatedCode,
    Discards,
    read_actors,
    read_agents,
    read_discards,
    read_issues,
)
from copydesk.lexicon.dictlines import read_lines
from copydesk.lexicon.dictverbs import VerbBlock, VerbPattern, read_verbs

__all__ = [
    "NOTHING", "CameoLexicon", "DatedCode", "PhraseCode", "VerbBlock", "VerbPattern", "is_cameo_folder", "join_agents",
    "load_cameo",
]

KINDS = ("verbs", "actors", "agents", "discards", "issues")
_NEEDED = KINDS[:3]
_NAMES = {"verbs": re.compile(r"verb|^cameo\b", re.IGNORECASE)}  # what the name of a kind's files holds, if not the kind itself
_WORD = re.compile(r"[\w&.'’-]+")
LONGEST = 5  # words of the longest actor or agent looked up


@dataclass(frozen=True, slots=True)
class PhraseCode:
    """What dictionaries say of a phrase. code: of its actor, None where none is named, NOTHING where it is none.

    agents: "~GOV" and so on.
    last: the place of the actor's last word among the words looked up.
    """

    code: str | None
    agents: tuple[str, ...]
    last: int

    @property
    def joined(self) -> str:
        """The actor's code with its agents' where their "~" says ("GONGOV", "NGOARN"); "" where there is neither."""
        return join_agents("" if self.code in (None, NOTHING) else self.code or "", self.agents)


@dataclass(frozen=True, slots=True)
class CameoLexicon:
    """Dictionaries of one folder. actors, agents, issues: by words in small letters. verbs: by form, particles after a blank.

    unused: what cannot fire, each with its "file:line".
    """

    actors: dict[str, tuple[DatedCode, ...]]
    agents: dict[str, str]
    verbs: dict[str, VerbBlock]
    discards: Discards = field(default_factory=lambda: Discards((), ()))
    issues: dict[str, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()

    def code_name(self, words: str, day: str | None) -> str | None:
        """The code of a name on a day (ISO 8601), NOTHING where it is no actor; None where it is not known then."""
        return next((dated.code for dated in self.actors.get(words, ()) if dated.holds(day)), None)

    def code_phrase(self, words: Sequence[str], day: str | None) -> PhraseCode:
        """The first actor of a phrase, the longest name at a place first, and the agents around it. words: in small letters."""
        actor, last, agents, place = None, -1, [], 0
        while place < len(words):
            for length in range(min(LONGEST, len(words) - place), 0, -1):
                phrase = " ".join(words[place : place + length])
                code = self.code_name(phrase, day) if actor is None else None
                if code is not None:
                    actor, last = code, place + length - 1
                    break
                if phrase in self.agents:
                    agents.append(self.agents[phrase])
                    break
            else:
                length = 1
            place += length
        return PhraseCode(actor, tuple(dict.fromkeys(agents)), last)

    def find_discard(self, text: str, *, of_article: bool) -> str | None:
        """The first phrase in a text that keeps it from being coded, as the list has it; None where there is none."""
        return _find_phrase(text, self.discards.articles if of_article else self.discards.sentences)

    def find_issues(self, text: str) -> tuple[str, ...]:
        """Codes of the issues whose words stand in a text."""
        return tuple(dict.fromkeys(code for phrase, code in self.issues.items() if _find_phrase(text, (phrase,))))


def join_agents(actor: str, agents: Sequence[str]) -> str:
    """An actor's code with its agents' where their "~" says; none twice."""
    for agent in agents:
        part = agent.replace("~", "").strip()
        if part not in actor:
            actor = part + actor if agent.endswith("~") else actor + part
    return actor


def _find_phrase(text: str, phrases: Sequence[str]) -> str | None:
    lowered = f" {' '.join(word.rstrip('.') for word in _WORD.findall(text.lower()))} "
    return next((phrase for phrase in phrases if f" {phrase.rstrip('.')} " in lowered), None)


def is_cameo_folder(folder: Path) -> bool:
    """Whether a folder holds dictionaries in PETRARCH's format. Raises BadLexicon where it holds our own tables too."""
    found = [path for kind in KINDS for path in _list_files(folder, kind)]
    own = sorted(folder.glob("*.tsv"))
    if found and own:
        raise BadLexicon(
            f"{folder}: holds both CAMEO dictionaries ({found[0].name}) and tables of ours ({own[0].name});"
            " give each a folder of its own"
        )
    return bool(found)


def load_cameo(folder: Path) -> CameoLexicon:
    """The dictionaries of a folder, `*verbs*.txt` and so on; of several with verbs the one with the highest number.

    Raises BadLexicon naming file and line, or where there is neither verbs nor actors nor agents.
    """
    files = {kind: _list_files(folder, kind) for kind in KINDS}
    if not any(files[kind] for kind in _NEEDED):
        raise BadLexicon(f"{folder}: holds no CAMEO dictionary named {', '.join(f'*{kind}*.txt' for kind in _NEEDED)}")
    newest = next((path for path in reversed(files["verbs"]) if re.search(r"\d", path.stem)), None)
    verbs, unused = read_verbs(list(read_lines([newest] if newest else files["verbs"])))
    return CameoLexicon(
        actors=read_actors(read_lines(files["actors"])), agents=read_agents(read_lines(files["agents"])),
        discards=read_discards(read_lines(files["discards"])), issues=read_issues(read_lines(files["issues"])),
        verbs=verbs, unused=unused,
    )


def _list_files(folder: Path, kind: str) -> list[Path]:
    """The dictionaries of a kind; "discard.txt" is one of discards, "CAMEO.2.0.txt" one of verbs."""
    name = _NAMES.get(kind) or re.compile(kind.removesuffix("s"), re.IGNORECASE)
    return sorted(path for path in folder.glob("*.txt") if name.search(path.name))
