"""The live exchange: what scripts on the writing desk send and are sent every few seconds, without Django's request.

Everything under /live/ (except tokens, which are a page). The rules are those of the pages: `entries.rules`.
"""
