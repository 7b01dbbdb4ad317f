"""`python -m benchmarks.patterns`: the patterns that take longer than a text is long, whatever stands in it.

Every pattern that the package lets look over a text from its first character to its last meets long runs of one thing:
blanks, capitals, figures, brackets. One whose time grows with the square of the length is printed with its run; the
exit status is then 1.
"""

import ast
import importlib
import re
import time
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "onrecord"
LOOKING_OVER = {"search", "finditer", "findall", "sub", "split"}
OWN_DATA = {"onrecord.annotate.times.grammar._PARTS"}  # reads our rules, not what is on a page
RUNS = [" ", "\t", " \n", "A", "a", "1", "-", "—", "(", "[x", "‘x", "“x", "/a", "A-", "a ", "A ", "1 ", "the ", "a@a."]
CHARS = 10_000
# One run through takes about a hundredth of it, and a pattern whose time grows with the square ten times as much.
MOST_S = 0.1


def looked_over(file: Path) -> Iterator[str]:
    """Yield the names of patterns that a module lets look over a text from its first character to its last."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOOKING_OVER:
            within = node.func.attr != "sub" and len(node.args) > 1
            if isinstance(node.func.value, ast.Name) and node.func.value.id.isupper() and not within:
                yield node.func.value.id


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the package's patterns of that kind with their full names."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if names := sorted(set(looked_over(file))):
            module = importlib.import_module(".".join(["onrecord", *file.relative_to(PACKAGE).with_suffix("").parts]))
            for name in names:
                known, pattern = f"{module.__name__}.{name}", getattr(module, name)
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str) and known not in OWN_DATA:
                    yield known, pattern


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Return the processor's seconds to find every match in a text."""
    started_s = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started_s


def main() -> int:
    """Print the slow ones, then how many were tried."""
    found = list(patterns())
    slow = 0
    for name, pattern in found:
        for run in RUNS:
            took_s = seconds(pattern, run * (CHARS // len(run)) + "\x01")
            if took_s > MOST_S:
                slow += 1
                print(f"{name} on {CHARS} characters of {run!r}: {took_s:.2f} s")
    print(f"{len(found)} patterns on {len(RUNS)} runs, {slow} slow")
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
