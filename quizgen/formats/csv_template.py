"""The examples in the CSV template: one of each kind, about a valley that does not exist."""

from quizgen.domain.document import Document

EXAMPLES: tuple[Document, ...] = (
    {
        "kind": "verdict",
        "stem": "The Fenn valley had more bees in 2014 than in 1998.",
        "key": "false",
        "rationale": "The number fell.",
        "difficulty": 2,
        "claims": ["In 1998 the Fenn valley had 40 colonies of bees, and 12 in 2014."],
    },
    {
        "kind": "single_choice",
        "stem": "Who founded the mill museum?",
        "options": ["Juniper Quill", "Rowan Pike", "Marlow Fenn"],
        "key": "Juniper Quill",
        "tags": ["museum", "people"],
    },
    {
        "kind": "multiple_response",
        "stem": "Which of these were kept in the mill?",
        "options": ["flour", "grain", "salt", "wool"],
        "key": ["flour", "grain"],
    },
    {"kind": "cloze", "stem": "The mill museum opened in ____.", "key": ["1971", "the year 1971"]},
    {
        "kind": "numeric",
        "stem": "How far is it from the mill to the bridge?",
        "key": "2.5",
        "tolerance": "0.1",
        "units": ["km", "kilometres"],
    },
    {"kind": "short_answer", "stem": "What grows on the south side of the valley?", "key": ["wild flowers", "flowers"]},
    {
        "kind": "ordering",
        "stem": "Put these in order, the oldest first.",
        "key": ["the bridge", "the mill", "the museum"],
    },
    {
        "kind": "matching",
        "stem": "Match each person with what they looked after.",
        "key": [
            {"left": "Juniper Quill", "right": "the museum"},
            {"left": "Rowan Pike", "right": "the bees"},
            {"left": "Marlow Fenn", "right": "the bridge"},
        ],
    },
    {
        "kind": "evidence_finding",
        "stem": "The valley lost more than half of its bees.",
        "options": [
            "In 1998 the Fenn valley had 40 colonies of bees, and 12 in 2014.",
            "The mill museum opened in 1971.",
            "Wild flowers grow on the south side.",
        ],
        "key": ["In 1998 the Fenn valley had 40 colonies of bees, and 12 in 2014."],
    },
)
