"""Under load, `kill -9` of web, worker and database in turn: what was acknowledged must be there, once."""
