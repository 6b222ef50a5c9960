"""Nobody who follows every link and searches for what they must not know ever meets it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

import pytest
from django.urls import reverse

from plaudit.kit.clock import frozen_at
from tests.crawls.browsing import Answer, Browsers
from tests.crawls.roles import ROLES
from tests.crawls.secrets import READERS, word
from tests.crawls.walking import searches_of, walk
from tests.crawls.world import NOW, World
from tests.factories.results import RELEASE

pytestmark = pytest.mark.django_db
# These offer their search only once there is more to search.
SHORT_LISTS = ("/entries/?find=", "/judging/?q=")
Walks = Callable[[str], dict[str, Answer]]


@pytest.fixture(scope="module")
def walked(world: World, browsers: Browsers) -> Walks:
    """Return a function that gives all that a role comes to at `NOW`; each walks once."""

    @cache
    def pages(role: str) -> dict[str, Answer]:
        with frozen_at(NOW):
            return walk(browsers, role, exports_of(world, role))

    return pages


def exports_of(world: World, role: str) -> list[str]:
    """Return the table that names its judges, which one asks for by a form."""
    if role not in {"director", "judging_desk"}:
        return []
    names = {"edition": world.own.edition.pk, "form": "csv"}
    return [f"{reverse('organiser_scores_export', kwargs=names)}?names=yes"]


def secrets_for(world: World, role: str) -> dict[str, str]:
    """Return the words, by what they are about, that the role must not meet. Foreigners meet none."""
    return {
        about: word(world.own, about) for about, readers in READERS.items() if role not in readers
    }


def met(pages: dict[str, Answer], words: dict[str, str]) -> dict[str, list[str]]:
    """Return where each of the words stands, for those that stand anywhere."""
    found = {
        about: [address for address, answer in pages.items() if answer.says(secret)]
        for about, secret in words.items()
    }
    return {about: addresses[:3] for about, addresses in found.items() if addresses}


@pytest.mark.parametrize("role", ROLES)
def test_nobody_meets_a_secret_before_the_release(role: str, world: World, walked: Walks) -> None:
    pages = walked(role)
    assert met(pages, secrets_for(world, role)) == {}
    theirs = {f"beta {about}": word(world.foreign, about) for about in READERS}
    if not role.startswith("other_"):
        assert met(pages, theirs) == {}


def test_each_secret_is_met_by_those_who_may(world: World, walked: Walks) -> None:
    """So that the crawl can fail: it does find what is there to be found."""
    not_met = {
        (role, about)
        for about, readers in READERS.items()
        for role in readers
        if not met(walked(role), {about: word(world.own, about)})
    }
    assert not not_met, f"never met: {sorted(not_met)}"


@pytest.mark.parametrize("role", ["anonymous", "stranger", "owner", "rival", "judge", "conflicted"])
def test_a_search_for_a_secret_finds_no_more_than_one_for_nothing(
    role: str, world: World, browsers: Browsers, walked: Walks
) -> None:
    nothing = "qznothing"
    searches = {f"{address}{nothing}" for address in SHORT_LISTS}
    for address, answer in walked(role).items():
        searches |= set(searches_of(answer, address, nothing))
    with frozen_at(NOW):
        for search in searches:
            empty = searched(browsers, role, search, nothing)
            for secret in secrets_for(world, role).values():
                found = searched(browsers, role, search.replace(nothing, secret), secret)
                assert found == empty, f"{role} finds something by {secret} at {search}"


def searched(browsers: Browsers, role: str, address: str, text: str) -> str:
    return Answer.of(browsers.of(role).get(address)).text.lower().replace(text, "")


@pytest.mark.parametrize(
    "role", ["anonymous", "stranger", "owner", "rival", "judge", "other_judge"]
)
def test_the_release_names_winners_and_still_no_person(
    role: str, world: World, browsers: Browsers
) -> None:
    """The citation is for all from then on, and comments are for the entry they are about."""
    own = {"owner": {"owncomment", "comment"}, "rival": {"comment"}}.get(role, set())
    words = secrets_for(world, role)
    hidden = {about: words[about] for about in words.keys() - {"citation", "rivals"} - own}
    with frozen_at(RELEASE):
        pages = walk(browsers, role)
    assert met(pages, hidden) == {}
    assert met(pages, {"citation": word(world.own, "citation")})


def test_a_judge_taken_off_an_entry_finds_it_as_gone(world: World, browsers: Browsers) -> None:
    judge, entry = world.own.third_judge, world.own.submitted
    with frozen_at(NOW):
        recused = Browsers({"recused": judge.person})
        pages = walk(recused, "recused")
        address = reverse("judge_entry", args=[entry.assignments.get(judge=judge).pk])
        assert recused.of("recused").get(address).status_code == 404
    assert not any(answer.says("warm street") for answer in pages.values())
    assert any(answer.says("kind street") for answer in pages.values())


def test_a_conflicted_judge_never_meets_the_entry(browsers: Browsers, walked: Walks) -> None:
    with frozen_at(RELEASE - dt.timedelta(seconds=1)):
        later = walk(browsers, "conflicted")
    for pages in (walked("conflicted"), later):
        assert not any(answer.says("warm street") for answer in pages.values())
        assert any(answer.says("kind street") for answer in pages.values())
