"""The registry of item kinds."""

from quizgen.domain.items.cloze import ClozeItem
from quizgen.domain.items.evidence_finding import EvidenceFindingItem
from quizgen.domain.items.item import Item
from quizgen.domain.items.matching import MatchingItem
from quizgen.domain.items.multiple_response import MultipleResponseItem
from quizgen.domain.items.numeric import NumericItem
from quizgen.domain.items.ordering import OrderingItem
from quizgen.domain.items.short_answer import ShortAnswerItem
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem

KINDS: dict[str, type[Item]] = {
    VerdictItem.kind: VerdictItem,
    SingleChoiceItem.kind: SingleChoiceItem,
    ClozeItem.kind: ClozeItem,
    NumericItem.kind: NumericItem,
    MultipleResponseItem.kind: MultipleResponseItem,
    EvidenceFindingItem.kind: EvidenceFindingItem,
    OrderingItem.kind: OrderingItem,
    MatchingItem.kind: MatchingItem,
    ShortAnswerItem.kind: ShortAnswerItem,
}
