# `make demo` grades a few submissions and shows where the reports are; `make test` proves
# the program and its exercises. Both set everything up first: see .ci/setup.

BIN := .venv/bin

.PHONY: demo test setup lint type verify rules bench clean
.NOTPARALLEL:

demo: setup
	@$(BIN)/grader demo

test: lint type verify
	$(BIN)/pytest

setup:
	@.ci/setup

lint: setup
	$(BIN)/ruff check .

type: setup
	$(BIN)/mypy

verify: setup
	$(BIN)/grader verify --repeat 1

rules: setup
	$(BIN)/python -c "from grader.checks.reference import page; print(page('cpp'), end='')" > docs/rules-cpp.md

bench: setup
	$(BIN)/python bench/cpp_grading.py
	$(BIN)/python bench/stages.py
	$(BIN)/python bench/class_speed.py

clean:
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
