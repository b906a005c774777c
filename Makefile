# Two targets are all that a newcomer needs: `make brief` and `make test`. Both make their own virtual environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STORY ?= evals/fixtures/kursk-prisoners
BRIEF_ARGS ?=
PYTEST_ARGS ?= -n auto --dist loadfile
TINY_MODEL ?= smollm2-135m

.PHONY: brief test local lint docs clean

## A briefing of the example story, on this machine, without a key or a model
brief: $(VENV)/.installed
	@$(BIN)/groundwire brief $(STORY) --format md $(BRIEF_ARGS)

## The whole test suite; tests that want a local model are skipped, saying so, until `make local` was run
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest $(PYTEST_ARGS)

## The engine for local models, and the smallest of them (92 MB), which `make test` then runs
local: $(VENV)/.installed-local
	@$(BIN)/groundwire models pull $(TINY_MODEL) || echo "no weights: the tests that want them will be skipped" >&2

## Style, types, and the direction of imports
lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

## Write the generated pages of docs/ again
docs: $(VENV)/.installed-dev
	$(BIN)/python tests/generated_docs.py

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "groundwire needs Python 3.11 or newer, found " + sys.version.split()[0])'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	@echo "installing groundwire into $(VENV) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	@echo "installing groundwire and its tools into $(VENV) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-local: $(VENV)/.installed-dev
	@echo "installing the engine for local models into $(VENV) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,local]'
	@touch $@
