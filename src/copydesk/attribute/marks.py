"""Attribution by punctuation: "Minister: ...", a transcript's "WALLACE:", a dash before or after a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.lexicon.cues import Cues

_CREDITS = frozenset({"image", "photo", "photograph", "picture", "video", "audio", "file", "graphic", "map", "chart", "credit"})
_NAMED = frozenset({"person", "organisation", "state", "outlet", "group"})
_LONGEST_PLAIN = 5  # tokens of a label that names nobody
_LONGEST_TURN = 4  # tokens of a label inside a line
_LONGEST_LABEL = 8  # tokens before a colon that can name a speaker
_DASH = re.compile(r"[ \t]*(?:[-–—―]+)[ \t]*(?=\w)")
_SPEAKING = ("PROPN", "NOUN", "PRON")


def find_colon_cues(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """A paragraph that opens with a name and a colon: what follows is that speaker's."""
    for end, label in _turns(passage, cues):
        colon = label.stop
        speaker = _labelled(passage, label, cues)
        content = passage.trim((passage.tokens[colon].end, end))
        if speaker is not None and len(passage.text[slice(*content)].split()) > 1:
            mark = passage.tokens[colon]
            yield Draft(
                rule="colon", row=None, head=colon, cue=(mark.start, mark.end), content=[content], speaker=speaker,
            )


def _turns(passage: Passage, cues: Cues) -> Iterator[tuple[int, range]]:
    """Labels with the end of what follows them; a line can hold several speakers: "Fire service: two hurt. Police: go." """
    for (_, end), label in _labels(passage):
        labels = [label]
        if _labelled(passage, label, cues) is not None:
            for sentence in passage.reading.sentences:
                if label.stop < sentence.first and passage.tokens[sentence.first].start < end:
                    near = range(sentence.first, min(sentence.first + _LONGEST_TURN, sentence.last))
                    colon = next((i for i in near if passage.tokens[i].text == ":"), sentence.first)
                    if colon > sentence.first and _labelled(passage, range(sentence.first, colon), cues) is not None:
                        labels.append(range(sentence.first, colon))
        ends = [passage.tokens[later.start].start for later in labels[1:]]
        yield from zip((*ends, end), labels, strict=True)


def find_plain_labels(passage: Passage, cues: Cues) -> list[Stretch]:
    """Labels that open a paragraph and name nobody ("Key takeaways:", "What comes next:"): no part of any statement."""
    return [
        (passage.tokens[label.start].start, passage.tokens[label.stop].end) for _, label in _labels(passage)
        if len(label) <= _LONGEST_PLAIN and not _is_clause(passage, label)
        and not any(_is_somebody(passage, i, label, cues) for i in label)
    ]


def _is_clause(passage: Passage, label: range) -> bool:
    """Whether a label is a clause that ends in its verb ("The captain said:"), and no question ("What they are saying:")."""
    first, last = passage.tokens[label.start], passage.tokens[label.stop - 1]
    return last.tag == "VERB" and not first.fine.startswith("W")


def _labels(passage: Passage) -> Iterator[tuple[Stretch, range]]:
    """Paragraphs that open with a few tokens and a colon, each with those tokens; the colon stands at the range's stop."""
    for start, end in passage.paragraphs:
        first = passage.token_at(start)
        if first < 0 or passage.tokens[first].start < start:
            first += 1
        if first < len(passage.tokens) and passage.tokens[first].fine == "``":  # a transcript quoted line by line
            first += 1
        near = range(first, min(first + _LONGEST_LABEL, len(passage.tokens)))
        colon = next((i for i in near if passage.tokens[i].text == ":"), None)
        if colon is not None and passage.tokens[colon].start < end and colon != first:
            yield (start, end), range(first, colon)


def _is_somebody(passage: Passage, index: int, label: range, cues: Cues) -> bool:
    """Whether a token of a label stands for a person or a body: a name, a person's pronoun, a noun that speaks.

    A body's noun with "of" after it is none ("State of play"), nor is a document ("By the numbers") or a common noun's name.
    """
    token = passage.tokens[index]
    clocked = not passage.stamps.isdisjoint((label.start - 1, label.start))
    short = clocked and token.tag in ("PROPN", "NOUN") and token.text.isupper()  # "10:08 RNLI: ..."
    handle = len(token.text) > 2 and (token.text[0] == "@" or short)
    named = (name.label in _NAMED and token.text in passage.text[name.start:name.end].split() for name in passage.reading.names)
    turn = token.tag == "PROPN" and token.text.isupper() and len(label) == 1 and _is_repeated(passage, token.text)
    if handle or turn or any(named):
        return True
    if token.tag == "PROPN":
        name = next((name for name in passage.reading.names if name.first <= index < name.last), None)
        return name is not None and all(passage.tokens[i].tag in ("PROPN", "PUNCT") for i in label)
    if token.tag == "PRON":
        return token.lemma.lower() in ("he", "she", "they", "i")
    kind = cues.kinds.get(token.lemma.lower())
    of = index + 1 < label.stop and passage.tokens[index + 1].lemma.lower() == "of"
    if kind == "document":
        return len(label) == 1
    has_article = passage.tokens[label.start].tag == "DET"  # "Police:" speaks, "The opposing view:" and "The camp:" do not
    return token.tag == "NOUN" and kind is not None and not has_article and not (of and kind == "organisation")


def _is_repeated(passage: Passage, word: str) -> bool:
    """Whether paragraphs open twice with a word in capitals and a colon, as the turns of a transcript do."""
    return len(re.findall(rf"^[\"“]?{re.escape(word)}:", passage.text, re.MULTILINE)) > 1


def _labelled(passage: Passage, label: range, cues: Cues) -> int | None:
    """The head of a label that names a speaker: a name with its titles or a noun that speaks, no verb in it."""
    tokens = passage.tokens
    label = _without_numbers(passage, label)
    if len(label) == 1 and len(tokens[label.start].text) > 2 and tokens[label.start].text[0] == "@":
        return label.start
    if any(tokens[i].tag in ("VERB", "AUX", "NUM", "PUNCT") and tokens[i].text not in (",", ".", "(", ")", "-") for i in label):
        return None
    named = [i for i in label if tokens[i].tag == "PROPN"]
    nouns = [i for i in label if tokens[i].tag in _SPEAKING]
    if any(tokens[i].lemma.lower() in _CREDITS for i in label):
        return None
    if not nouns or (not named and not passage.text[tokens[label[0]].start].isupper()):
        return None
    inside = set(label)
    head = next((i for i in nouns if tokens[i].head not in inside or tokens[i].head == i), nouns[-1])
    parts = [head, *(i for i in label if tokens[i].head == head and passage.relation(i) in ("flat", "compound", "appos"))]
    return head if any(_is_somebody(passage, i, label, cues) for i in parts) else None


def _without_numbers(passage: Passage, label: range) -> range:
    """A label without the hour before it or the number after it: "10:08 Coastguard:", "WITNESS 4:"."""
    first, last = label.start, label.stop
    while last - first > 1 and passage.tokens[first].text[0].isdigit() and passage.tokens[first].text[-1].isdigit():
        first += 1
    while last - first > 1 and passage.tokens[last - 1].text.isdigit():
        last -= 1
    return range(first, last)


def find_dash_cues(passage: Passage) -> Iterator[Draft]:
    """A quotation with a dash and a name after it, at the end of its line: the name is the speaker."""
    for number, quotation in enumerate(passage.quotations):
        end = passage.paragraphs[quotation.paragraph][1]
        match = _DASH.match(passage.text, quotation.end, end)
        if not quotation.closed or match is None:
            continue
        first = passage.token_at(match.end())
        last = passage.token_at(end - 1)
        named = [i for i in range(first, last + 1) if passage.tokens[i].tag in _SPEAKING]
        if not named or last - first > 14 or any(passage.tokens[i].tag == "VERB" for i in range(first, last + 1)):
            continue
        inside = range(first, last + 1)
        speaker = next((i for i in named if passage.tokens[i].head not in inside or passage.tokens[i].head == i), named[0])
        dash = passage.text[quotation.end:match.end()]
        start = quotation.end + len(dash) - len(dash.lstrip())
        yield Draft(
            rule="dash", row=None, head=speaker, cue=(start, start + len(dash.strip())),
            content=[(quotation.start, quotation.end)], speaker=speaker, quotations=[number],
        )
