"""What a ranker sees of a statement: plain figures from its words, and none from its key."""

import re

NAMES = (
    "length", "very_long", "context", "long_context", "commas", "clauses", "kept", "grown", "opens_leaning",
    "denied", "figures", "names", "dash_or_bracket",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE = re.compile(r"\b(?:which|who|whom|whose|that|because|although|while|when|where|if|since|as)\b", re.IGNORECASE)
_LEANING = re.compile(r"(?:this|these|those|such|it|its|he|she|they|their|his|her|another|both|the)\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:not|never|no|none|neither|rarely|few|cannot)\b|n[’']t\b", re.IGNORECASE)


def features(statement: str, source: str, context: str) -> tuple[float, ...]:
    """Return one figure for each of NAMES, about 0 to 1: the statement, the sentence it came from, its context line."""
    words, own = _WORD.findall(statement), _WORD.findall(source)
    said = {word.lower() for word in own}
    kept = sum(word.lower() in said for word in words) / max(len(words), 1)
    capitals = sum(word[0].isupper() for word in words[1:])
    return (
        len(words) / 30,
        float(len(words) > 24),
        float(bool(context)),
        float(len(context.split()) > 30),
        min(statement.count(","), 4) / 4,
        min(len(_CLAUSE.findall(statement)), 3) / 3,
        kept,
        min(max(len(words) - len(own), 0), 5) / 5,
        float(bool(_LEANING.match(statement))),
        float(bool(_DENIAL.search(statement))),
        float(bool(re.search(r"\d", statement))),
        capitals / max(len(words), 1),
        float(bool(re.search(r"[–—()\[\]:;\"“]", statement))),
    )
