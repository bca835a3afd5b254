"""Releasing a quarter at the desk, and what the public sees of the record: only what was released."""

import hashlib
import json
from functools import partial

import pytest
from django.core.cache import caches
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from kith.families.queries.page import family_page
from kith.feeding.actions.statuses import record_feeding
from kith.feeding.rules.statuses import Feeding, Milestone
from kith.insight import actions
from kith.insight.actions import Said, release_quarter
from kith.insight.models import Release, ReleaseQuerySet
from kith.insight.queries.desk import live_numbers, preview, quarters_to_release
from kith.insight.queries.released import our_numbers, releases
from kith.insight.rules.figures import State
from kith.insight.tests.world import born, release
from kith.kernel import clock
from kith.kernel.quarter import Quarter
from kith.kernel.refusal import Refusal
from kith.organisations.rules import Role
from kith.platform import freshness
from kith.platform.access import Forbidden
from kith.platform.access.viewer import ANONYMOUS, system_actor
from kith.platform.freshness import Topic
from kith.platform.ui.refusals import refusal_words
from testing.people import KITH, a_family, account_of, at_the_same_moment, look_together, worker

FED = [Feeding.TOTALLY, Feeding.NOT_AT_ALL]
PUBLIC = ("/en/our-numbers/", "/en/our-numbers/?of=known", "/en/our-numbers/feeding.csv", "/en/our-numbers/releases/")


@pytest.fixture(autouse=True)
def no_page_kept():
    caches["pages"].clear()


@pytest.fixture(autouse=True)
def second_factor_shown(monkeypatch):
    monkeypatch.setattr("kith.platform.second_factor.is_shown", lambda _request: True)


@pytest.fixture
def over():
    """The newest quarter that is over."""
    return Quarter.of(clock.today()).previous()


@pytest.fixture
def analyst(db):
    return worker(Role.ANALYST)


@pytest.fixture
def released(analyst, over):
    born(over.first_day, 100, FED)
    release(analyst, over)
    return over


def what_is_public(client):
    """Every public page and file of the numbers, made anew."""
    caches["pages"].clear()
    rows = Release.objects.in_order()
    files = [f"/en/our-numbers/releases/{row.year}-{row.number}-{row.edition}.json" for row in rows]
    answers = [client.get(address) for address in (*PUBLIC, *files)]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.content for answer in answers]


def test_one_record_more_moves_the_desk_and_leaves_everything_public_byte_equal(
    client, released, analyst, django_capture_on_commit_callbacks
):
    nurse = worker()
    born(Quarter.of(clock.today()).first_day, 100, FED)
    before, live, stamp = what_is_public(client), live_counts(analyst), freshness.stamp(Topic.NUMBERS)
    with django_capture_on_commit_callbacks(execute=True):
        family_id = a_family(*nurse.organisation_ids)
        record_feeding(
            by=nurse,
            baby_id=family_page(KITH, family_id).babies[0].id,
            milestone=Milestone.WEEKS_6_8,
            status=Feeding.TOTALLY,
            asked_on=clock.today(),
        )
        born(released.first_day, 1, [Feeding.TOTALLY])
    assert what_is_public(client) == before
    assert freshness.stamp(Topic.NUMBERS) == stamp
    assert live == [(50, 100), (50, 100)]
    assert live_counts(analyst) == [(51, 101), (51, 101)]  # the control


def live_counts(viewer):
    return [(figure.fed, figure.due) for figure in live_numbers(viewer).feeding.figures]


def test_a_release_makes_the_public_pages_new(analyst, over, django_capture_on_commit_callbacks):
    born(over.first_day, 100, FED)
    before = freshness.stamp(Topic.NUMBERS)
    with django_capture_on_commit_callbacks(execute=True):
        release(analyst, over)
    assert freshness.stamp(Topic.NUMBERS) != before


def test_a_correction_is_another_release_and_the_first_stays_readable(client, released, analyst):
    born(released.last_day, 20, FED)
    release(analyst, released, note="With the babies of the second clinic.", reason="Twenty babies came late.")
    newest, first = releases(ANONYMOUS)
    assert (newest.edition, newest.corrected_by, first.corrected_by.edition) == (2, None, 2)
    assert [figure.due for figure in our_numbers(ANONYMOUS).feeding.figures] == [120]
    page = " ".join(client.get("/en/our-numbers/releases/").content.decode().split())
    assert "Twenty babies came late." in page
    assert "60 of the 120 babies due" in page
    assert "50 of the 100 babies due" in page
    assert page.count("by release 2 on") == 1
    assert "corrected (release 2)" in client.get("/en/our-numbers/").content.decode()
    old = client.get(f"/en/our-numbers/releases/{released.year}-{released.number}-1.json")
    assert hashlib.sha256(old.content).hexdigest() == first.digest
    assert json.loads(old.content)["due"] == 100
    assert client.get(f"/en/our-numbers/releases/{released.year}-{released.number}-3.json").status_code == 404


@pytest.mark.parametrize("count", [0, 1, 7])
def test_a_correction_by_a_few_is_refused(released, analyst, count):
    born(released.last_day, count, FED)
    with pytest.raises(Refusal, match="nothing_to_correct"):
        release(analyst, released)
    assert Release.objects.count() == 1


def test_what_one_release_hid_stays_hidden(analyst, over):
    born(over.first_day, 100, [Feeding.NOT_AT_ALL] * 33 + [Feeding.TOTALLY])
    release(analyst, over)
    born(over.last_day, 100, FED)
    assert preview(analyst, year=over.year, number=over.number).fresh.state is State.PUBLISHED
    with pytest.raises(Refusal, match="nothing_to_correct"):
        release(analyst, over)


def test_only_what_was_looked_at_is_released(analyst, over):
    born(over.first_day, 100, FED)
    seen = preview(analyst, year=over.year, number=over.number).seen
    born(over.first_day, 1, FED)
    with pytest.raises(Refusal, match="numbers_moved"):
        release_quarter(by=analyst, quarter=over, edition=1, seen=seen, said=Said("Checked.", "en"))


def test_a_release_that_is_sent_twice_is_one(analyst, over):
    born(over.first_day, 100, FED)
    seen = preview(analyst, year=over.year, number=over.number).seen
    once, again = (
        release_quarter(by=analyst, quarter=over, edition=1, seen=seen, said=Said("Checked.", "en")) for _ in "12"
    )
    assert once == again
    with pytest.raises(Refusal, match="quarter_released_meanwhile"):
        release_quarter(by=analyst, quarter=over, edition=1, seen=seen, said=Said("Other words.", "en"))


def test_a_quarter_that_is_not_over_or_without_babies_is_refused_in_words(analyst, over):
    for quarter, words in ((over.next(), "not over"), (over.previous(), "No baby was due")):
        draft = preview(analyst, year=quarter.year, number=quarter.number)
        with pytest.raises(Refusal) as refused:
            release(analyst, quarter)
        assert words in refusal_words(refused.value)
        assert (draft.figure, draft.text) == (None, "")


def test_words_that_promote_a_product_are_not_published(analyst, over):
    born(over.first_day, 100, FED)
    with pytest.raises(Refusal, match="against_the_code"):
        release(analyst, over, note="Sponsored by Aptamil")


def test_who_may_not_release_or_see_is_refused(db, over):
    for by in (worker(Role.HEALTH_VISITOR), worker(Role.ALLIANCE_CHAIR), ANONYMOUS):
        with pytest.raises(Forbidden):
            preview(by, year=over.year, number=over.number)
        with pytest.raises(Forbidden):
            quarters_to_release(by)
        with pytest.raises(Forbidden):
            release_quarter(by=by, quarter=over, edition=1, seen="", said=Said("Checked.", "en"))
    with pytest.raises(Forbidden):  # Kith itself answers for no numbers
        release_quarter(by=system_actor("test"), quarter=over, edition=1, seen="", said=Said("Checked.", "en"))
    with pytest.raises(Forbidden):
        live_numbers(worker(Role.HEALTH_VISITOR))
    assert live_numbers(worker(Role.ALLIANCE_CHAIR))


def test_the_analyst_looks_releases_and_reads_it_on_the_public_page(client, analyst, over):
    born(over.first_day, 100, FED)
    client.force_login(account_of(analyst))
    address = reverse("release-quarter", kwargs={"year": over.year, "number": over.number})
    assert over.label in client.get(reverse("release-desk")).content.decode()
    page = client.get(address).content.decode()
    assert "50 of the 100 babies due" in page
    assert "Feeding is known for at least 95% of babies due." in page
    seen = preview(analyst, year=over.year, number=over.number).seen
    assert client.post(address, {"edition": 1, "seen": seen, "note": ""}).status_code == 422
    answer = client.post(address, {"edition": 1, "seen": seen, "note": "Checked by two."})
    assert answer.headers["Location"] == reverse("release-desk") + "?done=released"
    assert "The quarter is released" in client.get(answer.headers["Location"]).content.decode()
    assert "Checked by two." in client.get("/en/our-numbers/").content.decode()
    assert "Nothing has changed since the last release" in client.get(address).content.decode()
    late = client.post(address, {"edition": 1, "seen": seen, "note": "Other words.", "reason": "None."})
    assert (late.status_code, "Somebody has released this quarter" in late.content.decode()) == (422, True)


def test_the_desk_sees_a_correction_beside_the_last_release(client, analyst, released):
    born(released.last_day, 20, FED)
    client.force_login(account_of(analyst))
    address = reverse("release-quarter", kwargs={"year": released.year, "number": released.number})
    page = client.get(address).content.decode()
    assert "+20" in page
    assert "Why is the last release corrected?" in page
    seen = preview(analyst, year=released.year, number=released.number).seen
    assert client.post(address, {"edition": 2, "seen": seen, "note": "More babies."}).status_code == 422


def test_the_live_page_says_that_it_is_not_for_publication(client, analyst, released):
    client.force_login(account_of(analyst))
    page = client.get(reverse("live-numbers")).content.decode()
    assert "Live, not for publication" in page
    assert "50 of the 100 babies due" in page


@pytest.mark.parametrize("path", ["1999/1", "2101/1", "2025/0", "2025/5", "99999999999/1"])
def test_there_is_no_such_quarter(client, analyst, path):
    client.force_login(account_of(analyst))
    assert client.get(f"/desk/numbers/releases/{path}/").status_code == 404


@pytest.mark.parametrize("path", ["99999999999-1-1", "2025-99999999999-1", "2025-1-99999999999"])
def test_there_is_no_such_release(client, db, path):
    assert client.get(f"/en/our-numbers/releases/{path}.json").status_code == 404


def test_what_was_released_can_neither_be_changed_nor_deleted(released):
    row = Release.objects.get()
    for change in (lambda: Release.objects.update(note="Other"), row.delete):
        with pytest.raises(ProgrammingError, match="keeps what was written"), transaction.atomic():
            change()


def test_the_database_holds_a_release_to_its_digest(released):
    row = Release.objects.get()
    row.pk, row.number, row.frozen = None, row.number % 4 + 1, row.frozen.replace("100", "101")
    with pytest.raises(IntegrityError, match="release_is_what_was_frozen"), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_two_who_release_a_quarter_at_once_make_one_release(over):
    assert sorted(map(str, at_the_same_moment(*two_release(over)))) == ["Refusal", "released"]
    assert Release.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_the_database_would_have_to_refuse_one_with_an_error(over, monkeypatch):
    monkeypatch.setattr(ReleaseQuerySet, "locked", ReleaseQuerySet.in_order)
    monkeypatch.setattr(actions, "draft_of", look_together(2, actions.draft_of))
    assert sorted(map(str, at_the_same_moment(*two_release(over)))) == ["IntegrityError", "released"]


def two_release(over):
    born(over.first_day, 100, FED)
    people = (worker(Role.ANALYST), worker(Role.FEEDING_LEAD))
    seen = preview(people[0], year=over.year, number=over.number).seen

    def one(by):
        release_quarter(by=by, quarter=over, edition=1, seen=seen, said=Said(f"Checked by: {by.role}", "en"))
        return "released"

    return [partial(one, by) for by in people]
