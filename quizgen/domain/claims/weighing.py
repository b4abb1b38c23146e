"""Which verdict the sources of a claim allow, and what is said of it in plain words."""

from dataclasses import replace

from quizgen.domain.claims.claim import Bearing, Evidence, Source, Stance, Verdict

NOTHING_CITED = "No source has been cited for this claim yet, so it stays unverified."
OPINION, PREDICTION, DISAGREE, NOT_SETTLED = "opinion", "prediction", "sources disagree", "no source settles it"
_JUDGED = Evidence(
    reason=OPINION, rationale="This is a judgement. It can be argued for or against, but no source can settle it."
)
_AHEAD = Evidence(reason=PREDICTION, rationale="This looks ahead. No source can settle it before the time has come.")
_NEVER_SETTLED = {Stance.EVALUATIVE: _JUDGED, Stance.NORMATIVE: _JUDGED, Stance.PREDICTED: _AHEAD}
_ALLOWED = {frozenset({Bearing.CONFIRMS}): Verdict.TRUE, frozenset({Bearing.REFUTES}): Verdict.FALSE}
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


def _told(source: Source) -> str:
    return f"{_OPENINGS[source.says]}: {_named(source)}: “{source.shows}”"


def _disagreement(sources: tuple[Source, ...]) -> str:
    one = next(source for source in sources if source.says is Bearing.CONFIRMS)
    other = next(source for source in sources if source.says is Bearing.REFUTES)
    return f"Sources disagree. {_named(one)} bears it out, {_named(other)} says otherwise."


def _named(source: Source) -> str:
    year = f", {source.year}" if source.year else ""
    return f"{source.title} ({source.publisher}{year})"
