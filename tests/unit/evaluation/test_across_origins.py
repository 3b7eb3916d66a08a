"""The exam of origins: its cases say what they must, and each truth is answered for by the claim that holds its phrases."""

from __future__ import annotations

import pytest

from copydesk.run import load_desk
from evaluation.across_origins import PARTS, count_origins, read_cases


@pytest.mark.parametrize("part", list(PARTS))
def test_phrases_of_origin_cases_stand_in_their_articles(part: str) -> None:
    """Ids once; two articles or more, each with outlet and day; every phrase stands in an article."""
    cases = list(read_cases(PARTS[part]))
    assert cases
    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        texts = [article["text"] for article in case["articles"]]
        assert len(texts) >= 2, case["id"]
        assert all(article["outlet"] and article["created"] for article in case["articles"]), case["id"]
        assert case["claims"], case["id"]
        for truth in case["claims"]:
            assert truth["origins"] >= 0, case["id"]
            assert truth["phrases"], case["id"]
            for phrase in truth["phrases"]:
                assert any(phrase in text for text in texts), (case["id"], phrase)


def test_stated_and_counted_origins_stand_side_by_side() -> None:
    """One minister on two pages is one origin; a truth whose phrases no page holds is counted as none."""
    case = {
        "id": "tram",
        "articles": [
            {"outlet": "Weir Gazette", "created": "2024-02-06", "text": "The tram depot will move, mayor Ida Brandt said."},
            {"outlet": "Moor Radio", "created": "2024-02-06", "text": "Mayor Ida Brandt said the tram depot would move."},
        ],
        "claims": [
            {"origins": 1, "phrases": ["The tram depot will move", "the tram depot would move"]},
            {"origins": 2, "phrases": ["a sentence of no page"]},
        ],
    }
    assert count_origins(case, load_desk()) == [(1, 1), (2, 0)]
