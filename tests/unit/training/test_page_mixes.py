"""Pages for training made out of marked ones: labels keep to their words whatever is done to a page."""

import random

from copydesk.clean.labeller import bare_label
from training.page_layouts import Story
from training.page_mixes import Mixer, Part, join_parts, wrap_parts

PAGE = [
    Part("Hens cross road at Tarn", "headline"), Part("Asta Grund", "byline"),
    Part("Nine hens crossed the road at Nether Tarn on Monday, the police said, and none of them would say why.", "paragraph"),
    Part("Mayor finds hat", "new:headline", blank=True), Part("2 hours ago", "card:timestamp"),
]
STORIES = [Story("A bridge reopens", ("The bridge at Tarn was opened again on Friday after a year of work on it.",))]


def test_joined_parts_can_be_cut_out_again() -> None:
    """Parts on one line, parts below an empty line."""
    parts = [*PAGE, Part("Photo: Ann Lee", "card:credit", joined=True)]
    text, stretches = join_parts(parts)
    assert [(text[start:end], label) for start, end, label in stretches] == [(part.text, part.label) for part in parts]
    assert text.endswith("2 hours ago Photo: Ann Lee")
    assert "none of them would say why.\n\nMayor finds hat" in text


def test_broken_lines_keep_the_label_of_their_block() -> None:
    """The first line of a card alone opens it."""
    lines = wrap_parts([PAGE[2], Part("A mayor who had lost his hat has found it", "new:headline")], 24)
    assert [line.label for line in lines] == ["paragraph"] * 5 + ["new:headline", "card:headline"]
    assert all(len(line.text) <= 24 for line in lines)


def test_mixed_pages_have_the_labels_of_their_layouts() -> None:
    """Forty pages: no label that the layout has not, no card that opens twice, and other words than before."""
    mixer = Mixer([PAGE], STORIES, ["quiet", "harbour"], random.Random(3))
    made = [mixer.make() for _ in range(40)]
    assert {part.label for page in made for part in page} <= {part.label for part in PAGE}
    assert all(bare_label(part.label) == "headline" for page in made for part in page if part.label.startswith("new:"))
    assert any(part.text not in {each.text for each in PAGE} for page in made for part in page)


def test_furniture_of_one_page_is_set_among_the_paragraphs_of_another() -> None:
    """Between two paragraphs or below the last, and never a piece of a card without its first line."""
    other = [Part("Weir mended", "headline"), Part("The weir at Tarn was mended on Sunday by two masons.", "paragraph"),
             Part("It will be opened by the mayor, who paid for the lime.", "paragraph"), Part("Share", "navigation")]
    mixer = Mixer([PAGE, other], STORIES, ["quiet"], random.Random(5))
    labels = [[part.label for part in mixer._graft(other)] for _ in range(60)]
    assert ["headline", "paragraph", "new:headline", "card:timestamp", "paragraph", "navigation"] in labels
    assert ["headline", "paragraph", "paragraph", "navigation", "navigation"] in labels
    assert not any("card:timestamp" in found and "new:headline" not in found for found in labels)
