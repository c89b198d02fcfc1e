PYTHON ?= python3

.PHONY: setup check

setup: ## an environment in .venv with all that the checks need
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --editable '.[dev]'

check: ## what has to hold before a commit
	PATH="$(CURDIR)/.venv/bin:$$PATH" .ci/check
