"""Who a phrase stands for: reference, kind, role, organisation and country of a speaker or addressee."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from copydesk.attribute.media import is_media
from copydesk.attribute.nameless import is_nameless
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import phrase
from copydesk.lexicon import World
from copydesk.record import Entity, Mention, Name, Ref, Span
from copydesk.record.statement import SpeakerKind

_KIND_OF_ENTITY: dict[str, SpeakerKind] = {
    "person": "person", "state": "state", "organisation": "organisation", "armed_group": "organisation",
    "group": "group", "document": "document", "outlet": "outlet", "place": "state", "facility": "organisation",
    "event": "unspecified", "weapon": "unspecified",
}
_KIND_OF_NAME: dict[str, SpeakerKind] = {
    "person": "person", "state": "state", "organisation": "organisation", "group": "group", "outlet": "outlet",
    "place": "state", "facility": "organisation", "law": "document", "work": "document",
}
_KIND_OF_PRONOUN: dict[str, SpeakerKind] = {
    "he": "person", "she": "person", "i": "person", "they": "group", "we": "group", "it": "organisation",
    "his": "person", "her": "person", "my": "person", "their": "group", "our": "group", "its": "organisation",
    "who": "unspecified", "one": "anonymous", "someone": "anonymous", "another": "anonymous", "those": "group",
    "somebody": "anonymous", "some": "group", "many": "group", "others": "group",
    "both": "group", "everyone": "group",
}
_BODIES = frozenset({"force", "authority", "service", "police", "headquarters"})  # one body in the plural: "armed forces"


@dataclass(frozen=True, slots=True)
class Speaker:
    """What is known of a speaker. role, organisation: words of the text or of the entity; country: alpha-3."""

    ref: Ref | None
    kind: SpeakerKind
    role: str | None = None
    organisation: str | None = None
    country: str | None = None


NOBODY = Speaker(None, "unspecified")


class Directory:
    """Mentions, entities and names of one article, looked up by place."""

    def __init__(
        self, passage: Passage, entities: tuple[Entity, ...], mentions: tuple[Mention, ...], world: World,
    ) -> None:
        self.passage, self.world = passage, world
        self._entities = {entity.id: entity for entity in entities}
        self._mentions = sorted(mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._mentions]
        self._names: dict[int, Name] = {i: name for name in passage.reading.names for i in range(name.first, name.last)}

    def entity(self, entity_id: str | None) -> Entity | None:
        """The entity of an id, None where there is none."""
        return self._entities.get(entity_id) if entity_id else None

    def mention_of(self, head: int) -> Mention | None:
        """The longest mention over a token; one that is linked goes before one that is not."""
        token = self.passage.tokens[head]
        at = bisect_left(self._starts, token.end)
        over = [m for m in self._mentions[max(0, at - 40):at] if m.span.end > token.start]
        return max(over, key=lambda m: (m.entity_id is not None, m.span.end - m.span.start), default=None)

    def name_of(self, head: int) -> Name | None:
        """The proper name that a token belongs to."""
        return self._names.get(head)

    def ref(self, head: int) -> Ref:
        """The reference of a noun phrase: its words or the name beside them, and whom they stand for where that is known.

        A seat that stands for its government keeps its own name: the Elysee is a hand that passed words on, France is not.
        """
        noun, head = head, self.named(head)
        start, end = min(phrase(self.passage, noun)[0], phrase(self.passage, head)[0]), phrase(self.passage, head)[1]
        mention = self.mention_of(head)
        entity = self.entity(mention.entity_id) if mention else None
        media = self.world.cues.kinds.get(self._lemma(noun)) == "outlet" or self._lemma(noun) == "agency"
        if entity and noun != head and media and entity.kind != "outlet":
            entity = None  # "the broadcaster X" is no party of that name
        if mention is not None and mention.basis == "metonym":
            name = self.passage.text[mention.span.start:mention.span.end]
        else:
            name = entity.name if entity else self._full_name(head, phrase(self.passage, head))
        if self._joined(head):
            return self._ref_of_several(head, (start, end))
        return Ref(span=Span(start=start, end=end), entity_id=entity.id if entity else None, name=name)

    def _ref_of_several(self, head: int, words: Stretch) -> Ref:
        """People named together: their names where appositions give them ("the mayor, Ida Holm, and ..."), else the words."""
        parts = [head, *(i for i in self.passage.children[head] if self.passage.relation(i) == "conj")]
        named = [self.named(part, alone=True) for part in parts]
        start, end = words[0], max(words[1], *(phrase(self.passage, one)[1] for one in named))
        name = " ".join(self.passage.text[start:end].split())
        if named != parts or any(self.passage.child(part, "appos") is not None for part in parts):
            *first, last = (self._full_name(one, phrase(self.passage, one)) for one in named)
            name = f"{', '.join(first)} and {last}"
        return Ref(span=Span(start=start, end=end), entity_id=None, name=name)

    def _lemma(self, index: int) -> str:
        return self.passage.tokens[index].lemma.lower()

    def named(self, head: int, *, alone: bool = False) -> int:
        """The head of the proper name in apposition to a common noun ("her spokesman, Ida Holm"), else the noun itself.

        alone: asked of one of several people who are named together.
        """
        if self.passage.tokens[head].tag != "NOUN" or (self._joined(head) and not alone):
            return head
        kind = self.world.cues.kinds.get(self.passage.tokens[head].lemma.lower())
        for below in self.passage.children[head]:
            if below < head or self.passage.relation(below) != "appos" or self.passage.tokens[below].tag != "PROPN":
                continue
            name = self.name_of(below)
            label = name.label if name else None
            first = self.passage.tokens[name.first if name else below]
            between = (self.passage.tokens[head].end, first.start)
            gap = self.passage.text[slice(*between)]
            body = kind in ("organisation", "outlet")
            fits = label != "person" or not gap.strip() if body else (label == "person" and kind != "document")
            if fits and ":" not in gap and not self.passage.is_parted(*between) and (kind != "organisation" or not gap.strip()):
                return below
        return head

    def _full_name(self, head: int, words: Stretch) -> str:
        name = self.name_of(head)
        if name is not None and name.label in ("person", "organisation", "outlet", "state"):
            return self.passage.text[name.start:name.end]
        return " ".join(self.passage.text[slice(*words)].split())

    def speaker(self, head: int | None) -> Speaker:
        """Everything known of the speaker whose phrase has this head."""
        if head is None:
            return NOBODY
        ref = self.ref(head)
        entity = self.entity(ref.entity_id)
        kind = self.kind_of(self.named(head), entity)
        plain = entity is None or entity.kind in ("outlet", "organisation")
        if plain and not self._joined(head) and is_media(self.passage, head, self.name_of(head), self.world):
            kind = "outlet"
        if kind in ("person", "group", "experts") and entity is None and is_nameless(self.passage, head, self.world.cues):
            kind = "anonymous"
        role, organisation = (None, None) if self._joined(head) else self._office(head, entity)
        country = entity.country if entity else None
        return Speaker(ref, kind, role, organisation, country)

    def kind_of(self, head: int, entity: Entity | None) -> SpeakerKind:
        """The kind of a speaker by entity, name, noun or pronoun, in this order."""
        if self._joined(head):
            return "group"
        if entity is not None:
            return _KIND_OF_ENTITY[entity.kind]
        name = self.name_of(head)
        if name is None or self.passage.tokens[head].tag != "PROPN":
            return self._kind_of_noun(head)
        if name.last - name.first == 1 and (kind := self._kind_of_capital(head)) is not None:
            return kind
        if self.world.outlets.find_plain(self.passage.text[name.start:name.end]):
            return "outlet"
        return _KIND_OF_NAME.get(name.label, "unspecified")

    def _kind_of_noun(self, head: int) -> SpeakerKind:
        token = self.passage.tokens[head]
        lemma = token.lemma.lower()
        if token.tag in ("PRON", "DET", "NUM"):
            return _KIND_OF_PRONOUN.get(lemma, "group" if token.tag != "PRON" else "unspecified")
        kind = self.world.cues.kinds.get(lemma)
        if kind == "anonymous" and self._has_name(head):
            return "person"
        if token.fine == "NNS" and (kind == "person" or (kind == "organisation" and lemma not in _BODIES)):
            return "group"
        return kind or ("person" if token.tag == "PROPN" else "unspecified")

    def _kind_of_capital(self, head: int) -> SpeakerKind | None:
        """The kind of a noun that only its place writes with a capital ("Glaciologists said ..."), None for a name."""
        token = self.passage.tokens[head]
        sentence = self.passage.sentence_of[head]
        if not token.text.isupper() and (sentence < 0 or self.passage.reading.sentences[sentence].first != head):
            return None
        word = token.text.lower()
        kind = self.world.cues.kinds.get(word) or self.world.cues.kinds.get(word.removesuffix("s"))
        return "group" if kind == "person" and word.endswith("s") else kind

    def _joined(self, head: int) -> bool:
        below = self.passage.child(head, "conj")
        return below is not None and self.passage.tokens[below].tag in ("PROPN", "NOUN")

    def _has_name(self, head: int) -> bool:
        return any(
            self.passage.relation(b) in ("appos", "flat", "compound") and self.passage.tokens[b].tag == "PROPN"
            and (name := self.name_of(b)) is not None and name.label == "person"
            for b in self.passage.children[head]
        )

    def _office(self, head: int, entity: Entity | None) -> tuple[str | None, str | None]:
        """Role and organisation: from an apposition or a title in the text, else from the entity's roles."""
        role = organisation = None
        for below in self.passage.children[head]:
            token = self.passage.tokens[below]
            lemma = token.lemma.lower()
            trade = self.world.cues.kinds.get(lemma) in ("person", "experts", "anonymous", "group")
            beside = token.relation == "appos" and token.tag == "NOUN" and self._is_person(head)
            if beside or (trade and token.relation.startswith(("appos", "compound", "flat")) and token.tag != "PRON"):
                role = " ".join(self.passage.text[slice(*self._role_words(below, head))].split())
                organisation = self._belongs_to(below)
        if role is None and self.world.cues.kinds.get(self.passage.tokens[head].lemma.lower()) in (
            "person", "anonymous", "document",
        ):
            organisation = self._belongs_to(head)
            role = self._own_title(head)
        if role is None and entity is not None and entity.roles:
            return entity.roles[0].office, entity.roles[0].organisation
        return role, organisation

    def _is_person(self, head: int) -> bool:
        name = self.name_of(head)
        return name is not None and name.label == "person"

    def _own_title(self, head: int) -> str | None:
        """ "the port director" without its article, where the noun names an office or a trade."""
        token = self.passage.tokens[head]
        if token.fine != "NN" or self.world.cues.kinds.get(token.lemma.lower()) not in ("person", "anonymous"):
            return None
        first = self.passage.token_at(phrase(self.passage, head)[0])
        while first < head and self.passage.tokens[first].tag in ("DET", "PRON", "NUM", "PROPN", "PART"):
            first += 1
        return " ".join(self.passage.text[self.passage.tokens[first].start:token.end].split())

    def _role_words(self, below: int, head: int) -> Stretch:
        if below > head:
            return phrase(self.passage, below)
        first = min(self.passage.subtree(below))
        return self.passage.tokens[first].start, self.passage.tokens[below].end

    def _belongs_to(self, noun: int) -> str | None:
        """The organisation in "spokesman for the ministry", "the ministry's statement", "NATO chief", "issued by X"."""
        for below in self.passage.children[noun]:
            relation = self.passage.relation(below)
            owners: tuple[int, ...] = (below,) if relation in ("nmod", "compound") else ()
            if relation == "acl":
                owners = tuple(
                    b for b in self.passage.children[below]
                    if self.passage.relation(b) == "obl" and self.kind_of(b, None) != "outlet"
                )
            for owner in owners:
                if _is_body(self, owner) and (relation != "compound" or self.name_of(owner) is not None):
                    name = self.ref(owner).name
                    return name.removesuffix("'s").removesuffix("’s").removesuffix("'") if name else None
        return None


def _is_body(directory: Directory, index: int) -> bool:
    name = directory.name_of(index)
    if name is not None:
        return name.label in ("organisation", "state", "outlet", "group", "facility")
    return directory.world.cues.kinds.get(directory.passage.tokens[index].lemma.lower()) in ("organisation", "outlet")
