"""How far a draft is, in five named steps: the page and its script say the same."""

from dataclasses import dataclass

from quizgen.services.drafting import JobProgress, JobState
from quizgen.web.banks.wording import counted

DONE, NOW, LATER = "done", "now", "later"
NOT_YET = "Not yet"
HEADINGS = {
    JobState.QUEUED: "Waiting for its turn",
    JobState.DONE: "The bank is ready",
    JobState.FAILED: "The questions could not be made",
    JobState.CANCELLED: "Stopped",
}
GOING = ("reading the text", "splitting it into sentences", "finding claims", "drafting questions", "keeping the bank")


@dataclass(frozen=True, slots=True)
class Step:
    """A step: ``state`` is done, now or later; ``note`` is a count or a word."""

    name: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Progress:
    """The heading, ``done`` of ``total`` for the bar, and the steps; ``live`` while something may still change."""

    state: JobState
    heading: str
    done: int
    total: int
    steps: tuple[Step, ...]
    live: bool
    error: str | None


def progress(state: JobState, counts: JobProgress, words: int | None, error: str | None) -> Progress:
    """Return how far a draft is; ``words`` of its text, None where nobody counted them again."""
    steps = _steps(state, counts, words)
    return Progress(
        state=state,
        heading=HEADINGS.get(state) or _heading(steps),
        done=counts.total if state is JobState.DONE else counts.done,
        total=counts.total,
        steps=steps,
        live=state in (JobState.QUEUED, JobState.RUNNING),
        error=error,
    )


def _steps(state: JobState, counts: JobProgress, words: int | None) -> tuple[Step, ...]:
    """Return the steps; claims and questions grow side by side, sentence by sentence."""
    begun, through = counts.done > 0, 0 < counts.total <= counts.done
    notes = (
        "" if words is None else counted(words, "word"),
        _so_far(counts.total, through=begun),
        _so_far(counts.claims, through=through),
        _so_far(counts.items, through=through),
        "Done" if state is JobState.DONE else NOT_YET,
    )
    reached = (True, begun, through, through, state is JobState.DONE)
    first = reached.index(False) if False in reached else len(reached)
    working = {2, 3} if first == 2 else {first}
    names = ("Read the text", "Split into sentences", "Find claims", "Draft questions", "Keep the bank")
    return tuple(
        Step(name, _state(state, place, reached[place], working), notes[place]) for place, name in enumerate(names)
    )


def _state(state: JobState, place: int, is_reached: bool, working: set[int]) -> str:
    if is_reached or state is JobState.DONE:
        return DONE
    return NOW if state is JobState.RUNNING and place in working else LATER


def _so_far(count: int, *, through: bool) -> str:
    if not count:
        return NOT_YET
    return f"{count:,}" if through else f"{count:,} so far"


def _heading(steps: tuple[Step, ...]) -> str:
    places = [place for place, step in enumerate(steps) if step.state == NOW]
    numbers = " and ".join(str(place + 1) for place in places)
    doing = " and ".join(GOING[place] for place in places)
    return f"Step{'s' if len(places) > 1 else ''} {numbers} of {len(steps)}: {doing}"
