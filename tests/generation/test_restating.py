"""Words and order are changed where both wordings mean the same, and nowhere else."""

import random

import pytest

from quizgen.domain.passages.passage import Passage
from quizgen.generation.article import article_of
from quizgen.generation.claims.finding import find_claims
from quizgen.generation.makers.maker import COPY, Setting
from quizgen.generation.restating.composing import longest_run, restated
from quizgen.generation.restating.figures_respelled import figures_respelled
from quizgen.generation.restating.having_said import having_said
from quizgen.generation.restating.list_turned import list_turned
from quizgen.generation.restating.nation_turned import nation_turned
from quizgen.generation.restating.owner_turned import owner_turned
from quizgen.generation.restating.purpose_spelled import purpose_spelled
from quizgen.generation.restating.receiver_moved import receiver_moved
from quizgen.generation.restating.shape import whole
from quizgen.generation.restating.verb_table import verb_entries
from quizgen.generation.restating.verbs_replaced import verbs_replaced
from quizgen.generation.restating.word_table import word_entries
from quizgen.generation.restating.words_replaced import words_replaced


@pytest.fixture(scope="session")
def claim_of(parser):
    """Return a function from a text to its first claim and the setting."""

    def found(text: str):
        passage = Passage("p1", "A text", text)
        sentences = tuple(parser.parse(passage))
        claim = next(iter(find_claims(passage, sentences)))[0]
        return claim, Setting(article_of(passage, sentences), random.Random(1), parser.inflect)

    return found


@pytest.fixture(scope="session")
def said_anew(claim_of):
    """Return a function from a wording and a text to the statements with one change each."""

    def said(wording, text: str):
        claim, setting = claim_of(text)
        return [claim.with_edits(change.edits) for change in wording(claim, setting)]

    return said


@pytest.mark.parametrize(
    ("wording", "text", "stem"),
    [
        (verbs_replaced, "The war ended in May.", "The war came to an end in May."),
        (verbs_replaced, "The farmer managed to sell the mill.", "The farmer succeeded in selling the mill."),
        (verbs_replaced, "The county consists of nine towns.", "The county is made up of nine towns."),
        (verbs_replaced, "The county is composed of nine towns.", "The county consists of nine towns."),
        (verbs_replaced, "The keeper was forced to leave.", "The keeper had to leave."),
        (verbs_replaced, "The race was held in May.", "The race took place in May."),
        (verbs_replaced, "The army attacked the fort.", "The army launched an attack on the fort."),
        (words_replaced, "The harbour is part of the county.", "The harbour belongs to the county."),
        (words_replaced, "Many farmers keep sheep.", "A large number of farmers keep sheep."),
        (words_replaced, "The mill closed because of the storm.", "The mill closed owing to the storm."),
        (words_replaced, "It was not possible to sell the mill.", "It was impossible to sell the mill."),
        (figures_respelled, "The town lost 25% of its ships.", "The town lost a quarter of its ships."),
        (figures_respelled, "The town spent $2.5 million on it.", "The town spent $2,500,000 on it."),
        (figures_respelled, "Hale was mayor from 1914 to 1918.", "Hale was mayor between 1914 and 1918."),
        (figures_respelled, "The mill stood there for two decades.", "The mill stood there for twenty years."),
        (figures_respelled, "The mill burned in the 17th century.", "The mill burned in the 1600s."),
        (list_turned, "Norway and Sweden share a border.", "Sweden and Norway share a border."),
        (list_turned, "They sold boats, lamps and horses.", "They sold horses, lamps and boats."),
        (nation_turned, "They fought the French army.", "They fought the army of France."),
        (owner_turned, "They left after the death of Hale and the capital of Norway grew.",
         "They left after the death of Hale and Norway’s capital grew."),
        (purpose_spelled, "Hale built a mill to grind corn.", "Hale built a mill in order to grind corn."),
        (receiver_moved, "The king granted the town a charter.", "The king granted a charter to the town."),
        (having_said, "After leaving Lindry, Hale sold the mill.", "Having left Lindry, Hale sold the mill."),
    ],
)  # fmt: skip
def test_one_change_of_wording(said_anew, wording, text, stem):
    assert stem in said_anew(wording, text)


@pytest.mark.parametrize(
    ("wording", "text", "reason"),
    [
        (verbs_replaced, "The road ended at the river.", "a road does not come to an end in time"),
        (verbs_replaced, "They found the mill.", "found, not founded"),
        (verbs_replaced, "The river did not differ from the lake.", "did not be different"),
        (verbs_replaced, "The Ended War burned.", "no verb"),
        (verbs_replaced, "The problem was solved by Hale.", "found a solution to has no passive"),
        (words_replaced, "The Lindry rebellions began.", "part of a name"),
        (words_replaced, "Visitors may have to wait.", "may must wait"),
        (receiver_moved, "Close ties give the town its strength.", "its would come before the town"),
        (words_replaced, "It is good not just because it is new.", "a part of just because"),
        (words_replaced, "The mill stood there most of the century.", "not a number of things"),
        (words_replaced, "The mill was built about 1950.", "a year"),
        (words_replaced, "The many farmers keep sheep.", "behind an article"),
        (words_replaced, "The mill is more common.", "a comparison"),
        (figures_respelled, "The town has 2 million lamps and 3 million trees.", "two amounts, figures stay alike"),
        (figures_respelled, "The mill burned in the 11th century.", "the 1000s could be a decade"),
        (list_turned, "Lindry and Marwick are a town and a village respectively.", "the order matters"),
        (list_turned, "Young men and women left.", "the adjective may belong to both"),
        (nation_turned, "They met the French king Hale.", "a title"),
        (owner_turned, "They saw the large capital of Norway.", "an adjective"),
        (purpose_spelled, "Hale returned to find a ruin.", "what came of it"),
        (receiver_moved, "The king gave it a charter.", "a pronoun"),
        (having_said, "After the war, Hale sold the mill.", "no act"),
    ],
)
def test_a_wording_is_left_alone_where_it_would_mean_something_else(said_anew, wording, text, reason):
    assert said_anew(wording, text) == [], reason


def test_changes_are_put_together_and_none_touches_another(claim_of):
    claim, setting = claim_of("Several farmers attempted to purchase the mill because of the flood.")
    (proposal,) = restated(claim, setting, whole(claim))
    assert proposal.stem == "A number of farmers tried to buy the mill because of the flood."
    assert not proposal.why


def test_a_statement_that_keeps_its_sentence_in_one_run_waits_as_a_copy(claim_of):
    claim, setting = claim_of("The keeper of the old tower on the island near Lindry tried to sell the lamps.")
    (proposal,) = restated(claim, setting, whole(claim))
    assert proposal.why == COPY


def test_words_inside_a_quotation_stay_as_they_are(claim_of):
    claim, setting = claim_of("Several farmers took part in the race, named “an attempt to purchase”.")
    (proposal,) = restated(claim, setting, whole(claim))
    assert "“an attempt to purchase”" in proposal.stem
    assert proposal.stem.startswith("A number of farmers participated in the race")


@pytest.mark.parametrize(
    ("stem", "text", "share"), [("a b c d", "a b c d", 1.0), ("a b x c", "a b c", 0.5), ("x y", "a b", 0.0)]
)
def test_the_longest_run_is_a_share_of_the_statement(stem, text, share):
    assert longest_run(stem, text) == share


def test_every_row_of_the_tables_can_be_said(parser):
    for lemma, entries in verb_entries().items():
        for entry in entries:
            first = entry.new.split()[0]
            assert first == "be" or parser.inflect(first, "VBD"), (lemma, entry)
            assert first != lemma or entry.particle or " " in entry.new, (lemma, entry)
    for phrases in word_entries().values():
        for phrase, condition, new in phrases:
            assert new, (phrase, condition)
            assert "|" not in new, (phrase, condition)
            assert new != " ".join(phrase), (phrase, condition)
