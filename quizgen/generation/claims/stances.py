"""How a clause says what it says: by the first sign of report, condition, prediction, caution, demand or judgement."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims import reports
from quizgen.generation.claims.reports import REPORTING
from quizgen.generation.lexicon import words
from quizgen.language.parsed import ParsedSentence, Token

__all__ = ["REPORTING", "stance_of"]

_CONDITIONS = frozenset({"if", "unless", "provided", "providing", "assuming", "supposing"})
_INVERTED = frozenset({"should", "had", "were"})
_HEDGING_VERBS = frozenset({"seem", "appear"})
_HEDGES = words(
    "perhaps possibly probably apparently presumably reportedly allegedly supposedly arguably seemingly maybe likely"
)
_POSSIBLE = words("possible likely probable conceivable plausible unlikely unclear uncertain")
_EPISTEMIC = frozenset({"may", "might"})
_AHEAD = frozenset({"will", "'ll", "’ll"})
_EXPECTED = words("expect set project schedule predict forecast")
_DUTY = frozenset({"should", "must", "ought", "shall"})
_DUTY_VERBS = frozenset({"need", "have"})
_OBLIGED = words("require oblige suppose expect")
_NEEDFUL = words("important essential necessary vital crucial imperative advisable desirable urgent")
_REMARKS = words("note remember stress mention recall add say observe")
_VALUES = words(
    "good bad great important essential crucial vital significant remarkable impressive beautiful wonderful "
    "terrible complex "
    "unfortunate fortunate better best worse worst wise foolish fair unfair unjust wrong clear obvious strange "
    "interesting "
    "excellent ideal perfect ambitious opportunistic cautious dangerous valuable key fascinating outspoken"
)
_COMMENTS = words("unfortunately fortunately sadly regrettably happily rightly wrongly remarkably surprisingly")
_COPULAS = frozenset({"be", "remain", "become"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause: its sentence, the token that heads it, the tokens that it keeps, and the verbs of its main line."""

    sentence: ParsedSentence
    head: Token
    kept: frozenset[int]
    line: tuple[Token, ...]

    def below(self, token: Token, *deps: str) -> Iterator[Token]:
        return (child for child in self.sentence.of(token, *deps) if child.index in self.kept)

    def behind(self, token: Token) -> str:
        following = self.sentence.tokens[token.index + 1 : token.index + 2]
        return following[0].lower if following else ""

    def helpers(self) -> Iterator[Token]:
        return (aux for verb in self.line for aux in self.below(verb, "aux"))


def stance_of(sentence: ParsedSentence, head: Token, kept: Collection[int]) -> Stance:
    """Return the stance of the clause that ``head`` heads, by the first sign that its main line shows.

    A sign inside a relative clause, an aside or a reason colours that part alone.
    """
    said = _Said(sentence, head, frozenset(kept), _main_line(sentence, head, frozenset(kept)))
    return next((stance for stance, shows in _SIGNS if shows(said)), Stance.ASSERTED)


def _main_line(sentence: ParsedSentence, head: Token, kept: frozenset[int]) -> tuple[Token, ...]:
    """Return the head, the verbs it is joined to, and what they are said to do."""
    line, waiting = [], [head]
    while waiting:
        verb = waiting.pop(0)
        line.append(verb)
        joined = (child for child in sentence.of(verb, "conj", "xcomp") if child.index in kept)
        waiting.extend(child for child in joined if child.pos in ("VERB", "AUX"))
    return tuple(line)


def _is_conditional(said: _Said) -> bool:
    if next((said.sentence.tokens[index].text for index in sorted(said.kept)), "") == "Should":
        return True
    for verb in said.line:
        for clause in said.below(verb, "advcl", "prep", "pcomp"):
            if _sets_condition(said, clause):
                return True
    helpers = {aux.lower for aux in said.helpers()}
    if "would" not in helpers:
        return False
    cases = (noun for prep in said.below(said.head, "prep") for noun in said.below(prep, "pobj"))
    return "have" in helpers or any(noun.lemma in ("case", "event") for noun in cases)


def _sets_condition(said: _Said, clause: Token) -> bool:
    if clause.lower in _CONDITIONS - {"if", "unless"}:
        return any(said.below(clause, "ccomp", "mark", "pcomp", "prep"))
    marks = list(said.below(clause, "mark"))
    if any(mark.lower in _CONDITIONS for mark in marks):
        # "even if it rains" and "as if it rained" set no condition; "if any" and "if necessary" are only asides.
        before = {said.sentence.tokens[mark.index - 1].lower for mark in marks if mark.index}
        return not before & {"even", "as"} and any(said.below(clause, "nsubj", "nsubjpass", "expl", "auxpass"))
    first = min(said.sentence.subtree(clause))
    token = said.sentence.tokens[first]
    subjects = said.below(clause, "nsubj", "nsubjpass", "expl")
    return token.lower in _INVERTED and token.head == clause.index and any(first < each.index for each in subjects)


def _is_reported(said: _Said) -> bool:
    return reports.is_reported(said.sentence, said.head, said.kept)


def _is_predicted(said: _Said) -> bool:
    sentence, head = said.sentence, said.head
    if any(aux.lower in _AHEAD for aux in said.helpers()):
        return True
    if any(child.lower == "likely" and sentence.of(child, "xcomp") for child in sentence.of(head, "acomp")):
        return True
    if head.lemma in _EXPECTED and sentence.of(head, "auxpass"):
        return any(said.below(head, "xcomp"))
    if head.lemma == "go" and head.tag == "VBG":
        return any(said.below(head, "xcomp"))
    return head.lemma == "remain" and any(child.lemma == "see" for child in said.below(head, "xcomp", "ccomp"))


def _is_hedged(said: _Said) -> bool:
    sentence, head = said.sentence, said.head
    if head.lemma in _HEDGING_VERBS and sentence.of(head, "xcomp", "ccomp", "oprd"):
        return True
    if any(aux.lower in _EPISTEMIC and said.behind(aux) != "only" for aux in said.helpers()):
        return True
    if head.lemma == "be" and any(child.lower in _POSSIBLE for child in said.below(head, "acomp")):
        return any(said.below(head, "ccomp", "xcomp", "csubj")) or any(
            sentence.of(child, "ccomp", "xcomp") for child in said.below(head, "acomp")
        )
    inferred = any(aux.lower == "must" for aux in said.helpers()) and "have" in {aux.lower for aux in said.helpers()}
    return inferred or any(_hedges(said, sentence.tokens[index]) for index in said.kept)


def _hedges(said: _Said, token: Token) -> bool:
    """A cautious adverb that is said of the main line, or of a plain phrase directly below it."""
    if token.lower not in _HEDGES or token.dep not in ("advmod", "acomp"):
        return False
    for above in said.sentence.ancestors(token):
        if above in said.line:
            return True
        if above.dep not in ("prep", "pobj", "dobj", "attr", "acomp", "agent", "nsubj", "nsubjpass", "oprd", "advmod"):
            return False
    return False


def _is_normative(said: _Said) -> bool:
    sentence = said.sentence
    if any(aux.lower in _DUTY for aux in said.helpers()) or {"may", "only"} <= _front(said):
        return True
    for verb in said.line:
        aims = [child for child in said.below(verb, "xcomp") if any(a.lower == "to" for a in sentence.of(child, "aux"))]
        if aims and verb.tag in ("VBZ", "VBP") and verb.lemma in _DUTY_VERBS:
            return True
        now = any(aux.tag in ("VBZ", "VBP") for aux in sentence.of(verb, "auxpass"))
        if aims and now and verb.lemma in _OBLIGED - {"expect"}:
            return True
    return _is_needful(said)


def _front(said: _Said) -> frozenset[str]:
    """Return "may" and "only" where they stand side by side in front of a verb of the main line."""
    pairs = ((aux.lower, said.behind(aux)) for aux in said.helpers())
    return frozenset(next((pair for pair in pairs if pair == ("may", "only")), ()))


def _is_needful(said: _Said) -> bool:
    """It is important that ... / to ..., unless it only opens a remark."""
    for word in said.below(said.head, "acomp"):
        if said.head.lemma == "be" and word.lower in _NEEDFUL:
            aims = [*said.below(said.head, "ccomp", "xcomp", "advcl"), *said.below(word, "ccomp", "xcomp")]
            subject = next(said.below(said.head, "nsubj", "expl"), None)
            if aims and subject and subject.lower == "it" and not _opens_remark(said):
                return True
    return False


def _opens_remark(said: _Said) -> bool:
    return any(aim.lemma in _REMARKS for aim in said.below(said.head, "xcomp", "advcl"))


def _is_evaluative(said: _Said) -> bool:
    sentence, head = said.sentence, said.head
    if any(child.lower in _COMMENTS for child in said.below(head, "advmod")):
        return True
    if head.lemma not in _COPULAS or _opens_remark(said):
        return False
    complements = sentence.of(head, "acomp", "attr")
    values = [child for one in complements for child in (one, *sentence.of(one, "amod", "conj"))]
    subjects = list(said.below(head, "nsubj"))
    fronted = [child for child in subjects if child.pos == "ADJ"]
    praised = [
        child
        for subject in subjects
        for child in sentence.of(subject, "amod")
        if any(degree.lower == "most" for degree in sentence.of(child, "advmod"))
    ]
    return any(child.lower in _VALUES for child in (*values, *fronted, *praised))


_SIGNS: tuple[tuple[Stance, Callable[[_Said], bool]], ...] = (
    (Stance.CONDITIONAL, _is_conditional),
    (Stance.REPORTED, _is_reported),
    (Stance.PREDICTED, _is_predicted),
    (Stance.HEDGED, _is_hedged),
    (Stance.NORMATIVE, _is_normative),
    (Stance.EVALUATIVE, _is_evaluative),
)
