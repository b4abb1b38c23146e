"""The first word of a sentence, written as it stands inside of one; None when that cannot be told."""

from quizgen.generation.article import Article
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_TITLES = ("GPE", "WORK_OF_ART")


def lowered(claim: FoundClaim, token: Token, article: Article) -> str | None:
    """Return the word in small letters unless it is a name; None when the text does not show which."""
    if not token.text[:1].isupper() or token.text == "I" or (token.text.isupper() and len(token.text) > 1):
        return token.text
    entity = claim.sentence.entity_at(token.index)
    if token.pos in ("DET", "PRON", "ADP", "SCONJ", "ADV", "CCONJ", "AUX", "NUM"):
        titled = token.lower == "the" and entity is not None and entity.label in _TITLES
        return None if titled and "The" in article.capitals else token.lower
    named, plain = token.text in article.capitals, token.lower in article.smalls
    if named and not plain:
        return token.text
    if plain and not named:
        return token.lower if token.pos != "PROPN" or entity is None else None
    if token.pos == "PROPN":
        return token.text if entity else None
    return None if entity else token.lower


def lowering(claim: FoundClaim, index: int, article: Article) -> tuple[Edit, ...] | None:
    """Return the edit that writes a first word small, () when none is needed, None when it cannot be told."""
    token = claim.sentence.tokens[index]
    text = lowered(claim, token, article)
    if text is None:
        return None
    return () if text == token.text else (Edit(index, index + 1, text),)
