"""True: several words of a claim said with others of the same meaning, from a closed list."""

from collections.abc import Iterator

from quizgen.domain.claims.claim import Stance
from quizgen.generation.claims.found import FoundClaim
from quizgen.generation.lexicon import pairs
from quizgen.generation.makers.maker import Inflect, Maker, Proposal, Setting, true
from quizgen.generation.makers.reading_dates import is_year
from quizgen.generation.wording import Edit
from quizgen.language.parsed import Token

_WORDS = pairs(
    "approximately:about roughly:about numerous:many primarily:mainly mainly:primarily largely:mostly mostly:largely "
    "frequently:often subsequently:later initially:at_first currently:at_present rapidly:quickly "
    "quickly:rapidly entirely:completely completely:entirely nearly:almost almost:nearly "
    "immediately:at_once eventually:in_the_end annually:every_year yearly:every_year despite:in_spite_of "
    "upon:on via:through although:though additionally:besides especially:particularly particularly:especially "
    "solely:only exclusively:only sufficient:enough whole:entire entire:whole wealthy:rich "
    "famous:well-known annual:yearly difficult:hard principal:main chief:main "
    "crucial:essential essential:crucial vital:crucial typically:as_a_rule generally:in_general "
    "usually:as_a_rule"
)
_WORD_TAGS = ("RB", "JJ", "IN", "NN")
# Verbs with a plain object or none; "takes" tells the frame: o object, n none, x infinitive with to.
_VERBS = {
    "begin": ("start", "nx"), "start": ("begin", "nx"), "commence": ("begin", "no"), "purchase": ("buy", "o"),
    "construct": ("build", "o"), "obtain": ("gain", "o"), "assist": ("help", "o"), "attempt": ("try", "x"),
    "try": ("attempt", "x"), "require": ("need", "o"), "permit": ("allow", "o"), "utilize": ("use", "o"),
    "utilise": ("use", "o"), "employ": ("use", "o"), "demonstrate": ("show", "o"), "occur": ("take place", "n"),
    "happen": ("take place", "n"), "cease": ("stop", "n"), "possess": ("have", "o"), "comprise": ("include", ""),
    "acquire": ("obtain", "o"), "receive": ("get", ""), "found": ("establish", "o"), "establish": ("set up", "o"),
    "conclude": ("end", "n"), "finish": ("complete", "o"), "complete": ("finish", "o"), "depart": ("leave", "n"),
    "select": ("choose", "o"), "choose": ("select", "o"), "destroy": ("wreck", ""), "enable": ("allow", "o"),
    "aid": ("help", "o"), "retain": ("keep", "o"), "encounter": ("meet", ""), "reside": ("live", "n"),
    "inhabit": ("live in", "o"), "transform": ("change", ""), "vary": ("differ", "n"), "attract": ("draw", "o"),
    "manufacture": ("make", "o"), "persuade": ("convince", "o"), "defeat": ("beat", "o"), "erect": ("put up", "o"),
    "abolish": ("do away with", ""), "postpone": ("put off", ""), "resemble": ("look like", ""), "bring": ("take", ""),
    "locate": ("situate", "p"), "situate": ("locate", "p"), "prohibit": ("forbid", "o"), "forbid": ("prohibit", ""),
}  # fmt: skip
_PHRASES = {
    ("in", "order", "to"): "to", ("due", "to"): "because of", ("because", "of"): "due to", ("prior", "to"): "before",
    ("more", "than"): "over", ("in", "addition", "to"): "besides",
    ("led", "to"): "resulted in", ("resulted", "in"): "led to",
    ("leads", "to"): "results in", ("results", "in"): "leads to", ("take", "place"): "happen",
    ("took", "place"): "happened", ("takes", "place"): "happens", ("as", "a", "result", "of"): "because of",
    ("the", "majority", "of"): "most of", ("a", "majority", "of"): "most of", ("consists", "of"): "is made up of",
    ("consisted", "of"): "was made up of", ("is", "called"): "is known as", ("was", "called"): "was known as",
    ("set", "up"): "established", ("in", "spite", "of"): "despite",
    ("are", "called"): "are known as", ("were", "called"): "were known as", ("at", "least"): "no fewer than",
    ("carried", "out"): "conducted", ("a", "large", "number", "of"): "a great many", ("for", "example"): "for instance",
    ("for", "instance"): "for example", ("known", "as"): "called", ("is", "able", "to"): "can",
    ("are", "able", "to"): "can", ("was", "able", "to"): "could", ("were", "able", "to"): "could",
    ("made", "up", "of"): "composed of", ("composed", "of"): "made up of", ("take", "part", "in"): "participate in",
    ("took", "part", "in"): "participated in", ("participated", "in"): "took part in",
}  # fmt: skip
_STANCES = (Stance.ASSERTED, Stance.EVALUATIVE, Stance.NORMATIVE, Stance.REPORTED, Stance.HEDGED)
_QUOTES = '"“”‘'
_WANTED, _LONGEST = 2, 26


def _propose(claim: FoundClaim, setting: Setting) -> Iterator[Proposal]:
    if claim.stance not in _STANCES or len(claim.kept) > _LONGEST or any(quote in claim.statement for quote in _QUOTES):
        return
    edits: list[Edit] = []
    for token in claim.tokens:
        edit = _phrase(claim, token) or _verb(claim, token, setting.inflect) or _word(claim, token)
        if edit and (not edits or edit.start > edits[-1].end):
            edits.append(edit)
    moved = _date_moved(claim)
    if moved and not any(edit.start <= moved[0].start < edit.end for edit in edits):
        edits.extend(moved)
    changes = len(edits) - (len(moved) - 1 if moved else 0)
    if changes >= _WANTED:
        stem = claim.with_edits(edits)
        yield true(claim, stem, f"The passage says the same in other words: “{claim.statement}”")


def _phrase(claim: FoundClaim, token: Token) -> Edit | None:
    for phrase, new in _PHRASES.items():
        if token.lower == phrase[0] and new:
            end = token.index + len(phrase)
            found = tuple(t.lower for t in claim.sentence.tokens[token.index : end])
            if found == phrase and claim.sentence.entity_at(token.index + len(phrase) - 1) is None:
                if phrase == ("more", "than") and not claim.after(token, 2)[:1].isdigit():
                    return None
                if phrase == ("at", "least") and not claim.after(token, 2)[:1].isdigit():
                    return None
                return Edit(token.index, end, new)
    return None


def _verb(claim: FoundClaim, token: Token, inflect: Inflect) -> Edit | None:
    new, frame = _VERBS.get(token.lemma, ("", ""))
    if not frame or token.pos != "VERB" or claim.sentence.of(token, "prt", "dative", "oprd", "agent"):
        return None
    sentence = claim.sentence
    # To require in the past or with a modal is often to demand.
    if token.lemma == "require" and (token.tag not in ("VBZ", "VBP") or sentence.of(token, "aux")):
        return None
    has_object = bool(sentence.of(token, "dobj", "nsubjpass"))
    has_infinitive = any(child.tag == "VB" for child in sentence.of(token, "xcomp"))
    preposition = "in" if any(p.lower in ("in", "on", "at", "near") for p in sentence.of(token, "prep")) else ""
    fits = (
        ("o" in frame and has_object and not has_infinitive)
        or ("x" in frame and has_infinitive)
        or ("n" in frame and not has_object and not has_infinitive and not sentence.of(token, "ccomp", "xcomp"))
        or ("p" in frame and bool(preposition) and token.tag == "VBN")
    )
    first, _, rest = new.partition(" ")
    form = inflect(first, token.tag) if fits and token.dep not in ("amod", "compound") else None
    if not form or claim.before(token) == "-" or claim.after(token) == "-":
        return None
    return Edit(token.index, token.index + 1, f"{form} {rest}".strip())


def _word(claim: FoundClaim, token: Token) -> Edit | None:
    new = _WORDS.get(token.lower, "").replace("_", " ")
    glued = claim.before(token) in ("-", "the", "more", "most", "less", "very") or claim.after(token) in ("-", "of")
    if not new or glued or token.tag not in _WORD_TAGS or claim.sentence.entity_at(token.index) or token.dep == "acomp":
        return None
    number = claim.after(token)[:1].isdigit()
    if token.lower in ("approximately", "roughly", "nearly", "almost") and not number:
        return None
    # A phrase of time in the place of an adverb reads well only at the very start.
    if " " in new and token.lower != "despite" and token.index != claim.kept[0]:
        return None
    return Edit(token.index, token.index + 1, new)


def _date_moved(claim: FoundClaim) -> list[Edit]:
    """In 1954, the mill burned becomes The mill burned in 1954, where the sentence is short and plain."""
    tokens, root = claim.sentence.tokens, claim.root
    first = tokens[claim.kept[0]]
    if first.lower not in ("in", "on") or first.head != root.index or first.dep != "prep":
        return []
    own = claim.sentence.subtree(first)
    dated = any(is_year(tokens[index]) for index in own) and len(own) <= 5
    rest = [tokens[index] for index in claim.kept if index > own[-1]]
    plain = not any(
        t.dep in ("advcl", "relcl", "conj", "ccomp", "xcomp", "acl", "appos") or t.text in ("—", "–", ":", ";")
        for t in rest
    )
    if not dated or not plain or not rest or sum(t.is_word for t in rest) > 14:
        return []
    comma = own[-1] + 1 if tokens[own[-1] + 1].text == "," else own[-1]
    last = max(t.index for t in rest if t.is_word)
    phrase = " ".join(tokens[index].text for index in own).replace(" ,", ",")
    text = phrase[0].lower() + phrase[1:]
    return [Edit(own[0], comma + 1, ""), Edit(last + 1, last + 1, text)]


REWORDED = Maker("reworded", "verdict", rank=2, hardness=1, propose=_propose)
