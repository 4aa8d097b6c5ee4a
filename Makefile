# `make run` shows what southsouth does; `make test` runs all checks. Both set everything up.
.PHONY: run test lint types unit setup lock ontology snapshot editor audit bench clean help

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STORE ?= store
OUT ?= out
DOCS ?=
SHARED ?= $(or $(SOUTHSOUTH_SHARED),../shared)
SERIES := 58_220 64_222 68_230 70_222 71_318 72_237 73_291 74_239 76_221 78_167 79_236
READ := $(SHARED)/seed/A_RES_60_212.md $(SERIES:%=$(SHARED)/corpus/documents/A_RES_%.txt)
FUND := United Nations Fund for South-South Cooperation

help:
	@echo "make run [DOCS='file folder …']   build the graph and show it"
	@echo "make test                          lint, types, tests"
	@echo "make editor                        bundle the SPARQL editor of 'southsouth serve' (needs npm)"
	@echo "make audit                         ask for known faults of the locked dependencies"
	@echo "make bench                         measure (needs the shared documents)"
	@echo "make lock | ontology | snapshot    renew requirements.lock, verbs.ttl, graph/snapshot"

$(VENV)/run.stamp: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.lock
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

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PYTHONPATH=src $(BIN)/lint-imports

types: setup
	$(BIN)/mypy

unit: setup
	$(BIN)/pytest

lock: setup
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		-o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

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
	else cat .audit.log; exit $$status; fi

bench: setup
	for script in benchmarks/[a-z]*.py; do $(BIN)/python $$script || exit 1; done

clean:
	rm -rf $(VENV) $(STORE) $(OUT)
