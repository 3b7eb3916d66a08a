"""Pictures of a story: what is known exactly and what is not look different, and every mark leads to its evidence."""

import re
import socket
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from strait_by_hand import AS_OF, PLACES, SAID, TOLD, make_strait

import copydesk
from copydesk.errors import BadOption
from copydesk.record import Evidence, Line, Story
from copydesk.write import write_brief
from copydesk.write.pictures import KINDS, draw_album, draw_story, render_png, render_svg
from copydesk.write.pictures.borders import CONVENTION, Window, cut_countries, load_countries
from copydesk.write.pictures.days import BREAK, lay_days, number_of
from copydesk.write.pictures.drawing import Drawing, Layer, Row
from copydesk.write.pictures.labels import Labels
from copydesk.write.pictures.layout import lay_groups
from copydesk.write.pictures.measuring import shorten, width_of, wrap

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def story() -> Story:
    story = make_strait()
    told = story.claims[0].evidence
    line = Line(
        id="line:1", section="happening", kind="information", text=TOLD[0][0], evidence=told, claim_ids=(), carried_by=1,
        traced_to=1,
    )
    return replace(story, brief=(line,))


def drawn(story: Story, kind: str) -> Drawing:
    drawing = draw_story(story, kind)
    assert drawing is not None
    return drawing


def marks(drawing: Drawing, field: str) -> list[tuple[Layer, Row]]:
    return [(layer, row) for layer in drawing.layers for row in layer.rows if field in row]


def words_of(drawing: Drawing) -> str:
    return " ".join(" ".join(str(row["words"]).split()) for _, row in marks(drawing, "words"))


def test_a_day_is_a_point_and_what_no_page_narrows_is_an_interval(story: Story) -> None:
    """An evening and a week are bars from their beginning to their end; only single days and moments are dots."""
    kinds = {row["begin"]: (layer.kind, layer, row) for layer, row in marks(drawn(story, "timeline"), "begin")}
    assert {begin: kind for begin, (kind, _, _) in kinds.items()} == {
        "2031-05-03": "point", "2031-05-04T18:00": "box", "2031-05-02": "box", "2031-05-05": "point", "2031-05-06": "point",
        "2031-05-09": "point", "2031-05-12": "box",
    }
    _, layer, week = kinds["2031-05-02"]
    first, last = number_of("2031-05-02"), number_of("2031-05-08")
    assert (week["x"], week["x2"]) == (first, last + 1 if last else None)
    assert layer.across.at(week["x2"]) > layer.across.at(week["x"])


def test_what_lies_ahead_is_parted_by_a_rule_and_told_as_ahead(story: Story) -> None:
    """Marks of days after the day the story is seen from stand right of its rule, hollow, below the word AHEAD."""
    drawing = drawn(story, "timeline")
    placed = {row["begin"]: (layer.across.at(row["x"]), row) for layer, row in marks(drawing, "begin")}
    rules = [row["x"] for layer in drawing.layers for row in layer.rows if layer.kind == "rule" and row["x"] == row["x2"]
             and row["stroke"] == "accent"]
    (edge,) = rules
    assert {begin for begin, (x, row) in placed.items() if row["ahead"]} == {"2031-05-09", "2031-05-12"}
    assert all((x >= edge) == row["ahead"] for x, row in placed.values())
    assert all(row["fill"] == "paper" for _, row in placed.values() if row["ahead"])
    assert "AHEAD of Tue 6 May" in words_of(drawing)


def test_each_standing_has_a_form_of_its_own(story: Story) -> None:
    """Colour is never alone: six standings, six pairs of form and filling."""
    drawing = drawn(story, "timeline")
    key = [(row["shape"], row["fill"] == "paper") for layer, row in marks(drawing, "shape") if "begin" not in row]
    assert len(set(key)) == 6
    for words in ("origins agree", "one origin", "origin unstated", "disputed", "denied", "superseded"):
        assert words in words_of(drawing)


def test_claims_without_a_day_are_counted(story: Story) -> None:
    """Nothing is left out silently."""
    assert drawn(story, "timeline").left_out == ("Claims drawn: 7 of the story’s 8; without a day: 1.",)


def test_only_the_entries_that_most_outlets_carry_are_drawn_where_there_are_too_many(story: Story) -> None:
    """Fifty entries: forty rows, and the rest is told."""
    crowded = replace(story, timeline=tuple(replace(story.timeline[0], gist=f"Ferry {n}") for n in range(50)))
    drawing = drawn(crowded, "timeline")
    assert len(marks(drawing, "begin")) == 40
    assert "Dated, but carried by fewer outlets and not drawn: 10 more." in drawing.left_out


def test_long_empty_stretches_are_cut_and_shown_as_cut() -> None:
    """Days stay equally wide on both sides; the days left out are counted."""
    days = lay_days([(100, 110), (400, 405)], begin=0, end=300)
    (cut,) = days.breaks
    assert cut[1] - cut[0] == pytest.approx(BREAK)
    assert cut[2] == 400 - 111 - (111 - 111)
    widths = [days.scale.at(first + 1) - days.scale.at(first) for first, _ in days.pieces]
    assert widths[0] == pytest.approx(widths[1])
    assert lay_days([(1, 3), (8, 9)], begin=0, end=300).breaks == ()


def test_an_area_never_looks_like_a_spot(story: Story) -> None:
    """Countries, regions and seas are hollow rings, the wider the larger; towns and sites are small and filled."""
    signs = {row["name"]: row for layer, row in marks(drawn(story, "map"), "level") if layer.kind == "point"}
    rings = {name for name, row in signs.items() if row["fill"] != "accent"}
    assert rings == {"Italy", "Albania", "Apulia", "Adriatic Sea"}
    assert set(signs) - rings == {"Brindisi", "Durres", "Vlore", "Bari", "Harbour Hall"}
    assert signs["Italy"]["size"] > signs["Apulia"]["size"] > 2 * signs["Bari"]["size"]
    assert signs["Harbour Hall"]["shape"] != signs["Bari"]["shape"]


def test_every_level_is_labelled_and_the_borders_say_whose_they_are(story: Story) -> None:
    """The key names each level, each place has its name, and the convention of the borders is printed."""
    told = words_of(drawn(story, "map"))
    for words in ("country", "region", "landscape", "town or city", "building or site", *(set(PLACES) - {"the Balkans"})):
        assert words in told
    assert CONVENTION in told


def test_places_that_cannot_be_drawn_are_told(story: Story) -> None:
    """No point, or too wide for one."""
    left_out = drawn(story, "map").left_out
    assert left_out == ("Parts of the world, not drawn: the Balkans.", "Without a known point: Lower Pellin.")


def test_a_place_far_off_is_told_instead_of_shrinking_the_map(story: Story) -> None:
    """One harbour on the other side of the world, named once."""
    report = story.reports[0]
    place = next(one for one in report.places if one.name == "Vlore")
    far = replace(place, name="Port Lennow", latitude=-41.3, longitude=174.8, gazetteer_id="far", country="NZL")
    moved = replace(story, reports=(replace(report, places=(*report.places, far)),))
    drawing = drawn(moved, "map")
    assert "Outside the map: Port Lennow (town or city)." in drawing.left_out
    assert {row["name"] for _, row in marks(drawing, "level")} >= {"Bari", "Durres"}


def test_land_is_cut_to_the_window_and_runs_over_the_date_line() -> None:
    """Every point of a shape lies in the window; Fiji is whole where the window crosses 180 degrees."""
    window = Window(west=165, south=-25, east=200, north=-10)
    shapes = cut_countries(window)
    assert {"FJI", "VUT"} <= set(shapes)
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    assert all(165 <= x <= 200 and -25 <= y <= -10 for x, y in points)
    assert window.holds(-178, -18)
    assert len(load_countries()) == 177


def test_scores_stand_on_their_side_of_the_zero_line(story: Story) -> None:
    """Conflict hangs down, cooperation stands up, a mean of zero is a sign on the line."""
    bars = {row["day"]: (layer, row) for layer, row in marks(drawn(story, "tension"), "score") if layer.kind != "text"}
    assert {day: layer.kind for day, (layer, _) in bars.items()} == {
        "2031-05-03": "box", "2031-05-05": "box", "2031-05-06": "point",
    }
    layer, down = bars["2031-05-03"]
    assert (down["y"], down["y2"]) == (0, -6.5)
    assert layer.down.at(-6.5) > layer.down.at(0) > layer.down.at(4.0)
    assert layer.down.domain == (-10.0, 10.0)
    assert "coerce: “closed Harbour Hall”" in down["tell"]
    assert "Albania – Italy" in words_of(drawn(story, "tension"))


def test_pairs_beyond_the_panels_are_told_in_words(story: Story) -> None:
    """Eight pairs: six panels, two sentences."""
    more = tuple(replace(story.tension[0], actors=("ALB", f"Crew {n}"), score=-float(n)) for n in range(1, 8))
    drawing = drawn(replace(story, tension=(*story.tension[:1], *more)), "tension")
    assert drawing.left_out == ("Not drawn: Sat 3 May 2031: Albania – Crew 2 −2.0; Sat 3 May 2031: Albania – Crew 1 −1.0.",)


def test_ties_tell_who_did_what_to_whom_and_whether_it_was_done(story: Story) -> None:
    """What is planned is dashed and asked; colours follow PLOVER's quarters."""
    ties = {(row["quad"], row["manner"]): (layer, row) for layer, row in marks(drawn(story, "network"), "quad")
            if layer.kind == "shape"}
    assert set(ties) == {("MX", "done"), ("VC", "not yet"), ("VX", "done")}
    assert ties["MX", "done"][1]["tell"] == "Albania → Italy · coerce: “closed Harbour Hall” A2"
    assert "strokeDash" in ties["VC", "not yet"][0].style
    assert "strokeDash" not in ties["MX", "done"][0].style
    assert "consult?" in words_of(drawn(story, "network"))


def test_who_speaks_of_whom_is_a_tie_where_nothing_is_done(story: Story) -> None:
    """An accusation that no event codes still leads from its speaker to whom it names."""
    report = story.reports[0]
    quiet = replace(story, reports=(replace(report, events=report.events[:2]),))
    marked = replace(report.statements[0], content=(replace(report.statements[0].span, end=report.statements[0].span.end),))
    quiet = replace(quiet, reports=(replace(quiet.reports[0], statements=(marked,)),))
    (tie,) = [row for layer, row in marks(drawn(quiet, "network"), "quad") if layer.kind == "shape" and row["quad"] == "words"]
    assert tie["tell"].startswith("Marta Celli → Albania (about) · accusation: “" + SAID)


def test_a_layout_is_the_same_each_time_and_nobody_covers_another() -> None:
    """No chance in it; twelve nodes with room for their names."""
    edges = [(0, n) for n in range(1, 9)] + [(9, 10), (10, 11)]
    first, height = lay_groups(12, edges, width=660, sizes=[(90, 50)] * 12)
    assert (first, height) == lay_groups(12, edges, width=660, sizes=[(90, 50)] * 12)
    for one in range(12):
        for other in range(one):
            assert abs(first[one][0] - first[other][0]) >= 89 or abs(first[one][1] - first[other][1]) >= 49


def test_names_never_cover_each_other() -> None:
    """Where there is no room a name is not written."""
    labels = Labels(edge=(0, 0, 60, 40))
    assert labels.place(30, 20, away=4, width=20, height=10) is not None
    found = [labels.place(30, 20, away=4, width=20, height=10) for _ in range(12)]
    boxes = [each[0] for each in found if each]
    assert None in found
    assert all(
        a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3] for n, a in enumerate(boxes) for b in boxes[:n]
    )


def test_words_are_cut_at_a_word() -> None:
    """Never beyond the width, and with a sign that more follows."""
    words = "The harbour council of Lower Pellin postponed the vote"
    assert wrap(words, size=12, width=150, lines=2)[-1].endswith(" …")
    assert all(width_of(row, 12) <= 150 for row in wrap(words, size=12, width=150, lines=3))
    assert shorten("Brindisi", size=12, width=150) == "Brindisi"
    assert shorten("Llanfairpwllgwyngyllgogerychwyrndrobwll", size=12, width=90).endswith("…")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_story_gives_the_same_bytes(story: Story, kind: str) -> None:
    """Whatever was drawn before; SVG and PNG."""
    first = render_svg(drawn(story, kind)), render_png(drawn(story, kind))
    for other in KINDS:
        render_svg(drawn(story, other))
    assert (render_svg(drawn(story, kind)), render_png(drawn(story, kind))) == first
    assert first[1].startswith(b"\x89PNG")


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_says_what_it_is_and_follows_light_and_dark(story: Story, kind: str) -> None:
    """Title and description for those who do not see it, full words at every mark that leads somewhere."""
    root = ElementTree.fromstring(render_svg(drawn(story, kind)))
    assert root.findtext(f"{SVG}title")
    assert len(root.findtext(f"{SVG}desc") or "") > 40
    assert "prefers-color-scheme:dark" in (root.findtext(f"{SVG}style") or "")
    anchors = list(root.iter(f"{SVG}a"))
    assert anchors
    assert all(one.get("href", "").startswith("https://courier.example/ferries#:~:text=") for one in anchors)
    assert all(child.find(f"{SVG}title") is not None for one in anchors for child in one)
    assert not [one for one in root.iter() if one.get("style") or "evidence.invalid" in str(one.attrib)]


def test_nothing_is_asked_of_a_network(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawn with every socket blocked, and with no address in it but the pages' own."""
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    for kind in KINDS:
        svg = render_svg(drawn(story, kind))
        assert set(re.findall(r"https?://[^/\"]+", svg)) == {"http://www.w3.org", "https://courier.example"}


def test_links_of_the_html_brief_lead_into_its_pages(story: Story) -> None:
    """Evidence that a line cites is linked by its number, all else by its block; the policy allows no style but its own."""
    page = write_brief(story, form="html", pictures=True)
    section = page.split('id="pictures"')[1].split("</section>")[0]
    links, places = set(re.findall(r'href="#([^"]+)"', section)), set(re.findall(r'\bid="([^"]+)"', page))
    assert "e1" in links
    assert any(link.startswith("row-A") for link in links)
    assert links <= places
    assert section.count("<svg") == 4
    assert ' style="' not in section
    assert "<style" not in section


def test_a_brief_without_pictures_is_as_it_was(story: Story) -> None:
    """They come only where they are asked for."""
    assert "<svg" not in write_brief(story, form="html")
    with pytest.raises(BadOption, match="html"):
        write_brief(story, form="text", pictures=True)


def test_markdown_links_the_files_beside_it(story: Story) -> None:
    """One picture a paragraph, each a link to itself."""
    written = write_brief(story, form="markdown", album=draw_album(story, folder="brief-pictures"))
    assert "(<brief-pictures/map.svg>)](<brief-pictures/map.svg>)" in written
    assert written.index("## Pictures") < written.index("## Evidence")


def test_what_has_nothing_to_show_is_left_out_and_said(story: Story) -> None:
    """A story without days, points, scores and ties has four sentences and no picture."""
    report = replace(story.reports[0], places=(), events=(), statements=())
    bare = replace(story, reports=(report,), timeline=(), tension=())
    assert all(draw_story(bare, kind) is None for kind in KINDS)
    page = write_brief(bare, form="html", pictures=True)
    assert "No timeline: no claim names a day." in page
    assert "No map: no place of a claim or event has a known point." in page
    assert "<svg" not in page
    with pytest.raises(BadOption, match="no map to draw"):
        copydesk.draw(bare, "map")


@pytest.mark.parametrize("library", ["altair", "vl_convert"])
def test_a_missing_extra_is_named(story: Story, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the libraries that draw there is one clear sentence."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(BadOption, match=r"copydesk\[pictures\]"):
        copydesk.draw(story, "timeline")


def test_foreign_words_stay_words(story: Story) -> None:
    """Markup and odd addresses on a page become neither elements nor links."""
    gist = 'Ferries </title><script>alert("x")</script> & co. sailed'
    report = replace(story.reports[0], page=replace(story.reports[0].page, url="javascript:alert(1)"))
    entry = replace(story.timeline[0], gist=gist)
    svg = copydesk.draw(replace(story, reports=(report,), timeline=(entry,), title="<b>Bold</b>"), "timeline")
    root = ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "javascript" not in svg
    assert list(root.iter(f"{SVG}a")) == []


def test_an_unknown_kind_is_refused(story: Story) -> None:
    """The kinds that there are are named."""
    with pytest.raises(BadOption, match="timeline, map, tension, network"):
        copydesk.draw(story, "gauge")


def test_a_story_without_a_day_of_its_own_has_no_ahead(story: Story) -> None:
    """Where no page says when it was written nothing is parted."""
    drawing = drawn(replace(story, as_of=None), "timeline")
    assert "AHEAD" not in words_of(drawing)
    assert "as of an unknown day" in words_of(drawing)
    assert AS_OF not in words_of(drawing)


def test_evidence_of_a_page_that_is_not_there_has_no_link(story: Story) -> None:
    """A claim whose page the story does not hold is drawn without one."""
    lost = Evidence(page_id="page:lost", start=0, end=4, words="lost")
    entry = replace(story.timeline[0], evidence=(lost,))
    (row,) = [row for _, row in marks(drawn(replace(story, timeline=(entry,)), "timeline"), "begin")]
    assert row["link"] is None
