"""The nineteen published flaws of item writing: each found where it is, and none in a sound item."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from quizgen.domain.banks.bank import Bank
from quizgen.domain.banks.flaws import CHOSEN, Flaw, advice, flaws, flaws_of
from quizgen.domain.banks.wording import split_context, wording
from quizgen.domain.items.item import Status
from tests.builders import bank, choice, verdict
from tests.strategies import banks

WHO = "Who built the lighthouse of Lindry in 1850?"
NAMES = ("Hazel Ashdown", "Juniper Quill", "Robin Marlow")
STATEMENTS = ("The lamp burned.", "The tower fell.", "The keeper left.")

FLAWED = [
    (Flaw.UNCLEAR, "The lighthouse of Lindry was built", NAMES),
    (Flaw.IMPLAUSIBLE, "In which year was it built by Hale of Lindry?", ("1850", "a long time ago", "1870")),
    (Flaw.IMPLAUSIBLE, "How many lamps did the tower of Lindry have?", ("4", "6", "900")),
    (Flaw.NONE_OF_THE_ABOVE, WHO, ("Hazel Ashdown", "Juniper Quill", "None of the above")),
    (Flaw.ALL_OF_THE_ABOVE, WHO, ("Hazel Ashdown", "Juniper Quill", "All of these")),
    (Flaw.LONGEST_RIGHT, WHO, ("The keeper Hazel Ashdown of the old harbour", "Juniper Quill", "Robin Marlow")),
    (Flaw.GRATUITOUS, "Lindry is a town by the sea with many boats and lamps. " * 4 + WHO, NAMES),
    (Flaw.TRUE_FALSE, "Which of these statements is true of the lamp?", STATEMENTS),
    (Flaw.TRUE_FALSE, "Did Hazel Ashdown build the tower of Lindry?", ("True", "False")),
    (Flaw.CONVERGENCE, "What lit the tower of Lindry?", ("two copper lamps", "two copper mirrors", "three iron lamps")),
    (Flaw.LOGICAL_CUE, "Who helped Hazel Ashdown to build the tower?", NAMES),
    (Flaw.LOGICAL_CUE, '[Context: "Hazel Ashdown left."] Who built the tower of Lindry?', NAMES),
    (Flaw.LOGICAL_CUE, "Which body of the LHC built the tower?", ("Lindry Harbour Company", "Marwick Road Board")),
    (Flaw.LOST_SEQUENCE, "In which year did the tower of Lindry burn?", ("1850", "1920", "1870")),
    (Flaw.UNFOCUSED, "Which of the following is true?", NAMES),
    (Flaw.VAGUE_TERM, "When did the lamp of Lindry burn?", ("often at night", "at noon", "at dawn")),
    (Flaw.NEGATIVE, "Who did not build the tower of Lindry?", NAMES),
    (Flaw.ABSOLUTE_TERM, "When did the lamp of Lindry burn?", ("at noon", "always at night", "at dawn")),
    (Flaw.GRAMMAR_CUE, "The keeper of Lindry ate an ____", ("apple", "pear", "plum")),
    (Flaw.GRAMMAR_CUE, "What did the keeper of Lindry sell?", ("lamps", "boat", "rope")),
    (Flaw.WORD_REPEAT, "What lit the harbour of Lindry?", ("the harbour lamp", "the old mirror", "the camp fire")),
    (Flaw.SEVERAL_RIGHT, "Where is the tower of Hale?", ("Lindry", "Lindry in Norway", "Marwick")),
    (Flaw.K_TYPE, "Which of these lit the tower of Lindry?", ("A and B", "B and C", "A only")),
    (Flaw.FILL_IN, "In ____ Hazel Ashdown built the tower of Lindry.", ("1850", "1860", "1870")),
]  # fmt: skip


@pytest.mark.parametrize(("flaw", "stem", "options"), FLAWED)
def test_each_flaw_is_found_with_a_plain_sentence(flaw, stem, options):
    found = flaws(replace(choice(), stem=stem, options=options, key=options[0]))
    assert flaw in {finding.flaw for finding in found}
    assert all(finding.message.endswith((".", "”.")) for finding in found)


def test_every_flaw_of_the_list_has_a_rule_and_an_example():
    assert set(CHOSEN) == set(Flaw) == {case[0] for case in FLAWED}
    assert len(Flaw) == 19


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        (WHO, NAMES),
        ("In which year did the tower of Lindry burn?", ("1850", "1870", "1920")),
        ("Which museum bought a boat in 1850?", ("Harbour Museum", "Lindry Museum", "Salt Museum")),
        ("How many lamps did the tower of Lindry have?", ("two", "three", "four")),
        ("Which day is the feast of Lindry?", ("11 December", "5 June", "21 March")),
        ("Which of these statements about Lindry does the passage bear out?", STATEMENTS),
    ],
)
def test_a_sound_choice_has_none(stem, options):
    assert flaws(replace(choice(), stem=stem, options=options, key=options[0])) == ()


@pytest.mark.parametrize(
    ("stem", "flaw"),
    [
        ("The mill was not built by monks and did not burn.", Flaw.NEGATIVE),
        ("The lamp of Lindry always burned at night.", Flaw.ABSOLUTE_TERM),
        ("The lamp of Lindry burned and " + "the boats of the harbour came and " * 8 + "left.", Flaw.GRATUITOUS),
    ],
)
def test_a_statement_has_rules_of_its_own(stem, flaw):
    assert [finding.flaw for finding in flaws(replace(verdict(), stem=stem))] == [flaw]


def test_a_cloze_with_a_word_bank_may_have_its_gap_anywhere():
    stem = "In 1850 ____ built the tower of Lindry."
    assert flaws_of(wording("cloze", stem, NAMES[:1], NAMES)) == ()
    assert flaws_of(wording("short_answer", WHO, NAMES[:1], ())) == ()


def test_a_context_line_is_told_from_its_stem():
    assert split_context('[Context: "A mill stood."] It burned.') == ("A mill stood.", "It burned.")
    assert split_context("It burned.") == ("", "It burned.")


def test_advice_names_the_item_and_passes_over_what_waits():
    flawed = replace(choice(), stem="Who did not build the tower of Lindry?", options=NAMES, key=NAMES[0])
    one = bank(items=(verdict(), flawed))
    assert [problem.path for problem in advice(one)] == ["items[1]"]
    assert advice(bank(items=(replace(flawed, status=Status.QUEUED, why="Look."),))) == ()


@given(banks)
@settings(max_examples=60, deadline=None)
def test_no_bank_makes_the_rules_fail(one: Bank):
    assert all(problem.path and problem.message for problem in advice(one))
