"""Gaps, choices, answers and numbers: what is asked, what counts, what is offered beside it, and what is left alone."""

import pytest

from quizgen.domain.items.cloze import folded
from quizgen.generation.makers.registry import MAKERS

PEOPLE = (
    " Juniper Quill repaired the lamps of Marwick. Robin Marlow sold boats to the fishermen."
    " The keeper Simon Fletcher drew a map of the canal."
)
MUSEUMS = " The Harbour Museum burned in a storm. Visitors like the Salt Museum."
ASKED = [
    ("name-answer", f"Hazel Ashdown designed the tower of Lindry in 1850.{PEOPLE}",
     "Who designed the tower of Lindry in 1850?", ("Hazel Ashdown", "Ashdown")),
    ("name-answer", f"The tower of Lindry was designed by Hazel Ashdown in 1850.{PEOPLE}",
     "Who designed the tower of Lindry in 1850?", ("Hazel Ashdown", "Ashdown")),
    ("name-answer", f"The Lindry Museum bought a boat from Marwick in 1850.{MUSEUMS}",
     "Which museum bought a boat from Marwick in 1850?", ("Lindry Museum", "the Lindry Museum", "Lindry")),
    ("name-choice", "In 1950, Norway sold an old ferry to Lindry. The first miller had come from Denmark.",
     "Which country sold an old ferry to Lindry in 1950?", ("Norway",)),
    ("year-choice", "In May 1954, the council of Lindry opened a new harbour.",
     "In which year did the council of Lindry open a new harbour?", ("1954",)),
    ("year-choice", "The mill of Lindry was built in 1954 by a farmer.",
     "In which year was the mill of Lindry built by a farmer?", ("1954",)),
    ("number-choice", "The new bridge of Lindry has 40 iron arches.",
     "How many iron arches does the new bridge of Lindry have?", ("40",)),
    ("count-asked", "The new bridge of Lindry has 40 iron arches.",
     "How many iron arches does the new bridge of Lindry have?", ("40", "iron arches", "arches")),
    ("count-asked", "Lindry lost 30% of the old ships of Marwick in a storm.",
     "What percentage of the old ships of Marwick did Lindry lose in a storm?", ("30", "%", "percent", "per cent")),
    ("members-chosen", "Norway, Sweden and Denmark signed the treaty of Lindry in 1950. A storm hit Poland.",
     "Which of these countries signed the treaty of Lindry in 1950?", ("Denmark", "Norway", "Sweden")),
    ("members-chosen", "In 1950 the council of Lindry sold ships to Norway, Sweden and Denmark. A storm reached Spain.",
     "To which of these countries did the council of Lindry sell ships in 1950?", ("Denmark", "Norway", "Sweden")),
    ("year-gap", "The mill of Lindry was built in 1954.", "The mill of Lindry was built in the year ____.", ("1954",)),
    ("year-gap", "In May 1954 the council of Lindry opened a harbour.",
     "In May ____ the council of Lindry opened a harbour.", ("1954",)),
    ("number-gap", "The new bridge of Lindry has twelve arches.", "The new bridge of Lindry has ____ arches.",
     ("twelve", "12")),
    ("name-gap", f"The tower of Lindry was designed by Hazel Ashdown in 1850.{PEOPLE}",
     "The tower of Lindry was designed by ____ in 1850.", ("Hazel Ashdown",)),
    ("term-gap", "The bridge of Lindry was designed by a Scottish engineer in 1850.",
     "The bridge of Lindry was designed by a ____ engineer in 1850.", ("Scottish",)),
    ("amount-gap", "The Arrow is 250 kilometres long in the land of Lindry.",
     "The Arrow is ____ kilometres long in the land of Lindry.",
     ("250", "kilometres", "kilometers", "kilometre", "kilometer", "km")),
    ("amount-gap", "Lindry spent $25 million on a new bridge.", "Lindry spent $____ on a new bridge.",
     ("25000000", "$", "dollars", "dollar")),
]  # fmt: skip
TRIED = frozenset(case[0] for case in ASKED)


@pytest.mark.parametrize(("name", "text", "stem", "key"), ASKED)
def test_a_claim_is_asked_about(made, name, text, stem, key):
    assert [(one.stem, one.key) for one in made(name, text)[:1]] == [(stem, key)]


@pytest.mark.parametrize(("name", "text", "_stem", "_key"), ASKED)
def test_options_are_distinct_in_order_and_hold_the_key(made, name, text, _stem, _key):
    for one in made(name, text):
        kind = MAKERS[name].kind
        right = [option for option in one.options if folded(option) in map(folded, one.key)]
        assert len({folded(option) for option in one.options}) == len(one.options)
        assert len(right) == {"multiple_response": len(one.key), "single_choice": 1}.get(kind, bool(one.options))
        assert list(one.options) in (sorted(one.options), sorted(one.options, key=_first_number))


def _first_number(option):
    return float("".join(sign for sign in option if sign.isdigit() or sign == ".") or 0)


LEFT_ALONE = [
    ("name-answer", "Hazel Ashdown did not sell the tower of Lindry in 1850.", "denied"),
    ("name-answer", f"Historians believe that Hazel Ashdown designed the tower of Lindry in 1850.{PEOPLE}", "reported"),
    ("name-answer", f"Hazel Ashdown left.{PEOPLE}", "nothing particular is said"),
    ("name-answer", f"Hazel Ashdown sold the district in 1850.{PEOPLE}", "it is not told which district"),
    ("name-answer", f"Hazel Ashdown sold an old boat to Lindry. Juniper Quill sold an old boat to Lindry too.{PEOPLE}",
     "two names would be right"),
    ("name-choice", f"Hazel Ashdown and Juniper Quill designed the tower of Lindry in 1850.{PEOPLE}", "two names"),
    ("name-choice", "Hazel Ashdown designed the tower of Lindry in 1850.", "nobody else to offer"),
    ("name-gap", "Lindry and Marwick share a lighthouse.", "either name would do"),
    ("name-gap", "King Robin Marlow sold the tower of Lindry in 1850. Hazel Ashdown drew a map.", "a title tells"),
    ("name-gap", "The Harbour Museum bought a boat in Marwick, and repaired it.", "no other museum"),
    ("year-choice", "Marwick won the cup of the Lindry league in 1950.", "may have won it in other years"),
    ("year-choice", "The mill of Lindry was built between 1950 and 1954.", "two years"),
    ("year-choice", "The mill of Lindry had forty rooms in 1950.", "a state"),
    ("year-gap", "For the class of 1950 the council of Lindry built a school.", "a name rather than a time"),
    ("year-gap", "The mill was built in 1950.", "no name tells which mill"),
    ("year-gap", "On 9 November 1940, the town was given the medal of Marwick, the Lindry Star.", "which town"),
    ("number-gap", "The new bridge of Lindry has two arches.", "guessed at once"),
    ("number-gap", "If Lindry had 40 boats, Marwick would envy it.", "only a condition"),
    ("count-asked", "There are 40 boats in total.", "nothing tells where"),
    ("count-asked", "The new bridge of Lindry has about 40 arches.", "not exact"),
    ("term-gap", "The bridge of Lindry was designed by French and Scottish engineers in 1850.", "a list"),
    ("term-gap", "In Scotland the old bridge of Lindry was designed by a Scottish engineer.", "told by the country"),
    ("members-chosen", "Countries such as Norway, Sweden and Denmark signed the treaty of Lindry.", "only examples"),
    ("members-chosen", "Norway, Sweden and others signed the treaty of Lindry in 1950.", "an open list"),
    ("amount-gap", "The bridge has 40 arches in all.", "no unit of measure"),
    ("amount-gap", "The park covers 40 square miles.", "a unit of two words"),
    ("amount-gap", "The road is 40 miles long. The wall has 40 gates.", "the figure stands twice"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "reason"), LEFT_ALONE)
def test_what_is_not_safe_is_not_asked(made, name, text, reason):
    assert made(name, text)[:1] == [], reason


@pytest.mark.parametrize(("said", "tolerance"), [("250", "5"), ("40,000", "4000"), ("6.5", "0.05"), ("300", "30")])
def test_a_rough_amount_has_a_tolerance_that_follows_from_its_figures(made, said, tolerance):
    [one] = made("amount-gap", f"The canal of Lindry is about {said} kilometres long.")
    assert one.stem == "The canal of Lindry is about ____ kilometres long."
    assert one.tolerance == tolerance
    assert f"{tolerance} more or less" in one.rationale


def test_an_exact_amount_has_no_tolerance(made):
    [one] = made("amount-gap", "The canal of Lindry is 250 kilometres long.")
    assert one.tolerance == "0"


def test_names_of_the_passage_are_offered_first_and_none_of_which_the_same_is_said(made):
    text = (
        f"Hazel Ashdown designed the tower of Lindry in 1850.{PEOPLE}"
        " Wilma Brook designed the mill of Lindry. Later Wilma Brook repaired a boat."
    )
    [one] = made("name-choice", text)
    assert set(one.options) == {"Hazel Ashdown", "Juniper Quill", "Robin Marlow", "Simon Fletcher"}


def test_years_of_other_events_are_offered_but_not_those_of_the_same(made):
    text = (
        "The mill of Lindry was built in 1954 by a farmer. A storm sank many boats in 1951. "
        "The mill of Lindry was built anew in 1957 by a farmer."
    )
    one = made("year-choice", text)[0]
    assert one.key == ("1954",)
    assert "1957" not in one.options


def test_letters_behind_a_name_count_as_an_answer(made):
    text = f"The Lindry Museum bought a boat from Marwick in 1850. Sailors trust the Lindry Museum (LM).{MUSEUMS}"
    assert "LM" in made("name-answer", text)[0].key
