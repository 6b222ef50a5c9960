"""Deadline night on one machine: three hundred people save, read and submit at once."""
