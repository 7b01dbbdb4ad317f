"""What looks over a text or a line takes time in step with its length, whatever stands there."""

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "onrecord"
LOOKING_OVER = {"search", "finditer", "findall", "sub", "split"}
OWN_DATA = {"onrecord.annotate.times.grammar._PARTS"}  # reads our rules, not what is on a page
RUNS = [" ", "\t", " \n", "A", "a", "1", "-", "—", "(", "[x", "‘x", "“x", "/a", "A-", "a ", "A ", "1 ", "the ", "a@a."]
CHARS = 10_000
MOST_S = (
    0.1  # one run through takes a hundredth of it, and a pattern whose time grows with the square ten times as much
)


def looked_over(file: Path) -> Iterator[str]:
    """Yield the names of patterns that a module lets look over a text from its first character to its last."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOOKING_OVER:
            within = node.func.attr != "sub" and len(node.args) > 1
            if isinstance(node.func.value, ast.Name) and node.func.value.id.isupper() and not within:
                yield node.func.value.id


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        names = sorted(set(looked_over(file)))
        if names:
            module = importlib.import_module(".".join(["onrecord", *file.relative_to(PACKAGE).with_suffix("").parts]))
            for name in names:
                known, pattern = f"{module.__name__}.{name}", getattr(module, name)
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str) and known not in OWN_DATA:
                    yield known, pattern


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(n, p, id=n) for n, p in patterns()])
def test_no_pattern_takes_longer_than_its_text_is_long(name: str, pattern: re.Pattern[str]) -> None:
    slow = []
    for run in RUNS:
        text = run * (CHARS // len(run)) + "\x01"
        started_s = time.process_time()
        for _ in pattern.finditer(text):
            pass
        if time.process_time() - started_s > MOST_S:
            slow.append(run)
    assert slow == []
