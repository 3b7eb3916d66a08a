"""OVER TIME: expectations and what became of them, open questions, timeline, tension, and what an edition changed."""

from copydesk.follow.editions import Change, compare_editions
from copydesk.follow.expectations import find_expectations
from copydesk.follow.questions import find_open_questions
from copydesk.follow.tension import count_unscored, score_tension
from copydesk.follow.timeline import build_timeline

__all__ = [
    "Change", "build_timeline", "compare_editions", "count_unscored", "find_expectations", "find_open_questions",
    "score_tension",
]
