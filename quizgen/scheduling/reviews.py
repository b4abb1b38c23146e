"""One answer, and when its question comes back: the free spaced repetition scheduler behind one pure function."""

from datetime import UTC, date, datetime, time, timedelta

from fsrs import Card, Rating, Scheduler, State

from quizgen.domain.practice import card as domain
from quizgen.domain.practice.card import Memory, Stage

# What was not right comes back after minutes, once; what was right, after days. Nothing rests longer than half a year.
STEP = timedelta(minutes=10)
LONGEST = timedelta(days=180)

_STATES = {Stage.LEARNING: State.Learning, Stage.REVIEW: State.Review, Stage.RELEARNING: State.Relearning}
_STAGES = {state: stage for stage, state in _STATES.items()}
_RATINGS = {
    domain.Rating.AGAIN: Rating.Again,
    domain.Rating.HARD: Rating.Hard,
    domain.Rating.GOOD: Rating.Good,
}
# No fuzz: the same answers give the same days.
_SCHEDULER = Scheduler(
    learning_steps=(STEP,), relearning_steps=(STEP,), maximum_interval=LONGEST.days, enable_fuzzing=False
)


def after_answer(memory: Memory | None, rating: domain.Rating, *, day: date) -> tuple[Memory, timedelta]:
    """Return what is remembered after an answer on ``day``, and how long the question rests: minutes or whole days.

    ``memory`` is None for the first answer. Days are dates where the student is: an answer in the morning of the next
    day comes one day later, however few hours that is.
    """
    # The library takes instants and counts whole days between them: midnight of each date, called UTC, gives it dates.
    moment = datetime.combine(day, time(), UTC)
    reviewed, _ = _SCHEDULER.review_card(_card(memory, moment), _RATINGS[rating], moment)
    if reviewed.stability is None or reviewed.difficulty is None:
        raise AssertionError("an answered card has a stability and a difficulty")
    kept = Memory(_STAGES[reviewed.state], reviewed.step, reviewed.stability, reviewed.difficulty, day)
    return kept, reviewed.due - moment


def _card(memory: Memory | None, moment: datetime) -> Card:
    """Return the library's card: its id and due date are given, since it would read the clock for either."""
    if memory is None:
        return Card(card_id=0, due=moment)
    return Card(
        card_id=0,
        state=_STATES[memory.stage],
        step=memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=moment,
        last_review=datetime.combine(memory.day, time(), UTC),
    )
