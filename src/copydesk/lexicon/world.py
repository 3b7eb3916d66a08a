"""The World: every lexicon table, loaded once when first asked for, then frozen and shared by all stages."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

from copydesk.lexicon.actorwords import ActorWords, load_actor_words
from copydesk.lexicon.agents import Agents, load_agents
from copydesk.lexicon.ages import Ages, AgeWords
from copydesk.lexicon.alphabets import Alphabet, Alphabets
from copydesk.lexicon.cameo import CameoLexicon, is_cameo_folder, load_cameo
from copydesk.lexicon.clues import CountryClues, load_country_clues
from copydesk.lexicon.cues import Cues, load_cues
from copydesk.lexicon.editing import Editing
from copydesk.lexicon.eventcodes import AcledNearest, CameoNearest, EventCodes, PloverOfCameo, SectorOfCameo, StateCodes
from copydesk.lexicon.feasts import Feasts
from copydesk.lexicon.fiscal import FiscalYears
from copydesk.lexicon.furniture import Furniture, load_furniture
from copydesk.lexicon.gazetteer import Gazetteer
from copydesk.lexicon.grading import BandRow, Grading, ReasonRow
from copydesk.lexicon.known import KnownNames
from copydesk.lexicon.livewords import LivePhrase, LiveWords
from copydesk.lexicon.mailwords import MailLanguage, MailWords
from copydesk.lexicon.months import MonthNames, Months
from copydesk.lexicon.namebook import NameBook
from copydesk.lexicon.offices import Offices, load_offices
from copydesk.lexicon.outlets import Outlets, load_outlets
from copydesk.lexicon.pagestates import PagePhrase, PageStates
from copydesk.lexicon.placewords import PlaceWords, load_place_words
from copydesk.lexicon.plover import Plover
from copydesk.lexicon.quantitywords import QuantityWords
from copydesk.lexicon.reference import Reference, load_reference
from copydesk.lexicon.regions import AreaAbbreviation, Regions, load_area_abbreviations, load_regions
from copydesk.lexicon.register import Register, load_register
from copydesk.lexicon.scales import Scale, Scales
from copydesk.lexicon.signatures import Signatures, Weighing, load_signatures, load_weighing
from copydesk.lexicon.states import States, load_states
from copydesk.lexicon.tables import FOLDER, load_rows
from copydesk.lexicon.tensewords import TenseWords, load_tense_words
from copydesk.lexicon.timecontext import TimeContext
from copydesk.lexicon.timepatterns import TimePatterns
from copydesk.lexicon.titles import Titles, load_titles
from copydesk.lexicon.tongues import Tongue, Tongues
from copydesk.lexicon.votes import Vote, Votes
from copydesk.lexicon.wording import Wording
from copydesk.lexicon.writers import Writers, WriterWords


class World:
    """All tables of one lexicon folder. Each property loads and compiles its table on first use.

    folder: holds `en/` (words of English) and `world/` (states, offices, places, outlets). constructions: a user's folders
    of event constructions, laid out like `en/events`, or of CAMEO dictionaries; their rows win over ours.
    """

    def __init__(self, folder: Path = FOLDER, constructions: tuple[Path, ...] = ()) -> None:
        self.folder, self._constructions = folder, constructions

    @cached_property
    def english(self) -> Path:
        """The folder of the English tables."""
        return self.folder / "en"

    @cached_property
    def outlets(self) -> Outlets:
        """Publishers by name, handle, host and credit (world/outlets)."""
        return load_outlets(self.folder)

    @cached_property
    def furniture(self) -> Furniture:
        """Words of page furniture: phrases of promotions, notes, credits and the like, and words of markup."""
        return load_furniture(self.english, self.outlets.rows)

    @cached_property
    def page_states(self) -> PageStates:
        """Words of walls and of missing pages (en/page_states.tsv and, for other languages, world/page_states.tsv)."""
        folders = (self.english, self.folder / "world")
        return PageStates(row for folder in folders for row in load_rows(folder / "page_states.tsv", PagePhrase))

    @cached_property
    def live_words(self) -> LiveWords:
        """Words of live pages and of the stamps of their entries (en/live_words.tsv)."""
        return LiveWords(load_rows(self.english / "live_words.tsv", LivePhrase))

    @cached_property
    def tongues(self) -> Tongues:
        """Which language a text is written in."""
        return Tongues(load_rows(self.folder / "world" / "languages.tsv", Tongue))

    @cached_property
    def alphabets(self) -> Alphabets:
        """In which encoding bytes give the letters of one language (world/alphabets.tsv)."""
        return Alphabets(load_rows(self.folder / "world" / "alphabets.tsv", Alphabet))

    @cached_property
    def months(self) -> Months:
        """Full dates as pages of other languages show them, and words of updates (world/months.tsv)."""
        return Months(load_rows(self.folder / "world" / "months.tsv", MonthNames))

    @cached_property
    def mail_words(self) -> MailWords:
        """What mail programs write around a forwarded article (world/mail_words.tsv)."""
        return MailWords(load_rows(self.folder / "world" / "mail_words.tsv", MailLanguage))

    @cached_property
    def writers(self) -> Writers:
        """What stands before and between names of writers in other languages (world/writers.tsv)."""
        return Writers(load_rows(self.folder / "world" / "writers.tsv", WriterWords))

    @cached_property
    def ages(self) -> Ages:
        """How long ago something was published, as pages of other languages say it (world/ages.tsv)."""
        return Ages(load_rows(self.folder / "world" / "ages.tsv", AgeWords))

    @cached_property
    def scales(self) -> Scales:
        """Words that multiply a number in digits, in languages other than English (world/scales.tsv)."""
        return Scales(load_rows(self.folder / "world" / "scales.tsv", Scale))

    @cached_property
    def event_codes(self) -> EventCodes:
        """What other projects call PLOVER's events (en/plover_cameo, en/plover_acled), PLOVER theirs, and states."""
        return EventCodes(
            load_rows(self.english / "plover_cameo.tsv", CameoNearest),
            load_rows(self.english / "plover_acled.tsv", AcledNearest),
            load_rows(self.folder / "world" / "state_codes.tsv", StateCodes),
            load_rows(self.english / "cameo_plover.tsv", PloverOfCameo),
            load_rows(self.english / "cameo_sectors.tsv", SectorOfCameo),
        )

    @cached_property
    def actor_words(self) -> ActorWords:
        """Words that decide whose an actor is (en/actor_words.tsv)."""
        return load_actor_words(self.english / "actor_words.tsv")

    @cached_property
    def states(self) -> States:
        """States, territories and the words for them (world/states.tsv)."""
        return load_states(self.folder / "world" / "states.tsv")

    @cached_property
    def offices(self) -> Offices:
        """Who held which office when, and who led what is no government (world/offices.tsv, people.tsv)."""
        return load_offices(self.folder / "world", self.states)

    @cached_property
    def register(self) -> Register:
        """Organisations, forces, parties, armed groups, and the institutions that states have (world/register.tsv)."""
        return load_register(self.folder / "world")

    @cached_property
    def regions(self) -> Regions:
        """Parts of the world, waters, mountains and provinces known by English names (world/regions.tsv)."""
        return load_regions(self.folder / "world" / "regions.tsv")

    @cached_property
    def area_abbreviations(self) -> dict[str, AreaAbbreviation]:
        """Short forms of states and provinces after a town and a comma (world/area_abbreviations.tsv)."""
        return load_area_abbreviations(self.folder / "world" / "area_abbreviations.tsv")

    @cached_property
    def country_clues(self) -> CountryClues:
        """Words that are at home in one or a few states (world/country_clues.tsv)."""
        return load_country_clues(self.folder / "world" / "country_clues.tsv")

    @cached_property
    def place_words(self) -> PlaceWords:
        """Words that go with the names of places (en/place_words.tsv, area_kinds.tsv, short_place_words.tsv)."""
        return load_place_words(self.english)

    @cached_property
    def places(self) -> Gazetteer:
        """A quarter of a million places (world/places.bin, compiled by scripts/build_places)."""
        return Gazetteer(self.folder / "world" / "places.bin")

    @cached_property
    def titles(self) -> Titles:
        """Titles, given names with their gender, and what only governments do."""
        return load_titles(self.folder)

    @cached_property
    def known_names(self) -> KnownNames:
        """States, actors, regions, persons and outlets by name, compiled to be looked for all at once."""
        return KnownNames(self.states, self.register, self.regions, self.offices, self.outlets)

    @cached_property
    def name_book(self) -> NameBook:
        """What the tables know of the words of a sentence, for the reader model."""
        return NameBook(self)

    @cached_property
    def name_votes(self) -> Votes:
        """What the tables know of a name, as votes for its kind (en/name_votes.tsv)."""
        return Votes(self.name_book, load_rows(self.english / "name_votes.tsv", Vote))

    @cached_property
    def editing(self) -> Editing:
        """What an editor may drop from a sentence, and labels of what matters (en/editing.tsv)."""
        return Editing(self.english)

    @cached_property
    def wording(self) -> Wording:
        """Content stems, words that stand for one another, and words that tell how two reports relate."""
        return Wording(self.english)

    @cached_property
    def cues(self) -> Cues:
        """Words that report speech or an attitude, in their constructions."""
        return load_cues(self.english)

    @cached_property
    def signatures(self) -> Signatures:
        """What follows from verbs and adjectives for the clauses they govern."""
        return load_signatures(self.english)

    @cached_property
    def weighing(self) -> Weighing:
        """Learned weights that turn a predicate's factors into a value of factuality."""
        return load_weighing(self.english / "factuality.json")

    @cached_property
    def ends(self) -> Weighing:
        """Learned weights that choose where what a cue says ends."""
        return load_weighing(self.english / "ends.json")

    @cached_property
    def reference(self) -> Reference:
        """Learned weights of who is who inside an article (en/reference.json)."""
        return load_reference(self.english / "reference.json")

    @cached_property
    def plover(self) -> Plover:
        """PLOVER's scores, modes and contexts, and the constructions that tell of events (en/events)."""
        return Plover(self.english / "events", tuple(one for one in self._constructions if not is_cameo_folder(one)))

    @cached_property
    def dictionary(self) -> CameoLexicon | None:
        """A user's CAMEO dictionaries; None where none were given. Raises BadLexicon naming file and line."""
        return next((load_cameo(one) for one in self._constructions if is_cameo_folder(one)), None)

    @cached_property
    def grading(self) -> Grading:
        """How sure a coded event is, and why (en/event_confidence.tsv, en/event_bands.tsv)."""
        return Grading(
            load_rows(self.english / "event_confidence.tsv", ReasonRow), load_rows(self.english / "event_bands.tsv", BandRow)
        )

    @cached_property
    def agents(self) -> Agents:
        """Words for kinds of actors and their sectors (en/agents.tsv)."""
        return load_agents(self.english / "agents.tsv")

    @cached_property
    def times(self) -> TimePatterns:
        """Words and patterns of expressions of time."""
        return TimePatterns(self.english)

    @cached_property
    def feasts(self) -> Feasts:
        """Days of other calendars and the days of states (world/feasts.tsv, world/national_days.tsv)."""
        return Feasts(self.folder / "world")

    @cached_property
    def fiscal_years(self) -> FiscalYears:
        """When the fiscal years of states begin (world/fiscal_years.tsv)."""
        return FiscalYears(self.folder / "world")

    @cached_property
    def quantities(self) -> QuantityWords:
        """Number words, units and bounds."""
        return QuantityWords(self.english)

    @cached_property
    def time_context(self) -> TimeContext:
        """Words beside an expression of time that decide whether it is one."""
        return TimeContext(self.english)

    @cached_property
    def tense_words(self) -> TenseWords:
        """Words that tell the tense of a clause."""
        return load_tense_words(self.english)


@cache
def load_world(folder: Path = FOLDER, constructions: tuple[Path, ...] = ()) -> World:
    """The World of a lexicon folder and a user's constructions, one per process.

    Tables load when first used; BadLexicon names a bad row.
    """
    return World(folder, constructions)
