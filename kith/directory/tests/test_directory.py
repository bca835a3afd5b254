from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from kith.directory.actions.offering import withdraw_service
from kith.directory.actions.upkeep import confirm_service
from kith.directory.models.listings import Service
from kith.directory.queries.search import Sought, service_cards, services_by_id, services_sought
from kith.directory.rules.codes import BabyAge, Feature, Way
from kith.directory.rules.listing import HIDDEN_AFTER, REVIEW_EVERY, is_confirmed, review_due_on
from kith.directory.rules.needs import Need
from kith.directory.rules.place import kilometres_between
from kith.directory.rules.search_words import needs_meant_by
from kith.directory.rules.vocabulary import SPOKEN_FOR
from kith.directory.tests.listings import BUILDER, a_service, an_organisation, services_found
from kith.directory.words import FEATURE_WORDS, NEED_WORDS, WAY_WORDS
from kith.kernel.folding import folded, words_of
from kith.kernel.ids import OrganisationId
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Viewer, ViewerKind

LONS, LATS = st.floats(-180, 180), st.floats(-90, 90)


def editor(organisation_id: int) -> Viewer:
    return Viewer(
        kind=ViewerKind.STAFF,
        account_id=1,
        organisation_ids=frozenset({OrganisationId(organisation_id)}),
        permissions=frozenset({Permission.MANAGE_DIRECTORY}),
    )


@pytest.mark.parametrize(
    ("typed", "need"),
    [
        ("doare", Need.IT_HURTS),
        ("MĂ DOARE!", Need.IT_HURTS),
        ("ألم", Need.IT_HURTS),
        ("الألم", Need.IT_HURTS),
        ("sore nipples", Need.IT_HURTS),
        ("lapte", Need.NOT_ENOUGH_MILK),
        ("لَبَن", Need.NOT_ENOUGH_MILK),
        ("pumps", Need.EXPRESSING),
        ("insarcinata", Need.BEFORE_THE_BIRTH),
        ("حامل", Need.BEFORE_THE_BIRTH),
        ("patut", Need.SAFER_SLEEP),
        ("I feel so lonely", Need.SOMEONE_TO_TALK_TO),
        ("not enough milk", Need.NOT_ENOUGH_MILK),
        ("nu am lapte", Need.NOT_ENOUGH_MILK),
        ("دودھ کم", Need.NOT_ENOUGH_MILK),
        ("দুধ কম", Need.NOT_ENOUGH_MILK),
        ("ਦੁੱਧ ਘੱਟ", Need.NOT_ENOUGH_MILK),
        ("caano yar", Need.NOT_ENOUGH_MILK),
        ("za malo mleka", Need.NOT_ENOUGH_MILK),
        ("przedwczesnie urodzony, wczesniak", Need.SPECIAL_CARE),
        ("boli mnie", Need.IT_HURTS),
        ("mastitus", Need.IT_HURTS),
        ("durrere", Need.IT_HURTS),
        ("daore", Need.IT_HURTS),
        ("brestfeeding", Need.LATCHING),
        ("formulla", Need.BOTTLE_FEEDING),
    ],
)
def test_a_parents_own_words_find_her_need(typed: str, need: Need) -> None:
    assert need in needs_meant_by(typed)


@pytest.mark.parametrize("typed", ["", "kestrel", "hello there", "xyzzy", "🙂", "a", "ab"])
def test_what_means_nothing_finds_no_need(typed: str) -> None:
    assert needs_meant_by(typed) == frozenset()


def test_every_launch_language_has_words_for_every_need() -> None:
    spoken = {"en", "ro", "ar", "pl", "ur", "so", "bn", "pa"}
    assert {frozenset(languages) for languages in SPOKEN_FOR.values()} == {frozenset(spoken)}
    assert all(phrases for languages in SPOKEN_FOR.values() for phrases in languages.values())


@pytest.mark.parametrize("need", Need)
def test_every_known_phrase_finds_its_need(need: Need) -> None:
    missed = [phrase for spoken in SPOKEN_FOR[need].values() for phrase in spoken if need not in needs_meant_by(phrase)]
    assert missed == []


@given(st.text(max_size=200))
def test_anything_can_be_typed(typed: str) -> None:
    assert needs_meant_by(typed) <= set(Need)
    assert folded(folded(typed)) == folded(typed)
    assert len(set(words_of(typed))) == len(words_of(typed))


def test_every_code_has_words() -> None:
    assert set(NEED_WORDS) == set(Need) == set(SPOKEN_FOR)
    assert set(FEATURE_WORDS) == set(Feature)
    assert set(WAY_WORDS) == set(Way)


@given(LONS, LATS, LONS, LATS)
def test_a_distance_is_the_same_both_ways_and_none_to_oneself(lon: float, lat: float, x: float, y: float) -> None:
    there, back = kilometres_between(lon, lat, x, y), kilometres_between(x, y, lon, lat)
    assert abs(there - back) < 1e-6
    assert 0 <= there < 20_100
    assert kilometres_between(lon, lat, lon, lat) < 1e-6


def test_a_known_distance() -> None:
    assert 69 < kilometres_between(-0.7595, 52.0407, -0.1276, 51.5072) < 75  # Milton Keynes to London


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_a_listing_is_confirmed_for_half_a_year(checked_on: date, later: int) -> None:
    today = checked_on + timedelta(days=later)
    assert is_confirmed(review_due_on(checked_on), today=today) == (timedelta(days=later) <= REVIEW_EVERY)


@pytest.mark.django_db
def test_own_words_of_a_service_find_it_in_any_spelling() -> None:
    a_service(an_organisation(), name={"en": "Baby café", "ro": "Cafenea în Wolverton"})
    for typed in ("cafe", "CAFÉ baby", "in wolverton", "wolverton cafenea"):
        assert len(services_found(typed)) == 1
    assert services_found("pram walk") == []


@pytest.mark.django_db
def test_a_misspelt_name_of_a_service_is_found() -> None:
    a_service(an_organisation(), name={"en": "Kestrel baby café"})
    assert len(services_found("kestrell")) == 1
    assert services_found("larkrise") == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("age", "found"),
    [
        (BabyAge.EXPECTED, ["Before"]),
        (BabyAge.FIRST_WEEKS, ["New"]),
        (BabyAge.UNDER_SIX_MONTHS, ["New"]),
        (BabyAge.UNDER_ONE, ["Solids"]),
        (BabyAge.OLDER, ["Solids"]),
    ],
)
def test_the_age_of_the_baby_narrows_the_services(age: BabyAge, found: list[str]) -> None:
    organisation_id = an_organisation()
    a_service(organisation_id, name={"en": "Before"}, youngest_months=0, oldest_months=1, before_birth=True)
    a_service(organisation_id, name={"en": "New"}, oldest_months=6, before_birth=False)
    a_service(organisation_id, name={"en": "Solids"}, youngest_months=6, before_birth=False)
    services = services_sought(ANONYMOUS, Sought(age=age)).order_by("pk")
    assert [card.name.text for card in service_cards(services, "en")] in (found, ["Before", *found])


@pytest.mark.django_db
def test_a_listing_nobody_checks_for_long_is_no_longer_found_but_not_lost(clock) -> None:
    service_id = a_service(an_organisation())
    clock.advance(days=(REVIEW_EVERY + HIDDEN_AFTER).days)
    assert len(services_found()) == 1
    clock.advance(days=1)
    assert services_found() == []
    assert list(services_by_id(ANONYMOUS, [service_id], lang="en")) == [service_id]


@pytest.mark.django_db
def test_a_withdrawn_service_is_seen_only_by_those_who_keep_the_directory() -> None:
    organisation_id = an_organisation()
    service_id = a_service(organisation_id)
    withdraw_service(by=editor(organisation_id), service_id=service_id)
    assert services_found() == []
    assert services_by_id(ANONYMOUS, [service_id], lang="en") == {}
    assert list(services_by_id(editor(organisation_id), [service_id], lang="en")) == [service_id]


@pytest.mark.django_db
def test_only_its_own_organisation_keeps_a_listing() -> None:
    service_id = a_service(an_organisation())
    with pytest.raises(NotFound):
        confirm_service(by=editor(an_organisation("Another")), service_id=service_id)
    with pytest.raises(Forbidden):
        confirm_service(by=ANONYMOUS, service_id=service_id)


@pytest.mark.django_db
def test_a_listing_nobody_has_checked_says_so_until_somebody_does(clock) -> None:
    service_id = a_service(an_organisation())
    clock.advance(days=200)
    assert not services_found()[0].is_confirmed
    confirm_service(by=BUILDER, service_id=service_id)
    assert services_found()[0].is_confirmed


@pytest.mark.django_db
@pytest.mark.parametrize(
    "broken", [{"needs": []}, {"needs": ["wealth"]}, {"ways": []}, {"name": {"ro": "Fără engleză"}}]
)
def test_the_database_refuses_a_listing_that_cannot_be(broken: dict[str, object]) -> None:
    service_id = a_service(an_organisation())
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=service_id).update(**broken)
