"""People for tests: organisations, a worker, a parent, a family."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count
from threading import Barrier
from typing import Any

from django.db import connections
from psycopg.errors import DeadlockDetected

from kith.families.actions.accounts import claim_records
from kith.families.actions.registering import register_family
from kith.families.queries.cards import contact_of
from kith.families.queries.reach import viewer_for
from kith.families.rules.codes import Purpose
from kith.families.rules.entries import NewBaby, NewConsent, NewFamily, NewParent
from kith.kernel import clock
from kith.kernel.ids import AccountId, FamilyId, OrganisationId
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.actions.people import add_membership
from kith.organisations.queries import people
from kith.organisations.rules import OrganisationKind, Role
from kith.platform.access.viewer import Viewer, system_actor
from kith.platform.sign_in.models import Account

KITH = system_actor("test")
_numbers = count(1)


def organisation(kind: OrganisationKind = OrganisationKind.HEALTH_VISITING) -> OrganisationId:
    """An organisation of this kind, with a name of its own."""
    return add_organisation(by=KITH, name=f"{kind} {next(_numbers)}", kind=kind)


def account() -> Account:
    """An account that nothing is tied to yet."""
    return Account.objects.create_user(f"somebody{next(_numbers)}@example.invalid")


def worker(
    role: Role = Role.HEALTH_VISITOR, *, at: OrganisationId | None = None, name: str = "Grace Obi", **more: Any
) -> Viewer:
    """A worker; ``more`` says their team, their wards or their languages."""
    somebody = account()
    add_membership(
        by=KITH,
        account_id=AccountId(somebody.pk),
        organisation_id=at or organisation(),
        role=role,
        name=name,
        **{"languages": ["en", "yo"], **more},
    )
    viewer = people.viewer_for(somebody)
    assert viewer
    return viewer


def a_family(*letting_in: OrganisationId, weeks_old: int | None = 8, name: str = "Ana Pop", **parent: Any) -> FamilyId:
    """A family whose baby is so many weeks old today, and the organisations it lets see its record."""
    given, _, family = name.partition(" ")
    babies = () if weeks_old is None else (NewBaby(clock.today() - timedelta(weeks=weeks_old), name="Ioan"),)
    consents = tuple(NewConsent(each, Purpose.CARE, language="ro") for each in letting_in)
    new = NewFamily(parents=(NewParent(given, family, **parent),), babies=babies, consents=consents)
    return register_family(by=KITH, family=new)


def parent_of(family_id: FamilyId) -> tuple[Account, Viewer]:
    """The parent, signed in by a phone that is hers."""
    somebody = account()
    contact = contact_of(KITH, family_id)
    assert contact
    assert contact.phone
    claim_records(by=KITH, account_id=AccountId(somebody.pk), phone=contact.phone)
    viewer = viewer_for(somebody)
    assert viewer
    return somebody, viewer


def account_of(viewer: Viewer) -> Account:
    """The account that the viewer has signed in with."""
    assert viewer.account_id
    return Account.objects.get(pk=viewer.account_id)


def look_together(count: int, look: Callable[..., Any]) -> Callable[..., Any]:
    """The same look, from which no caller returns before so many have looked: the race, made certain."""
    everybody_has_looked = Barrier(count)

    def looked(*arguments: Any, **named: Any) -> Any:
        found = look(*arguments, **named)
        everybody_has_looked.wait(timeout=10)
        return found

    return looked


def at_the_same_moment(*acts: Callable[[], Any]) -> list[Any]:
    """What each action returned, or the name of what it raised; all begin together, each in its own connection."""
    together = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            together.wait(timeout=10)
            return act()
        except Exception as refused:  # noqa: BLE001  # the test looks at whatever was raised
            # Two rows that exclude each other may each wait for the other: the database then refuses one as a deadlock.
            excluded = isinstance(refused.__cause__, DeadlockDetected)
            return "IntegrityError" if excluded else type(refused).__name__
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
