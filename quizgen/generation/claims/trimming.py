"""What a statement can lose without saying anything else: brackets, openers that only join, a tail that is too long."""

from quizgen.generation.claims.clauses import Clause
from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

LONGEST = 32
_OPENERS = words(
    "however therefore moreover furthermore additionally thus similarly consequently hence nevertheless "
    "nonetheless indeed "
    "meanwhile besides overall likewise accordingly ultimately notably importantly interestingly"
)
_JOINERS = frozenset({"and", "but", "yet", "so"})
_OPENING_PHRASES = (
    ("in", "addition"),
    ("in", "contrast"),
    ("by", "contrast"),
    ("more", "precisely"),
    ("for", "instance"),
    ("for", "example"),
    ("as", "a", "result"),
    ("in", "fact"),
    ("of", "course"),
    ("in", "turn"),
    ("on", "the", "other", "hand"),
    ("despite", "this"),
    ("in", "particular"),
    ("for", "this", "reason"),
    ("at", "the", "same", "time"),
)
_INNER = frozenset(
    {"also", "however", "therefore", "thus", "moreover", "furthermore", "consequently", "nevertheless", "too"}
)
_TAILS = ("relcl", "advcl", "acl")


def trimmed(sentence: ParsedSentence, clause: Clause) -> tuple[int, ...]:
    """Return the tokens of ``clause`` without what only joins it to its surroundings."""
    kept = _without_brackets(sentence, clause.tokens)
    kept = _without_opener(sentence, kept)
    kept = _without_inner(sentence, kept, clause.head)
    return _without_tail(sentence, kept, clause.head)


def _without_brackets(sentence: ParsedSentence, kept: tuple[int, ...]) -> tuple[int, ...]:
    opened = [i for i in kept if sentence.tokens[i].text in ("(", "[", "-LRB-")]
    closed = [i for i in kept if sentence.tokens[i].text in (")", "]", "-RRB-")]
    if len(opened) != len(closed):
        return kept
    found, depth = [], 0
    for index in kept:
        depth += index in opened
        if not depth:
            found.append(index)
        depth -= index in closed
    return tuple(found)


def _without_opener(sentence: ParsedSentence, kept: tuple[int, ...]) -> tuple[int, ...]:
    for _ in range(2):
        words = [sentence.tokens[index].lower for index in kept[:6]]
        if not words:
            return kept
        phrase = next(
            (p for p in _OPENING_PHRASES if tuple(words[: len(p)]) == p and words[len(p) :][:1] == [","]), None
        )
        if phrase:
            kept = kept[len(phrase) + 1 :]
        elif words[0] in _OPENERS and words[1:2] == [","]:
            kept = kept[2:]
        elif words[0] in _JOINERS or (words[0] in _OPENERS and sentence.tokens[kept[0]].dep == "advmod"):
            kept = kept[1:]
    return kept


def _without_inner(sentence: ParsedSentence, kept: tuple[int, ...], head: int) -> tuple[int, ...]:
    if any(sentence.tokens[index].lower in ("only", "not") for index in kept):
        return kept
    dropped: set[int] = set()
    for index in kept:
        token = sentence.tokens[index]
        if token.lower in _INNER and token.dep in ("advmod", "cc") and _belongs(sentence, token, head):
            # "..., however many hold": the word is all that joins two statements.
            after = sentence.tokens[index + 1].text if index + 1 < len(sentence.tokens) else ""
            if index and sentence.tokens[index - 1].text == "," and after != ",":
                continue
            dropped.add(index)
            around = (index - 1, index + 1)
            if all(0 <= side < len(sentence.tokens) and sentence.tokens[side].text == "," for side in around):
                dropped.update(around)
    return tuple(index for index in kept if index not in dropped)


def _belongs(sentence: ParsedSentence, token: Token, head: int) -> bool:
    return token.head == head and sentence.tokens[token.index - 1].lower not in ("and", "or", "but", "as")


def _without_tail(sentence: ParsedSentence, kept: tuple[int, ...], head: int) -> tuple[int, ...]:
    """Cut comma-led additions off the right end while the statement is long."""
    while _words(sentence, kept) > LONGEST:
        cut = _tail_start(sentence, kept, head)
        if cut is None:
            return kept
        kept = tuple(index for index in kept if index < cut)
    return kept


def _tail_start(sentence: ParsedSentence, kept: tuple[int, ...], head: int) -> int | None:
    last = max(index for index in kept if sentence.tokens[index].is_word)
    for index in reversed(kept[8:]):
        if sentence.tokens[index].text not in (",", ";", "–", "—"):
            continue
        # Everything behind the comma must hang on one head that is an addition, never on a list or the main verb.
        behind = [i for i in kept if index < i <= last]
        tops = {i for i in behind if sentence.tokens[i].head not in behind and sentence.tokens[i].is_word}
        if index > head and len(tops) == 1 and sentence.tokens[tops.pop()].dep in _TAILS:
            return index
    return None


def _words(sentence: ParsedSentence, kept: tuple[int, ...]) -> int:
    return sum(sentence.tokens[index].is_word for index in kept)
