# Two commands on a fresh machine: `make demo` runs the main job, `make test` passes the tests.
# Each makes the virtual environment itself, with pinned and hashed versions.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check evaluate clean
.DEFAULT_GOAL := demo

.venv/ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "copydesk needs Python 3.11 or newer: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: .venv/ready  ## brief the demo story that ships in the package
	$(BIN)/copydesk brief --demo

test: .venv/ready  ## all tests
	scripts/test

check: .venv/ready  ## what a reviewer looks at first: ruff, mypy, house tests
	scripts/check

evaluate: .venv/ready  ## every exam whose gold data is there
	scripts/evaluate

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache build dist
