"""A place begins as a whole or not at all, only where nothing is, and never among invented people."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from kith.config.removing import remove_demonstration
from kith.demonstration.people import DOMAIN
from kith.founding.actions.beginning import begin_place
from kith.founding.models import AdministratorLink
from kith.founding.rules.answers import Beginning, read_answers
from kith.founding.tests.test_answers import answers
from kith.kernel.choices import place
from kith.kernel.refusal import Refusal
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.models import Membership, Organisation
from kith.organisations.rules import OrganisationKind
from kith.places.actions.founding import found_place
from kith.places.chosen import kind_here, renew_choices, this_place
from kith.places.models import Area, Place, SettingChange
from kith.places.rules import PlaceKind, mixed
from kith.platform.access.viewer import system_actor
from kith.platform.sign_in.models import Account

pytestmark = pytest.mark.django_db
BY = system_actor("test")


@pytest.fixture
def real(settings: Any) -> None:
    """Settings of a real place."""
    settings.KITH = settings.KITH.model_copy(update={"demonstration": False})


def beginning(**changed: Any) -> Beginning:
    found = read_answers(answers(**changed))
    assert isinstance(found, Beginning)
    return found


@pytest.mark.usefixtures("real")
def test_a_place_begins_with_everything_that_was_answered() -> None:
    begin_place(by=BY, beginning=beginning(areas=["E06000032"], name="Luton"))
    renew_choices()
    assert kind_here() is PlaceKind.REAL
    facts = this_place()
    assert (facts.name, facts.codes, facts.names) == ("Luton", ("E06000032",), ("Luton",))
    assert (place.MATERNITY_PHONE.now, place.RECEIVES_MONEY.now) == ("+441632960911", True)
    assert list(Area.objects.values_list("code", "level")) == [("E06000032", "authority")]
    row = Membership.objects.get()
    assert (row.role, row.name, row.account.email) == ("place-admin", "Ada Osei", "ada.osei@feeding.example.org")
    assert AdministratorLink.objects.count() == 1
    assert Organisation.objects.get(kind="health_visiting").teams.count() == 2
    assert set(SettingChange.objects.values_list("why", flat=True)) == {"As the place began."}


@pytest.mark.usefixtures("real")
def test_a_place_that_we_know_begins_with_its_typed_wards_and_districts() -> None:
    begin_place(by=BY, beginning=beginning())
    renew_choices()
    assert Area.objects.filter(level="ward").count() == len(this_place().wards) > 10


@pytest.mark.usefixtures("real")
def test_what_fails_half_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_given: object) -> str:
        raise RuntimeError

    monkeypatch.setattr("kith.founding.actions.beginning.make_administrator_link", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        begin_place(by=BY, beginning=beginning())
    there = (Place, SettingChange, Organisation, Account, Membership, Area)
    assert [model.objects.count() for model in there] == [0] * len(there)


@pytest.mark.usefixtures("real")
def test_a_place_begins_once_and_in_an_empty_database_alone() -> None:
    begin_place(by=BY, beginning=beginning())
    with pytest.raises(Refusal, match="place_there_already"), transaction.atomic():
        begin_place(by=BY, beginning=beginning())
    with pytest.raises(IntegrityError, match="places_place_is_the_one"), transaction.atomic():
        Place.objects.create(kind=PlaceKind.DEMONSTRATION, begun_at="2026-01-01T00:00Z")
    assert Place.objects.count() == 1


@pytest.mark.usefixtures("real")
def test_a_database_with_accounts_or_organisations_is_refused() -> None:
    Account.objects.create_user("ana@example.org")
    with pytest.raises(Refusal, match="database_in_use"), transaction.atomic():
        begin_place(by=BY, beginning=beginning())
    assert Place.objects.count() == 0


def test_a_demonstration_is_refused_as_the_place_of_real_people() -> None:
    found_place(by=BY)
    assert kind_here() is PlaceKind.DEMONSTRATION
    with pytest.raises(Refusal, match="demonstration_there"):
        begin_place(by=BY, beginning=beginning())


def test_the_database_itself_keeps_invented_people_out_of_a_real_place_and_real_places_from_among_them() -> None:
    account = Account.objects.create_user(f"midwife@{DOMAIN}")
    with pytest.raises(IntegrityError, match="the people of the demonstration are here"), transaction.atomic():
        Place.objects.create(kind=PlaceKind.REAL, areas=["E06000042"], begun_at="2026-01-01T00:00Z")
    account.delete()
    Place.objects.create(kind=PlaceKind.REAL, areas=["E06000042"], begun_at="2026-01-01T00:00Z")
    with pytest.raises(IntegrityError, match="a real place is here"), transaction.atomic():
        Account.objects.create_user(f"midwife@{DOMAIN}")
    assert Account.objects.create_user("ana@example.org").pk  # the control: any other account is let in


def test_neither_kind_starts_by_the_settings_of_the_other() -> None:
    assert "anybody could sign in as anybody" in mixed(PlaceKind.REAL, is_demonstration=True)
    assert "kith place remove-demonstration" in mixed(PlaceKind.DEMONSTRATION, is_demonstration=False)
    assert [mixed(None, is_demonstration=each) for each in (True, False)] == ["", ""]
    assert mixed(PlaceKind.REAL, is_demonstration=False) == mixed(PlaceKind.DEMONSTRATION, is_demonstration=True) == ""


def test_what_a_place_is_never_changes() -> None:
    row = Place.objects.create(kind=PlaceKind.DEMONSTRATION, begun_at="2026-01-01T00:00Z")
    for change in (lambda: Place.objects.update(kind=PlaceKind.REAL), row.delete):
        with pytest.raises(Exception, match="keeps what was written"), transaction.atomic():
            change()


def test_only_a_demonstration_is_taken_away() -> None:
    with pytest.raises(Refusal, match="no_demonstration_there"):
        remove_demonstration()


def test_an_organisation_alone_is_something_already() -> None:
    add_organisation(by=BY, name="Council", kind=OrganisationKind.COUNCIL)
    with pytest.raises(Refusal, match="database_in_use"):
        begin_place(by=BY, beginning=beginning())
