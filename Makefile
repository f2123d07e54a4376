# `make demo` and `make test` set up .venv by themselves; nothing else is needed than Python >= 3.11 and pip.
PYTHON ?= python3
BIN := .venv/bin
SUITES := cleaning quotes quotations retrieval sourcing entailment summaries answers gate injection

.PHONY: demo test check measure page transcripts

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "secondsource needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

demo: .venv/ready
	$(BIN)/secondsource summarize examples

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# In as many processes as there are processors; `.venv/bin/pytest` alone runs in one.
test: check
	$(BIN)/pytest -n auto --dist worksteal

# Every suite but `speed`, on our own data and offline; fails where a measure is below its floor.
measure: .venv/ready
	$(BIN)/secondsource eval $(SUITES) --floors evals/floors.json --quiet

# docs/evaluation.md, written by the command: DATA is the folder of public sets. Takes an hour.
page: .venv/ready
	$(BIN)/secondsource eval --data $(DATA) --targets evals/targets.json --articles 1000,10000 --format md -o docs/evaluation.md

# What README and docs/chat.md show, run once more. The chat's screens need tmux.
transcripts: .venv/ready
	$(BIN)/python docs/transcripts.py
	$(BIN)/python docs/capture_chat.py
