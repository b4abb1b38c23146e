"""Sentences become claims: how they are cut and trimmed, how said, what they lean on, and which cannot both hold."""

import pytest

from quizgen.domain.banks.lint import lint
from quizgen.domain.claims.claim import Stance
from quizgen.domain.items.item import Status
from quizgen.domain.passages.passage import Passage
from quizgen.generation.claims.conflicts import find_conflicts
from quizgen.generation.claims.finding import Skipped, find_claims
from quizgen.generation.claims.importance import weighed
from quizgen.generation.pipeline import Options, generate


@pytest.fixture(scope="session")
def claims_in(parser):
    def find(text: str):
        passage = Passage("p1", "A text", text)
        found = find_claims(passage, tuple(parser.parse(passage)))
        return [claim for one in found if not isinstance(one, Skipped) for claim in one]

    return find


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        (
            "Norway pays for the lamp, and Sweden pays for the tower.",
            ["Norway pays for the lamp.", "Sweden pays for the tower."],
        ),
        (
            "While the old mill is a ruin, the new mill grinds wheat every day.",
            ["The old mill is a ruin.", "The new mill grinds wheat every day."],
        ),
        (
            "Hale believed the dam was safe; the board closed it in May.",
            ["Hale believed the dam was safe.", "The board closed it in May."],
        ),
        ("The mill (built in 1950) is large.", ["The mill is large."]),
        ("Moreover, the mill is also large.", ["The mill is large."]),
        ("But the mill is large.", ["The mill is large."]),
        ("Generally, the mill is open.", ["Generally, the mill is open."]),
        ("If the wind is strong, the mill stops and the miller goes home.", None),
        ("Either the council pays or the board closes the mill.", None),
        ("The board wants a museum and seeks a strong partner.", None),
    ],
)
def test_a_sentence_is_cut_only_where_each_part_can_stand_alone(claims_in, sentence, statements):
    assert [claim.statement for claim in claims_in(sentence)] == (statements or [sentence])


def test_a_verb_never_gets_the_subject_of_another_clause(claims_in):
    statements = [claim.statement for claim in claims_in("Norway wants a harbour and Sweden seeks a strong ally.")]
    assert all(
        "Norway" not in statement for statement in statements if "seeks" in statement and "Sweden" not in statement
    )


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The mill was built in 1950.", Stance.ASSERTED),
        ("Historians believe that the mill was built in 1950.", Stance.REPORTED),
        ("According to the board, the mill is safe.", Stance.REPORTED),
        ("The board accused the miller of theft.", Stance.REPORTED),
        ("The mill may close.", Stance.HEDGED),
        ("The mill seems to be closed.", Stance.HEDGED),
        ("The mill was probably built by monks.", Stance.HEDGED),
        ("The mill will close in spring.", Stance.PREDICTED),
        ("The mill is likely to close.", Stance.PREDICTED),
        ("The mill is a beautiful building.", Stance.EVALUATIVE),
        ("Unfortunately, the mill was closed.", Stance.EVALUATIVE),
        ("The board should close the mill.", Stance.NORMATIVE),
        ("The board needs to close the mill.", Stance.NORMATIVE),
        ("It is important that the mill stays open.", Stance.NORMATIVE),
        ("Boats may only enter at high tide.", Stance.NORMATIVE),
        ("It is important to note that the mill was closed.", Stance.ASSERTED),
        ("The board had to close the mill.", Stance.ASSERTED),
        ("If the river rises, the miller opens the gate.", Stance.CONDITIONAL),
        ("The mill stops unless the wind is strong.", Stance.CONDITIONAL),
        ("Should the river rise, the miller opens the gate.", Stance.CONDITIONAL),
        ("The board would have closed the mill.", Stance.CONDITIONAL),
        ("The mill worked even if the wind was weak.", Stance.ASSERTED),
        ("The board rejected the accusation that the mill was unsafe.", Stance.REPORTED),
        ("The legend is that monks built the mill.", Stance.REPORTED),
        ("As the miller argued, the dam was too low.", Stance.REPORTED),
        ("The mill is regarded as a monument.", Stance.REPORTED),
        ("The court held that the mill was a monument.", Stance.REPORTED),
        ("The mill is called Old Betty.", Stance.ASSERTED),
        ("It is possible that monks built the mill.", Stance.HEDGED),
        ("The mill must have burned in winter.", Stance.HEDGED),
        ("The mill has a wheel, which may turn both ways.", Stance.ASSERTED),
        ("The mill and the dam will no doubt stay.", Stance.PREDICTED),
    ],
)
def test_the_stance_follows_from_how_it_is_said(claims_in, sentence, stance):
    assert [claim.stance for claim in claims_in(sentence)] == [stance]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("It was closed.", "It"),
        ("This mill was closed.", "This"),
        ("The mill was closed there.", "there"),
        ("Both mills were closed.", "mills"),
        ("The former was closed.", "former"),
        ("Others were closed by the board.", "Others"),
        ("It is clear that the mill was closed.", ""),
        ("The mill lost its roof.", "mill"),
        ("Lindry lost its roofs.", ""),
        ("Lindry sent boats to other states.", ""),
        ("In other states, boats were rare.", "other"),
        ("The new boats sank.", "boats"),
        ("Boats are cheaper.", "cheaper"),
        ("The remaining troops left Lindry.", "troops"),
        ("At the same time, Hale left Lindry.", ""),
        ("Hale left Lindry at the same time.", "time"),
        ("A bridge was named in his honour.", "his"),
        ("Hale met him in Lindry.", "him"),
        ("Lindry, on the other hand, is rich.", "hand"),
        ("In its early years, the mill was closed.", ""),
        ("Those who came late found Lindry closed.", ""),
        ("There was a mill on the hill.", ""),
    ],
)
def test_a_statement_that_leans_on_earlier_words_says_on_which(claims_in, sentence, word):
    assert claims_in(f"The board met in May. {sentence}")[-1].leaning == word


def test_the_sentence_before_is_the_context_and_one_more_when_that_leans_too(claims_in):
    claims = claims_in("The mill was built by monks. It burned in 1950. It was built again.")
    assert [claim.context for claim in claims] == [
        "",
        "The mill was built by monks.",
        "The mill was built by monks. It burned in 1950.",
    ]


def test_a_sentence_of_brackets_alone_makes_no_claim(claims_in):
    assert [claim.statement for claim in claims_in("(It has been a restaurant.) The mill is large.")] == [
        "The mill is large."
    ]


def test_spans_cover_the_clause_in_the_passage(claims_in):
    text = "Norway pays for the lamp, and Sweden pays for the tower."
    assert [claim.span.of(text) for claim in claims_in(text)] == [
        "Norway pays for the lamp",
        "Sweden pays for the tower.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway has been vocal in its support of Sweden. Norway has maintained a neutral position toward Sweden.",
        "Norway supports the sanctions. Norway criticised the sanctions.",
        "Norway signed the treaty on fishing rights. Norway did not sign the treaty on fishing rights.",
    ],
)
def test_claims_that_cannot_both_hold_are_found(claims_in, text):
    assert list(find_conflicts(claims_in(text))) == [(0, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway supports the sanctions. Sweden criticised the sanctions.",
        "Norway supports Sweden. Norway criticised Denmark.",
        "Norway supports Sweden. Norway praised Sweden.",
        "Norway did not sign the treaty. Norway signed the lease of the house.",
    ],
)
def test_claims_about_other_things_are_no_conflict(claims_in, text):
    assert list(find_conflicts(claims_in(text))) == []


def test_both_sides_of_a_conflict_wait_for_a_person(draft_of):
    text = "Norway supports the sanctions. Norway criticised the sanctions."
    bank = draft_of(text).bank
    assert len(bank.conflicts) == 1
    verdicts = [item for item in bank.items if item.kind == "verdict"]
    assert all(item.status.value == "queued" and "otherwise" in (item.why or "") for item in verdicts)


@pytest.mark.parametrize(
    "text",
    [
        "Norway takes a harder line on sanctions. Norway has been vocal in its criticism of the sanctions.",
        "America keeps a neutral position toward Norway. America provides strong support for Norway.",
        "The mill was built in 1850. Hale built the mill in 1872.",
        "The treaty was signed in May 1950. The treaty was signed in June 1950 in Lindry.",
        "Ada Quill was born in 1801. Ada Quill was born in the 1820s.",
        "The war began in 1914. The war started in 1912.",
        "The bridge has 40 arches. The old stone bridge has 38 arches.",
        "The loan was worth $25 million. The loan was worth $40 million.",
        "The population of Lindry reached 4,000 in 1950. The population of Lindry reached 9,000 in 1950.",
        "All farmers own boats. No farmers own boats.",
        "The town relies on the harbour for food. The town does not rely on the harbour for food.",
    ],
)
def test_one_thing_told_in_two_ways_is_a_conflict(claims_in, text):
    assert list(find_conflicts(claims_in(text))) == [(0, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The north tower has 40 steps. The south tower has 38 steps.",
        "The population of Lindry reached 4,000 in 1950. The population of Lindry reached 9,000 in 1990.",
        "The club won the cup in 1950. The club won the cup in 1960.",
        "Hale built a mill in 1850. Hale built a mill in 1872.",
        "The harbour has 40 arches. The harbour has more than 30 arches.",
        "The mill was built in the 1850s. The mill was built in 1852.",
        "The bridge has 40 arches. The bridge has 12 lamps.",
        "The mill may have closed. The mill did not close.",
        "The first lighthouse was built in 1850. The second lighthouse was built in 1890.",
        "Some farmers own boats. Most farmers own boats.",
        "The company has offices in Lindry. The company does not have offices in Norway.",
    ],
)
def test_other_things_times_bounds_and_cautious_words_are_no_conflict(claims_in, text):
    assert list(find_conflicts(claims_in(text))) == []


def test_conflicts_are_found_across_the_texts_of_one_bank(parser):
    one = Passage("p1", "One", "The board met. Lindry Bridge has 40 arches.")
    other = Passage("p2", "Other", "The council met. Lindry Bridge has 38 arches.")
    bank = generate("Both", (one, other), parser, options=Options()).bank
    sides = [bank.claim(name) for name in bank.conflicts[0]]
    assert [side.passage for side in sides] == ["p1", "p2"]
    about = [item for item in bank.items if set(item.claims) & {side.id for side in sides}]
    assert {item.status for item in about if item.kind == "verdict"} == {Status.QUEUED}


def test_a_claim_that_restates_an_earlier_one_is_linked_and_not_asked_about_twice(draft_of):
    text = (
        "The harbour of Lindry was built by monks in 1874. The town grew. "
        "The old harbour of Lindry was built in 1874 by monks. The harbour of Lindry was built by monks in 1902."
    )
    bank = draft_of(text).bank
    first, _, again, other = bank.claims
    assert (first.repeats, again.repeats, other.repeats) == (None, first.id, None)
    assert not [item for item in bank.items if again.id in item.claims and item.kind == "verdict"]
    assert lint(bank) == ()


@pytest.mark.parametrize(
    ("sentence", "polarity", "quantifier"),
    [
        ("The mill was built in 1950.", "affirmed", None),
        ("The mill was not built in 1950.", "denied", None),
        ("The mill was never closed.", "denied", None),
        ("The board has taken no action.", "denied", None),
        ("The mill grinds not only wheat.", "affirmed", None),
        ("No farmer owns a boat.", "denied", "no"),
        ("All farmers pay for the mill.", "affirmed", "all"),
        ("Almost all farmers pay for the mill.", "affirmed", "most"),
        ("Most farmers pay for the mill.", "affirmed", "most"),
        ("Many farmers pay for the mill.", "affirmed", "many"),
        ("Several farmers pay for the mill.", "affirmed", "some"),
        ("A few farmers pay for the mill.", "affirmed", "some"),
        ("Few farmers pay for the mill.", "affirmed", "few"),
        ("Twelve farmers pay for the mill.", "affirmed", "exact"),
    ],
)
def test_a_claim_says_whether_it_denies_and_of_how_much_it_speaks(claims_in, sentence, polarity, quantifier):
    (claim,) = claims_in(sentence)
    assert (claim.polarity, claim.quantifier) == (polarity, quantifier)


def test_what_a_text_is_about_matters_more_than_an_example(parser):
    text = (
        "# The harbour of Lindry\n\nThe harbour feeds Lindry with 40 boats. Its boats sell fish in the town.\n\n"
        "The town keeps the harbour clean. The boats leave at noon. For example, cats sleep there."
    )
    passage = Passage("p1", "The harbour of Lindry", text)
    found = find_claims(passage, tuple(parser.parse(passage)))
    weights = [claim.importance for claim in weighed(passage, [claim for one in found for claim in one])]
    assert weights[0] == max(weights) >= 4
    assert weights[-1] == min(weights) == 1
