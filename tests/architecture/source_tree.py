"""The package's source as syntax trees, for the tests of its architecture."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "groundwire"


@dataclass(frozen=True)
class Module:
    """One module: its dotted name below the package, its number of lines, its tree."""

    name: str
    lines: int
    tree: ast.Module


@dataclass(frozen=True)
class Function:
    """One function or method: where it stands, its lines from `def` to its end, its parameters without self."""

    name: str
    lines: int
    parameters: int


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    return tuple(_load(path) for path in sorted(PACKAGE.rglob("*.py")))


def _load(path: Path) -> Module:
    source = path.read_text(encoding="utf-8")
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    return Module(name, len(source.splitlines()), ast.parse(source))


def functions() -> Iterator[Function]:
    """Every function and method of the package, nested ones too."""
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield _measure(module, node)


def _measure(module: Module, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Function:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    named = [argument for argument in arguments if argument.arg not in {"self", "cls"}]
    return Function(
        f"{module.name}.{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1, len(named)
    )


def imported(module: Module) -> set[str]:
    """Top-level names of everything that a module imports, wherever in it the import stands."""
    names: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
