"""Short answer: who, which and where, typed by the student; every form of the name that the passage allows counts."""

import re
from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.makers.reading_answers import asked_names
from quizgen.generation.questions.names import PERSON, Name
from quizgen.generation.questions.rivals import has_double

_ALIASES = (
    ("United States", "US", "U.S.", "USA", "United States of America", "America"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("Netherlands", "The Netherlands", "Holland"),
    ("Soviet Union", "USSR", "U.S.S.R."),
)


def _name(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for asked in asked_names(claim, setting):
        if has_double(claim, asked.name, setting.article):
            continue
        key = forms_of(asked.name, setting)
        yield Proposal(asked.question, f"The passage says {asked.answer}.", (claim.span,), key=key)
        return


def forms_of(name: Name, setting: Setting) -> tuple[str, ...]:
    """Return the name and what else counts: with and without article, its letters, the surname of a person."""
    forms = [name.text, *(form for group in _ALIASES if name.text in group for form in group)]
    text = setting.article.passage.text
    # A plain search first: the pattern alone would make a long text slow.
    named = f"{name.text} (" in text
    letters = re.search(rf"{re.escape(name.text)} \(([A-Z][A-Za-z]{{1,7}})\)", text) if named else None
    if letters and letters[1].upper() == letters[1]:
        forms.append(letters[1])
    parts = name.text.split()
    if (
        name.sort == PERSON
        and not re.fullmatch("[IVX]+", parts[-1])
        and setting.article.names.by_form.get(parts[-1].lower()) is name
    ):
        forms.append(parts[-1])
    if name.sort != PERSON and len(parts) > 1:
        forms.append(f"the {name.text}")
        # "The Saxon Garden" may be answered by "Saxon" alone when the question says "Which garden".
        forms.extend([" ".join(parts[:-1])] if parts[-1].lower() == name.sort else [])
        forms.extend([" ".join(parts[2:])] if parts[0].lower() == name.sort and parts[1] == "of" else [])
    return tuple(dict.fromkeys(forms))


NAME_ANSWER = Maker("name-answer", "short_answer", rank=0, hardness=1, propose=_name)
