"""Every kind can be answered, changed, cleared and read without a script, and its result says what was right."""

from collections.abc import Callable

import pytest

from quizgen.domain.items.item import Item
from quizgen.domain.items.single_choice import option_id
from tests import builders
from tests.web.attempts.conftest import Hands, Sat

ITEMS = (
    builders.verdict(),
    builders.choice(),
    builders.cloze(),
    builders.cloze(options=("250", "300")),
    builders.numeric(),
    builders.numeric(stem="The Wye is ____ long."),
    builders.responses(),
    builders.finding(),
    builders.ordering(),
    builders.matching(),
    builders.matching(options=("London", "Hereford", "Worcester", "Leeds")),
    builders.short(),
)
# Kinds whose response is the values of several controls of one name, joined by blanks.
SEVERAL = {"multiple_response", "ordering", "matching"}
each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.kind)


def values(item: Item, raw: str) -> list[str]:
    """Return what the controls of the form would send."""
    return raw.split() if item.kind in SEVERAL else [raw]


def sat_with(start: Callable[..., Sat], item: Item) -> Sat:
    return start(bank=builders.bank(items=(item,)), count=1)


def send(sat: Sat, sequence: int, responses: list[str], go: str = "save") -> None:
    sat.juniper.send(sat.url, {"q": "1", "sequence": f"{sequence}", "response": responses, "go": go})


@each_item
def test_the_form_alone_saves_an_answer_and_shows_it_again(start: Callable[..., Sat], hands: Hands, item: Item) -> None:
    sat = sat_with(start, item)
    drawn = sat.sitting.paper.questions[0].item
    right = values(drawn, drawn.samples().right)
    send(sat, 0, right)
    stored = sat.sitting.responses[0]
    assert drawn.credit(drawn.read_response(stored)) == 1
    page = sat.juniper.text(sat.url)
    assert page.count(" checked") + page.count(" selected") + page.count('value="250') + page.count(
        'value="PLYN'
    ) >= len(right)
    send(sat, 1, right, go="clear")
    assert sat.sitting.responses == {}


@each_item
def test_the_result_tells_what_was_said_and_what_is_right(start: Callable[..., Sat], hands: Hands, item: Item) -> None:
    sat = sat_with(start, item)
    drawn = sat.sitting.paper.questions[0].item
    send(sat, 0, values(drawn, drawn.samples().wrong))
    sat.juniper.send(f"{sat.url}/hand-in")
    page = sat.juniper.text(f"{sat.url}/result")
    assert "You said" in page
    assert "Not right" in page
    assert "nothing" not in page


def test_half_a_point_is_called_partly_right(start: Callable[..., Sat], hands: Hands) -> None:
    sat = sat_with(start, builders.responses())
    drawn = sat.sitting.paper.questions[0].item
    send(sat, 0, values(drawn, drawn.samples().right)[:1])
    sat.juniper.send(f"{sat.url}/hand-in")
    page = sat.juniper.text(f"{sat.url}/result")
    assert "Partly right" in page
    assert "0.5 of 1" in page


def test_places_and_partners_that_are_still_empty_are_kept_so(start: Callable[..., Sat], hands: Hands) -> None:
    sat = sat_with(start, builders.ordering())
    first = option_id("spring")
    send(sat, 0, [first, "-", "-", "-"])
    assert sat.sitting.responses == {0: f"{first} - - -"}
    assert sat.juniper.text(sat.url).count(" selected") == 1
    send(sat, 1, ["-"] * 4)
    assert sat.sitting.responses == {}


def test_a_half_matched_list_gets_its_share(start: Callable[..., Sat], hands: Hands) -> None:
    sat = sat_with(start, builders.matching())
    drawn = sat.sitting.paper.questions[0].item
    send(sat, 0, [drawn.samples().right.split()[0], "", ""])
    sat.juniper.send(f"{sat.url}/hand-in")
    page = sat.juniper.text(f"{sat.url}/result")
    assert "0.33 of 1" in page
    assert "(empty)" in page
