"""Serving pages (WSGI) and lean answers (RSGI) from one process and port. Knows nothing of what is served."""
