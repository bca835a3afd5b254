"""The demonstration: invented, believable, the same for the same seed."""

import hashlib
import re

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from kith.demonstration.build import NotEmpty, build, uuid_source
from kith.demonstration.draws import draw, first_birth, usual_count
from kith.families.queries.cards import family_cards
from kith.feeding.queries.due import due_feeding
from kith.insight.queries.desk import live_numbers
from kith.insight.queries.released import our_numbers
from kith.insight.rules.figures import State
from kith.kernel import clock, ids, phone
from kith.kernel.quarter import Quarter
from kith.organisations.queries.people import viewer_for
from kith.places.facts import coventry, milton_keynes
from kith.platform.access.viewer import ANONYMOUS, ViewerKind, system_actor, viewer_of_account
from kith.platform.sign_in.models import Account
from kith.whats_on.queries.sessions import find_sessions

ROLES = (
    "parent", "health-visitor", "midwife", "outreach-worker", "peer-supporter", "coordinator", "feeding-lead",
    "alliance-chair", "parent-rep", "analyst", "admin", "place-admin",
)  # fmt: skip
TABLES = (
    "families_family", "families_parent", "families_pregnancy", "families_baby", "families_address",
    "families_consent", "feeding_feedingstatus",
)  # fmt: skip


def quiet(words):
    """Say nothing."""


def checksum() -> str:
    """One number for everything that is written of the families, but for the counters of this database."""
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(
                f"SELECT to_jsonb(t) - '{{organisation_id,membership_id,account_id}}'::text[] "
                f"- (CASE WHEN jsonb_typeof(to_jsonb(t) -> 'id') = 'number' THEN 'id' ELSE '' END) FROM {table} t"
            )
            found.update("\n".join(sorted(str(row) for row in cursor.fetchall())).encode())
    return found.hexdigest()


def test_every_role_can_sign_in(demonstration):
    for role in ROLES:
        viewer = viewer_of_account(Account.objects.get(email=f"{role}@demo.kith.invalid"))
        assert viewer.kind is (ViewerKind.PARENT if role == "parent" else ViewerKind.STAFF)
        assert viewer.role == role


def test_the_health_visitor_has_a_caseload_with_something_due_today(demonstration):
    viewer = viewer_for(Account.objects.get(email="health-visitor@demo.kith.invalid"))
    rows = due_feeding(viewer).rows
    assert 3 <= len(rows) <= 15
    assert "Maya Fairley" in str(family_cards(viewer, {row.family_id for row in rows}))


@pytest.mark.thorough  # twice what no number of families makes cheaper; what is drawn is asked below
def test_the_same_seed_gives_the_same_families(db):
    sums = [_built_and_undone() for _ in range(2)]
    assert sums[0] == sums[1]


def _built_and_undone():
    with transaction.atomic():
        build(families_wanted=60, seed=7, say=quiet)
        found = checksum()
        transaction.set_rollback(True)
    return found


def test_another_seed_gives_other_families():
    today = clock.today()
    drawn = [draw(np.random.default_rng(seed), milton_keynes.FACTS, 60, today) for seed in (7, 8, 7)]
    births = [list(each.birth) for each in drawn]
    assert births[0] == births[2] != births[1]


def test_a_place_that_is_not_empty_is_left_alone(demonstration):
    with pytest.raises(NotEmpty):
        build(families_wanted=10, seed=7, say=quiet)
    with pytest.raises(CommandError, match="Nothing was built"):
        call_command("demo", "build", families=10)
    call_command("demo", "build", if_empty=True)


def test_another_place_is_refused_with_words(db):
    with pytest.raises(CommandError, match="start with PLACE=coventry"):
        call_command("demo", "build", place="coventry")


def test_everybody_is_clearly_invented(demonstration):
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, email FROM families_parent")
        rows = cursor.fetchall()
        cursor.execute("SELECT postcode FROM families_address UNION SELECT postcode FROM directory_venue")
        postcodes = [row[0] for row in cursor.fetchall()]
    assert all(not number or re.fullmatch(r"\+447700900\d{3}", phone.parse(number)) for number, _ in rows)
    assert all(not email or email.endswith(".invalid") for _, email in rows)
    assert all(re.search(r" \d[CIKMOV]{2}$", postcode) for postcode in postcodes)


@pytest.mark.thorough
def test_feeding_follows_the_published_shape(db):
    build(families_wanted=2500, seed=3, say=quiet)
    live = live_numbers(system_actor("test")).feeding.figures
    figures = [figure for figure in live if figure.state is State.PUBLISHED]
    assert len(figures) == 7
    assert our_numbers(ANONYMOUS).feeding.figures == live[: len(live) - 2]  # the newest waits, and one is not over
    fed, due = sum(figure.fed for figure in figures), sum(figure.due for figure in figures)
    first, last = milton_keynes.FACTS.feeding_from_to
    assert fed / due == pytest.approx((first + last) / 2, abs=0.04)
    unknown = sum(figure.unknown or 0 for figure in figures)
    assert 0.015 < unknown / due < 0.05


def test_there_are_sessions_to_book_in_the_evening_at_the_weekend_online_and_in_romanian(demonstration):
    found = find_sessions(ANONYMOUS, lang="en")
    assert any(session.online for session in found)
    assert any(session.language == "ro" for session in found)
    assert any(clock.local(session.starts_at).hour >= 18 for session in found)
    saturday = [session for session in found if session.code == "saturday-course"]
    assert {clock.local(session.starts_at).weekday() for session in saturday} == {5}
    assert all(session.places_left >= 2 for session in saturday)


@pytest.mark.parametrize("facts", [milton_keynes.FACTS, coventry.FACTS], ids=["milton-keynes", "coventry"])
def test_either_place_has_its_own_number_of_births(facts):
    today = clock.today()
    assert Quarter.of(first_birth(today)) < Quarter.of(today)
    drawn = draw(np.random.default_rng(1), facts, usual_count(facts, today), today)
    born = int((drawn.birth <= 0).sum())
    years = (today - first_birth(today)).days / 365.25
    assert born / years == pytest.approx(facts.births_a_year, rel=0.03)


def test_identities_come_from_the_seed():
    def some(seed):
        source = uuid_source(np.random.default_rng(seed))
        with ids.use_source(source):
            return [ids.new_uuid() for _ in range(2000)]

    assert some(1) == some(1)
    assert len(set(some(1))) == 2000
    assert {each.version for each in some(2)} == {4}
