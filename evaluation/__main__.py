"""`python -m evaluation [GATE ...] [--raise]`: print every layer's figures and hold them against their floors."""

import argparse
import json
import sys

from evaluation.gate import FLOORS, GATES, SHARED, data_hash, figures, raised, run_gate, shortfalls


def main() -> int:
    """Return 0 when no figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gates", nargs="*", choices=[*(g.name for g in GATES), []], help="default: all")
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise floors to the figures reached")
    options = parser.parse_args()
    if not (SHARED / "data").is_dir():
        print(f"skipped: no gold data at {SHARED / 'data'}; set SHARED to the folder that holds data/ and score/")
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    failed = False
    for gate in GATES:
        if options.gates and gate.name not in options.gates:
            continue
        table = run_gate(gate)
        print(f"\n{gate.name}\n{table}", flush=True)
        entry = floors.setdefault(gate.name, {"data": data_hash(SHARED / "data" / gate.gold), "floors": {}})
        if entry["data"] != data_hash(SHARED / "data" / gate.gold):
            print(f"{gate.name}: the gold file is not the one the floors were measured on; nothing is held against it")
            continue
        for line in shortfalls(figures(table), entry["floors"]):
            print(f"below its floor: {gate.name}: {line}")
            failed = True
        if options.lift:
            entry["floors"] = raised(figures(table), entry["floors"])
            FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return int(failed)


sys.exit(main())
