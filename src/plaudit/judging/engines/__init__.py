"""The judging engines: pure functions on plain dataclasses and arrays. No Django, and none imports another."""
