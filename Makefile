# Stepdown: `make run` practises, `make test` proves. Both set up everything they need.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SRC    := bot dialogues state_machines

.PHONY: run test check format lock bench clean

run: $(VENV)/run.stamp
	@$(BIN)/python -m bot run

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q

check: $(VENV)/dev.stamp
	@$(BIN)/ruff check $(SRC) tests benchmarks
	@$(BIN)/ruff format --check $(SRC) tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m bot scenarios lint

format: $(VENV)/dev.stamp
	@$(BIN)/ruff check --fix $(SRC) tests benchmarks
	@$(BIN)/ruff format $(SRC) tests benchmarks

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m benchmarks

# Needs uv; writes the hash-locked requirements, which name no index and no host.
LOCK := uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock:
	$(LOCK) --group dev -o requirements/dev.txt
	$(LOCK) -c requirements/dev.txt -o requirements/run.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Stepdown needs Python 3.11 or newer; say which one with: make PYTHON=python3.11")'
	@echo "Setting up (once, about half a minute) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt | $(VENV)/bin/python
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt | $(VENV)/bin/python
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
