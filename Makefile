PYTHON ?= python3

.PHONY: setup check audit

setup: ## an environment in .venv with all that the checks need
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --editable '.[dev]'

check: ## what has to hold before a commit
	PATH="$(CURDIR)/.venv/bin:$$PATH" .ci/check

audit: ## known vulnerabilities in what is installed, where PyPI's database can be reached
	PATH="$(CURDIR)/.venv/bin:$$PATH" .ci/audit
