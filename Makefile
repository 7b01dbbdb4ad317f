# Each target does all its set-up. Needs Python 3.11 or newer and make; nothing else.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
DEMO := demo

PLAIN := .venv-plain

.PHONY: help demo test lint types tests format evaluate benchmark lock clean

help:
	@echo "make demo       install, and run the main job on examples/"
	@echo "make test       install, and run lint, types, all tests, and the README's plain installation"
	@echo "make format     put the code in its form"
	@echo "make evaluate   score every layer on the gold data (SHARED=../shared), floors included"
	@echo "make benchmark  time and peak memory of the main job, articles a second"
	@echo "make lock       work out requirements/*.txt anew"

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "onrecord needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1). Set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv module is missing; on Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY)
	@mkdir -p $(DEMO)
	@$(BIN)/onrecord brief examples/*/ --format html -o $(DEMO)/answer.html
	@$(BIN)/onrecord brief examples/*/
	@echo
	@echo "The same answer as a page: $(DEMO)/answer.html (open it in a browser)"

test: lint types tests $(PLAIN)/tried

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

tests: $(READY)
	$(BIN)/pytest

# What a reader of the README gets: the newest of everything that pyproject.toml allows, by the pip that Python brings.
$(PLAIN)/tried: pyproject.toml
	rm -rf $(PLAIN)
	$(PYTHON) -m venv $(PLAIN)
	$(PLAIN)/bin/python -m pip install --quiet --disable-pip-version-check .
	$(PLAIN)/bin/onrecord brief examples/ferry/ > /dev/null
	@touch $(PLAIN)/tried

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

evaluate: $(READY)
	$(BIN)/python -m evaluation

benchmark: $(READY)
	$(BIN)/python -m benchmarks

lock:
	uv pip compile pyproject.toml --group dev --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header -o requirements/dev.txt
	uv pip compile pyproject.toml -c requirements/dev.txt --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header -o requirements/run.txt
	uv pip compile requirements/build.in --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header -o requirements/build.txt

clean:
	rm -rf .venv $(PLAIN) $(DEMO) .mypy_cache .ruff_cache .pytest_cache
