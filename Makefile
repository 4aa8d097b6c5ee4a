# `make run` shows what southsouth does; `make test` runs all checks. Both set everything up.
.PHONY: run test quick lint types unit setup lock pages ontology snapshot changelog editor audit bench clean help

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STORE ?= store
OUT ?= out
DOCS ?=
LOCK := --quiet --strip-extras --allow-unsafe --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host
SHARED ?= $(or $(SOUTHSOUTH_SHARED),../shared)
SERIES := 58_220 64_222 68_230 70_222 71_318 72_237 73_291 74_239 76_221 78_167 79_236
READ := $(SHARED)/seed/A_RES_60_212.md $(SERIES:%=$(SHARED)/corpus/documents/A_RES_%.txt)
# all processors; the tests of a file one after the other, for they share stores and servers
TESTS ?= -n auto --dist loadfile -q
FUND := United Nations Fund for South-South Cooperation

help:
	@echo "make run [DOCS='file folder …']   build the graph and show it"
	@echo "make test                          lint, types, tests, coverage of branches"
	@echo "make quick                         lint, types, the tests that start no server or browser"
	@echo "make editor                        bundle the SPARQL editor of 'southsouth serve' (needs npm)"
	@echo "make audit                         ask for known faults of the locked dependencies"
	@echo "make bench                         measure (needs the shared documents)"
	@echo "make lock | ontology | snapshot    renew the lock files, verbs.ttl, graph/snapshot"
	@echo "make pages | changelog             renew docs/api.md and the tables of floors; CHANGELOG.md"

$(VENV)/run.stamp: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/test.stamp

run: $(VENV)/run.stamp
	@mkdir -p $(OUT)
	$(BIN)/southsouth build $(DOCS) --store $(STORE)
	@echo; echo "Which names has the fund of resolution 50/119 borne, and what renamed it?"
	@$(BIN)/southsouth lineage "$(FUND)" --store $(STORE)
	@echo; echo "What was it called on 1 January 2007?"
	@$(BIN)/southsouth query names-on-date --param day=2007-01-01 --store $(STORE)
	@echo; echo "Which documents does the series reaffirm or recall most often?"
	@$(BIN)/southsouth query most-reaffirmed --param most=5 --store $(STORE)
	@echo; echo "Pages to open in a browser:"
	@$(BIN)/southsouth graph citations --store $(STORE) -o $(OUT)/citations.html
	@$(BIN)/southsouth graph lineage --store $(STORE) -o $(OUT)/lineage.html

test: setup lint types unit

quick: setup lint types
	$(BIN)/pytest $(TESTS) -m "not slow"

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONPATH=src $(BIN)/lint-imports

types: setup
	$(BIN)/mypy

# the coverage of branches is of what runs in the processes of the tests, not in servers they start;
# to measure it takes as long again, so what starts servers is not measured
unit: setup
	$(BIN)/pytest $(TESTS) -m "not slow" --cov --cov-branch --cov-report=term
	$(BIN)/pytest $(TESTS) -m slow

lock: setup
	$(BIN)/pip-compile $(LOCK) -o requirements.lock pyproject.toml
	$(BIN)/pip-compile $(LOCK) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

pages: setup
	$(BIN)/python -m tests.api_page
	$(BIN)/python -m tests.floor_tables

changelog: setup
	$(BIN)/towncrier build --yes

ontology: $(VENV)/run.stamp
	$(BIN)/python -m southsouth.graph.rdf.verbs

snapshot: $(VENV)/run.stamp
	for file in $(READ); do name=$$(basename $$file); \
		$(BIN)/southsouth extract --no-quotes $$file > graph/snapshot/$${name%.*}.trig || exit 1; done

# the SPARQL editor, from npm, into a folder that git does not see; the wheel takes it along
editor:
	cd editor && npm ci && npm run build

# known faults of what requirements.lock names; where the database of advisories is out of reach, it says so
audit: setup
	@$(BIN)/pip-audit -r requirements.lock --no-deps --disable-pip -s osv > .audit.log 2>&1; status=$$?; \
	if grep -q "ConnectionError\|ConnectTimeout\|ServiceError" .audit.log; then \
		echo "not audited: the database of advisories is out of reach"; \
	else cat .audit.log; [ $$status -eq 0 ] && echo "audited: no known faults"; exit $$status; fi

bench: setup
	for script in benchmarks/[a-z]*.py; do PYTHONPATH=. $(BIN)/python $$script || exit 1; done

clean:
	rm -rf $(VENV) $(STORE) $(OUT)
