# What a person types. Needs git, make and Python 3.11 or later; everything else is put into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CODE := quizgen tests benchmarks app.py

.DEFAULT_GOAL := help
.PHONY: help install run test check bench bench-load faults lock

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

install: $(STAMP) ## put the locked dependencies and quizgen into .venv

# Runs again only when the lock or pyproject.toml has changed.
$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "quizgen needs Python 3.11 or later; $(PYTHON) is" "$$($(PYTHON) --version 2>&1 || echo missing)." \
	            "Name another one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; \
	       exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

run: $(STAMP) ## serve a demo: prints an address and sign-ins
	$(BIN)/quizgen demo

test: $(STAMP) ## run every test, browser journeys included
	$(BIN)/python -m pytest

check: $(STAMP) ## lint, format, types, the law of directions, dependencies
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

bench: $(STAMP) ## measure: coverage, yields, cues, speed, memory (TEXTS="file folder" for other texts)
	$(BIN)/python -m benchmarks $(TEXTS)

bench-load: $(STAMP) ## measure: 50 students at once and a surge of 100, on both databases (two minutes)
	$(BIN)/python -m benchmarks.load

faults: $(STAMP) ## kill, cut, fill and replay while students sit a quiz, on both databases (five minutes; SECONDS=20)
	$(BIN)/python -m benchmarks.faults --seconds $(or $(SECONDS),120)

lock: ## make the hashed locks anew (needs uv: pip install uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --upgrade --quiet --output-file requirements/main.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --constraint requirements/main.txt --quiet --output-file requirements/dev.txt
