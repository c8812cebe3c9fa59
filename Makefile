# The commands of the project, the same at the desk and in CI. Needs make and Python 3.11 or later.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
NOTE := a-hrc-4-60
WORKERS ?= auto
# Extras that .venv holds; ocr stays out, as its programs come from the system.
EXTRAS := arrow dask fast pandas pdf polars serve

.PHONY: help setup demo test lint types layers pytest docs bench lock format clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 16

setup: .venv/.stamp ## Make .venv with the locked packages and ungraph itself

.venv/.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "ungraph needs Python 3.11 or later; set PYTHON=/path/to/python3.11")'
	@echo "setup: installing the locked packages into .venv"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch .venv/.stamp

demo: setup ## Build the example note, check it, ask the seven questions, export it
	@mkdir -p demo-out
	@$(BIN)/ungraph build examples/$(NOTE).txt -o demo-out/$(NOTE).ttl
	@$(BIN)/ungraph validate demo-out/$(NOTE).ttl
	@for query in ontology/competency/*.rq; do \
	  printf '\n'; sed -n 's/^# *//p;1q' "$$query"; \
	  $(BIN)/ungraph query demo-out/$(NOTE).ttl "$$query" --table || exit $$?; \
	done
	@$(BIN)/ungraph export demo-out/$(NOTE).ttl -f jsonld -o demo-out/$(NOTE).jsonld
	@printf '\nWritten: demo-out/$(NOTE).ttl and demo-out/$(NOTE).jsonld\n'

test: lint types layers pytest ## Run every check

lint: setup ## Check style and formatting
	@echo "lint: ruff"
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .

types: setup
	@echo "types: mypy --strict"
	@$(BIN)/mypy

layers: setup
	@echo "layers: import-linter"
	@$(BIN)/lint-imports --no-logo

pytest: setup
	@echo "tests: pytest, doctests, README, documentation, data files, module sizes"
	@$(BIN)/python -m pytest -q -n $(WORKERS)

docs: setup ## Write the generated pages of the reference anew
	@$(BIN)/python docs/reference/build.py

bench: setup ## Measure quality and speed (see benchmarks/README.md)
	@for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python "$$script" || exit $$?; done

format: setup ## Rewrite the code in the project's style
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

lock: ## Choose the package versions anew
	@$(BIN)/uv pip compile pyproject.toml --quiet --upgrade $(addprefix --extra ,$(EXTRAS)) --group dev --universal \
	  --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
	  --custom-compile-command "make lock" -o requirements.lock

clean: ## Remove everything that can be made again
	@rm -rf .venv demo-out build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
