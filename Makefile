# Few verbs; continuous integration calls the same ones. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help run test check fix messages proof bench restore docs lock prepare prepare-dev
MAKEFLAGS += --no-print-directory

# The first Python of 3.11 or later on this machine; PYTHON=/path/to/python chooses another.
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11 python3.14; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$candidate" && break; done)
VENV_PYTHON := .venv/bin/python
PLACE ?= milton-keynes
export PLACE
# Images for containers often set it: then each of the many programs of a place or a test run would compile all of its
# modules anew, two seconds each. What is compiled lies beside the sources and is never committed.
unexport PYTHONDONTWRITEBYTECODE

help: ## Show these verbs
	@grep -hE '^[a-z-]+:.*## ' Makefile | sort | awk -F ':.*## ' '{ printf "  make %-9s %s\n", $$1, $$2 }'
	@echo "  Settings: PORT=8123, PLACE=coventry, DATABASE_URL=postgres://…, ONLY=F01,F14 (proof) or ONLY=courses,finding (bench), BESIDE=commit (bench)"

run: prepare ## Start Kith with its demonstration place (sets everything up first)
	@exec $(VENV_PYTHON) -m kith.config.cli up

# While the front end is built and a browser fetched, the checks make use of the other processor: they need neither.
test: prepare-packages ## Check everything and run every test, real PostgreSQL and Chromium included
	@$(MAKE) -j3 --output-sync=target prepare-browser $(CHECKS)
	@exec $(VENV_PYTHON) -m pytest -n 2

check: prepare-dev check-prepared ## Style, imports, types, migrations, templates; never writes

fix: prepare-dev ## Format and mend what can be mended by machine
	$(VENV_PYTHON) -m ruff check --fix .
	$(VENV_PYTHON) -m ruff format .

messages: prepare-dev ## Bring the translators' catalogues up to date with the source
	@$(VENV_PYTHON) -m kith.platform.i18n

proof: prepare-dev ## Run the promises built so far; writes proof/results.json (ONLY=F01,F14 chooses)
	@exec $(VENV_PYTHON) -m proof

bench: prepare-browser ## Measure pages and bookings; writes bench/results.json (ONLY=courses,finding chooses)
	@exec $(VENV_PYTHON) -m bench

restore: prepare ## Back up, restore into an empty server, compare every table, ask the application
	@exec $(VENV_PYTHON) -m proof.restore

docs: prepare-browser ## Check the links of docs/ and make its screenshots
	@exec $(VENV_PYTHON) -m proof.docs

lock: prepare-dev ## Resolve the dependencies anew and lock them with their hashes
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	$(COMPILE) --group pyproject.toml:node -o requirements/node.txt
	.venv/bin/uv --version | awk '{ print "uv==" $$2 }' | $(COMPILE) - -o requirements/bootstrap.txt

COMPILE = .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

# One after the other they keep one processor waiting; the longest (types) comes first.
CHECKS = check-types check-style check-imports check-migrations check-templates check-figures
.PHONY: check-prepared prepare-packages prepare-browser python $(CHECKS)
check-prepared:
	@$(MAKE) -j2 --output-sync=target $(CHECKS)
check-types:
	@echo "Types:"      && $(VENV_PYTHON) -m mypy
check-style:
	@echo "Style:"      && $(VENV_PYTHON) -m ruff check . && $(VENV_PYTHON) -m ruff format --check .
check-imports:
	@echo "Imports:"    && $(VENV_PYTHON) scripts/import_contracts.py
check-migrations:
	@echo "Migrations:" && $(MANAGE) makemigrations --check --dry-run --skip-checks --settings testing.settings
	@$(VENV_PYTHON) -W ignore -m proof.migrations
check-templates:
	@echo "Templates:"  && .venv/bin/djlint kith --extension jinja --profile jinja --lint
check-figures:
	@echo "Figures:"    && $(VENV_PYTHON) scripts/figures_of_the_house.py

MANAGE = $(VENV_PYTHON) -W ignore -m django

prepare: python
	@"$(PYTHON)" scripts/prepare.py run
prepare-packages: python
	@"$(PYTHON)" scripts/prepare.py packages
prepare-dev: python
	@"$(PYTHON)" scripts/prepare.py dev
prepare-browser: python
	@"$(PYTHON)" scripts/prepare.py browser

python:
	@test -n "$(PYTHON)" || { echo "Kith needs Python 3.11 or later. Install it (Debian 12: apt install python3), or say where it is: make run PYTHON=/path/to/python3.12"; exit 1; }
