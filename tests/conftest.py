"""Fixtures for every test. An area's own lie in the conftest.py of its folder.

The database is started by `plaudit.kit.database.pytest_plugin`.
"""

pytest_plugins = ["tests.house.fixtures"]
