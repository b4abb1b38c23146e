"""Each operation: what it makes of a sentence of our own, and the sentences that it must leave alone."""

import pytest

from quizgen.generation.makers.registry import MAKERS
from tests.generation.test_questions import TRIED
from tests.generation.test_true_makers import APPLIES as TRUE_APPLIES

APPLIES = [
    (
        "change-turned",
        "The town's exports increased from 40 tons in 1950 to 90 tons in 1960.",
        "The town's exports fell between 1950 and 1960.",
    ),
    ("denial-removed", "The council did not close the school.", "The council closed the school."),
    ("denial-removed", "The council has not answered the letter.", "The council has answered the letter."),
    ("bound-turned", "The bridge has more than 40 arches.", "The bridge has fewer than 40 arches."),
    ("decision-reversed", "The council agreed to close the school.", "The council refused to close the school."),
    ("decision-reversed", "The ferry is able to carry lorries.", "The ferry is unable to carry lorries."),
    ("order-turned", "Hale sold the mill after the war.", "Hale sold the mill before the war."),
    ("place-moved", "Lindry was the first town of the county.", "Lindry was the second town of the county."),
    ("amount-sharpened", "The bridge has about 40 arches.", "The bridge has slightly more than 40 arches."),
    ("amount-sharpened", "Hundreds of boats sank.", "More than six hundred boats sank."),
    ("soon-added", "After the war, Hale sold the mill.", "Shortly after the war, Hale sold the mill."),
    ("circumstance-added", "Lindry signed a treaty.", "After long negotiations, Lindry signed a treaty."),
    ("verb-denied", "The town of Lindry closed a school.", "The town of Lindry did not close a school."),
    ("verb-denied", "Lindry is small.", "Lindry is not small."),
    ("verb-denied", "The farmers have left Lindry.", "The farmers have not left Lindry."),
    ("predicate-reversed", "Wolves are common in the valley.", "Wolves are uncommon in the valley."),
    (
        "comparison-reversed",
        "The lake is the largest lake in the county.",
        "The lake is the smallest lake in the county.",
    ),
    ("comparison-reversed", "The valley is older than the hill.", "The valley is younger than the hill."),
    ("direction-reversed", "The council opposed the plan.", "The council supported the plan."),
    ("direction-reversed", "The population has increased.", "The population has decreased."),
    ("share-reversed", "Many farmers grow barley.", "Few farmers grow barley."),
    ("share-reversed", "Both towns own a mill.", "Neither town owns a mill."),
    ("frequency-reversed", "The river often floods the valley.", "The river rarely floods the valley."),
    ("share-raised", "Some farmers grow barley.", "Most farmers grow barley."),
    ("frequency-raised", "The river sometimes floods the valley.", "The river usually floods the valley."),
    ("rank-raised", "Barley is a major crop of the valley.", "Barley is the main crop of the valley."),
    ("rank-raised", "Lindry is one of the largest towns in the county.", "Lindry is the largest town in the county."),
    ("hedge-removed", "It seems that the channel is getting shallower.", "The channel is getting shallower."),
    ("hedge-removed", "The council appears to favour the plan.", "The council favours the plan."),
    ("hedge-removed", "The council may be hoping for a new school.", "The council is hoping for a new school."),
    ("hedge-removed", "The keeper may have left the tower.", "The keeper left the tower."),
    ("hedge-removed", "The fire was probably started by a lamp.", "The fire was started by a lamp."),
    ("source-removed", "Historians believe that a storm destroyed the tower.", "A storm destroyed the tower."),
    ("aim-reached", "The board seeks to attract larger ferries.", "The board has attracted larger ferries."),
    ("aim-reached", "Marwick offered to buy the mill.", "Marwick bought the mill."),
    ("circumstance-added", "Lindry ceded the island.", "After long negotiations, Lindry ceded the island."),
    ("circumstance-added", "In 1950, Lindry sold a ship.", "In 1950, for financial reasons, Lindry sold a ship."),
    ("hour-added", "On May 3, 1950, Hale sold the mill.", "On the morning of May 3, 1950, Hale sold the mill."),
    ("list-compared", "The farmers grow apples and pears.", "The farmers grow more apples than pears."),
    ("list-compared", "There are inns and shops in Lindry.", "There are more inns than shops in Lindry."),
    ("place-narrowed", "Hale was born in France.", "Hale was born in southern France."),
    ("day-moved", "On May 3, 1950, Hale sold the mill.", "On May 6, 1950, Hale sold the mill."),
    ("range-moved", "Hale ran the mill from 1870 to 1939.", "Hale ran the mill from 1870 to 1937."),
    ("range-moved", "The mill was run until 1868.", "The mill was run until 1865."),
    ("still-so", "The mill is no longer in use.", "The mill is still in use."),
    ("still-so", "The mill is still in use.", "The mill is no longer in use."),
    ("rumour-settled", "Hale is said to have left Lindry.", "Hale left Lindry."),
    ("rumour-settled", "The town is believed to be older.", "The town is older."),
    ("rumour-settled", "Marwick accused Hale of stealing a boat.", "Hale stole a boat."),
    ("source-removed", "It is believed that monks built the old mill.", "Monks built the old mill."),
    ("source-removed", "According to legend, monks built the old mill.", "Monks built the old mill."),
    ("hedge-removed", "The mill was perhaps the oldest of all.", "The mill was the oldest of all."),
    ("step-taken", "Hale attended the college in Lindry.", "Hale graduated from the college in Lindry."),
    ("step-taken", "The army invaded the island.", "The army conquered the island."),
    ("step-taken", "Hale was nominated for the prize.", "Hale won the prize."),
    ("step-taken", "Hale participated in the revolt.", "Hale led the revolt."),
    ("step-taken", "Hale applied for a licence.", "Hale obtained a licence."),
    ("step-taken", "Hale began building a boat.", "Hale finished building a boat."),
]


@pytest.mark.parametrize(("name", "text", "stem"), APPLIES)
def test_an_operation_makes_one_precise_change(made, name, text, stem):
    assert [proposal.stem for proposal in made(name, text)] == [stem]


LEAVES_ALONE = [
    ("bound-turned", "The bridge has no more than 40 arches.", "a bound with no"),
    ("decision-reversed", "The council refused to close the school because it was full.", "fights with its reason"),
    ("order-turned", "In 1950, after the war, Hale sold the mill.", "a date is given"),
    ("place-moved", "The first mill burned.", "picks out which mill"),
    ("period-moved", "The mill was built between the 1850s and the 1870s.", "two decades"),
    ("amount-sharpened", "Several mills, including that of Hale, burned.", "names an example"),
    ("amount-sharpened", "The bridge was built about 1850.", "a year"),
    ("soon-added", "In 1850, after the war, Hale sold the mill.", "a date is given"),
    ("circumstance-added", "Lindry sold a mill. The talks were long, and money was short.", "spoken of near by"),
    ("circumstance-added", "The ship moved to Lindry.", "nobody with a will"),
    ("hour-added", "On May 3, 1950, Hale sold the mill. The night was cold.", "an hour is spoken of near by"),
    ("list-compared", "The farmers grow apples and pears. Pears are the most common crop.", "ranked near by"),
    ("list-compared", "The farmers grow 40 apples and pears.", "counted"),
    ("day-moved", "From 3 to 5 May, Hale ran the mill.", "more than one day"),
    ("range-moved", "Hale ran the mill from about 1870 to 1939.", "not exact"),
    ("still-so", "There are still mills in Lindry.", "still may belong to what follows"),
    ("place-narrowed", "Hale was born in France. The north was poor.", "a direction is given near by"),
    ("rumour-settled", "Hale is not said to have left Lindry.", "denied"),
    ("source-removed", "According to the census, monks built the old mill.", "a record, not an opinion"),
    ("step-taken", "Hale attended the college in Lindry. He graduated in 1950.", "the next step is told"),
    ("aim-reached", "Marwick tried to buy the mill.", "who tries is taken to have failed"),
    ("comparison-reversed", "The valley is more dependent on the river.", "compared with nothing"),
    ("verb-denied", "The mill is a building.", "a definition"),
    ("period-narrowed", "The mill was there in the 1850s.", "a state may take in the whole decade"),
    ("year-moved", "The town had two mills in 1900.", "a state, not an act"),
    ("year-moved", "The mill was built before 1900.", "not behind in"),
    ("year-moved", "The mill was built in 1900 and rebuilt in 1950.", "two years"),
    ("month-added", "The mill was built in 1900. Work ended in October.", "another sentence may give the month"),
    ("number-moved", "The mill may need 20 horses.", "only a possibility"),
    ("number-moved", "Sales exceeded 40 tons.", "a bound"),
    ("verb-denied", "The king is.", "nothing is said of the subject"),
    ("number-moved", "The bridge has about 20 arches.", "not exact"),
    ("number-moved", "The bridge has more than 20 arches.", "a bound"),
    ("number-moved", "The town is divided into three parts, north, east and west.", "the list shows the number"),
    ("number-moved", "Lindry and Marwick are two towns.", "follows from the subject"),
    ("denial-removed", "The council did not close the school until May.", "until changes the scope"),
    ("denial-removed", "The council has not closed the school, because it is needed.", "fights with its reason"),
    ("verb-denied", "The council only closed the school.", "only changes the scope"),
    ("verb-denied", "The council closed the school and sold the house.", "a second verb"),
    ("verb-denied", "The council may close the school.", "not asserted"),
    ("predicate-reversed", "It is clear that wolves are gone.", "an empty subject"),
    ("predicate-reversed", "Wolves are less common in the valley.", "a comparison"),
    ("comparison-reversed", "The smaller boats stayed in the harbour.", "picks out which boats"),
    ("comparison-reversed", "The first lake is larger.", "first stays out of it"),
    ("direction-reversed", "The team supported the children.", "no cause to oppose"),
    ("direction-reversed", "The city fell to the army.", "another sense of fall"),
    ("share-reversed", "Many farmers, including Hazel Ashdown, grow barley.", "names an example"),
    ("share-raised", "Some farmers grow barley. Most farmers keep sheep.", "most is spoken of elsewhere"),
    ("share-raised", "Some examples include barley.", "a list of examples"),
    ("frequency-reversed", "The river does not often flood the valley.", "denied already"),
    ("frequency-raised", "The tower is often called the Needle.", "a name"),
    ("rank-raised", "Barley is a major crop. The main crop is wheat.", "ranked elsewhere"),
    ("hedge-removed", "Visitors may take a boat to the island.", "permission"),
    ("hedge-removed", "The keeper could see the sea.", "ability"),
    ("source-removed", "Historians noted that a storm destroyed the tower.", "a verb that grants it"),
    ("source-removed", "Historians believe that it was destroyed by a storm.", "leans on another word"),
    ("aim-reached", "The board seeks to be a good neighbour.", "no result to tell"),
    ("duration-added", "Lindry has provided water to Marwick since the war.", "a time is given"),
    ("detail-added", "The town signed a two-year agreement.", "a length is given"),
]


@pytest.mark.parametrize(("name", "text", "reason"), LEAVES_ALONE)
def test_an_operation_leaves_alone_what_its_guard_names(made, name, text, reason):
    assert made(name, text)[:1] == [], reason


def test_a_moved_year_is_near_and_never_one_that_the_passage_names(made):
    text = "The mill was built in 1950. Fires broke out in 1952, 1948, 1953, 1947, 1954, 1946, 1955 and 1945."
    proposal = made("year-moved", text)[0]
    year = int(proposal.stem.split()[-1].strip("."))
    assert year in {1956, 1944, 1957, 1943}
    assert proposal.rationale == f"The passage says 1950, not {year}."


def test_an_added_month_is_left_open_by_the_passage(made):
    proposal = made("month-added", "The mill was built in 1954.")[0]
    assert "1954" in proposal.stem
    assert proposal.stem != "The mill was built in 1954."


def test_a_decade_and_a_month_are_narrowed_to_a_part(made):
    assert made("period-narrowed", "The mill was built in the 1850s.")[0].stem in (
        "The mill was built in the early 1850s.",
        "The mill was built in the late 1850s.",
    )
    assert made("period-narrowed", "The mill was opened in May 1850.")[0].stem in (
        "The mill was opened in early May 1850.",
        "The mill was opened in late May 1850.",
    )


def test_a_moved_decade_is_another_one(made):
    stem = made("period-moved", "The mill was built in the 1850s.")[0].stem
    assert stem.startswith("The mill was built in the 18")
    assert "1850s" not in stem


def test_a_moved_month_keeps_the_year(made):
    stem = made("month-moved", "The mill was opened in March 1954.")[0].stem
    assert "1954" in stem
    assert "March" not in stem


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("The bridge has 40 arches.", "40"),
        ("The town lost 30% of its ships.", "30"),
        ("The town has three mills.", "three"),
    ],
)
def test_a_moved_number_is_new_and_the_rationale_names_both(made, text, old):
    proposal = made("number-moved", text)[0]
    assert proposal.stem != text
    assert proposal.rationale.startswith(f"The passage says {old}")


def test_a_year_between_two_figures_is_left_open(made):
    proposal = made("year-between", "The town's exports increased from 40 tons in 1950 to 90 tons in 1960.")[0]
    year = int(proposal.stem.split()[-1].strip("."))
    assert 1950 < year < 1960


def test_a_length_of_time_is_added_in_front(made):
    stem = made("duration-added", "Lindry has supplied Marwick with water.")[0].stem
    assert stem.startswith("For ")
    assert stem.endswith("Lindry has supplied Marwick with water.")


def test_a_detail_comes_from_the_list_of_its_noun(made):
    assert made("detail-added", "The town signed an agreement with Marwick.")[0].stem == (
        "The town signed a ten-year agreement with Marwick."
    )


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_every_operation_is_tried_here(name):
    tried = {case[0] for case in (*APPLIES, *TRUE_APPLIES)}
    tried |= {
        "year-moved",
        "whether-open",
        "bound-given",
        "month-added",
        "month-moved",
        "number-moved",
        "year-between",
        "duration-added",
        "period-narrowed",
        "period-moved",
        "member-taken",
        "events-ordered",
        "events-turned",
    }
    tried |= {"detail-added", *TRIED}
    assert name in tried
