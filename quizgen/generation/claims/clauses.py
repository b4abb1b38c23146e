"""One sentence, one or more clauses that can each stand alone; a doubtful cut is not made."""

from dataclasses import dataclass

from quizgen.language.parsed import ParsedSentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SCOPE_OPENERS = frozenset(
    {"if", "unless", "allegedly", "reportedly", "supposedly", "apparently", "according", "when", "because"}
)
_CONCESSIVE = frozenset({"while", "although", "though", "whereas"})


@dataclass(frozen=True, slots=True)
class Clause:
    """The token that heads a clause, and its tokens in order."""

    head: int
    tokens: tuple[int, ...]


def clauses(sentence: ParsedSentence) -> tuple[Clause, ...]:
    """Return the clauses with a subject and a finite verb of their own, in order; () when there is none.

    A sentence whose parse is in doubt (its root has no subject) stays whole.
    """
    root = sentence.root
    whole = Clause(root.index, tuple(range(len(sentence.tokens))))
    if not is_finite(sentence, root):
        return (whole,) if any(token.tag in _FINITE for token in sentence.tokens) else ()
    if _must_stay_whole(sentence):
        return (whole,)
    cut = [head for head in _cut_heads(sentence, root) if _is_clean(sentence, head)]
    if not cut:
        return (whole,)
    parts = [Clause(head.index, _own(sentence, head, cut)) for head in cut]
    taken = {index for head in cut for index in sentence.subtree(head)}
    rest = tuple(index for index in whole.tokens if index not in taken)
    main = Clause(root.index, _without_joints(sentence, rest))
    return tuple(sorted((main, *parts), key=lambda clause: clause.tokens[0]))


def is_finite(sentence: ParsedSentence, head: Token) -> bool:
    """Tell whether ``head`` has a subject of its own and a verb form with a tense."""
    if not sentence.of(head, *SUBJECTS):
        return False
    return head.tag in _FINITE or any(child.tag in _FINITE for child in sentence.of(head, "aux", "auxpass", "cop"))


def _must_stay_whole(sentence: ParsedSentence) -> bool:
    first = next((token.lower for token in sentence.tokens if token.is_word), "")
    quotes = sum(token.text in ('"', "“", "”", "``", "''") for token in sentence.tokens)
    before = [each for each in sentence.of(sentence.root, "ccomp") if each.index < sentence.root.index]
    reported = any(not _is_behind_semicolon(sentence, each) for each in before)
    return first in _SCOPE_OPENERS or quotes > 0 or reported


def _cut_heads(sentence: ParsedSentence, root: Token) -> list[Token]:
    """Return coordinated verbs with a subject of their own, and contrasts with while or although."""
    found: list[Token] = []
    open_heads = [root]
    while open_heads:
        head = open_heads.pop()
        beside = sentence.of(head, "ccomp", "parataxis") if head is root else ()
        found.extend(c for c in beside if is_finite(sentence, c) and _is_behind_semicolon(sentence, c))
        for child in sentence.of(head, "conj"):
            if is_finite(sentence, child) and not _has_or(sentence, head):
                found.append(child)
            open_heads.append(child)
        for child in sentence.of(head, "advcl"):
            marks = {mark.lower for mark in sentence.of(child, "mark")}
            if marks & _CONCESSIVE and is_finite(sentence, child):
                found.append(child)
    return sorted(found, key=lambda token: token.index)


def _is_behind_semicolon(sentence: ParsedSentence, head: Token) -> bool:
    """A semicolon parts the clause from the rest; whichever side the parser took for the main one."""
    below = sentence.subtree(head)
    sides = (below[0] - 1, below[0], below[-1], below[-1] + 1)
    return any(0 <= side < len(sentence.tokens) and sentence.tokens[side].text == ";" for side in sides)


def _has_or(sentence: ParsedSentence, head: Token) -> bool:
    return any(cc.lower in ("or", "nor", "either") for cc in sentence.of(head, "cc", "preconj"))


def _is_clean(sentence: ParsedSentence, head: Token) -> bool:
    """A clause that is cut out must be one unbroken stretch with at least four words, and end its part."""
    below = sentence.subtree(head)
    if below[-1] - below[0] + 1 != len(below) or len(below) < 4 or not _owns_subject(sentence, head):
        return False
    # A tail that hangs on an earlier verb but stands behind the clause would change what it belongs to.
    if head.dep == "conj":
        behind = sentence.tokens[below[-1] + 1 :]
        return all(not token.is_word or token.dep in ("conj", "cc") or _under_conj(sentence, token) for token in behind)
    return True


def _owns_subject(sentence: ParsedSentence, head: Token) -> bool:
    """The subject is not the end of a phrase before it, a common slip of parsers ("under the king was ...")."""
    subjects = [child for child in sentence.of(head, *SUBJECTS) if child.index < head.index]
    starts = [sentence.subtree(subject)[0] for subject in subjects]
    return any(start == 0 or sentence.tokens[start - 1].pos != "ADP" for start in starts)


def _under_conj(sentence: ParsedSentence, token: Token) -> bool:
    return any(above.dep in ("conj", "advcl") for above in (token, *sentence.ancestors(token)))


def _own(sentence: ParsedSentence, head: Token, cut: list[Token]) -> tuple[int, ...]:
    others = {
        i
        for other in cut
        if other.index != head.index
        for i in sentence.subtree(other)
        if other.index in sentence.subtree(head)
    }
    mine = tuple(index for index in sentence.subtree(head) if index not in others)
    return _without_joints(sentence, mine)


def _without_joints(sentence: ParsedSentence, indexes: tuple[int, ...]) -> tuple[int, ...]:
    """Take conjunctions and commas off both ends."""
    tokens = sentence.tokens
    kept = list(indexes)
    while kept and (tokens[kept[-1]].dep in ("cc", "punct") and tokens[kept[-1]].text not in "”\"')."):
        kept.pop()
    while kept and (
        tokens[kept[0]].dep in ("cc", "punct") or tokens[kept[0]].lower in _CONCESSIVE or _is_even(tokens, kept)
    ):
        kept.pop(0)
    # A joint between two kept parts (", but" before a clause that was cut out) would be left hanging inside.
    return tuple(
        index
        for position, index in enumerate(kept)
        if not (
            tokens[index].dep in ("cc", "punct")
            and position + 1 < len(kept)
            and kept[position + 1] != index + 1
            and tokens[index].text not in '"”)'
        )
    )


def _is_even(tokens: tuple[Token, ...], kept: list[int]) -> bool:
    return tokens[kept[0]].lower == "even" and len(kept) > 1 and tokens[kept[1]].lower in _CONCESSIVE
