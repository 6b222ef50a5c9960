# Everything from a fresh machine on. Nothing else need be known.
#
#   make run     the site with its demo programme, at http://127.0.0.1:8000 (PORT=8001 make run for another port)
#   make test    the whole suite; TESTS=tests/entries for a part of it
#   make check   format, lint, types, layers, sizes and the rest
#   make bench   the measurements
#   make bench-rush   deadline night: saves, pages and submissions of 300 people at once, beside the floor
#   make kill-test    ROUNDS=20: kill -9 of web, worker and database in turn under load; nothing may be lost
#   make format  put the sources into the house format
#   make setup   what the others do first: .venv, packages, front end

PYTHON := .venv/bin/python
TESTS ?=
ROUNDS ?= 20

.PHONY: setup run test check bench bench-rush kill-test format

setup:
	@tools/setup/everything

run: setup
	@.venv/bin/plaudit serve --demo

test: setup
	@tools/setup/browser
	@.venv/bin/pytest -n logical --maxprocesses 6 --dist loadfile $(TESTS)

check: setup
	@$(PYTHON) -m tools.check

bench: setup
	@tools/setup/browser
	@$(PYTHON) -m bench

bench-rush: setup
	@$(PYTHON) -m bench.rush

kill-test: setup
	@$(PYTHON) -m bench.kill_test --rounds $(ROUNDS)

format: setup
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format .
