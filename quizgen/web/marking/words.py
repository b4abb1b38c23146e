"""Marking rules in a teacher's words."""

from quizgen.domain.scoring.rules import CAREFUL, PENALTY, USUAL, WHOLE, MarkingRules

PRESETS: dict[str, MarkingRules] = {"usual": USUAL, "whole": WHOLE, "careful": CAREFUL, "penalty": PENALTY}
PRESET_WORDS = {
    "usual": "Right or not right, with a part of the point where a question has parts",
    "whole": "The whole point or none, in every question",
    "careful": "As usual, and a third of the point for calling unverified what is true or false",
    "penalty": "As usual, and half a point off for a wrong answer: blind guessing comes to nothing",
}


def preset_of(rules: MarkingRules) -> str:
    """Return the name of the preset, "" for rules of the teacher's own."""
    return next((name for name, preset in PRESETS.items() if preset == rules), "")


def rules_words(rules: MarkingRules) -> str:
    """Return the rules in a line."""
    return PRESET_WORDS.get(preset_of(rules), "By rules of your own")
