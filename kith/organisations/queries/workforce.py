"""All who work today, for what is asked of many at once: training, news, languages."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models.functions import Lower

from kith.kernel.ids import AccountId, MembershipId, OrganisationId
from kith.organisations.models import Membership
from kith.organisations.queries.people import current_memberships
from kith.organisations.rules import Role


@dataclass(frozen=True, slots=True)
class Worker:
    """A person at work: which person it is (their account), where, as what, and since when."""

    id: MembershipId
    person: AccountId
    name: str
    role: Role
    organisation_id: OrganisationId
    from_on: date


def workers(
    *,
    organisation_ids: Collection[OrganisationId] | None = None,
    roles: Iterable[Role] | None = None,
    name_holds: str = "",
) -> list[Worker]:
    """Who works today, in these organisations (or all), as one of these (or anything), by organisation and name."""
    rows = current_memberships()
    if organisation_ids is not None:
        rows = rows.filter(organisation_id__in=set(organisation_ids))
    if roles is not None:
        rows = rows.filter(role__in=[role.value for role in roles])
    if name_holds:
        rows = rows.filter(name__icontains=name_holds)
    return [_worker(*each) for each in rows.order_by("organisation__name", "name", "pk").values_list(*_COLUMNS)]


def worker(membership_id: MembershipId) -> Worker | None:
    """One person who works today."""
    found = current_memberships().filter(pk=membership_id).values_list(*_COLUMNS).first()
    return _worker(*found) if found else None


def persons_behind(membership_ids: Iterable[MembershipId]) -> dict[MembershipId, AccountId]:
    """Which person each of these memberships, past ones too, belongs to."""
    rows = Membership.objects.filter(pk__in=set(membership_ids)).values_list("pk", "account_id")
    return {MembershipId(pk): AccountId(account) for pk, account in rows}


def workers_by_email(emails: Iterable[str]) -> dict[str, Worker]:
    """Who works today and signs in by one of these addresses, by the address in small letters."""
    rows = current_memberships().annotate(mail=Lower("account__email"))
    rows = rows.filter(mail__in={each.lower() for each in emails})
    return {mail: _worker(*each) for mail, *each in rows.values_list("mail", *_COLUMNS)}


def languages_at_work(roles: Iterable[Role]) -> dict[str, int]:
    """How many people at work in these roles speak each language; a caller hides small numbers before it shows them."""
    rows = current_memberships().filter(role__in=[role.value for role in roles])
    counted: Counter[str] = Counter()
    for languages in rows.values_list("languages", flat=True):
        counted.update(set(languages))
    return dict(counted)


_COLUMNS = ("pk", "account_id", "name", "role", "organisation_id", "from_on")


def _worker(*cells: Any) -> Worker:
    pk, account, name, role, organisation, from_on = cells
    return Worker(MembershipId(pk), AccountId(account), name, Role(role), OrganisationId(organisation), from_on)
