# All paths are relative to the checkout, so that a folder with spaces in its name works.
ifeq ($(wildcard kg/resources.py),)
$(error run make in the checkout of newskg, or with make -C its-folder)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo test lint format types pytest chromium golden docs lock clean

PYTHON ?=
ARGS ?=
article := data/putin-trump-g20.txt --date 2017-07-08
pip := .venv/bin/python -m pip --disable-pip-version-check -qq
# Only wheels, and only those whose hashes the lock names.
from_lock := $(pip) install --require-hashes --only-binary :all: --no-deps

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

demo: .venv/ready ## read the sample article and draw its graph
	@mkdir -p out
	.venv/bin/kg build $(article) -o out/putin-trump-g20.ttl --html out/putin-trump-g20.html
	@echo
	@echo "The graph: out/putin-trump-g20.ttl"
	@echo "The page:  out/putin-trump-g20.html (open it in a browser)"

test: lint types pytest ## everything that has to pass: format, lint, types, tests

lint: .venv/ready-dev ## check format and style
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .

format: .venv/ready-dev ## format the code and mend what ruff can
	.venv/bin/ruff check --fix-only .
	.venv/bin/ruff format .

types: .venv/ready-dev ## check the types
	.venv/bin/mypy --strict kg

pytest: .venv/ready-dev chromium ## run the tests; make pytest ARGS='-k quotes -x' for some of them
	.venv/bin/pytest $(ARGS)

chromium:
	@sh scripts/chromium.sh

golden: .venv/ready ## rebuild the golden graph of the sample article
	.venv/bin/kg build $(article) -o data/putin-trump-g20.ttl

docs: .venv/ready-dev ## make the page of the ontology, and run the notebooks again
	.venv/bin/python scripts/ontology.py
	.venv/bin/python scripts/notebooks.py

lock: .venv/made ## pin the dependencies again; make lock UPGRADE=1 takes the newest versions
	$(pip) install 'uv>=0.9,<1'
	$(call compile,requirements.lock,)
	$(call compile,requirements-dev.lock,--extra dev --constraints requirements.lock)

# One lock serves every Python and system: uv keeps the differences as markers.
compile = .venv/bin/uv --no-config --quiet pip compile pyproject.toml --group build $(2) --output-file $(1) $(if $(UPGRADE),--upgrade) \
	--universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

clean: ## remove what make has made
	rm -rf .venv out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/made:
	@sh scripts/venv.sh .venv '$(PYTHON)'
	@touch $@

.venv/ready: .venv/made requirements.lock pyproject.toml
	@echo "Installing the locked packages into .venv (once, about a minute) ..."
	@$(from_lock) --requirement requirements.lock
	@$(pip) install --no-deps --no-index --no-build-isolation --editable .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	@echo "Installing the locked development packages into .venv (once) ..."
	@$(from_lock) --requirement requirements-dev.lock
	@touch $@
