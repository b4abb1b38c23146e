"""Nobody below the edge reads a clock, throws dice or asks the environment; nothing asks whether it is under test."""

import ast
import re

from tests.contracts.source import Module, dotted_name, imports, module, modules

EDGES = ("web", "cli", "jobs")
CLOCKS = re.compile(
    r"(^|\.)(datetime\.(now|utcnow|today)|date\.today|time\.(time|time_ns|monotonic|perf_counter|localtime))$"
)
DICE = re.compile(
    r"^(random\.(random|randint|choice|choices|sample|shuffle|seed|uniform|randrange|SystemRandom)"
    r"|secrets\.\w+|uuid\.uuid[14]|uuid[14]|os\.urandom)$"
)
ENVIRONMENT = re.compile(r"^os\.(environ|getenv|environb)\b")


def clock_and_dice(source: Module) -> list[str]:
    """Return every call that reads a clock or throws dice of its own."""
    found = []
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        name = dotted_name(node.func)
        unseeded = name in ("random.Random", "Random") and not node.args
        if CLOCKS.search(name) or DICE.search(name) or unseeded:
            found.append(f"{source.name}:{node.lineno} calls {name}")
    return found


def environment(source: Module) -> list[str]:
    """Return every look at the environment."""
    looks = [node for node in ast.walk(source.tree) if ENVIRONMENT.match(dotted_name(node))]
    taken = [each for each in imports(source) if each.module == "os" and each.name in ("environ", "getenv")]
    return [f"{source.name}:{node.lineno} reads the environment" for node in looks] + [
        f"{source.name}:{each.line} reads the environment" for each in taken
    ]


def test_nobody_below_the_edge_reads_a_clock_or_throws_dice() -> None:
    below = [source for source in modules() if source.room not in (*EDGES, "settings")]
    assert [complaint for source in below for complaint in clock_and_dice(source)] == []


def test_the_edges_read_the_clock_in_one_module_each() -> None:
    readers = {source.name for source in modules() if any("datetime" in each for each in clock_and_dice(source))}
    assert readers <= {"quizgen.web.clock", "quizgen.cli.clock", "quizgen.jobs.clock"}


def test_a_clock_and_dice_are_noticed() -> None:
    for text in (
        "datetime.now(UTC)",
        "dt.datetime.now()",
        "time.time()",
        "random.choice(x)",
        "random.Random()",
        "uuid4()",
    ):
        assert clock_and_dice(module("quizgen.services.example", text)), text
    assert not clock_and_dice(module("quizgen.services.example", "rng.choice(x); random.Random(seed)"))


def test_only_the_settings_read_the_environment() -> None:
    assert {each.split(":")[0] for source in modules() for each in environment(source)} == {"quizgen.settings"}


def test_nothing_asks_whether_it_is_under_test() -> None:
    asking = re.compile(r"PYTEST|\bpytest\b|\.testing\b|[\"']TESTING[\"']")
    assert [source.name for source in modules() if asking.search(source.path.read_text())] == []
