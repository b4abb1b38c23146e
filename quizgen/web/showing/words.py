"""What students see and when, in a teacher's words."""

from quizgen.domain.attempts.reveal import Part, Reveal, When, preset_of

REVEAL_WORDS = {
    "after handing in": "Everything as soon as they have handed in",
    "marks first": "Their marks after handing in, right answers when the quiz has closed",
    "after closing": "The score after handing in, everything else when the quiz has closed",
    "when released": "Nothing until I say so",
    "never": "The score alone",
}
OWN_WORDS = "Part by part, as chosen below"
PART_WORDS = {
    Part.SCORE: ("The score", "How many points they have."),
    Part.ANSWERED: ("Their answers", "The questions, and what they answered."),
    Part.MARK: ("The mark of each question", "Right, partly right or not right."),
    Part.KEY: ("The right answers", "With the table of answers against keys."),
    Part.RATIONALE: ("The reasons", "Why the right answer is right."),
    Part.EVIDENCE: ("The evidence", "Where the passage says so, and the sources."),
}
WHEN_WORDS = {
    When.AFTER_HANDING_IN: "After handing in",
    When.AFTER_CLOSING: "When closed",
    When.RELEASED: "When I say so",
    When.NEVER: "Never",
}


def reveal_words(reveal: Reveal) -> str:
    """Return the matrix in a line: the name of its preset, or that it is one of the teacher's own."""
    name = preset_of(reveal)
    return REVEAL_WORDS[name] if name else "Part by part, as you set it"
