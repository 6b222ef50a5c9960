"""The floor to compare with: a bare Django read, and the database's bare commit."""

from __future__ import annotations

import threading
import time

import psycopg


def bare_commit(url: str, *, clients: int, seconds: float) -> float:
    """Return UPDATEs of 2.5 kB, each with its own COMMIT, a second."""
    text = "word " * 500
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS bench_floor")
        connection.execute("CREATE TABLE bench_floor (id int PRIMARY KEY, text text)")
        for number in range(clients):
            connection.execute("INSERT INTO bench_floor VALUES (%s, %s)", (number, text))
    counts = [0] * clients
    ends_at = time.perf_counter() + seconds

    def commit(number: int) -> None:
        with psycopg.connect(url, autocommit=True) as connection:
            while time.perf_counter() < ends_at:
                parameters = (f"{counts[number]} {text}", number)
                connection.execute("UPDATE bench_floor SET text = %s WHERE id = %s", parameters)
                counts[number] += 1

    threads = [threading.Thread(target=commit, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE bench_floor")
    return sum(counts) / seconds
