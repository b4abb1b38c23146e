"""The names of a text with what each names: person, country, city, museum ...; a name of no sure sort is left out."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.generation.lexicon import words
from quizgen.generation.questions.gazetteer import HEAD_NOUNS, OPENING_NOUNS, PLACES
from quizgen.language.parsed import Entity, ParsedSentence

PERSON = "person"
_SURE = 0.75
_LONGEST = 4
_SORTS = {name: sort for sort, groups in PLACES.items() for group in groups for name in group}
_NOBODY = words(
    "king queen president prince princess emperor empress duke earl count general admiral captain colonel governor "
    "minister senator pope bishop saint sir lord lady dr. professor mr. mrs. ms. judge chancellor sultan khan prime "
    "jr. sr. ii iii iv new old great north south east west street river mount fort house act church college"
)
# Who writes about what the passage tells has no part in it.
_WRITING = words("argue write note observe claim suggest state say estimate describe conclude believe explain contend")
_WRITERS = words("historian scholar author professor writer critic journalist economist editor researcher biographer")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, what it names, and the numbers of the sentences that hold it or its short form."""

    text: str
    sort: str
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a passage: by every form in small letters, and by sentence."""

    by_form: dict[str, Name] = field(default_factory=dict)
    by_sentence: dict[int, tuple[Name, ...]] = field(default_factory=dict)

    def of(self, entity: Entity) -> Name | None:
        """Return the name that the entity is, in full or by its short form."""
        return self.by_form.get(bare(entity.text).lower())


def bare(text: str) -> str:
    """Return a name without article and possessive."""
    return text.removeprefix("the ").removeprefix("The ").removesuffix("’s").removesuffix("'s").strip()


def names_of(sentences: Sequence[ParsedSentence]) -> Names:
    """Return the names whose sort is sure: from lists, from the noun they end in, or persons that look like it."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, set[int]] = defaultdict(set)
    doers: set[str] = set()
    plain: set[str] = set()
    for number, sentence in enumerate(sentences):
        plain.update(token.text for token in sentence.tokens if token.text.islower())
        for entity in sentence.entities:
            name = bare(entity.text)
            if _acts(sentence, entity):
                doers.add(name)
            if 0 < len(name.split()) <= _LONGEST and not any(sign.isdigit() or sign in '"“”;:()' for sign in name):
                labels[name][entity.label] += 1
                found[name].add(number)
    bearers = {name.split()[-1] for name, count in labels.items() if " " in name and count["PERSON"]}
    peoples = {name for name, count in labels.items() if count["PERSON"] < _SURE * count.total() and " " not in name}
    sorts = {name: sort for name in labels if (sort := _sort(name, labels[name], peoples | plain, doers))}
    # Where somebody of the text bears the name of a town, a mention may mean either.
    sorts = {name: sort for name, sort in sorts.items() if sort == PERSON or name not in bearers}
    short = _short_forms(name for name, sort in sorts.items() if sort == PERSON)
    names: dict[str, Name] = {}
    for name, sort in sorts.items():
        other = short.get(name.split()[-1], "") if sort == PERSON else ""
        mentions = found[name] | (found.get(other, set()) if other else set())
        names[name] = Name(name, sort, tuple(sorted(mentions)))
    forms = {name.lower(): value for name, value in names.items()}
    for surname in short:
        owner = next(value for name, value in names.items() if value.sort == PERSON and name.split()[-1] == surname)
        forms.setdefault(surname.lower(), owner)
    by_sentence: dict[int, list[Name]] = defaultdict(list)
    for value in names.values():
        for number in value.mentions:
            by_sentence[number].append(value)
    return Names(forms, {number: tuple(values) for number, values in by_sentence.items()})


def _short_forms(persons: Iterator[str]) -> dict[str, str]:
    """Return the surnames that only one person of the text bears."""
    count = Counter(name.split()[-1] for name in persons)
    return {surname: surname for surname, many in count.items() if many == 1}


def _sort(name: str, labels: Counter[str], peoples: Collection[str], doers: Collection[str]) -> str:
    if name in _SORTS:
        return _SORTS[name]
    parts = name.lower().split()
    capital = all(part[0].isupper() or part in ("of", "the", "and", "de", "von", "van") for part in name.split())
    if not capital or len(parts) < 2 or parts[-1] in ("and", "of", "the", "de"):
        return ""
    if parts[-1] in HEAD_NOUNS and "of" not in parts and "and" not in parts:
        return parts[-1]
    if parts[1] == "of" and parts[0] in HEAD_NOUNS:
        return parts[0]
    if parts[0] in OPENING_NOUNS:
        return parts[0]
    return PERSON if _is_person(name, labels, peoples) and name in doers else ""


def _acts(sentence: ParsedSentence, entity: Entity) -> bool:
    """Tell whether the name stands where a person stands: it does something, or a noun says what it is."""
    inside = sentence.tokens[entity.first : entity.last]
    head = next((token for token in inside if not entity.first <= token.head < entity.last), inside[-1])
    above = sentence.tokens[head.head]
    does = (head.dep == "nsubj" and above.pos == "VERB" and above.lemma not in _WRITING) or (
        head.dep == "pobj" and above.dep == "agent"
    )
    before = sentence.tokens[entity.first - 1] if entity.first else None
    called = before is not None and before.pos in ("NOUN", "PROPN") and before.dep in ("compound", "appos", "nmod")
    if before is not None and before.lemma.lower() in _WRITERS:
        return False
    return does or called or head.dep == "appos" or bool(sentence.of(head, "appos"))


def _is_person(name: str, labels: Counter[str], peoples: Collection[str]) -> bool:
    parts = name.split()
    # What is also a people, a place or a common word of the text is no part of a person's name.
    if any(part in peoples or part.lower() in peoples for part in parts):
        return False
    plain = all(part[0].isupper() and part.lower() not in _NOBODY | HEAD_NOUNS for part in parts)
    sure = labels["PERSON"] >= _SURE * labels.total()
    return (
        plain
        and sure
        and not any((part.isupper() and len(part) > 2) or "'" in part for part in parts)
        and parts[-1][-1] != "s"
    )
