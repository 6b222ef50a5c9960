from __future__ import annotations

from django.urls import URLPattern, path

from plaudit.sites.demo.views import clock, home, judges, mail, session

urlpatterns: list[URLPattern] = [
    path("", home.show_roles, name="demo_home"),
    path("roles/<slug:role>/session/", session.become, name="demo_session"),
    path("clock/", clock.show_clock, name="demo_clock"),
    path("clock/moments/<slug:moment>/", clock.move_to_moment, name="demo_clock_moment"),
    path("clock/instant/", clock.move_to_instant, name="demo_clock_instant"),
    path("clock/real-time/", clock.return_to_now, name="demo_clock_real"),
    path("judges/scores/", judges.score, name="demo_judges"),
    path("mail/", mail.list_mail, name="demo_mail"),
]
