PYTHON ?= python3
BIN = .venv/bin

help:            ## Show this list
	@sed -n 's/^\([a-z-]*\): .*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

run: .venv/ready ## Install what is missing and start the site: web server and mail worker, until Ctrl-C
	@exec $(BIN)/python manage.py serve

test: lint       ## Run every test: on SQLite, on PostgreSQL, in a browser
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest -n 2 tests/unit
	TEST_DATABASE=postgresql $(BIN)/python -m pytest -n 2 tests/unit
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/browser
	$(BIN)/python -m pytest -n 3 --dist loadfile tests/faults  # which wait more than they work

faults: .venv/ready-for-tests ## Break everything on purpose, at full length, and print what became of the requests
	WHOLE_FAULTS=1 $(BIN)/python -m pytest -s tests/faults

axe: .venv/ready-for-tests ## Let axe-core look at every page in every language, width and color scheme
	$(BIN)/python -m tests.chromium
	WHOLE_MATRIX=1 $(BIN)/python -m pytest -n 2 tests/browser/test_accessibility.py

journeys: .venv/ready-for-tests ## Walk every journey in the browser on both databases, with axe's whole matrix
	$(BIN)/python -m tests.chromium
	WHOLE_MATRIX=1 $(BIN)/python -m pytest -n 2 --dist loadfile tests/browser

bench: .venv/ready-for-tests ## Measure everything beside the limits of the machine; docs/performance.md tells what
	$(BIN)/python -m tests.chromium shell
	$(BIN)/python -m tests.benchmarks

growth: .venv/ready-for-tests ## Measure whether pages stay quick with 50,000 requests and 10,000 articles
	$(BIN)/python -m tests.benchmarks.growth

guide: .venv/ready-for-tests ## Take the pictures of docs/for-staff.md again
	$(BIN)/python -m tests.chromium
	TAKE_PICTURES=1 $(BIN)/python -m pytest tests/browser/test_staff_guide.py

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

.PHONY: help run test faults axe journeys bench growth guide lint format audit messages
