"""Every bank in question_banks/ loads, lints clean, tests itself and is what its README says."""

import re
from collections import Counter
from pathlib import Path

import pytest

from quizgen.domain.banks.bank import Bank
from quizgen.domain.claims.claim import Verdict
from quizgen.domain.items.cloze import GAP, ClozeItem, folded
from quizgen.domain.items.item import Basis, Item, Status, self_test
from quizgen.domain.items.single_choice import SingleChoiceItem
from quizgen.domain.items.verdict import VerdictItem
from quizgen.formats.yaml_bank import bank_yaml, check_file, load_folder, parse_bank
from tests.contracts.source import ROOT

FOLDER = ROOT / "question_banks"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
BANKS = load_folder(FOLDER)
FIRST = "north-korea-and-russia"
WORDS = {FIRST: (600, 900)}

every_bank = pytest.mark.parametrize("slug", BANKS)


def verdicts(bank: Bank, basis: Basis) -> Counter[Verdict]:
    """Return how often each verdict is the key of a verdict item on ``basis``."""
    return Counter(item.key for item in bank.items if isinstance(item, VerdictItem) and item.basis is basis)


def words(text: str) -> int:
    """Count the words of a passage, without the marks of its headings."""
    return sum(1 for word in text.split() if word.strip("#"))


def test_three_banks_are_shipped_and_every_passage_file_belongs_to_one() -> None:
    assert sorted(BANKS) == ["how-a-canal-lock-works", FIRST, "the-life-of-a-mountain-glacier"]
    named = {passage.source for bank in BANKS.values() for passage in bank.passages}
    assert named == {f"sources/{path.name}" for path in (FOLDER / "sources").iterdir()}


@every_bank
def test_a_shipped_bank_has_no_problem_and_is_written_as_the_product_writes_it(slug: str) -> None:
    path = FOLDER / f"{slug}.yaml"
    assert check_file(path) == ()
    assert path.read_text(encoding="utf-8") == bank_yaml(BANKS[slug])


@every_bank
def test_every_shipped_item_is_ready_and_passes_its_own_samples(slug: str) -> None:
    for item in BANKS[slug].items:
        assert item.status is Status.READY, item.id
        assert (item.problems(), self_test(item)) == ((), ()), item.id
        assert item.rationale, item.id
        assert item.spans, item.id


@every_bank
def test_a_passage_keeps_to_its_fingerprint_its_form_and_its_length(slug: str) -> None:
    written = (FOLDER / f"{slug}.yaml").read_text(encoding="utf-8")
    for passage in BANKS[slug].passages:
        assert f"sha256: {passage.sha256}" in written
        assert (FOLDER / str(passage.source)).read_bytes().decode() == passage.text
        assert passage.blocks()[0].level == 1
        assert "\n\n\n" not in passage.text
        fewest, most = WORDS.get(slug, (350, 500))
        assert fewest <= words(passage.text) <= most


@every_bank
def test_no_two_items_say_the_same(slug: str) -> None:
    stems = Counter(folded(item.stem) for item in BANKS[slug].items)
    assert [stem for stem, times in stems.items() if times > 1] == []


@every_bank
def test_the_keys_of_verdict_items_on_the_passage_are_about_even(slug: str) -> None:
    counts = verdicts(BANKS[slug], Basis.PASSAGE)
    assert set(counts) == set(Verdict)
    assert max(counts.values()) - min(counts.values()) <= 0.15 * counts.total()


@every_bank
def test_every_item_on_evidence_rests_on_sources_or_says_why_it_stays_open(slug: str) -> None:
    bank = BANKS[slug]
    for item in bank.items:
        if item.basis is Basis.EVIDENCE:
            evidence = bank.claim(item.claims[0]).evidence
            assert evidence.rationale, item.id
            assert evidence.reason if evidence.verdict is Verdict.UNVERIFIED else evidence.sources, item.id


def test_the_first_bank_has_forty_items_on_evidence_in_equal_thirds() -> None:
    counts = verdicts(BANKS[FIRST], Basis.EVIDENCE)
    assert counts.total() >= 40
    assert max(counts.values()) - min(counts.values()) <= 0.1 * counts.total()


@every_bank
def test_sources_can_be_cited(slug: str) -> None:
    for claim in BANKS[slug].claims:
        for source in claim.evidence.sources:
            assert source.title.strip()
            assert source.publisher.strip()
            assert source.year is None or 1500 < source.year < 2030
            assert not re.search(r"wiki|blogspot|wordpress", f"{source.publisher} {source.url}", re.IGNORECASE)


@every_bank
def test_the_right_option_does_not_stand_out_by_its_length(slug: str) -> None:
    choices = [item for item in BANKS[slug].items if isinstance(item, SingleChoiceItem)]
    longest = sum(len(item.key) > max(len(other) for other in item.options if other != item.key) for item in choices)
    assert longest <= max(1, len(choices) // 2)
    for item in choices:
        lengths = sorted(map(len, item.options))
        assert lengths[-1] <= 2 * lengths[0] + 12, item.id


@every_bank
def test_a_gap_does_not_give_its_filling_away(slug: str) -> None:
    for item in BANKS[slug].items:
        if isinstance(item, ClozeItem):
            rest = folded(item.stem.replace(GAP, " ")).split()
            assert not any(folded(filling) in rest for filling in item.key), item.id


@every_bank
def test_generated_items_are_marked_by_their_maker_and_point_into_the_passage(slug: str) -> None:
    bank = BANKS[slug]
    length = len(bank.passages[0].text)
    assert all(span.end <= length for item in bank.items for span in item.spans)
    assert {item.maker for item in bank.items if item.basis is Basis.EVIDENCE} <= {None}


def test_the_example_in_the_readme_is_a_sound_bank() -> None:
    example = re.findall(r"```yaml\n(format:.*?)```", README, re.DOTALL)
    bank = parse_bank(example[0], name="example")
    assert [span.of(bank.passages[0].text) for span in (bank.claims[0].span, bank.claims[1].span)] == [
        "The Wye rises in Wales.",
        "It may flood in spring.",
    ]
    assert {item.kind for item in bank.items} == {"verdict", "single_choice", "cloze"}
    assert [problem for item in bank.items for problem in (*item.problems(), *self_test(item))] == []


def test_the_example_in_the_readme_passes_the_check(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(re.findall(r"```yaml\n(format:.*?)```", README, re.DOTALL)[0], encoding="utf-8")
    assert check_file(path) == ()


@every_bank
def test_the_readme_tells_how_many_items_there_are(slug: str) -> None:
    assert row(slug, BANKS[slug]) in README.splitlines()


def row(slug: str, bank: Bank) -> str:
    """Return the line of a bank in the table of the README."""
    passage, evidence = (verdicts(bank, basis) for basis in Basis)
    kinds = Counter(item.kind for item in on_passage(bank))
    items = (
        f"{len(on_passage(bank))}: verdict {shares(passage)}, choice {kinds['single_choice']}, cloze {kinds['cloze']}"
    )
    length = words(bank.passages[0].text)
    return f"| [{slug}]({slug}.yaml) | {length} words | {items} | {evidence.total()}: {shares(evidence)} |"


def on_passage(bank: Bank) -> list[Item]:
    """Return the items on the passage."""
    return [item for item in bank.items if item.basis is Basis.PASSAGE]


def shares(counts: Counter[Verdict]) -> str:
    """Return the counts of the three verdicts in their order."""
    return " / ".join(str(counts[verdict]) for verdict in Verdict)
