"""False: the passage says that something is not so, and the statement says that it is."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting, false
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_SCOPE = words(
    "may might completely totally wholly altogether automatically despite although though or instead rather need until "
    "before but only yet nor neither ever either because just necessarily always all every both entirely "
    "fully simply "
    "any such more less without traveling merely even anymore longer alone solely exactly whether if unless so"
)
_LONGEST = 22
_FULL_FORMS = {"ca": "can", "wo": "will", "sha": "shall"}
_DO_TAGS = {"did": "VBD", "does": "VBZ", "do": "VBP"}


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    denials = [token for token in claim.tokens if token.dep == "neg"]
    if len(claim.kept) > _LONGEST or claim.gives_reason or any(quote in claim.statement for quote in "\"“'‘"):
        return
    if len(denials) != 1 or claim.lowers & _SCOPE or denials[0].lower not in ("not", "n't", "n’t"):
        return
    denial = denials[0]
    if any(token.lower == "that" and token.dep == "advmod" for token in claim.tokens):
        return
    verb = claim.sentence.tokens[denial.head]
    if verb.pos not in ("VERB", "AUX") or (
        verb.index != claim.head and not (verb.dep == "conj" and verb.head == claim.head)
    ):
        return
    edits = _affirmed(claim, setting, denial, verb)
    if edits:
        anything = [token for token in claim.tokens if token.lower == "any" and token.dep == "det"]
        edits += [Edit(token.index, token.index + 1, "some") for token in anything]
        yield false(claim, claim.with_edits(edits), f"The passage denies this: it says “{_denied(claim, denial)}”.")


def _affirmed(claim: FoundClaim, setting: Setting, denial: Token, verb: Token) -> list[Edit]:
    helper = claim.sentence.tokens[denial.index - 1]
    if helper.lemma == "do" and helper.dep == "aux":
        form = setting.inflect(verb.lemma, _DO_TAGS.get(helper.lower, "VBP"))
        return [Edit(helper.index, denial.index + 1, ""), Edit(verb.index, verb.index + 1, form)] if form else []
    if helper.lower in _FULL_FORMS:
        return [Edit(helper.index, denial.index + 1, _FULL_FORMS[helper.lower])]
    if helper.pos != "AUX":
        return []
    return [Edit(denial.index, denial.index + 1, "")]


def _denied(claim: FoundClaim, denial: Token) -> str:
    """Return the words around the denial."""
    tokens = [token for token in claim.tokens if denial.index - 2 <= token.index <= denial.index + 4]
    return "".join(token.text + (" " if token.space else "") for token in tokens).strip(" ,.;")


DENIAL_REMOVED = Maker("denial-removed", "verdict", rank=1, hardness=0, propose=_propose)
