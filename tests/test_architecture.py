"""The rooms of the house: imports point one way, at the top of the file, and nothing goes in a circle."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

ROOT = Path(onrecord.__file__).parent
ROOMS = [
    "errors",
    "settings",
    "data_files",
    "model",
    "read",
    "annotate",
    "relate",
    "compare",
    "api",
    "export",
    "progress",
    "cli",
    "__main__",
]
EDGES = {"cli": {"api", "export", "errors", "model", "settings", "progress"}}
"""The edge calls `api` and writes with `export`; the types that it passes along are `model`'s."""


def modules() -> list[Path]:
    return sorted(p for p in ROOT.rglob("*.py") if p != ROOT / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}"
            names = [f"{node.module}.{a.name}" for a in node.names] if node.module == "onrecord" else [str(node.module)]
            yield from ((node, name) for name in names)


def own_imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node, name in imported(tree):
        if name.startswith("onrecord.") and name != "onrecord.__version__":
            yield node, name.split(".")[1]


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_leftwards(path: Path) -> None:
    room = room_of(path)
    assert room in ROOMS or room == "weights", f"{room} is no room of the house; add it to docs/code.md and to ROOMS"
    allowed = EDGES.get(room, set(ROOMS[: ROOMS.index(room) + 1]) if room in ROOMS else {"errors", "model"})
    wrong = sorted({r for _, r in own_imports(path)} - allowed - {room})
    assert not wrong, (
        f"{path.relative_to(ROOT)} imports {', '.join(wrong)}; only {', '.join(sorted(allowed))} is left of it"
    )


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_own_imports_stand_at_the_top_of_the_file(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    lazy = [name for node, name in imported(tree) if name.startswith("onrecord") and id(node) not in top]
    assert not lazy, f"{path.relative_to(ROOT)} imports {lazy} inside a function"


def test_no_import_cycle_between_modules() -> None:
    graph = {module_name(p): set(imports_of(p)) for p in modules()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"import cycle: {' -> '.join([*trail, name])}"
        if name not in done:
            for other in graph.get(name, ()):
                visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = {module_name(p) for p in modules()}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("onrecord"):
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in whole)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_the_types_of_the_model_come_through_its_door(path: Path) -> None:
    behind = {name for _, name in imported(ast.parse(path.read_text("utf-8"))) if name.startswith("onrecord.model.")}
    assert room_of(path) == "model" or not behind, f"import from onrecord.model, not {', '.join(sorted(behind))}"


def test_the_line_of_rooms_is_documented() -> None:
    line = " ← ".join(["errors settings data_files model", *ROOMS[4:-1]])
    assert line in (Path(__file__).parents[1] / "docs" / "code.md").read_text(encoding="utf-8")


def test_no_module_is_called_utils() -> None:
    assert not [p for p in modules() if p.stem in {"utils", "helpers", "misc", "common"}]
