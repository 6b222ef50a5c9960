"""The form of an entry as a Word file: written out, read back, and its parts placed."""
