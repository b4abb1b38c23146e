"""Whether a sentence says something itself, plainly and now: no denial, caution, report, condition or question."""

from collections.abc import Iterator

from quizgen.generation.references.meanings import CAUTIOUS, LIMITS, NEGATIONS
from quizgen.language.parsed import ParsedSentence, Token

_CONDITIONS = frozenset({"if", "unless", "until", "till", "whether", "once", "lest"})


def is_denied(sentence: ParsedSentence, token: Token) -> bool:
    """Tell whether a plain *not, never* or *no* stands directly at the word."""
    return any(child.lower in NEGATIONS for child in sentence.of(token))


def denials(sentence: ParsedSentence, verb: Token) -> int:
    """Return how many words of denial stand below a verb, clauses joined to it not counted."""
    return sum(sentence.tokens[index].lower in NEGATIONS for index in clause(sentence, verb))


def clause(sentence: ParsedSentence, verb: Token) -> frozenset[int]:
    """Return the tokens of the clause that ``verb`` heads, without clauses joined by *and, but ...*."""
    joined: set[int] = set()
    for child in sentence.of(verb, "conj"):
        if child.pos in ("VERB", "AUX"):
            joined.update(sentence.subtree(child))
    return frozenset(sentence.subtree(verb)) - joined


def cautions(sentence: ParsedSentence, verb: Token) -> frozenset[str]:
    """Return the modal verbs of a verb."""
    first = verb
    found = {child.lower for child in sentence.of(verb, "aux")}
    while first.dep == "conj":
        first = sentence.tokens[first.head]
        if not found:
            found |= {child.lower for child in sentence.of(first, "aux")}
    return frozenset(found & CAUTIOUS)


def doubts(sentence: ParsedSentence, verb: Token, claimed: frozenset[str]) -> Iterator[str]:
    """Yield why the sentence may not say it in its own voice; ``claimed`` are the words of the claim itself."""
    if sentence.text.rstrip("\"'”’) ").endswith("?"):
        yield "the source asks it"
    if not _is_main(sentence, verb):
        yield "the source only reports it, or says it by the way"
    for word in sorted(cautions(sentence, verb) - claimed):
        yield f"the source says “{word}”"
    own = clause(sentence, verb)
    for index in sorted(own):
        token = sentence.tokens[index]
        if token.lower in _CONDITIONS and token.dep in ("mark", "advmod"):
            yield f"the source says it under a condition, “{token.lower} ...”"
        elif token.lower in LIMITS - claimed and token.dep in ("advmod", "amod", "det", "nsubj", "nsubjpass"):
            yield f"the source says “{token.lower}”"
    if "only" not in claimed and any(_opens_a_limit(sentence, token) for token in sentence.tokens):
        yield "the source says “only”"
    if any(sentence.tokens[i].lower == "according" for i in own):
        yield "the source names somebody else who says it"
    if any(sign in sentence.text for sign in '“”"') and not claimed & {"“", '"'}:
        yield "the source may be quoting somebody"


def _opens_a_limit(sentence: ParsedSentence, token: Token) -> bool:
    """Tell whether it is the *only* of "only when, only in", wherever the parser hung it."""
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    return token.lower == "only" and following is not None and following.pos in ("SCONJ", "ADP", "ADV")


def _is_main(sentence: ParsedSentence, verb: Token) -> bool:
    """Tell whether it is the main verb, one joined to it, or that of a clause with *which* about a noun of it."""
    token = verb
    while token.head != token.index:
        above = sentence.tokens[token.head]
        if token.dep == "relcl":
            # A clause about a thing that is denied says nothing.
            while above.pos not in ("VERB", "AUX") and above.head != above.index:
                if is_denied(sentence, above):
                    return False
                above = sentence.tokens[above.head]
            if is_denied(sentence, above) or cautions(sentence, above):
                return False
        elif token.dep != "conj" or (above.pos not in ("VERB", "AUX")):
            return False
        token = above
    return token.pos in ("VERB", "AUX")
