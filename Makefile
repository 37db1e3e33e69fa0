PYTHON ?= python3
BIN = .venv/bin
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)
unexport PYTHONDONTWRITEBYTECODE  # so that dozens of processes need not compile the same modules
LEAVE_TIME = nice  # to the faults, which wait more than they work, and measure how long something takes
WHOLE_FILES = --dist loadfile --no-loadscope-reorder  # whose tests share a site and a browser

help: ## Show this list
	@sed -n 's/^\([a-z-]*\): .*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: .venv/ready ## Install what is missing and start the site: web server and mail worker, until Ctrl-C
	@exec $(BIN)/python manage.py serve

env: .venv/ready ## Write an environment file with new keys for a real site: make env FILE=/etc/clinic/clinic.env
	$(BIN)/python -m clinic_site.environment_file $(or $(FILE),clinic.env)

test: lint ## Run what each commit needs, in eight to nine minutes: units on both databases, a Chromium, faults in short
	$(BIN)/python -m tests.chromium
	@$(MAKE) --no-print-directory --jobs=3 --keep-going --output-sync=target browser units faults units-on-postgresql

test-all: lint ## Run everything before a release: four browsers, every page in every look, faults at full length, growth
	WHOLE=1 $(BIN)/python -m tests.chromium
	WHOLE=1 $(BIN)/python -m tests.other_browsers
	WHOLE=1 $(MAKE) --no-print-directory --keep-going units units-on-postgresql browser faults growth

units: .venv/ready-for-tests
	$(LEAVE_TIME) $(BIN)/python -m pytest -n 2 tests/unit

units-on-postgresql: .venv/ready-for-tests
	TEST_DATABASE=postgresql $(LEAVE_TIME) $(BIN)/python -m pytest -n 2 tests/unit

browser: .venv/ready-for-tests
	$(LEAVE_TIME) $(BIN)/python -m pytest -n 2 $(WHOLE_FILES) tests/browser

faults: .venv/ready-for-tests
	$(BIN)/python -m pytest -n 3 $(WHOLE_FILES) tests/faults

calendar: .venv/ready-for-tests ## Run the tests with the clock set to five difficult moments, or to CLOCK="2027-11-05 12:00"
	$(BIN)/python -m tests.clock $(if $(CLOCK),--at "$(CLOCK)") $(MAKE) test

bench: .venv/ready-for-tests ## Run all benchmarks; docs/performance.md explains them
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.benchmarks

growth: .venv/ready-for-tests ## Measure whether pages stay quick with 50,000 requests and 10,000 articles
	$(BIN)/python -m tests.benchmarks.growth

guide: .venv/ready-for-tests ## Take the pictures of docs/for-staff.md again
	WHOLE=1 $(BIN)/python -m tests.chromium
	WHOLE=1 TAKE_PICTURES=1 $(BIN)/python -m pytest tests/browser/test_staff_guide.py

lint: .venv/ready-for-tests ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	DATA_DIR=.mypy_cache $(BIN)/mypy

format: .venv/ready-for-tests ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

audit: .venv/ready-for-tests ## Look for known vulnerabilities in the locked packages (asks PyPI)
	$(BIN)/pip-audit --strict --progress-spinner off --disable-pip --require-hashes -r requirements.lock -r tests/requirements.lock

lock: .venv/ready-for-tests ## Lock every package with its hashes, after a change of requirements.txt; UPGRADE=1 updates indirect ones
	$(LOCK) requirements.txt --output-file requirements.lock
	$(LOCK) tests/requirements.txt --constraint requirements.lock --output-file tests/requirements.lock

messages: .venv/ready-for-tests ## Update the message catalogues from code and templates and compile them
	DJANGO_SETTINGS_MODULE=clinic_site.settings $(BIN)/python -m tests.catalogues

.venv/ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv
	$(INSTALL) -r requirements.lock
	@touch $@

.venv/ready-for-tests: .venv/ready tests/requirements.lock
	$(INSTALL) -r tests/requirements.lock
	@touch $@

.PHONY: help run env test test-all units units-on-postgresql browser faults calendar bench growth guide lint format audit lock messages
