PYTHON ?= python3
BIN = .venv/bin
GROUPED = --dist loadgroup --no-loadscope-reorder

help:            ## Show this list
	@sed -n 's/^\([a-z-]*\): .*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: .venv/ready ## Install what is missing and start the site: web server and mail worker, until Ctrl-C
	@exec $(BIN)/python manage.py serve

test: lint       ## Run the tests: units on SQLite and PostgreSQL, a browser, faults, beside each other
	$(BIN)/python -m tests.chromium
	@$(MAKE) --no-print-directory --jobs --keep-going --output-sync=target units units-on-postgresql browser faults

test-all: lint   ## Run everything before a release: both databases, every page in every look, faults at full length, growth
	$(BIN)/python -m tests.chromium
	WHOLE=1 $(MAKE) --no-print-directory --keep-going units units-on-postgresql browser faults growth

units: .venv/ready-for-tests
	$(BIN)/python -m pytest -n 2 $(GROUPED) tests/unit

units-on-postgresql: .venv/ready-for-tests
	TEST_DATABASE=postgresql $(BIN)/python -m pytest -n 1 tests/unit

browser: .venv/ready-for-tests
	$(BIN)/python -m pytest -n 2 $(GROUPED) tests/browser

faults: .venv/ready-for-tests  # which wait more than they work
	$(BIN)/python -m pytest -n 3 $(GROUPED) tests/faults

calendar: .venv/ready-for-tests ## Run the tests with the clock set to five difficult moments, or to CLOCK="2027-11-05 12:00"
	$(BIN)/python -m tests.clock $(if $(CLOCK),--at "$(CLOCK)") $(MAKE) test

bench: .venv/ready-for-tests ## Measure everything beside the limits of the machine; docs/performance.md tells what
	$(BIN)/python -m tests.chromium shell
	$(BIN)/python -m tests.benchmarks

growth: .venv/ready-for-tests ## Measure whether pages stay quick with 50,000 requests and 10,000 articles
	$(BIN)/python -m tests.benchmarks.growth

guide: .venv/ready-for-tests ## Take the pictures of docs/for-staff.md again
	$(BIN)/python -m tests.chromium
	WHOLE=1 TAKE_PICTURES=1 $(BIN)/python -m pytest tests/browser/test_staff_guide.py

lint: .venv/ready-for-tests ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/ready-for-tests ## Put the code in style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

audit: .venv/ready-for-tests ## Ask PyPI whether a package that is installed has a known hole
	$(BIN)/pip-audit --strict --progress-spinner off -r requirements.txt -r tests/requirements.txt

messages: .venv/ready-for-tests ## Update the message catalogues from code and templates, and compile them
	DJANGO_SETTINGS_MODULE=clinic_site.settings $(BIN)/python -m tests.catalogues

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/ready-for-tests: .venv/ready tests/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

.PHONY: help run test test-all units units-on-postgresql browser faults calendar bench growth guide lint format audit messages
