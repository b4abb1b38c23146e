"""Rules on the words of an item, one a flaw: each returns a plain sentence, "" when it finds nothing."""

import re

from quizgen.domain.banks.wording import Wording
from quizgen.domain.items.cloze import GAP, folded
from quizgen.domain.items.single_choice import SingleChoiceItem, is_row_of_numbers

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NEGATION = re.compile(r"\b(?:not|never|except|(?<!at )least|cannot|no one|none)\b|n[’']t\b", re.IGNORECASE)
_ABSOLUTE = re.compile(r"\b(?:always|never|all|none|only|every|completely|entirely|impossible)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:usually|often|frequently|sometimes|rarely|occasionally|generally|probably)\b", re.IGNORECASE)
_ABOVE = r"\b(?:{}) of (?:the|these|those) (?:above|options|answers|choices|following)\b|^\W*(?:{})\W*$"
_NO_OPTION = re.compile(_ABOVE.format("none", "none|neither"), re.IGNORECASE)
_EVERY_OPTION = re.compile(_ABOVE.format("all|both", "all|all of these|both"), re.IGNORECASE)
_COMBINED = re.compile(
    r"^\W*(?:both )?(?:(?:[A-H]|[1-9]|i{1,3}|iv|v)\b\W*(?:(?:and|,|&|or)\W*)?){2,}(?:only)?\W*$|"
    r"^\W*(?:[A-H]|[1-9]|i{1,3}) only\W*$"
)
_NUMBER = re.compile(r"\W?(\d[\d,]*(?:\.\d+)?)(?:\s*(?:%|\w{1,10}))?")
_WHICH = re.compile(
    r"^(?:which|what)(?: one)?(?: of (?:the following|these|those))?(?: statements?| sentences?| options?)?"
    r"(?: is| are)?(?: true| correct| right| false)?\W*$",
    re.IGNORECASE,
)
_ASKS_TRUTH = re.compile(r"\b(?:true|correct|statements?|false)\b", re.IGNORECASE)
_SMALL = re.compile(
    r"the|and|for|with|from|into|that|this|these|those|which|what|when|where|who|whom|how|many|much|did|does|was|were|has|"
    r"have|had|are|its|their|his|her|year|according|passage|percentage|some|other"
)
_LONGEST_STEM, _LONGEST_CONTEXT, _FEWEST_WORDS = 45, 90, 3
_FAR = 20


def unclear(wording: Wording) -> str:
    """Find a stem that breaks off or leaves open what is meant."""
    if GAP not in wording.stem and not wording.stem.rstrip().endswith(("?", ":", ".", "!", "”", '"')):
        return "The stem breaks off: end it as a question, or with a gap."
    if re.search(r"\b(?:etc|and/or)\b|\?\?|\bthe (?:following|above)\b.*\bthe (?:following|above)\b", wording.stem):
        return "The stem leaves open what is meant."
    return ""


def implausible(wording: Wording) -> str:
    """Find an option that can be crossed out at sight."""
    numbers = [_value(option) for option in (*wording.right, *wording.wrong)]
    known = [number for number in numbers if number is not None]
    if known and len(known) < len(numbers):
        return "Some options are numbers and others are not, so that some can be crossed out at sight."
    if known and min(known) > 0 and max(known) / min(known) > _FAR:
        return "One number lies so far from the others that nobody will choose it."
    return ""


def none_of_these(wording: Wording) -> str:
    """Find “none of the above”."""
    found = any(_NO_OPTION.search(option) for option in wording.order)
    return "“None of the above” does not show what the student knows; offer a real option." if found else ""


def all_of_these(wording: Wording) -> str:
    """Find “all of the above”."""
    found = any(_EVERY_OPTION.search(option) for option in wording.order)
    return "“All of the above” is guessed from two right options; offer a real option." if found else ""


def longest(wording: Wording) -> str:
    """Find a right option that its length gives away."""
    if len(wording.right) != 1 or not wording.wrong:
        return ""
    longest = max(map(_size, wording.wrong))
    size = _size(wording.right[0])
    told = size >= 1.5 * longest and size - longest >= 3
    return "The right option is by far the longest, which gives it away." if told else ""


def gratuitous(wording: Wording) -> str:
    """Find a stem or context line longer than the question needs."""
    if len(wording.context.split()) > _LONGEST_CONTEXT:
        return "The context line is longer than the question needs."
    if _size(wording.stem) > (_LONGEST_STEM):
        return "The stem tells more than the question needs; shorten it."
    return ""


def true_false(wording: Wording) -> str:
    """Find a row of true and false statements under one stem."""
    options = [folded(option) for option in wording.order]
    plain = {"true", "false"} <= set(options)
    told = all(option.rstrip().endswith(".") for option in wording.order) and wording.order
    unsorted = told and _ASKS_TRUTH.search(wording.stem) and " about " not in wording.stem
    return "It asks of each option whether it is true; ask about one thing instead." if plain or unsorted else ""


def convergence(wording: Wording) -> str:
    """Find a right option that shares most with the others."""
    if len(wording.right) != 1 or len(wording.wrong) < 2:
        return ""
    parts = {option: _words(option) for option in (*wording.right, *wording.wrong)}
    common = set.intersection(*parts.values())
    links = {
        option: {
            word for word in parts[option] - common if any(word in parts[other] for other in parts if other != option)
        }
        for option in parts
    }
    key = wording.right[0]
    told = len(links[key]) >= 2 and all(len(links[other]) < len(links[key]) for other in wording.wrong)
    return "The right option is the one that shares most with the others." if told else ""


def logical(wording: Wording) -> str:
    """Find an answer that stem or context line give away."""
    stem = folded(wording.stem)
    for answer in wording.right:
        plain = folded(answer)
        if len(plain) > 1 and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", stem):
            return "The stem gives the answer away."
        letters = "".join(word[0] for word in answer.split() if word[0].isupper())
        if len(letters) > 2 and re.search(rf"\b{letters}\b", wording.stem):
            return "The stem gives the answer away by its first letters."
        if (
            wording.context
            and len(plain) > 1
            and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", folded(wording.context))
        ):
            return "The context line gives the answer away."
    return ""


def lost_sequence(wording: Wording) -> str:
    """Find numbers out of order."""
    if not is_row_of_numbers(wording.order):
        return ""
    known = [_value(option) or 0 for option in wording.order]
    ordered = known in (sorted(known), sorted(known, reverse=True))
    return "" if ordered else "Numbers and dates among the options belong in order."


def unfocused(wording: Wording) -> str:
    """Find a stem that does not say what is asked."""
    unasked = GAP not in wording.stem and (_WHICH.match(wording.stem) or _size(wording.stem) < _FEWEST_WORDS)
    return "The stem alone does not say what is asked." if unasked else ""


def vague(wording: Wording) -> str:
    """Find words such as *usually* in some options."""
    return _cue(wording, _VAGUE, "says how often only loosely")


def absolute(wording: Wording) -> str:
    """Find words such as *always* in some options."""
    return _cue(wording, _ABSOLUTE, "is absolute")


def negative(wording: Wording) -> str:
    """Find a stem that asks for what does not hold."""
    found = None if wording.stem.lower().startswith("why") else _NEGATION.search(wording.stem)
    return f"The stem asks for what does not hold (“{found[0]}”); ask for what does." if found else ""


def double_negative(wording: Wording) -> str:
    """Find two negations in a statement."""
    found = len(_NEGATION.findall(wording.stem))
    return "Two negations in one statement test grammar rather than reading." if found > 1 else ""


def absolute_statement(wording: Wording) -> str:
    """Find an absolute word in a statement."""
    found = re.search(r"\b(?:always|never|completely|entirely|absolutely)\b", wording.stem, re.IGNORECASE)
    return f"“{found[0]}” is absolute: many readers answer false unread." if found else ""


def grammar(wording: Wording) -> str:
    """Find a right option that alone fits the grammar of the stem."""
    before = re.search(rf"\b(an?) {GAP}", wording.stem, re.IGNORECASE)
    if before and wording.wrong:
        wanted = before[1].lower() == "an"
        fits = [option[:1].lower() in "aeiou" for option in (*wording.right, *wording.wrong)]
        if fits[0] == wanted and wanted not in fits[len(wording.right) :]:
            return f"“{before[1]}” before the gap fits the right option alone."
    others = {_is_plural(option) for option in wording.wrong}
    apart = len(wording.right) == 1 and len(others) == 1 and _is_plural(wording.right[0]) not in others
    return "The right option alone differs from the others in number." if apart else ""


def repeat(wording: Wording) -> str:
    """Find a word of the stem in the right option alone."""
    if not wording.wrong:
        return ""
    stem = _words(wording.stem)
    shared = set.intersection(*(_words(option) for option in wording.right)) & stem
    told = shared - set().union(*(_words(option) for option in wording.wrong))
    return f"A word of the stem (“{min(told)}”) stands in the right option alone." if told else ""


def several(wording: Wording) -> str:
    """Find a second right option."""
    right = {folded(answer) for answer in wording.right}
    for option in wording.wrong:
        plain = folded(option)
        if plain in right:
            return f"“{option}” is right as well."
        apart = _value(option) is not None
        if not apart and any(_holds(plain, answer) or _holds(answer, plain) for answer in right):
            return f"“{option}” and the right option overlap."
    return ""


def k_type(wording: Wording) -> str:
    """Find options that combine other options."""
    found = any(_COMBINED.match(option) for option in wording.order) and not all(map(_value, wording.order))
    return "Options that combine other options test logic rather than reading." if found else ""


def fill_in(wording: Wording) -> str:
    """Find a gap in the middle of a choice."""
    behind = wording.stem.partition(GAP)[2] if wording.kind == SingleChoiceItem.kind else ""
    return "A choice with a gap in its middle is hard to read; ask a question." if _size(behind) > 2 else ""


def _cue(wording: Wording, pattern: re.Pattern[str], what: str) -> str:
    marked = [option for option in wording.order if pattern.search(option)]
    if not marked or len(marked) == len(wording.order):
        return ""
    return f"An option {what} and others are not: “{marked[0]}”."


def _words(text: str) -> set[str]:
    """Return the words that carry meaning, cut to their first letters so that forms of one word meet."""
    return {word.lower()[:6] for word in _WORD.findall(text) if len(word) > 3 and not _SMALL.fullmatch(word.lower())}


def _size(text: str) -> int:
    return len(text.replace(GAP, "gap").split())


def _value(option: str) -> float | None:
    found = _NUMBER.fullmatch(option.strip())
    return float(found[1].replace(",", "")) if found else None


def _is_plural(option: str) -> bool:
    word = option.rstrip(".").rpartition(" ")[2]
    return word.islower() and len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _holds(one: str, other: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(other)}(?!\w)", one) is not None
