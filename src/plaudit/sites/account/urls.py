from __future__ import annotations

from django.urls import path

from plaudit.sites.account.views import (
    account,
    health,
    home,
    kept,
    name,
    passkeys,
    sign_in,
    sign_out,
)

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/code/", sign_in.code, name="sign_in_code"),
    path("sign-in/kept/", kept.sign_in, name="sign_in_kept"),
    path("sign-in/kept/code/", kept.code, name="sign_in_kept_code"),
    path("sign-in/passkey/", passkeys.sign_in, name="sign_in_passkey"),
    path("sign-in/passkey/options/", passkeys.sign_in_options, name="sign_in_passkey_options"),
    path("sign-out/", sign_out.sign_out, name="sign_out"),
    path("home/", home.home, name="home"),
    path("account/", account.account, name="account"),
    path("account/name/", name.name, name="account_name"),
    path("account/confirmation/", sign_in.confirmation, name="account_confirmation"),
    path("account/elsewhere/", sign_out.elsewhere, name="account_elsewhere"),
    path("account/passkeys/", passkeys.add, name="account_passkeys"),
    path("account/passkeys/options/", passkeys.add_options, name="account_passkey_options"),
    path(
        "account/passkeys/<int:passkey>/removal/", passkeys.remove, name="account_passkey_removal"
    ),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
