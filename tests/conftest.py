"""Fixtures for every test. An area's own lie in the conftest.py of its folder.

The database is started by `plaudit.kit.database.pytest_plugin`.
"""

from hypothesis import settings

pytest_plugins = ["tests.house.fixtures"]

# The same examples in every run, so that a change is refused for what it does. New ones are looked for
# by `pytest --hypothesis-profile=searching`.
settings.register_profile("repeatable", derandomize=True)
settings.register_profile("searching", derandomize=False)
settings.load_profile("repeatable")
