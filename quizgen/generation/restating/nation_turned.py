"""Which country it is, said the other way: "the French army" as "the army of France", and back."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import pairs, words
from quizgen.generation.makers.maker import Setting
from quizgen.generation.restating.shape import Change
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_COUNTRIES = pairs(
    "French:France German:Germany Italian:Italy Spanish:Spain Portuguese:Portugal Polish:Poland Russian:Russia "
    "Chinese:China Japanese:Japan Indian:India Egyptian:Egypt Turkish:Turkey Greek:Greece Swedish:Sweden "
    "Norwegian:Norway Danish:Denmark Finnish:Finland Hungarian:Hungary Austrian:Austria Belgian:Belgium "
    "Irish:Ireland Scottish:Scotland English:England Canadian:Canada Australian:Australia Mexican:Mexico "
    "Brazilian:Brazil Iranian:Iran Iraqi:Iraq Israeli:Israel Syrian:Syria Ukrainian:Ukraine Romanian:Romania "
    "Bulgarian:Bulgaria Maltese:Malta Bohemian:Bohemia Prussian:Prussia Swiss:Switzerland "
    "Saudi:Saudi_Arabia Algerian:Algeria"
)
_NOUNS = words(
    "king queen emperor government army navy parliament president economy throne constitution capital population "
    "economy coast border crown currency climate people prime-minister nobility constitution monarchy"
)
_VISIBLE = 2


def nation_turned(claim: FoundClaim, setting: Setting) -> Iterator[Change]:  # noqa: ARG001 (the shape of a wording)
    """Yield the change for each noun of a closed list behind "the" and a country's adjective."""
    for noun in claim.tokens:
        if noun.lemma.lower() in _NOUNS and noun.pos == "NOUN" and noun.index - 2 in claim.kept:
            edit = _to_country(claim, noun)
            if edit:
                yield Change((edit,), _VISIBLE)


def _to_country(claim: FoundClaim, noun: Token) -> Edit | None:
    adjective = claim.sentence.tokens[noun.index - 1]
    country = _COUNTRIES.get(adjective.text, "").replace("_", " ")
    behind = claim.sentence.tokens[noun.index + 1] if noun.index + 1 < len(claim.sentence.tokens) else None
    glued = behind is not None and (behind.pos in ("PROPN", "NOUN") or behind.lower in ("of", "'s", "’s", "-", "in"))
    if not country or claim.before(noun, 2) != "the" or adjective.head != noun.index or glued:
        return None
    if claim.of(noun, "conj", "prep", "acl", "relcl", "appos") or noun.dep in ("conj", "compound", "poss", "nmod"):
        return None
    return Edit(noun.index - 1, noun.index + 1, f"{noun.text} of {country}")
