"""Small files and small functions: what can be read at one sitting."""

from pathlib import Path
from statistics import median

from tests.contracts.source import PACKAGE, ROOT, Module, functions, module, modules

LONGEST_FILE, LONGEST_MEDIAN, LONGEST_FUNCTION = 400, 120, 50


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def long_functions(source: Module) -> list[str]:
    """Return the functions longer than allowed, counted from the line of the ``def``."""
    found = []
    for function in functions(source.tree):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        if length > LONGEST_FUNCTION:
            found.append(f"{source.name}.{function.name}: {length} lines")
    return found


def handwritten() -> list[Path]:
    """Return every file that a person writes and reads, beside the Python of the product."""
    places = [(ROOT / "templates", "*.html"), (ROOT / "tests", "*.py"), (ROOT / "benchmarks", "*.py")]
    places += [(PACKAGE / "web" / "static", pattern) for pattern in ("*.css", "*.js")]
    return [path for folder, pattern in places for path in sorted(folder.rglob(pattern))]


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    files = [source.path for source in modules()] + handwritten()
    assert [f"{path.relative_to(ROOT)}: {lines(path)}" for path in files if lines(path) > LONGEST_FILE] == []


def test_half_of_the_modules_are_at_most_a_hundred_and_twenty_lines() -> None:
    assert median(lines(source.path) for source in modules()) <= LONGEST_MEDIAN


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert [complaint for source in modules() for complaint in long_functions(source)] == []


def test_a_long_function_is_noticed() -> None:
    body = "    pass\n" * LONGEST_FUNCTION
    assert long_functions(module("quizgen.example", f"def f():\n{body}"))
    assert not long_functions(module("quizgen.example", f"def f():\n{body[: -len('    pass' + chr(10))]}"))


def test_every_module_says_its_law_first() -> None:
    silent = [source.name for source in modules() if not (source.tree.body and isinstance(doc(source), str))]
    assert silent == []


def doc(source: Module) -> str | None:
    first = source.tree.body[0]
    value = getattr(first, "value", None)
    return getattr(value, "value", None)
