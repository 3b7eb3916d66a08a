"""The articles of a page: the main one, the entries of a live page, then cards; their blocks partition the page's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.clean.broken import join_broken
from copydesk.clean.bylines import find_bylines
from copydesk.clean.cards import Sorted, gather_cards, mark_datelines, settle_headline, sort_units
from copydesk.clean.created import Found, find_candidates, find_shown, stated_candidates, stated_in_markup
from copydesk.clean.credits import find_credits, find_legal_credits, find_wire
from copydesk.clean.entries import find_days, find_entry_candidates, find_stated, split_entries
from copydesk.clean.publisher import find_outlet
from copydesk.clean.scores import label_units, stated_title
from copydesk.clean.stamps import stamps_of
from copydesk.clean.units import Unit, find_units
from copydesk.clean.walls import find_wall
from copydesk.lexicon import World
from copydesk.record import Article, Block, BlockRole, CreatedCandidate, Layout, Page, Refusal, Span
from copydesk.record.ids import derive_id

STAGE = "clean"
NARRATIVE: frozenset[BlockRole] = frozenset(("paragraph", "list_item", "subheading", "standfirst", "pull_quote", "table"))
KNOWN = ("manifest", "warc", "mhtml", "saved")  # bases of an address that say where the page was found
BESIDE = 8  # units below the headline among which a date is looked for where no stamp shows one, and half as many above it
NO_STAMPS: frozenset[BlockRole] = frozenset(("related_link", "comment", "legal", "promotion", "caption", "credit"))
TIMED: frozenset[BlockRole] = frozenset(("timestamp", "byline", "section", "dateline", "update_note"))


def find_articles(*, page: Page, layout: Layout, world: World) -> tuple[tuple[Article, ...], tuple[Refusal, ...]]:
    """The articles of a page, and what could not be read.

    The main article comes first, then the entries of a live page and the cards, each in page order. No article where the
    page holds no words. `created` stays None: candidates are gathered, `settle_created` decides.
    An article in another language than English comes with its blocks, its `language` and a Refusal.
    """
    if not layout.pieces:
        return (), ()
    units, sorting = sort_page(page, layout, world)
    blocks = _partition(page, units, sorting.roles)
    elsewhere = {i for group in (*sorting.cards, *sorting.entries) for i in group}
    builder = _Builder(page, layout, world, units, blocks)
    main = builder.main([i for i in range(len(units)) if i not in elsewhere], sorting.entries)
    cards = tuple(builder.card(card) for card in sorting.cards)
    wall = None if layout.whole_article or sorting.entries else find_wall(page, main, world)
    announced = any(value.field == "extent" for value in layout.metadata)  # a headline alone, and told so
    has_text = announced or bool(sorting.entries) or any(block.role in NARRATIVE for block in main.blocks)
    return (main, *builder.entries(main, sorting.entries), *cards), _refusals(page, main, wall, world, has_text=has_text)


def sort_page(page: Page, layout: Layout, world: World) -> tuple[list[Unit], Sorted]:
    """The units of a page that become its blocks, in page order, and what each is."""
    units = find_units(page, layout, world)
    return join_broken(units, _sort(units, layout, world), page.text)


def _sort(units: Sequence[Unit], layout: Layout, world: World) -> Sorted:
    title = stated_title(layout)
    if layout.whole_article:
        return Sorted(tuple(_whole_role(i, unit, title) for i, unit in enumerate(units)), ())
    sorting = sort_units(label_units(units, layout, world).labels, set_off_needed=layout.plain)
    sorting = gather_cards(settle_headline(sorting, units, title), units)
    return split_entries(mark_datelines(sorting, units), units, layout, world)


def _whole_role(i: int, unit: Unit, title: str | None) -> BlockRole:
    """In a text given as one article every line is a paragraph, but for the captions and credits of its pictures; the first
    is the headline where it equals the one given."""
    if unit.piece.tag == "figcaption":
        return "caption"
    if unit.piece.path and unit.piece.path[-1] == "p.credit":
        return "credit"
    same = i == 0 and title is not None and unit.text.split() == title.split()
    return "headline" if same else "paragraph"


def _partition(page: Page, units: Sequence[Unit], roles: Sequence[BlockRole]) -> tuple[Block, ...]:
    """One block a unit; white space goes to the block before it, at the top of the page to the first."""
    starts = [0, *(unit.start for unit in units[1:]), len(page.text)]
    return tuple(
        Block(span=Span(start=starts[i], end=starts[i + 1]), role=role) for i, role in enumerate(roles)
    )


class _Builder:
    """Builds the articles of one page from groups of unit indices."""

    def __init__(
        self, page: Page, layout: Layout, world: World, units: Sequence[Unit], blocks: tuple[Block, ...],
    ) -> None:
        self.page, self.layout, self.world, self.units, self.blocks = page, layout, world, units, blocks
        self.outlet = find_outlet(page, layout, units, world)
        self.language = self._language(range(len(units)))

    def main(self, group: Sequence[int], entries: Sequence[Sequence[int]]) -> Article:
        """The main article, with what the page's metadata states; times of its entries are not its own."""
        shown, updated = self._shown(group)
        if not shown:
            beside = self._beside(group)
            shown, updated = find_shown(self._with_roles(group, TIMED), beside, self.world.months, self.language)
        taken = {self.units[i].piece.time or "" for entry in entries for i in entry}
        article = self._article(group, (*stated_candidates(self.layout, taken), *shown), self._stated("author"))
        return replace(
            article, canonical_url=self._canonical(),
            updated=next(iter(self._stated("modified")), updated),
        )

    def card(self, group: Sequence[int]) -> Article:
        """A card: it takes nothing from the page's metadata but its outlet."""
        shown, updated = self._shown(group)
        stated = tuple(stated_in_markup(self.units[i] for i in group))
        return replace(self._article(group, (*stated, *shown), ()), updated=updated, is_card=True)

    def entries(self, main: Article, groups: Sequence[Sequence[int]]) -> Iterator[Article]:
        """The entries of a live page; each has its own writers and times, and a day line holds for those below it."""
        held = [[self.units[i] for i in group] for group in groups]
        for group, units, day in zip(groups, held, find_days(held, self.world), strict=True):
            stated = find_stated(units, self.layout.entries)
            candidates, updated = find_entry_candidates(self._with_roles(group, TIMED), stated, day, self.world)
            article = self._article(group, candidates, stated.authors if stated else ())
            yield replace(article, updated=updated, entry_of=main.id)

    def _shown(self, group: Sequence[int]) -> Found:
        return find_candidates(self._with_roles(group, TIMED), stamps_of(self.world), self.world.months)

    def _beside(self, group: Sequence[int]) -> list[Unit]:
        """The units below the headline, then those above it, the nearest first; none where there is no headline."""
        heads = [at for at, i in enumerate(group) if self.blocks[i].role == "headline"]
        heads += [at for at, i in enumerate(group) if self.units[i].piece.tag == "h1"]  # some are the name of the site
        if not heads:
            return []
        head = heads[0]
        near = (*group[head + 1:head + 1 + BESIDE], *reversed(group[max(0, head - BESIDE // 2):head]))
        return [self.units[i] for i in near if self.blocks[i].role not in NO_STAMPS]

    def _article(self, group: Sequence[int], candidates: tuple[CreatedCandidate, ...], authors: tuple[str, ...]) -> Article:
        blocks = tuple(self.blocks[i] for i in group)
        headline = next((i for i in group if self.blocks[i].role == "headline"), None)
        bylines = find_bylines(self._with_roles(group, {"byline"}), authors, self.world, language=self.language)
        credits = find_credits(self._with_roles(group, {"credit"}), self.world)
        names = [(credit.name, credit.span) for credit in credits if credit.kind in ("copyright", "first_published")]
        names += [(unit.text, Span(start=unit.start, end=unit.end)) for unit in self._with_roles(group, {"byline"})]
        wire = find_wire(self.page, blocks, names, self.world)
        credits += (*find_legal_credits(self._with_roles(group, {"legal"})), *((wire,) if wire else ()))
        return Article(
            id=derive_id("article", self.page.id, group[0] if group else 0, *(self._words(i) for i in group)),
            page_id=self.page.id, blocks=blocks, headline=None if headline is None else self._span(headline),
            bylines=bylines, outlet=self.outlet, wire=wire.name if wire else None, credits=credits,
            canonical_url=None, created=None, created_basis="", created_candidates=candidates, updated=None,
            language=self.language, is_card=False,
        )

    def _with_roles(self, group: Sequence[int], roles: frozenset[BlockRole] | set[BlockRole]) -> list[Unit]:
        return [self.units[i] for i in group if self.blocks[i].role in roles]

    def _span(self, i: int) -> Span:
        return Span(start=self.units[i].start, end=self.units[i].end)

    def _words(self, i: int) -> str:
        return self.units[i].text

    def _canonical(self) -> str | None:
        """The address that the page states of itself; else the one that is known of it."""
        values = [value for value in self.layout.metadata if value.field == "canonical_url"]
        return next((value.value for value in values if value.basis not in KNOWN), values[0].value if values else None)

    def _stated(self, field: str) -> tuple[str, ...]:
        """Values of a metadata field from the first basis that states it."""
        found = [value for value in self.layout.metadata if value.field == field]
        return tuple(value.value for value in found if value.basis == found[0].basis)

    def _language(self, group: Sequence[int]) -> str | None:
        """Told by the running text, else by all words of the page, else by what the page declares."""
        text = " ".join(self.units[i].text for i in group if self.blocks[i].role in NARRATIVE)
        declared = next(iter(self._stated("language")), None)
        told = self.world.tongues.find(text) or self.world.tongues.find(self.page.text)
        return told or (declared.split("-")[0].lower() if declared else None)


def _refusals(
    page: Page, main: Article, wall: Refusal | None, world: World, *, has_text: bool,
) -> tuple[Refusal, ...]:
    reasons = []
    if main.language not in (None, "en"):
        name = world.tongues.names.get(main.language or "", main.language)
        left = "its blocks stay, with names of the tables and what stands in figures"
        reasons.append(f"the page seems to be in {name}: only English is read; {left}")
    if wall is None and not has_text and main.language in (None, "en"):
        reasons.append("no running text was found on the page: it may be a list of links, a wall or a picture page")
    said = tuple(Refusal(page_id=page.id, stage=STAGE, reason=reason) for reason in reasons)
    return said if wall is None else (*said, wall)
