"""Hypothesis strategies for the values of the domain, with the texts that files and spreadsheets trip over."""

from fractions import Fraction

from hypothesis import strategies as st

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Bearing, Claim, Evidence, Polarity, Quantifier, Source, Stance, Verdict
from quizgen.domain.items.cloze import GAP, ClozeItem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Basis, Item, Status
from quizgen.domain.items.matching import MatchingItem, Pair
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.numeric import MAGNITUDES, NumericItem
from quizgen.domain.items.ordering import OrderingItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.domain.passages.passage import Passage
from quizgen.domain.passages.span import Span

NASTY = (
    " leading", "trailing ", "  ", ": #", "a: b", "- a", "? a", "# a", "yes", "No", "~", "null", "true", "FALSE",
    "1e3", "0x1F", "0123", "1_000", "1999-12-31", "12:30:00", "<<", "=", "&a", "*a", "!a", "%a", "@a", "`a", "[a",
    "{a", "a, b]", "'", '"', "\\", "\n", "a\nb", "a\n\nb\n", "a\n b", " a\nb", "a \nb", "a\n\n", "\ta", "a\tb",
    "a\r\nb", "a\rb", "\x00", "\x1b", "\x85", "a\u2028b", "a\u2029b", "\ufeff", "\ufffe", "😀", "e\u0301",
    "\u202eabc", "---", "--- a", "...", "a\n--- b\n...\n", "|", ">-", "a" * 200, "word " * 40 + "end",
    "a: 'b' # c " * 12, "\U0010ffff",
)  # fmt: skip

texts = st.sampled_from(NASTY) | st.text(min_size=1, max_size=40)
names = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=6)
credit_values = st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)])
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 10**7), st.integers(1, 10**4))
sources = st.builds(
    Source,
    title=texts,
    publisher=texts,
    shows=texts,
    says=st.sampled_from(Bearing),
    year=st.none() | st.integers(-3000, 3000),
    url=st.none() | texts.map("https://example.org/".__add__),
)
evidence = st.builds(
    Evidence,
    verdict=st.sampled_from(Verdict),
    sources=st.lists(sources, max_size=2).map(tuple),
    reason=st.none() | texts,
    rationale=st.none() | texts,
)


def frames(ids: st.SearchStrategy[str]) -> dict[str, st.SearchStrategy[object]]:
    """Return strategies for what every item has."""
    return {
        "id": ids,
        "basis": st.sampled_from(Basis),
        "claims": st.lists(names, max_size=2).map(tuple),
        "stem": texts,
        "rationale": texts | st.just(""),
        "spans": st.lists(spans, max_size=2).map(tuple),
        "maker": st.none() | texts,
        "status": st.sampled_from(Status),
        "why": st.none() | texts,
        "difficulty": st.integers(1, 5),
        "tags": st.lists(texts | st.just(""), max_size=3).map(tuple),
    }


lists_of_texts = st.lists(texts | st.just(""), min_size=1, max_size=4).map(tuple)
items = st.one_of(
    st.builds(VerdictItem, key=st.sampled_from(Verdict), **frames(names)),
    st.builds(SingleChoiceItem, options=lists_of_texts, key=texts, **frames(names)),
    st.builds(ClozeItem, key=lists_of_texts, options=lists_of_texts | st.just(()), **frames(names)),
    st.builds(MultipleResponseItem, options=lists_of_texts, key=lists_of_texts, **frames(names)),
    st.builds(EvidenceFindingItem, options=lists_of_texts, key=lists_of_texts, **frames(names)),
    st.builds(OrderingItem, key=lists_of_texts, options=lists_of_texts | st.just(()), **frames(names)),
    st.builds(
        MatchingItem,
        key=st.lists(st.builds(Pair, texts, texts), max_size=3).map(tuple),
        options=lists_of_texts | st.just(()),
        **frames(names),
    ),
    st.builds(ShortAnswerItem, key=lists_of_texts, **frames(names)),
    st.builds(NumericItem, key=texts, tolerance=texts, units=lists_of_texts, **frames(names)),
)
passages = st.builds(Passage, id=names, title=texts, text=texts, source=st.none())
claims = st.builds(
    Claim,
    id=names,
    passage=names,
    span=spans,
    statement=texts,
    stance=st.sampled_from(Stance),
    evidence=evidence,
    polarity=st.sampled_from(Polarity),
    quantifier=st.none() | st.sampled_from(Quantifier),
    importance=st.integers(1, 5),
    leans_on=st.none() | texts,
    repeats=st.none() | names,
)
banks = st.builds(
    Bank,
    title=texts,
    passages=st.lists(passages, min_size=1, max_size=2).map(tuple),
    claims=st.lists(claims, max_size=2).map(tuple),
    conflicts=st.lists(st.tuples(names, names), max_size=2).map(tuple),
    items=st.lists(items, max_size=2).map(tuple),
)

# Items that hold: what a maker or a careful teacher produces.
words = st.text("abcdefghijklmnopqrstuvwxyzäöüéñłßøγд", min_size=1, max_size=12)
_sound = {
    **frames(names),
    "claims": st.lists(names, min_size=1, max_size=2).map(tuple),
    "stem": words,
    "status": st.just(Status.READY),
}
sound_verdicts: st.SearchStrategy[Item] = st.builds(VerdictItem, key=st.sampled_from(Verdict), **_sound)
sound_choices: st.SearchStrategy[Item] = st.lists(words, min_size=2, max_size=8, unique_by=str.casefold).flatmap(
    lambda options: st.builds(SingleChoiceItem, options=st.just(tuple(options)), key=st.sampled_from(options), **_sound)
)
sound_clozes: st.SearchStrategy[Item] = st.lists(words, min_size=1, max_size=4).flatmap(
    lambda fillings: st.builds(
        ClozeItem,
        key=st.just(tuple(fillings)),
        options=st.just(()) | st.just((*fillings, "other")),
        **{**_sound, "stem": words.map(lambda word: f"{word} {GAP} {word}")},
    )
)
decimals = st.decimals(-(10**9), 10**9, places=2).map(lambda number: f"{number:f}")
sound_numbers: st.SearchStrategy[Item] = st.builds(
    NumericItem,
    key=decimals,
    tolerance=st.sampled_from(["0", "0.5", "3"]),
    units=st.lists(words.filter(lambda word: word not in MAGNITUDES), max_size=2).map(tuple),
    **_sound,
)
sound_responses: st.SearchStrategy[Item] = st.lists(words, min_size=3, max_size=9, unique_by=str.casefold).flatmap(
    lambda options: st.builds(
        MultipleResponseItem,
        options=st.just(tuple(options)),
        key=st.integers(1, len(options) - 1).map(lambda count: tuple(options[:count])),
        **_sound,
    )
)
sound_findings: st.SearchStrategy[Item] = st.lists(words, min_size=3, max_size=6, unique=True).flatmap(
    lambda options: st.builds(
        EvidenceFindingItem, options=st.just(tuple(options)), key=st.just(tuple(options[:2])), **_sound
    )
)
_several = st.lists(words, min_size=3, max_size=8, unique_by=str.casefold).map(tuple)
sound_orders: st.SearchStrategy[Item] = st.builds(OrderingItem, key=_several, **_sound)
sound_matches: st.SearchStrategy[Item] = st.builds(
    MatchingItem,
    key=_several.map(lambda lefts: tuple(Pair(left, f"{left} too") for left in lefts)),
    options=st.just(()),
    **_sound,
)
sound_answers: st.SearchStrategy[Item] = st.builds(
    ShortAnswerItem, key=st.lists(words, min_size=1, max_size=4).map(tuple), **_sound
)
sound_items = st.one_of(
    sound_verdicts, sound_choices, sound_clozes, sound_numbers, sound_responses, sound_findings, sound_orders,
    sound_matches, sound_answers,
)  # fmt: skip
