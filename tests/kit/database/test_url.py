from __future__ import annotations

import pytest

from plaudit.kit.database import BadDatabaseUrl, database_settings


def test_a_server_on_the_network() -> None:
    settings = database_settings(
        "postgresql://ann:p%40ss@db.example.org:5433/awards?sslmode=require"
    )
    assert settings == {
        "ENGINE": "plaudit.kit.postgresql",
        "NAME": "awards",
        "USER": "ann",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": "5433",
        "OPTIONS": {
            "sslmode": "require",
            "connect_timeout": 10,
            "server_side_binding": True,
            "prepare_threshold": 5,
        },
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://plaudit@%2Frun%2Fpostgresql/awards",
        "postgres://plaudit@/awards?host=/run/postgresql",
        "postgresql:///awards?host=%2Frun%2Fpostgresql&user=plaudit",
    ],
)
def test_a_socket(url: str) -> None:
    settings = database_settings(url)
    assert (settings["HOST"], settings["USER"], settings["NAME"]) == (
        "/run/postgresql",
        "plaudit",
        "awards",
    )


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("sqlite:///awards.db", "must start with postgresql://"),
        ("postgresql://db.example.org", "names no database"),
        ("postgresql://ann:s3cret@[db/awards", "cannot be read"),
    ],
)
def test_what_cannot_be_used_is_refused_without_repeating_the_password(
    url: str, reason: str
) -> None:
    with pytest.raises(BadDatabaseUrl, match=reason) as refusal:
        database_settings(url)
    assert "s3cret" not in str(refusal.value)
