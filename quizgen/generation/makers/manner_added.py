"""Unverified: one adverb, from a list made for each verb, that the passage does not give."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import words
from quizgen.generation.makers.maker import DEBATABLE, Maker, Proposal, Setting, unverified
from quizgen.generation.makers.reading_dates import is_act
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

# What else near by would speak to the adverb: the words that make it known or wrong.
_SPOKEN_TO = {
    "unanimously": words("unanimous unanimously narrow narrowly against majority votes vote voted margin "
        "percent seats"),
    "narrowly": words("unanimous unanimously narrow narrowly decisive decisively easily majority votes margin "
        "landslide"),
    "reluctantly": words("reluctant reluctantly willing willingly gladly refused pressure forced eager eagerly "
        "happily"),
    "secretly": words("secret secretly public publicly openly open private privately covert clandestine announced"),
    "publicly": words("public publicly private privately secret secretly open openly letter speech announced"),
    "anonymously": words("anonymous anonymously name pseudonym signed"),
    "privately": words("private privately public publicly"),
    "unexpectedly": words("unexpected unexpectedly surprise planned expected sudden suddenly plan illness"),
    "accidentally": words("accident accidentally accidental chance deliberately experiment experiments search "
        "searching"),
    "deliberately": words("deliberate deliberately accident accidentally intentional intentionally intended"),
    "personally": words("personal personally deputy behalf"),
    "independently": words("independent independently together joint jointly alone"),
    "briefly": words("brief briefly long years months weeks days decades until since year month week century "
        "permanently"),
    "temporarily": words("temporary temporarily permanent permanently until again later reopened today still forever"),
    "repeatedly": words("repeated repeatedly once twice times never again"),
    "voluntarily": words("voluntary voluntarily forced force ordered refused pressure forcibly"),
    "immediately": words("immediate immediately later delay months years weeks days finally eventually soon "
        "after when"),
    "gradually": words("gradual gradually sudden suddenly immediate immediately quickly rapid rapidly "
        "overnight abrupt"),
    "slowly": words("slow slowly fast quick quickly rapid rapidly sudden suddenly immediate immediately gradually"),
    "rapidly": words("slow slowly fast quick quickly rapid rapidly sharp sharply steady steadily gradual gradually"),
    "steadily": words("steady steadily slow slowly fast rapid rapidly sharp sharply sudden suddenly gradually "
        "percent %"),
    "greatly": words("great greatly little slightly much strongly significant significantly slight major minor "
        "percent %"),
    "strongly": words("strong strongly weak weakly little greatly vehemently reluctant reluctantly mild mildly fierce"),
    "heavily": words("heavy heavily little slightly strongly partly entirely greatly solely"),
    "severely": words("severe severely little slight slightly serious seriously badly greatly minor"),
    "badly": words("bad badly slight slightly severe severely serious seriously heavy heavily completely minor"),
    "harshly": words("harsh harshly mild mildly gentle strongly sharply"),
    "actively": words("active actively passive passively"),
    "peacefully": words("peaceful peacefully war force forcibly battle violent violence kill attack army conquer"),
    "suddenly": words("sudden suddenly slow slowly gradual gradually plan planned expected abruptly"),
    "quickly": words("quick quickly slow slowly fast rapid rapidly years gradual gradually finally eventually month"),
}  # fmt: skip
_ADVERBS = {
    "approve": ("unanimously", "narrowly"), "pass": ("unanimously", "narrowly"), "ratify": ("unanimously", "narrowly"),
    "endorse": ("unanimously",), "elect": ("unanimously", "narrowly"),
    "reject": ("unanimously", "narrowly", "publicly"), "defeat": ("narrowly",), "lose": ("narrowly",),
    "win": ("narrowly",), "avoid": ("narrowly",),
    "accept": ("reluctantly",), "agree": ("reluctantly",), "grant": ("reluctantly",), "sign": ("reluctantly",),
    "abandon": ("reluctantly",), "withdraw": ("reluctantly", "unexpectedly"), "concede": ("reluctantly",),
    "permit": ("reluctantly",), "recognize": ("reluctantly",), "recognise": ("reluctantly",), "leave": ("reluctantly",),
    "allow": ("reluctantly",), "yield": ("reluctantly",), "cede": ("reluctantly",), "surrender": ("reluctantly",),
    "join": ("reluctantly", "voluntarily"), "convert": ("voluntarily",), "abdicate": ("voluntarily",),
    "meet": ("secretly", "repeatedly"), "fund": ("secretly",), "finance": ("secretly",), "sell": ("secretly",),
    "buy": ("secretly", "anonymously"), "purchase": ("anonymously",), "donate": ("anonymously",),
    "negotiate": ("secretly",), "send": ("secretly", "immediately"), "supply": ("secretly",), "marry": ("secretly",),
    "publish": ("anonymously", "privately"), "print": ("privately",), "invite": ("personally",),
    "condemn": ("publicly", "repeatedly"), "criticize": ("publicly", "repeatedly"), "apologize": ("publicly",),
    "criticise": ("publicly", "repeatedly"), "denounce": ("publicly",), "oppose": ("publicly",), "burn": ("publicly",),
    "praise": ("publicly", "repeatedly"), "resign": ("unexpectedly",), "retire": ("unexpectedly",),
    "die": ("unexpectedly",), "attack": ("unexpectedly", "repeatedly"), "arrive": ("unexpectedly",),
    "discover": ("accidentally", "independently"), "invent": ("independently",), "develop": ("independently",),
    "destroy": ("deliberately",), "damage": ("deliberately",), "kill": ("deliberately",), "ignore": ("deliberately",),
    "order": ("personally",), "command": ("personally",), "supervise": ("personally",),
    "choose": ("personally",), "commission": ("personally",), "select": ("personally",), "request": ("personally",),
    "visit": ("briefly", "repeatedly"), "occupy": ("briefly",), "imprison": ("briefly",), "flee": ("briefly",),
    "study": ("briefly",), "teach": ("briefly",), "capture": ("briefly",), "settle": ("briefly",),
    "close": ("temporarily",), "suspend": ("temporarily",), "ban": ("temporarily",), "relocate": ("temporarily",),
    "halt": ("temporarily",), "prohibit": ("temporarily",), "expel": ("temporarily",),
    "ask": ("repeatedly",), "demand": ("repeatedly",), "raid": ("repeatedly",), "warn": ("repeatedly",),
    "urge": ("publicly", "repeatedly"), "invade": ("repeatedly",), "refuse": ("publicly", "immediately"),
    "rebuild": ("quickly",), "conquer": ("quickly",), "repair": ("quickly",), "respond": ("immediately",),
    "move": ("temporarily", "gradually"), "decide": ("reluctantly",), "evolve": ("slowly",), "return": ("briefly",),
    "introduce": ("gradually",), "declare": ("publicly",), "suggest": ("privately",), "construct": ("quickly",),
    "offer": ("secretly", "repeatedly"), "proclaim": ("publicly",), "reach": ("quickly",), "emerge": ("gradually",),
    "impose": ("suddenly",), "threaten": ("publicly", "repeatedly"), "land": ("secretly",), "erect": ("quickly",),
    "defect": ("secretly",), "reduce": ("gradually", "greatly"), "unify": ("peacefully",), "migrate": ("gradually",),
    "plan": ("secretly",), "recall": ("suddenly",), "stop": ("suddenly",), "cross": ("secretly",), "gain": ("quickly",),
    "rule": ("briefly",), "serve": ("briefly",), "live": ("briefly",), "work": ("briefly",), "unite": ("peacefully",),
    "recruit": ("secretly", "personally"), "complete": ("quickly",), "travel": ("secretly",), "escape": ("narrowly",),
    "recommend": ("strongly",), "promise": ("publicly",), "submit": ("reluctantly",), "emigrate": ("reluctantly",),
    "finish": ("quickly",), "secure": ("quickly",), "appeal": ("repeatedly",), "dismiss": ("suddenly",),
    "attempt": ("repeatedly",), "try": ("repeatedly",), "fail": ("repeatedly",), "launch": ("secretly",),
    "establish": ("quickly",), "adopt": ("unanimously",), "annex": ("peacefully",), "write": ("quickly",),
    "create": ("quickly",), "extend": ("gradually",), "modify": ("gradually",), "transform": ("gradually",),
    "replace": ("gradually",), "acquire": ("secretly",), "appoint": ("personally",), "assassinate": ("personally",),
    "influence": ("strongly",), "affect": ("severely",), "improve": ("greatly",), "limit": ("severely",),
    "support": ("strongly",), "resist": ("strongly",), "encourage": ("actively",), "promote": ("actively",),
    "weaken": ("severely",), "expand": ("greatly", "rapidly"), "discourage": ("strongly",), "restrict": ("severely",),
    "increase": ("greatly", "steadily"), "alter": ("greatly",), "enlarge": ("greatly",), "favor": ("strongly",),
    "strengthen": ("greatly",), "shape": ("strongly",), "simplify": ("greatly",), "advocate": ("strongly",),
    "rise": ("steadily", "rapidly"), "grow": ("steadily", "rapidly"), "fall": ("steadily", "rapidly"),
    "decline": ("steadily", "rapidly"), "decrease": ("steadily", "rapidly"), "spread": ("rapidly", "slowly"),
    "shrink": ("steadily",), "depend": ("heavily",), "rely": ("heavily",), "differ": ("greatly",), "vary": ("greatly",),
    "contribute": ("greatly",), "suffer": ("badly",), "change": ("gradually",), "disappear": ("gradually",),
    "demolish": ("quickly",), "arrest": ("immediately",), "protest": ("publicly",),
}  # fmt: skip
_DOERS = words("personally reluctantly secretly publicly privately anonymously unexpectedly voluntarily deliberately")
# These tell how much, and so fit what goes on as well as what was done.
_DEGREES = words("greatly strongly heavily severely badly actively steadily rapidly gradually")
_BARRED = words(
    "not n't n’t no never only even still already once also eventually often usually sometimes always instead rather "
    "just almost nearly may might could would should can must if unless more most less least too very"
)
_LONGEST = 30


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    """Keep to verbs whose adverb stands in the list, and to adverbs that nothing near speaks to."""
    verb = claim.root
    adverbs = _ADVERBS.get(verb.lemma, ())
    if not adverbs or not _is_plain(claim):
        return
    near = {token.lower for sentence in (claim.sentence, *setting.article.near(claim)) for token in sentence.tokens}
    done = is_act(claim, verb)
    fitting = [
        adverb
        for adverb in adverbs
        if not near & _SPOKEN_TO[adverb]
        and (adverb not in _DOERS or _has_doer(claim))
        and _is_fit(claim, adverb)
        and (done or adverb in _DEGREES)
    ]
    if fitting:
        adverb = setting.rng.choice(fitting)
        has_object = claim.sentence.of(verb, "dobj", "nsubjpass", "auxpass")
        place = verb.index + (adverb in _DEGREES and not has_object)
        stem = claim.with_edits([Edit(place, place, adverb)])
        rationale = f"The passage says “{verb.text}”, but not “{adverb}”."
        yield unverified(claim, stem, rationale, why=DEBATABLE)


def _is_plain(claim: FoundClaim) -> bool:
    """Told plainly, with no other adverb at the verb and the subject in front of it."""
    sentence, verb = claim.sentence, claim.root
    if claim.stance is not Stance.ASSERTED or claim.lowers & _BARRED or sentence.of(verb, "aux"):
        return False
    if len(claim.kept) > _LONGEST or any(sign in claim.statement for sign in '"“;:'):
        return False
    if verb.tag not in ("VBD", "VBN", "VBZ", "VBP") or sentence.tokens[verb.index - 1].dep in ("advmod", "cc"):
        return False
    if sentence.of(verb, "advmod", "prt", "npadvmod", "expl", "acomp", "oprd", "attr"):
        return False
    subject = claim.subject
    return subject is not None and subject.index < verb.index and subject.pos in ("PROPN", "NOUN", "PRON")


def _is_fit(claim: FoundClaim, adverb: str) -> bool:
    """Only one person does a thing personally; what varies from one to another does not vary greatly."""
    if adverb == "personally":
        return _is_one_person(claim)
    return not (adverb == "greatly" and "from" in claim.lowers)


def _has_doer(claim: FoundClaim) -> bool:
    """Somebody with a will does it: a name, a person or a body, and not in the passive without an agent."""
    subject = claim.subject
    if not subject or claim.sentence.of(claim.root, "auxpass"):
        return bool(subject and claim.sentence.of(claim.root, "agent"))
    entity = claim.sentence.entity_at(subject.index)
    return (entity is not None and entity.label in ("PERSON", "GPE", "NORP", "ORG")) or _is_somebody(subject)


def _is_one_person(claim: FoundClaim) -> bool:
    agents = claim.sentence.of(claim.root, "agent")
    who = next(iter(claim.sentence.of(agents[0], "pobj")), None) if agents else claim.subject
    entity = claim.sentence.entity_at(who.index) if who else None
    named = entity is not None and entity.label == "PERSON"
    return who is not None and (named or who.lower in ("he", "she") or who.lemma in _RULERS)


_RULERS = words("king queen emperor president minister governor general commander bishop pope prince duke ruler leader")


def _is_somebody(subject: Token) -> bool:
    return subject.lower in ("he", "she", "they") or subject.lemma in _PEOPLE


_PEOPLE = words(
    "king queen emperor president government parliament council court minister leader governor general army soldier "
    "commander bishop pope prince duke ruler member worker settler official author committee commission party company "
    "university board senate assembly congress church ally troop force settler immigrant student scientist state"
)

MANNER_ADDED = Maker("manner-added", "verdict", rank=2, hardness=2, propose=_propose)
