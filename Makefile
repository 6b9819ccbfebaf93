# What a developer does here; `make` prints it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := var/demo.sqlite

.DEFAULT_GOAL := help
.PHONY: help demo test fuzz browser check fix bench schema generate migration clean

help: ## print the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.server ## serve the demo on http://127.0.0.1:8000 and keep its data
	@mkdir -p var
	$(BIN)/schakel serve --demo --database sqlite:///$(DEMO)

test: $(VENV)/.dev ## all tests, on SQLite and PostgreSQL
	$(BIN)/python -m pytest -m "not browser"

fuzz: $(VENV)/.dev ## new questions to engine and reference executor, CASES of them: make fuzz CASES=100000
	SCHAKEL_FUZZ_CASES=$(or $(CASES),10000) $(BIN)/python -m pytest -q tests/engine/test_reference.py -k alike

browser: $(VENV)/.dev ## the tests that need Chromium
	$(BIN)/python -m pytest -m browser

check: $(VENV)/.dev ## format, lint, types, schema and generated code in step
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/schakel schema | diff schema.graphql -
	$(BIN)/python client/tools/generate.py --check

fix: $(VENV)/.dev ## format, and mend what lint can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## speed, against peers, in one run
	$(BIN)/python -m tests.benchmarks

schema: $(VENV)/.dev ## write schema.graphql from the declarations
	$(BIN)/schakel schema --out schema.graphql

generate: $(VENV)/.dev ## write the client's types from schema.graphql
	$(BIN)/python client/tools/generate.py

migration: $(VENV)/.dev ## write the migration that the declarations ask for: make migration NAME=add_offer_photo
	$(BIN)/schakel make-migration $(NAME)

clean: ## remove what make made
	rm -rf $(VENV) var

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"

$(VENV)/.server: $(VENV)/bin/python server/pyproject.toml client/pyproject.toml
	$(BIN)/pip install --quiet -e server -e client
	@touch $@

$(VENV)/.dev: $(VENV)/.server pyproject.toml
	$(BIN)/pip install --quiet --group dev
	@touch $@
