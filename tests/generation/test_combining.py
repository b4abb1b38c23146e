"""One true statement among three false ones: the options are other claims, the key is the only one borne out."""

from quizgen.domain.claims.claim import Verdict

TEXT = (
    "In 1950 Norway sold a mill to Lindry. In 1960 Sweden sold a school to Lindry. In 1970 Denmark sold a museum to "
    "Lindry. In 1980 Finland sold a tower to Lindry. The pier of Lindry was painted by Hazel Ashdown."
)


def test_a_true_statement_stands_among_three_false_ones_about_other_claims(draft_of):
    bank = draft_of(TEXT).bank
    items = [item for item in bank.items if item.maker == "statement-choice"]
    assert items
    verdicts = {item.stem: item for item in bank.items if item.kind == "verdict"}
    for item in items:
        keys = {option: verdicts[option].key for option in item.options}
        assert [option for option, key in keys.items() if key is Verdict.TRUE] == [item.key]
        assert list(keys.values()).count(Verdict.FALSE) == 3
        assert len(set(item.claims)) == 4
        assert {verdicts[option].claims[0] for option in item.options} == set(item.claims)


def test_no_statement_is_offered_twice(draft_of):
    items = [
        item for item in draft_of(TEXT + " " + TEXT.replace("19", "18")).bank.items if item.maker == "statement-choice"
    ]
    options = [option for item in items for option in item.options]
    assert len(options) == len(set(options))
