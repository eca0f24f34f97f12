# `make help` lists the targets. The two that a stranger needs: `make run` and `make test`.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
CODE := services shared deploy tests
PYTEST := $(BIN)/pytest $(PYTEST_ARGS)

.DEFAULT_GOAL := help
.PHONY: help setup run demo replay dry-run parity audit-verify simulate classify-dry-run model evaluate check format unit contract integration e2e test coverage bench docs lock clean

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Earshot needs Python 3.11 or newer; set PYTHON=/path/to/it"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv"; exit 1; }
	@echo "Installing what Earshot stands on into $(VENV) (hash-locked; a minute the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

setup: $(READY) ## the virtual environment, from the hash-locked requirements

run: setup ## everything, on this machine, until Ctrl-C (no Docker needed)
	@exec $(BIN)/python -m deploy.local $(ARGS)

demo: setup ## a story on the town square: a lost parcel, forty angry people, one agent
	@exec $(BIN)/python -m deploy.local.demo $(ARGS)

replay: setup ## real posts through ingest: make replay FILE=posts.jsonl [ARGS="--rate 500 --limit 5000"]
	@test -n "$(FILE)" || { echo "make replay FILE=posts.jsonl [ARGS=...]"; exit 2; }
	@exec $(BIN)/python -m deploy.local.replay "$(FILE)" $(ARGS)

dry-run: setup ## what other service levels would change, writing nothing: make dry-run LEVELS=FILE [ARGS="--case ID"]
	@test -n "$(LEVELS)" || { echo "make dry-run LEVELS=FILE [ARGS=...]"; exit 2; }
	@exec $(BIN)/python -m deploy.local.beside services.route.dry_run "$(LEVELS)" $(ARGS)

parity: setup ## do the famous get their first answer sooner? by tenths of followers: make parity [ARGS="--severity high"]
	@exec $(BIN)/python -m deploy.local.beside services.respond.reports.parity $(ARGS)

audit-verify: setup ## is the audit trail as it was written? make audit-verify [ARGS="--head SEQ:HASH"]
	@exec $(BIN)/python -m deploy.local.beside services.respond audit verify $(ARGS)

classify-dry-run: setup ## what other settings would make of the last posts, writing nothing: UNDERSTANDING=FILE [ARGS="--last 2000 --brand ID --json"]
	@test -n "$(UNDERSTANDING)" || { echo "make classify-dry-run UNDERSTANDING=FILE [ARGS=...]"; exit 2; }
	@exec $(BIN)/python -m deploy.local.beside services.classify.dry_run "$(UNDERSTANDING)" $(ARGS)

model: setup ## fit the classifier again from the posts in services/classify/training: same posts, same bytes
	@$(BIN)/python -m services.classify.training $(ARGS)
	@exec $(BIN)/python -m services.classify.training.languages $(ARGS)

evaluate: setup ## how well it understands, in one table: make evaluate [ARGS="--own | --data DIR | --write"]
	@exec $(BIN)/python -m services.classify.evaluation $(ARGS)

check: setup ## format, lint, types, layers, generated documents
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m shared.contracts.document --check

format: setup ## put the code into its form
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

unit: setup ## pure code: seconds, no I/O
	$(PYTEST) tests/unit

contract: setup ## committed examples, schemas, generated documents, compose file
	$(PYTEST) tests/contract

integration: setup ## adapters and stations against a real Kafka and a real MongoDB
	$(PYTEST) tests/integration

e2e: setup ## the story from a mention to the public reply, with processes killed on the way
	$(PYTEST) tests/e2e

test: setup ## all levels
	$(PYTEST) tests

coverage: setup ## branch coverage of services and shared, all levels but e2e (whose processes are not measured)
	$(PYTEST) tests/unit tests/contract tests/integration --cov --cov-report=term-missing:skip-covered

bench: setup ## floors and pipeline in one run, as ratios: make bench [ARGS=--quick]
	@exec $(BIN)/python -m tests.bench $(ARGS)

docs: setup ## write again what is generated: docs/asyncapi.yaml, the README's table of topics, the pictures
	$(BIN)/python -m shared.contracts.document
	$(BIN)/python -m tests.pictures.clock_life
	$(BIN)/python -m tests.simulation

simulate: setup ## a day of 10,000 cases and 100 agents through the real dispatch: docs/pictures/dispatch-waiting-times.svg
	$(BIN)/python -m tests.simulation

lock: setup ## lock the requirements again
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

clean: ## forget the virtual environment and all data of this checkout
	rm -rf $(VENV) .earshot
