"""Another sentence of the passage must not settle what is keyed unverified, nor bear out what is keyed false."""

from quizgen.domain.claims.claim import Verdict
from quizgen.generation.article import Article
from quizgen.generation.gates.ruling import PASS, Candidate, Outcome, Ruling

# Operations that only add a detail check for it themselves; these take something away that a sentence may give back.
_STRIPPING = frozenset(
    {
        "hedge-removed",
        "source-removed",
        "rumour-settled",
        "aim-reached",
        "step-taken",
        "rank-raised",
        "frequency-raised",
        "share-raised",
    }
)
_REVERSING = frozenset(
    {
        "predicate-reversed",
        "comparison-reversed",
        "direction-reversed",
        "denial-removed",
        "share-reversed",
        "frequency-reversed",
        "decision-reversed",
    }
)
_RESTATING = {"hedge-removed": ("root", "attr", "acomp", "oprd"), "aim-reached": ("dobj",)}
_ENOUGH = 3


def said_elsewhere(candidate: Candidate, article: Article) -> Ruling:
    """Refuse an unverified statement, and queue a false one, when another sentence speaks of much the same."""
    verdict, maker = candidate.proposal.verdict, candidate.maker.name
    if maker in _RESTATING:
        other = _uses_predicate(candidate, article, _RESTATING[maker])
        if other:
            return Ruling(Outcome.REFUSE, "said-elsewhere", f"this may settle it: “{other}”")
    if verdict is Verdict.UNVERIFIED and maker in _STRIPPING:
        other = _speaks_of_the_same(candidate, article, _ENOUGH)
        if other:
            return Ruling(Outcome.REFUSE, "said-elsewhere", f"this may settle it: “{other}”")
    if verdict is Verdict.FALSE and maker in _REVERSING:
        new = _new_words(candidate)
        other = _speaks_of_the_same(candidate, article, 2, new) if new else ""
        if other:
            return Ruling(Outcome.QUEUE, "said-elsewhere", f"Another sentence may say so after all: “{other}”")
    return PASS


def _speaks_of_the_same(
    candidate: Candidate, article: Article, enough: int, wanted: frozenset[str] = frozenset()
) -> str:
    """Return a sentence with the subject, ``enough`` content words, and one of ``wanted`` when there are any."""
    claim = candidate.claim
    own = article.speaks_of[claim.number]
    subject = claim.subject.lemma.lower() if claim.subject else ""
    for lemma in sorted(wanted or own - article.common):
        for number in article.where.get(lemma, ()):
            shared = article.speaks_of[number] & own
            same_subject = not subject or subject in article.speaks_of[number]
            rare = shared - article.common - {subject}
            if number != claim.number and same_subject and len(rare) >= (enough if not wanted else 1):
                return article.sentences[number].text
    return ""


def _uses_predicate(candidate: Candidate, article: Article, deps: tuple[str, ...]) -> str:
    """Return another sentence that uses what this one says, of the same subject or with rare words in common."""
    claim = candidate.claim
    subject = claim.subject.lemma.lower() if claim.subject else ""
    own = article.speaks_of[claim.number]
    for sentence in candidate.parsed[:1]:
        root = sentence.root
        for token in (root, *sentence.of(root, *deps)):
            if token.lemma not in ("be", "have", "do") and (token.index != root.index or "root" in deps):
                said = token.lemma.lower()
                for number in article.where.get(said, ()):
                    shared = article.speaks_of[number] & own - {said}
                    rare = len(shared - article.common - {subject}) + (subject in shared)
                    if number != claim.number and rare >= (2 if token.index == root.index else 1):
                        return article.sentences[number].text
    return ""


def _new_words(candidate: Candidate) -> frozenset[str]:
    """Return the content lemmas that the edit brought in."""
    old = {token.lemma.lower() for token in candidate.claim.tokens}
    tokens = [token for sentence in candidate.parsed for token in sentence.tokens]
    return frozenset(
        t.lemma.lower()
        for t in tokens
        if t.pos in ("NOUN", "VERB", "ADJ") and t.lemma.lower() not in old and len(t.text) > 2
    )
