"""Which verdict the sources of a claim allow, and what is said of it in plain words."""

from dataclasses import replace

from quizgen.domain.claims.claim import Bearing, Evidence, Source, Stance, Verdict
from quizgen.domain.errors import BadInput

NOTHING_CITED = "No source has been cited for this claim yet, so it stays unverified."
OPINION, PREDICTION, DISAGREE, NOT_SETTLED = "opinion", "prediction", "sources disagree", "no source settles it"
TOO_VAGUE, NOT_FOUND = "too vague", "no source found"
REASONS = (OPINION, PREDICTION, TOO_VAGUE, NOT_FOUND, DISAGREE, NOT_SETTLED)
_JUDGED = Evidence(
    reason=OPINION, rationale="This is a judgement. It can be argued for or against, but no source can settle it."
)
_AHEAD = Evidence(reason=PREDICTION, rationale="This looks ahead. No source can settle it before the time has come.")
_NEVER_SETTLED = {Stance.EVALUATIVE: _JUDGED, Stance.NORMATIVE: _JUDGED, Stance.PREDICTED: _AHEAD}
_OPEN_BECAUSE = {
    OPINION: _JUDGED.rationale,
    PREDICTION: _AHEAD.rationale,
    TOO_VAGUE: "It is put too vaguely for any source to settle it.",
    NOT_FOUND: "No source was found that settles it.",
    NOT_SETTLED: "The sources speak of it but leave it open.",
}
_ALLOWED = {frozenset({Bearing.CONFIRMS}): Verdict.TRUE, frozenset({Bearing.REFUTES}): Verdict.FALSE}
_NEEDS = {
    Verdict.TRUE: "Only a source that confirms the claim makes it true. Add one, or choose Unverified.",
    Verdict.FALSE: "Only a source that refutes the claim makes it false. Add one, or choose Unverified.",
}
_OPENINGS = {
    Bearing.CONFIRMS: "A source bears it out",
    Bearing.REFUTES: "A source says otherwise",
    Bearing.LEAVES_OPEN: "A source speaks of it but leaves it open",
}


def unlooked(stance: Stance) -> Evidence:
    """Return what can be said before anybody has looked for a source: a judgement or a forecast stays open."""
    return _NEVER_SETTLED.get(stance, Evidence())


def rationale_of(evidence: Evidence) -> str:
    """Return why the verdict is what it is, in words that a student reads."""
    return evidence.rationale or NOTHING_CITED


def with_source(evidence: Evidence, source: Source) -> Evidence:
    """Return the evidence with one more source, and the verdict that all of them allow.

    Only sources that confirm make it *true*, only such that refute *false*; both, or neither, leave it *unverified*.
    What was said of a verdict stays while the verdict does. A source that is there already changes nothing.
    """
    if source in evidence.sources:
        return evidence
    sources = (*evidence.sources, source)
    bearings = frozenset(each.says for each in sources if each.says is not Bearing.LEAVES_OPEN)
    # A source that leaves it open changes no verdict that a person may have weighed.
    is_weighed = source.says is Bearing.LEAVES_OPEN and evidence.sources
    verdict = evidence.verdict if is_weighed else _ALLOWED.get(bearings, Verdict.UNVERIFIED)
    if verdict is evidence.verdict and evidence.sources and evidence.rationale:
        return replace(evidence, sources=sources)
    reason = None
    if verdict is Verdict.UNVERIFIED:
        reason = DISAGREE if bearings else evidence.reason or NOT_SETTLED
    rationale = _disagreement(sources) if reason == DISAGREE else _told(source)
    return Evidence(verdict, sources, reason, rationale)


def judged(
    evidence: Evidence, verdict: Verdict, *, reason: str | None = None, rationale: str | None = None
) -> Evidence:
    """Return the evidence with the verdict of a person; without a ``rationale`` the sources or the reason give it.

    Raises BadInput when no source bears the verdict out, or when *unverified* has no reason.
    """
    if verdict is not Verdict.UNVERIFIED:
        found = Evidence(verdict, evidence.sources, None, rationale or _settled_by(verdict, evidence.sources))
        if found.problems():
            raise BadInput(_NEEDS[verdict])
        return found
    if not reason:
        raise BadInput("Say why it stays unverified.")
    told = rationale or told_by_reason(reason, evidence.sources)
    return Evidence(verdict, evidence.sources, reason, told)


def with_sources(evidence: Evidence, sources: tuple[Source, ...]) -> Evidence:
    """Return the evidence with other sources and the same verdict; a rationale that quotes one follows it.

    Raises BadInput when no source is left that bears the verdict out.
    """
    own = evidence.rationale and not is_told(evidence)
    if evidence.verdict is not Verdict.UNVERIFIED:
        return judged(
            replace(evidence, sources=sources), evidence.verdict, rationale=evidence.rationale if own else None
        )
    if own or not evidence.reason:
        return replace(evidence, sources=sources)
    return replace(evidence, sources=sources, rationale=told_by_reason(evidence.reason, sources))


def is_told(evidence: Evidence) -> bool:
    """Tell whether the rationale is one that this module wrote, not the words of a person."""
    told = {None, "", *map(_told, evidence.sources), *_OPEN_BECAUSE.values()}
    return evidence.rationale in told or evidence.rationale == told_by_reason(DISAGREE, evidence.sources)


def told_by_reason(reason: str, sources: tuple[Source, ...]) -> str | None:
    """Return what is said of a claim that stays open for this reason; None for a reason that is not of REASONS."""
    bearings = {source.says for source in sources}
    if reason == DISAGREE and {Bearing.CONFIRMS, Bearing.REFUTES} <= bearings:
        return _disagreement(sources)
    return "Sources disagree." if reason == DISAGREE else _OPEN_BECAUSE.get(reason)


def _settled_by(verdict: Verdict, sources: tuple[Source, ...]) -> str | None:
    wanted = Bearing.CONFIRMS if verdict is Verdict.TRUE else Bearing.REFUTES
    return next((_told(source) for source in sources if source.says is wanted), None)


def _told(source: Source) -> str:
    return f"{_OPENINGS[source.says]}: {_named(source)}: “{source.shows}”"


def _disagreement(sources: tuple[Source, ...]) -> str:
    one = next(source for source in sources if source.says is Bearing.CONFIRMS)
    other = next(source for source in sources if source.says is Bearing.REFUTES)
    return f"Sources disagree. {_named(one)} bears it out, {_named(other)} says otherwise."


def _named(source: Source) -> str:
    year = f", {source.year}" if source.year else ""
    return f"{source.title} ({source.publisher}{year})"
