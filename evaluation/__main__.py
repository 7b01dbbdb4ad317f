"""`python -m evaluation [GATE ...] [--raise]`: print every layer's figures and hold them against their floors."""

import argparse
import json
import sys
from typing import Any

from evaluation.gate import FLOORS, GATES, SHARED, Gate, at_hand, data_hash, figures, raised, run_gate, shortfalls


def main() -> int:
    """Return 0 when no figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gates", nargs="*", choices=[*(g.name for g in GATES), []], help="default: all")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise floors to the figures reached")
    options = parser.parse_args()
    if not at_hand(SHARED / "data"):
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    chosen = [gate for gate in GATES if not options.gates or gate.name in options.gates]
    below = [line for gate in chosen for line in _below(gate, floors, lift=options.lift)]
    for line in below:
        print(line)
    return int(bool(below))


def _below(gate: Gate, floors: dict[str, Any], *, lift: bool) -> list[str]:
    """Run a gate, print its table, raise its floors if asked, and return a line for each figure below its floor."""
    table, gold = run_gate(gate), data_hash(SHARED / "data" / gate.gold)
    print(f"\n{gate.name}\n{table}", flush=True)
    entry = floors.setdefault(gate.name, {"data": gold, "floors": {}})
    if entry["data"] != gold:
        print(f"{gate.name}: the gold file is not the one the floors were measured on; nothing is held against it")
        return []
    held = {name: figure for name, figure in figures(table).items() if name not in gate.parts}
    below = [f"below its floor: {gate.name}: {line}" for line in shortfalls(held, entry["floors"])]
    if lift:
        entry["floors"] = raised(held, entry["floors"])
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return below


sys.exit(main())
