"""The rows of signing in and of a person's account."""

from __future__ import annotations

from tests.crawls.roles import (
    EVERYBODY,
    NEITHER,
    NOT_THAT_METHOD,
    REFUSED,
    SIGN_IN,
    SIGNED_IN,
    Route,
    everybody,
)

ACCOUNT = [
    Route("healthz", EVERYBODY, NEITHER),
    Route("readyz", EVERYBODY, NEITHER),
    Route("sign_in", everybody(302, anonymous=200), everybody(422)),
    Route("sign_in_code", everybody(302), everybody(302)),
    Route("sign_in_kept", NEITHER, everybody(302)),
    Route("sign_in_kept_code", NEITHER, everybody(302)),
    Route("sign_in_passkey", NEITHER, everybody(302)),
    Route("sign_in_passkey_options", NEITHER, EVERYBODY),
    Route("sign_out", everybody(200, anonymous=302), everybody(302)),
    Route("home", everybody(302), everybody(302)),
    Route("account", SIGNED_IN, everybody(NOT_THAT_METHOD, anonymous=SIGN_IN)),
    Route("account_name", SIGNED_IN, everybody(422, anonymous=SIGN_IN)),
    *(
        Route(name, everybody(NOT_THAT_METHOD, anonymous=SIGN_IN), everybody(status, anonymous=302))
        for name, status in (
            ("account_confirmation", 302),
            ("account_elsewhere", 302),
            ("account_passkeys", REFUSED),
            ("account_passkey_options", REFUSED),
        )
    ),
    Route(
        "account_passkey_removal",
        everybody(NOT_THAT_METHOD, anonymous=SIGN_IN),
        everybody(REFUSED, anonymous=SIGN_IN),
        lambda place: {"passkey": 1},
    ),
]
