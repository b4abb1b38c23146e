"""True: the time or place moved from the front of the sentence to its end or back, with other words changed."""

from collections.abc import Iterator

from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import Maker, Proposal, Setting
from quizgen.generation.restating.capitals import lowering
from quizgen.generation.restating.composing import restated
from quizgen.generation.restating.core import versions
from quizgen.generation.restating.shape import Shape
from quizgen.language.parsed import Token

_TIMES = words("in on by during after before at throughout between from following under within")
_TIME_NOUNS = words(
    "century decade year war period era reign time age revolution spring summer autumn winter beginning start end "
    "day month week battle siege occupation invasion death crisis conference rule dynasty middle"
)
_BARRED = words("not n't n’t no never only also then respectively however neither nor if unless even same this these")
_EVENTFUL = words("after before following during since until from to between")
_CLAUSES = ("advcl", "ccomp", "parataxis", "conj")
_LONGEST_PHRASE, _LONGEST_REST, _LONGEST_BACK = 9, 20, 7


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    for one in versions(claim):
        if not (one.lowers & _BARRED or one.of(one.root, *_CLAUSES) or any(s in one.statement for s in ";:—–(")):
            shape = _to_the_end(one, setting) or _to_the_front(one, setting)
            if shape:
                yield from restated(one, setting, shape)


def _to_the_end(claim: FoundClaim, setting: Setting) -> Shape | None:
    """In 1850, Hale built the mill becomes Hale built the mill in 1850."""
    tokens, kept = claim.sentence.tokens, claim.kept
    first = tokens[kept[0]]
    own = _time(claim, first) or _opening(claim, first)
    if not own or not claim.subject or (tokens[own[-1] + 1].text != "," and claim.subject.index < own[-1]):
        return None
    rest = [index for index in kept if index > own[-1]]
    if tokens[rest[0]].text == ",":
        rest = rest[1:]
    while rest and not tokens[rest[-1]].is_word:
        rest.pop()
    # A further time or a clause at the end would take the phrase to itself.
    later = any(tokens[i].dep in ("relcl", "acl", "advcl", "xcomp", "appos") for i in rest) or _is_dated(claim, rest)
    begins = bool(rest) and claim.below(claim.subject)[0] == rest[0]
    if later or not begins or len(rest) > _LONGEST_REST or any(tokens[i].text == "," for i in rest[len(rest) // 2 :]):
        return None
    small = lowering(claim, own[0], setting.article)
    return Shape((tuple(rest), own), _REASON, small) if small is not None else None


def _to_the_front(claim: FoundClaim, setting: Setting) -> Shape | None:
    """Hale built the mill in 1850 becomes In 1850, Hale built the mill."""
    tokens = claim.sentence.tokens
    inner = [index for index in claim.kept if tokens[index].is_word]
    for preposition in claim.of(claim.root, "prep"):
        own = _time(claim, preposition)
        if not own or own[-1] != inner[-1] or len(own) > _LONGEST_BACK or preposition.index <= claim.head:
            continue
        rest = tuple(index for index in claim.kept if index < own[0])
        small = lowering(claim, rest[0], setting.article) if rest else None
        subject = claim.subject
        qualified = tokens[own[0] - 1].pos == "ADV" or tokens[own[0] - 1].lower in ("and", "but", "or")
        plain = subject is not None and claim.root.lemma != "be" and not _EVENTFUL & {tokens[i].lower for i in rest}
        plain = plain and subject is not None and claim.below(subject)[0] == rest[0] and not _is_dated(claim, rest)
        if qualified or small is None or not plain or tokens[rest[-1]].text == "," or _leads(claim, own):
            return None
        return Shape((own, ",", rest), _REASON, small)
    return None


def _leads(claim: FoundClaim, own: tuple[int, ...]) -> bool:
    """Tell whether the phrase goes with its verb: lasted until, dates from, happened in, was born in."""
    close = own[0] == claim.root.index + 1
    return close and claim.root.lemma in words("last date run range continue extend be bear come go stay fall enter")


def _time(claim: FoundClaim, token: Token) -> tuple[int, ...]:
    """Return the tokens of a phrase of time that hangs on the main verb, unbroken and plain; () when it is not."""
    sentence = claim.sentence
    if token.dep != "prep" or token.head != claim.head or token.lower not in _TIMES:
        return ()
    own = claim.below(token)
    nouns = sentence.of(token, "pobj")
    whole = own[-1] - own[0] + 1 == len(own) <= _LONGEST_PHRASE and set(own) <= set(claim.kept)
    if not nouns or not whole or any(sentence.tokens[i].dep in ("relcl", "acl", "conj", "appos") for i in own):
        return ()
    entity = sentence.entity_at(nouns[0].index)
    dated = entity is not None and entity.label == "DATE"
    named = nouns[0].lemma.lower() in _TIME_NOUNS and claim.after(token) in ("the", "his", "her", "its")
    leaning = any(sentence.tokens[i].lower in ("it", "its", "his", "her", "their", "that", "which") for i in own)
    return own if (dated or named) and not leaning and "," not in [sentence.tokens[i].text for i in own] else ()


def _opening(claim: FoundClaim, token: Token) -> tuple[int, ...]:
    """Return the tokens of a short opening phrase that a comma closes; () for any that joins or points back."""
    if (
        token.dep != "prep"
        or token.head != claim.head
        or token.lower not in _OPENERS
        or len(claim.kept) > _LONGEST_REST
    ):
        return ()
    own = claim.below(token)
    lowers = {claim.sentence.tokens[index].lower for index in own}
    whole = own[-1] - own[0] + 1 == len(own) <= _LONGEST_BACK and claim.sentence.tokens[own[-1] + 1].text == ","
    plain = not any(claim.sentence.tokens[i].dep in ("relcl", "acl", "conj", "pcomp", "punct") for i in own)
    short = len(claim.kept) <= _LONGEST_REST
    return own if whole and plain and short and not lowers & _JOINING else ()


_OPENERS = words("despite because due under in at on throughout within among for")
_JOINING = words(
    "addition contrast fact turn general particular short effect practice theory principle conclusion return response "
    "order example instance case cases this that these those it its his her their such which same way sense part words "
    "other most many some all each every both reality total comparison he she they them him ways"
)


def _is_dated(claim: FoundClaim, indexes: list[int] | tuple[int, ...]) -> bool:
    found = (claim.sentence.entity_at(index) for index in indexes)
    return any(entity is not None and entity.label in ("DATE", "TIME") for entity in found)


_REASON = "The passage says the same in another order"
ADVERBIAL_MOVED = Maker("adverbial-moved", "verdict", rank=3, hardness=0, propose=_propose)
