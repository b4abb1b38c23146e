"""The product's source as the laws read it: files, syntax trees and the imports in them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "quizgen"


@dataclass(frozen=True)
class Module:
    """One module: its dotted name, its file and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def room(self) -> str:
        """Return the second part of the name: domain, web ..., or the module itself at the top."""
        return self.name.split(".")[1] if "." in self.name else ""


@dataclass(frozen=True)
class Import:
    """One imported module (``name`` is what is taken from it, "" for a plain import) and where that is written."""

    module: str
    name: str
    line: int
    is_local: bool


def module(name: str, text: str) -> Module:
    """Return a module made of ``text``, for showing that a law can fail."""
    return Module(name, Path(f"{name}.py"), ast.parse(text))


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the product."""
    return tuple(Module(_dotted(path), path, ast.parse(path.read_text())) for path in sorted(PACKAGE.rglob("*.py")))


def imports(source: Module) -> Iterator[Import]:
    """Yield every import, wherever it stands."""
    local = {inner for outer in functions(source.tree) for inner in ast.walk(outer)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, "", node.lineno, node in local)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield Import(_absolute(source, node), alias.name, node.lineno, node in local)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def dotted_name(node: ast.AST) -> str:
    """Return ``a.b.c`` for such an expression, else ""."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = dotted_name(node.value)
        return f"{base}.{node.attr}" if base else ""
    return ""


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _absolute(source: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    is_package = source.path.name == "__init__.py"
    parts = source.name.split(".")
    base = parts[: len(parts) - node.level + is_package]
    return ".".join([*base, *((node.module or "").split(".") if node.module else [])])
