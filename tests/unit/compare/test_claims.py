"""What several articles say to be so, and to how many origins it is traced."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from copydesk.compare import compare_claims, compare_copies, compare_renderings
from copydesk.lexicon import load_world
from copydesk.record import Claim, Relay, Report
from tests.unit.compare.factories import make_entity, make_party, make_report, with_event, with_mention, with_statement

WORLD = load_world()
COASTGUARD = make_entity("Coastguard", "organisation", "NLD")


def claims_of(*reports: Report) -> tuple[Claim, ...]:
    copies = compare_copies(reports=reports, world=WORLD)
    renderings = compare_renderings(reports=reports, world=WORLD)
    return compare_claims(reports=reports, syndications=copies, renderings=renderings, world=WORLD)


def holding(claims: Sequence[Claim], words: str) -> Claim:
    return next(claim for claim in claims if any(words in one.words for one in claim.evidence))


def said(text: str, outlet: str, speaker: str, content: str, **more: object) -> Report:
    return with_statement(make_report(text, outlet), text, content, speaker, **more)  # type: ignore[arg-type]


def test_two_speakers_who_do_not_share_a_body_are_two_origins() -> None:
    """A hospital and the police both know of the crash: origins agree."""
    one = said(
        "The police said a tram hit a van in Ostby and seven people were hurt.", "Herald", "The police",
        "a tram hit a van in Ostby and seven people were hurt", speaker_kind="organisation", organisation="police",
    )
    other = said(
        "Seven people were hurt when a tram hit a van in Ostby, the Varde hospital said.", "Dispatch", "the Varde hospital",
        "Seven people were hurt when a tram hit a van in Ostby", speaker_kind="organisation", organisation="Varde hospital",
    )
    claim = holding(claims_of(one, other), "tram hit a van")
    assert claim.outlets == ("Dispatch", "Herald")
    assert len(claim.origins) == 2
    assert claim.standing == "origins_agree"


def test_one_ministry_is_one_origin_however_many_carry_it() -> None:
    """The ministry, its spokesman and a shorter name of it are one root."""
    contents = "900 people had been moved out of the Lomen valley"
    reports = [
        said(f"The Interior Ministry said {contents}.", "Herald", "The Interior Ministry", contents,
             speaker_kind="organisation", organisation="Interior Ministry"),
        said(f"Olav Berg said {contents}.", "Dispatch", "Olav Berg", contents, role="spokesman",
             organisation="Norwegian Interior Ministry", country="NOR"),
        said(f"The ministry said {contents}.", "Radio", "The ministry", contents, speaker_kind="organisation",
             organisation="ministry"),
    ]
    claim = holding(claims_of(*reports), contents)
    assert len(claim.outlets) == 3
    assert len(claim.origins) == 1
    assert claim.standing == "one_origin"
    assert any("counted as one origin" in reason for reason in claim.reasons)


def test_own_voice_is_listed_and_never_counted() -> None:
    """Two pages that do not say how they know are carried by two and known by nobody."""
    party = (make_party("train"),)
    one = with_event(
        make_report("A goods train derailed outside Vellin.", "Herald"), "A goods train derailed outside Vellin", "derailed",
        "ASSAULT", actors=party,
    )
    other = with_event(
        make_report("A goods train came off the tracks outside Vellin.", "Dispatch"),
        "A goods train came off the tracks outside Vellin", "came off the tracks", "ASSAULT", actors=party,
    )
    (claim,) = claims_of(one, other)
    assert claim.origins == ()
    assert len(claim.own_voice) == 2
    assert claim.standing == "unattributed"


def test_what_a_page_saw_itself_makes_its_outlet_an_origin() -> None:
    """The reporter's own eyes and the ministry are two."""
    seen = with_event(
        make_report("A reporter for the Herald saw six trucks leave the depot at Holt.", "Herald"),
        "six trucks leave the depot at Holt", "leave", "MOBILIZE",
    )
    told = said(
        "Six trucks left the depot at Holt, the defence ministry said.", "Dispatch", "the defence ministry",
        "Six trucks left the depot at Holt", speaker_kind="organisation", organisation="defence ministry",
    )
    claim = holding(claims_of(seen, told), "six trucks leave")
    assert len(claim.origins) == 2
    assert "Herald" in claim.origins


def test_a_copy_of_what_another_saw_adds_no_origin() -> None:
    """The same text under another name carries the claim and knows nothing more."""
    text = (
        "A reporter for the Herald saw nine buses leave the barracks at Holt on Wednesday evening. The buses carried recruits "
        "and drove east along the Arvik road without stopping at the checkpoint. A sentry at the gate would not say where."
    )
    reports = [
        with_event(make_report(text, outlet), "saw nine buses leave the barracks at Holt", "leave", "MOBILIZE")
        for outlet in ("Herald", "Dispatch", "Radio")
    ]
    claim = holding(claims_of(*reports), "nine buses")
    assert len(claim.outlets) == 3
    assert len(claim.origins) == 1


BORROWED = (
    "A reporter for the Herald saw nine buses leave the barracks at Holt on Wednesday evening, carrying recruits east along "
    "the Arvik road without a stop at the checkpoint."
)
HERALD_ONLY = (
    "The barracks were built for two hundred men, and the mess hall still has its old stove and a row of iron beds. Bakers "
    "in the town said orders for bread had doubled since the weekend. At the school below, lessons went on as on any day, "
    "and the bus company gave no answer to questions about its drivers."
)
DISPATCH_ONLY = (
    "Farmers along the river complained that the ford was under water again. They moved their sheep to the upper meadow and "
    "asked the county for sandbags, as they had done in each of the last four springs."
)


@pytest.mark.parametrize(
    ("herald", "dispatch"),
    [
        ("Our reporter saw black smoke above the depot by the Holt bridge.",
         "Late at night our correspondent saw black smoke that stood above the depot by the bridge."),
        ("Our correspondent saw a crane lift the wrecked lock gate.",
         "At dusk our reporter saw a crane that lifted the wrecked gate of the lock."),
    ],
)
def test_a_partial_copy_lends_its_origin_to_the_borrowed_sentences_alone(herald: str, dispatch: str) -> None:
    """What a paper saw itself stays its own, though another paragraph of it was taken over."""
    texts = {"Herald": f"{BORROWED} {herald} {HERALD_ONLY}", "Dispatch": f"{DISPATCH_ONLY} {BORROWED} {dispatch}"}
    days = {"Herald": "2023-03-07", "Dispatch": "2023-03-08"}
    seen = {"Herald": herald.split(" saw ")[1].rstrip("."), "Dispatch": dispatch.split(" saw ")[1].rstrip(".")}
    reports = [
        with_event(with_event(make_report(text, outlet, days[outlet]), "saw nine buses leave the barracks at Holt", "leave",
                              "MOBILIZE"), f"saw {seen[outlet]}", "saw", "CONSULT")
        for outlet, text in texts.items()
    ]
    claims = claims_of(*reports)
    buses, own = holding(claims, "nine buses"), holding(claims, seen["Herald"])
    assert (buses.outlets, buses.origins) == (("Dispatch", "Herald"), ("Herald",))
    assert own.origins == ("Dispatch", "Herald")
    assert not any("text of another" in reason for reason in own.reasons)


def test_unnamed_officials_are_not_counted_apart() -> None:
    """Nobody can know that two officials without names are two people."""
    reports = [
        said(f"{speaker} said that the talks in Brenn had collapsed.", outlet, speaker, "the talks in Brenn had collapsed",
             speaker_kind="anonymous")
        for speaker, outlet in (("A senior official", "Herald"), ("An official", "Dispatch"))
    ]
    assert len(holding(claims_of(*reports), "talks in Brenn").origins) == 1


def test_an_outlet_that_is_relayed_adds_nothing_to_a_named_root() -> None:
    """What the relayed paper rests on is unknown, so it cannot confirm the ministry."""
    named = said("The navy said that a frigate hit a mine off Cape Rohl.", "Herald", "The navy",
                 "a frigate hit a mine off Cape Rohl", speaker_kind="organisation", organisation="navy")
    relayed = said("A frigate hit a mine off Cape Rohl, the Varde Post reported.", "Dispatch", "the Varde Post",
                   "A frigate hit a mine off Cape Rohl", speaker_kind="outlet")
    claim = holding(claims_of(named, relayed), "a frigate hit a mine")
    assert len(claim.outlets) == 2
    assert claim.origins == ("navy",)


def test_where_nobody_is_named_the_first_relay_is_the_root() -> None:
    """"Per the Varde Post" leads to that paper, not to nobody."""
    text = "The bank has frozen 200 accounts, per the Varde Post."
    relays = (
        Relay(name="Varde Post", kind="outlet", evidence="explicit", span=None),
        Relay(name="Herald", kind="page", evidence="explicit", span=None),
    )
    report = with_statement(make_report(text, "Herald"), text, "The bank has frozen 200 accounts", relays=relays)
    (claim,) = claims_of(report)
    assert claim.origins == ("Varde Post",)


def test_a_party_to_the_event_is_flagged() -> None:
    """A state that speaks of what its own forces did is an interested origin."""
    content = "Arvian troops left the port of Sarn"
    text = f"The Arvian army said {content}."
    report = said(text, "Herald", "The Arvian army", content, speaker_kind="organisation", country="ARV")
    report = with_event(report, content, "left", "RETREAT", actors=(make_party("Arvian troops", "ARV"),))
    other = said("The mayor said the port of Sarn was calm.", "Dispatch", "The mayor", "the port of Sarn was calm")
    claims = claims_of(report, other)
    assert holding(claims, content).interested_party
    assert not holding(claims, "was calm").interested_party


def test_a_denial_is_a_stance_on_the_claim_it_denies() -> None:
    """Said by one and denied by another: disputed, with both stances on one claim."""
    one = said("The union said the mine at Dorn had ignored warnings about gas.", "Herald", "The union",
               "the mine at Dorn had ignored warnings about gas", speaker_kind="organisation", organisation="union")
    other = said("The owner denied that the mine at Dorn ignored warnings about gas.", "Dispatch", "The owner",
                 "the mine at Dorn ignored warnings about gas", speaker_kind="organisation", organisation="owner", act="denial")
    claim = holding(claims_of(one, other), "had ignored warnings")
    assert {stance.stance for stance in claim.stances} == {"relays", "denies"}
    assert claim.standing == "disputed"


def test_planned_and_done_are_two_claims() -> None:
    """An announced visit is not a visit."""
    done = with_event(make_report("The queen visited the port of Sarn.", "Herald"), "The queen visited the port of Sarn",
                      "visited", "CONSULT")
    planned = with_event(make_report("The queen will visit the port of Sarn.", "Dispatch"),
                         "The queen will visit the port of Sarn", "visit", "CONSULT", status="planned")
    assert len(claims_of(done, planned)) == 2


def test_other_actors_are_other_claims() -> None:
    """Two states that do the same thing do two things."""
    one = with_event(make_report("Arvia closed its border with Sarn.", "Herald"), "Arvia closed its border with Sarn",
                     "closed", "COERCE", actors=(make_party("Arvia", "ARV"),))
    other = with_event(make_report("Belmark closed its border with Sarn.", "Dispatch"), "Belmark closed its border with Sarn",
                       "closed", "COERCE", actors=(make_party("Belmark", "BLM"),))
    assert len(claims_of(one, other)) == 2


def test_the_gist_is_words_of_the_pages() -> None:
    """A claim is never worded by us."""
    report = said("The mayor said the old bridge at Halme would reopen.", "Herald", "The mayor",
                  "the old bridge at Halme would reopen")
    (claim,) = claims_of(report)
    assert claim.gist in report.page.text
    evidence = claim.evidence[0]
    assert report.page.text[evidence.start : evidence.end] == evidence.words


def test_the_order_of_articles_does_not_matter() -> None:
    """Same reports, other order: the same claims in the same order."""
    reports = [
        with_mention(said(f"The Coastguard said the tanker Orla sank off Cape {cape}.", outlet, "The Coastguard",
                          f"the tanker Orla sank off Cape {cape}", entity=COASTGUARD, speaker_kind="organisation"),
                     "The Coastguard", COASTGUARD)
        for cape, outlet in (("Rohl", "Herald"), ("Rohl", "Dispatch"), ("Varn", "Radio"))
    ]
    assert claims_of(*reports) == claims_of(*reversed(reports))


def test_a_silence_is_no_claim() -> None:
    """"Did not say how many" states nothing to be so."""
    text = "The ministry did not say how many ships had left."
    report = with_statement(make_report(text, "Herald"), text, "how many ships had left", "The ministry",
                            act="silence", utterance="refused", speaker_kind="organisation")
    assert claims_of(replace(report, quantities=())) == ()
