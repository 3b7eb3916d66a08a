"""Words are found in any script, without regard to case and marks, with page, line and the exact words."""

from __future__ import annotations

from typing import Any

import pytest

from copydesk.errors import BadOption
from copydesk.store import Asked, search
from copydesk.store.folding import fold_asked, fold_words
from tests.unit.store.texts import FERRY, WHEAT

PAGES = {
    "a.txt": FERRY,
    "w.txt": WHEAT,
    "czech.txt": "Dělníci v přístavu\n\nDělníci v přístavu Ústí skončili stávku, uvedla odborová rada v pondělí.\n",
    "russian.txt": "Паром сел на мель\n\nБереговая охрана сообщила, что ещё двое пассажиров парома ранены у Кальвара.\n",
    "arabic.txt": "جنوح عبّارة قرب كالفار\n\nقال خفر السواحل إنّ الهُدنة في الميناء ما زالت قائمة وإن العبارة عادت إلى الرصيف.\n",
    "chinese.txt": "渡轮在卡尔瓦附近搁浅\n\n海岸警卫队表示，两名乘客受伤，停火协议仍然有效，渡轮已被拖回港口。\n",
    "thai.txt": "เรือเกยตื้น\n\nหน่วยยามฝั่งกล่าวว่าผู้โดยสารสองคนได้รับบาดเจ็บและเรือถูกลากกลับท่าเรือแล้ว\n",
}


@pytest.mark.parametrize(("asked", "page", "held"), [
    ("AGROUND kalvar sunday", "a.txt", "ran aground"),
    ('"ran aground off"', "a.txt", "ran aground"),
    ("subsid*", "w.txt", "subsidy"),
    ("delnici stavku", "czech.txt", "stávku"),
    ("пассажиров еще", "russian.txt", "ещё двое"),
    ("الهدنة", "arabic.txt", "الهُدنة"),
    ("العباره", "arabic.txt", "العبارة"),
    ("停火", "chinese.txt", "停火协议"),
    ("渡轮 受伤", "chinese.txt", "受伤"),
    ("บาดเจ็บ", "thai.txt", "บาดเจ็บ"),
])
def test_words_are_found_in_their_script(book: Any, asked: str, page: str, held: str) -> None:
    """The article that has all of them, shown by the line that holds most, exactly as it stands."""
    book.add({name: PAGES[name] for name in dict.fromkeys(("a.txt", page))})
    with book.ledger.reading() as connection:
        found = [one for one in search(connection, Asked(words=asked)).found if one.kind == "article"]
    (one,) = found
    assert one.key.endswith(page)
    assert held in one.words
    text = PAGES[page]
    assert text[one.start : one.stop] == one.words
    assert text.split("\n")[one.line - 1].strip() == one.words


def test_words_that_do_not_stand_together_are_no_phrase(book: Any) -> None:
    """Characters of a phrase in another order, or a phrase broken up, are not found."""
    book.add({"chinese.txt": PAGES["chinese.txt"], "a.txt": FERRY})
    assert book.find("火停") == []
    assert book.find('"aground ran"') == []
    assert book.find("ferry wheat") == []


def test_statements_are_found_by_their_speaker(book: Any) -> None:
    """--by asks for the speaker alone, with or without words; kinds and stories narrow it."""
    book.add({"a.txt": FERRY, "w.txt": WHEAT})
    assert {kind for kind, _ in book.find("", by="coast guard")} <= {"statement", "quote"}
    assert any("140 people" in words for _, words in book.find("aground", by="coast guard"))
    assert book.find("aground", by="union") == []
    assert {kind for kind, _ in book.find("ferry", kind="article")} == {"article"}
    ferry = next(row for row in book.stories() if "ferry" in row.title.lower())
    assert book.find("strike", story_id=ferry.id) == []


def test_what_a_day_leaves_out_is_counted(book: Any) -> None:
    """Articles before the day are not asked for; those without a day are told as a number."""
    book.add({"a.txt": FERRY, "chinese.txt": PAGES["chinese.txt"]})
    with book.ledger.reading() as connection:
        late = search(connection, Asked(words="ferry", since="2024-03-05"))
        undated = search(connection, Asked(words="渡轮", since="2024-03-05"))
    assert (late.total, late.undated) == (0, 0)
    assert (undated.total, undated.undated) == (0, 1)


def test_a_correction_is_found_too(book: Any) -> None:
    """Whom a person names as the speaker is asked for by that name."""
    book.add({"a.txt": FERRY})
    assert book.find("", by="Ilan Sorrel") == []
    one = book.judge("speaker", "a.txt", "the coast guard", "Ilan Sorrel")
    assert any("140 people" in words for _, words in book.find("", by="sorrel"))
    book.judge("undo", one)
    assert book.find("", by="sorrel") == []


@pytest.mark.parametrize("asked", ['"', "*", "' OR 1 --", "a AND (b", 'NEAR("x" "y")', "words:ferry", "\x00", "|&!"])
def test_odd_questions_break_nothing(book: Any, asked: str) -> None:
    """Signs that an index has a meaning for are no commands here."""
    book.add({"a.txt": FERRY})
    try:
        found = book.find(asked)
    except BadOption:
        found = []
    assert found == []


def test_nothing_asked_is_refused(file_book: Any) -> None:
    """Neither words nor a speaker."""
    with pytest.raises(BadOption, match="search for what"):
        file_book.find("  ")


def test_folding_evens_case_marks_and_letters() -> None:
    """What a person may type otherwise is one word."""
    assert fold_words("Łódź ÉTÉ Straße") == ("lodz", "ete", "strasse")
    assert fold_words("停火yes") == ("停", "火", "yes")
    assert fold_asked('mayor* "two words"') == (("mayor", "*"), ("two", "words"))
