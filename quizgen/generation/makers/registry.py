"""Every operation by name; a new one is added here and nowhere else."""

from quizgen.generation.makers.acts_joined import ACTS_JOINED
from quizgen.generation.makers.adverbial_moved import ADVERBIAL_MOVED
from quizgen.generation.makers.aim_reached import AIM_REACHED
from quizgen.generation.makers.amount_sharpened import AMOUNT_SHARPENED
from quizgen.generation.makers.amounts import AMOUNT_GAP, COUNT_ASKED
from quizgen.generation.makers.answers import NAME_ANSWER
from quizgen.generation.makers.as_stated import AS_STATED
from quizgen.generation.makers.aside_joined import ASIDE_JOINED
from quizgen.generation.makers.aside_said import ASIDE_SAID
from quizgen.generation.makers.bound_given import BOUND_GIVEN
from quizgen.generation.makers.bound_turned import BOUND_TURNED
from quizgen.generation.makers.change_computed import CHANGE_COMPUTED, CHANGE_TURNED, YEAR_BETWEEN
from quizgen.generation.makers.choices import NAME_CHOICE, NUMBER_CHOICE, YEAR_CHOICE
from quizgen.generation.makers.circumstance_added import CIRCUMSTANCE_ADDED
from quizgen.generation.makers.clause_moved import CLAUSE_MOVED
from quizgen.generation.makers.comparison_reversed import COMPARISON_REVERSED
from quizgen.generation.makers.core_kept import CORE_KEPT
from quizgen.generation.makers.decision_reversed import DECISION_REVERSED
from quizgen.generation.makers.definition_told import DEFINITION_TOLD
from quizgen.generation.makers.denial_removed import DENIAL_REMOVED
from quizgen.generation.makers.detail_added import DETAIL_ADDED
from quizgen.generation.makers.direction_reversed import DIRECTION_REVERSED
from quizgen.generation.makers.duration_added import DURATION_ADDED
from quizgen.generation.makers.events_ordered import EVENTS_ORDERED, EVENTS_TURNED
from quizgen.generation.makers.figure_rounded import FIGURE_ROUNDED
from quizgen.generation.makers.frequency import FREQUENCY_RAISED, FREQUENCY_REVERSED
from quizgen.generation.makers.gaps import NAME_GAP, NUMBER_GAP, TERM_GAP, YEAR_GAP
from quizgen.generation.makers.hedge_removed import HEDGE_REMOVED
from quizgen.generation.makers.hedge_restated import HEDGE_RESTATED
from quizgen.generation.makers.identity_turned import IDENTITY_TURNED
from quizgen.generation.makers.included_said import INCLUDED_SAID
from quizgen.generation.makers.left_open import LEFT_OPEN, LEFT_OPEN_DENIED
from quizgen.generation.makers.list_compared import LIST_COMPARED
from quizgen.generation.makers.maker import Maker
from quizgen.generation.makers.members import MEMBERS_CHOSEN
from quizgen.generation.makers.month_added import HOUR_ADDED, MONTH_ADDED
from quizgen.generation.makers.month_moved import DAY_MOVED, MONTH_MOVED
from quizgen.generation.makers.number_moved import NUMBER_MOVED
from quizgen.generation.makers.order_turned import ORDER_TURNED, PLACE_MOVED
from quizgen.generation.makers.part_taken import ACT_TAKEN, MEMBER_TAKEN
from quizgen.generation.makers.participle_joined import PARTICIPLE_JOINED
from quizgen.generation.makers.participle_said import PARTICIPLE_SAID
from quizgen.generation.makers.period_moved import PERIOD_MOVED
from quizgen.generation.makers.period_narrowed import PERIOD_NARROWED
from quizgen.generation.makers.place_narrowed import PLACE_NARROWED
from quizgen.generation.makers.predicate_reversed import PREDICATE_REVERSED
from quizgen.generation.makers.range_moved import RANGE_MOVED
from quizgen.generation.makers.rank_raised import RANK_RAISED
from quizgen.generation.makers.report_restated import REPORT_RESTATED
from quizgen.generation.makers.reworded import REWORDED
from quizgen.generation.makers.rumour_settled import RUMOUR_SETTLED
from quizgen.generation.makers.share_raised import SHARE_RAISED
from quizgen.generation.makers.share_restated import SHARE_RESTATED
from quizgen.generation.makers.share_reversed import SHARE_REVERSED
from quizgen.generation.makers.soon_added import SOON_ADDED
from quizgen.generation.makers.source_removed import SOURCE_REMOVED
from quizgen.generation.makers.step_taken import STEP_TAKEN
from quizgen.generation.makers.still_so import STILL_SO
from quizgen.generation.makers.title_said import TITLE_SAID
from quizgen.generation.makers.verb_denied import VERB_DENIED
from quizgen.generation.makers.voice_turned import VOICE_TURNED
from quizgen.generation.makers.whether_open import WHETHER_OPEN
from quizgen.generation.makers.year_moved import YEAR_MOVED

_ALL = (
    AS_STATED, CHANGE_COMPUTED, SHARE_RESTATED,
    BOUND_GIVEN, WHETHER_OPEN, EVENTS_ORDERED, EVENTS_TURNED, LEFT_OPEN, LEFT_OPEN_DENIED,
    ACTS_JOINED, ASIDE_JOINED, PARTICIPLE_JOINED, DEFINITION_TOLD, INCLUDED_SAID, TITLE_SAID,
    ADVERBIAL_MOVED, CLAUSE_MOVED, FIGURE_ROUNDED, HEDGE_RESTATED, IDENTITY_TURNED, PARTICIPLE_SAID, REPORT_RESTATED,
    ACT_TAKEN, ASIDE_SAID, CORE_KEPT, MEMBER_TAKEN, REWORDED, VOICE_TURNED,
    CHANGE_TURNED, COMPARISON_REVERSED, DENIAL_REMOVED, DIRECTION_REVERSED, FREQUENCY_REVERSED, MONTH_MOVED,
    NUMBER_MOVED, PREDICATE_REVERSED, SHARE_REVERSED, VERB_DENIED, YEAR_MOVED,
    AIM_REACHED, DETAIL_ADDED, DURATION_ADDED, FREQUENCY_RAISED, HEDGE_REMOVED, MONTH_ADDED, RANK_RAISED, SHARE_RAISED,
    SOURCE_REMOVED, YEAR_BETWEEN,
    BOUND_TURNED, DECISION_REVERSED, ORDER_TURNED, PERIOD_MOVED, PLACE_MOVED,
    AMOUNT_SHARPENED, CIRCUMSTANCE_ADDED, PERIOD_NARROWED, SOON_ADDED,
    DAY_MOVED, RANGE_MOVED, STILL_SO,
    HOUR_ADDED, LIST_COMPARED, PLACE_NARROWED, RUMOUR_SETTLED, STEP_TAKEN,
    NAME_GAP, NUMBER_GAP, TERM_GAP, YEAR_GAP,
    NAME_CHOICE, NUMBER_CHOICE, YEAR_CHOICE,
    AMOUNT_GAP, COUNT_ASKED,
    NAME_ANSWER,
    MEMBERS_CHOSEN,
)  # fmt: skip
MAKERS: dict[str, Maker] = {maker.name: maker for maker in _ALL}
