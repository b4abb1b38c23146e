"""Words that mean the same, or the opposite, or that limit what is said: closed lists, each word in its plain sense."""

from quizgen.generation.lexicon import words
from quizgen.language.parsed import Token

_SAME_VERBS = (
    "build construct erect", "found establish", "buy purchase", "begin start commence", "end finish conclude",
    "show demonstrate", "obtain acquire", "choose select", "happen occur", "abolish scrap", "grow increase rise",
    "fall decrease decline drop", "assist help", "destroy wreck", "need require", "allow permit", "forbid prohibit ban",
    "situate locate", "contain hold", "link connect join", "honor honour", "use utilise utilize", "defeat beat",
    "pass cross", "harm damage", "demolish raze", "create make", "employ hire", "oppose resist", "criticise criticize",
    "receive get", "reside live", "supply provide",
)  # fmt: skip
_SAME_OTHERS = (
    "big large", "biggest largest", "bigger larger", "wealthy rich", "main principal chief", "entire whole",
    "town city", "harbour harbor", "centre center", "metre meter", "kilometre kilometer", "tonne ton",
    "aircraft plane airplane aeroplane", "car automobile", "ship vessel", "teacher schoolteacher",
    "united_states usa u.s. us america", "united_kingdom uk u.k. britain", "percent %", "boat ferry",
)  # fmt: skip
_OPPOSITE_VERBS = (
    ("grow", "fall"), ("accept", "reject"), ("approve", "reject"), ("support", "oppose"), ("win", "lose"),
    ("strengthen", "weaken"), ("praise", "criticise"), ("improve", "worsen"), ("widen", "narrow"),
    ("raise", "lower"), ("allow", "forbid"), ("arrive", "depart"), ("increase", "reduce"),
)  # fmt: skip
_OPPOSITE_OTHERS = (
    "large:small larger:smaller largest:smallest high:low higher:lower highest:lowest old:new older:newer "
    "oldest:newest older:younger long:short longer:shorter longest:shortest common:rare common:uncommon deep:shallow "
    "deeper:shallower deepest:shallowest wide:narrow wider:narrower widest:narrowest heavy:light heavier:lighter "
    "heaviest:lightest strong:weak stronger:weaker strongest:weakest fast:slow faster:slower fastest:slowest "
    "rich:poor richest:poorest hot:cold hotter:colder hottest:coldest warm:cold warmer:colder warmest:coldest "
    "wet:dry wetter:drier wettest:driest legal:illegal possible:impossible public:private permanent:temporary "
    "salty:fresh northern:southern eastern:western fertile:barren poisonous:harmless active:inactive"
)
# Without a date two such statements may both hold, each of its own time.
CHANGES = words("grow increase rise fall decrease decline drop reduce raise lower improve worsen widen narrow shrink")
# What can be done to one and the same thing only once.
ONCE = words(
    "build found open complete finish bear die invent discover abolish dissolve publish launch create patent demolish "
    "sink establish invent end introduce unveil inaugurate design erect begin start sign kill assassinate marry"
)
# "The canal opened" says what "the canal was opened" says.
TURNING = words("open close begin start end increase decrease grow improve sink burn break form move change develop")
SCOPES = words(
    "only all every each most many few both first last always never several no half none neither either any mainly "
    "mostly largely usually often rarely sometimes exactly solely alone except second third fourth fifth entirely "
    "completely partly almost nearly"
)
LIMITS = words(
    "almost nearly hardly barely scarcely partly partially allegedly reportedly supposedly probably perhaps possibly "
    "apparently rarely seldom sometimes occasionally often usually mostly mainly largely once formerly originally "
    "planned proposed alleged supposed former would-be possible potential future so-called some few many most "
    "presumably initially at_first briefly temporarily again replica legendary fictional second third unofficially "
    "officially nominally theoretically"
)
NEGATIONS = words("no not n't n’t never neither nor none nobody nothing hardly scarcely barely rarely seldom without")
CAUTIOUS = words("may might could would should can must will shall 'll ’ll 'd ’d ought")


def _groups(*lists: tuple[str, ...]) -> dict[str, str]:
    return {word: group.split()[0] for several in lists for group in several for word in group.split()}


_VERBS = _groups(_SAME_VERBS)
_OTHERS = _groups(_SAME_OTHERS)


def key(token: Token, particle: str = "") -> str:
    """Return what stands for the word and all that mean the same; a comparative or superlative is a word of its own."""
    if token.pos in ("VERB", "AUX"):
        lemma = f"{token.lemma.lower()}_{particle}" if particle else token.lemma.lower()
        return _VERBS.get(lemma, lemma)
    word = token.lower if token.tag in ("JJR", "JJS", "RBR", "RBS") else token.lemma.lower()
    word = token.lower if token.pos == "PROPN" else word
    return _OTHERS.get(word, word)


_OPPOSITES = frozenset(
    pair
    for alike, several in (
        (_VERBS, _OPPOSITE_VERBS),
        (_OTHERS, tuple(tuple(entry.split(":")) for entry in _OPPOSITE_OTHERS.split())),
    )
    for one, other in several
    for first, second in [(alike.get(one, one), alike.get(other, other))]
    for pair in ((first, second), (second, first))
)


def are_opposites(one: str, other: str) -> bool:
    """Tell whether two keys contradict each other of the same thing."""
    return (one, other) in _OPPOSITES
