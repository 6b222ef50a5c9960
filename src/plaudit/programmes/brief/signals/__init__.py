"""Small tests on wording and shape; each answers one question about a piece of text."""
