"""Inviting all people of a staff list: every row or none."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from kith.imports.rows import Row
from kith.imports.tables import plain_heading
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, TeamId
from kith.kernel.refusal import Refusal
from kith.organisations.actions.invitations import NewPerson, invite_person
from kith.organisations.models import ImportRun, Organisation, Team
from kith.organisations.roles import ROLES
from kith.organisations.rules import Role
from kith.organisations.scope import administered_by
from kith.platform import audit
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.ui.refusals import refusal_words

STAFF = "staff"
MOST_FAULTS = 200
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y")
Fault = tuple[int, Refusal]


class _Rejected(Exception):
    """A row was refused: nothing of the list is kept."""


@action
def invite_staff(*, by: Actor, rows: Sequence[Row]) -> tuple[Fault, ...]:
    """Invite all people of a list, or, where a row is wrong, none: then each wrong row is named with what it needs."""
    places = _Places(by)
    faults: list[Fault] = []
    try:
        with transaction.atomic():
            faults += _invite_all(by, rows, places)
            if faults:
                raise _Rejected
    except _Rejected:
        pass
    _note(by, len(rows), faults)
    return tuple(faults)


def _invite_all(by: Actor, rows: Sequence[Row], places: "_Places") -> Iterator[Fault]:
    seen: set[str] = set()
    for row in rows:
        try:
            # A savepoint: the rows after a refused one are looked at, too.
            with transaction.atomic():
                person = places.person(row, seen)
                invite_person(by=by, person=person)
        except Refusal as refusal:
            yield row.number, refusal


class _Places:
    """The organisations and teams that the actor looks after, by their names."""

    def __init__(self, by: Actor) -> None:
        own = administered_by(by)
        found = Organisation.objects.all() if own is None else Organisation.objects.filter(pk__in=own)
        self.organisations = {plain_heading(row.name): OrganisationId(row.pk) for row in found}
        teams = Team.objects.filter(organisation__in=found)
        self.teams = {(row.organisation_id, plain_heading(row.name)): TeamId(row.pk) for row in teams}

    def person(self, row: Row, seen: set[str]) -> NewPerson:
        """The person of this row; a Refusal says what is wrong with it."""
        email, name = row["email"].lower(), row["name"]
        if not name or len(name) > 120:
            raise Refusal("staff_name_missing")
        try:
            validate_email(email)
        except ValidationError:
            raise Refusal("staff_email_wrong") from None
        if email in seen:
            raise Refusal("staff_twice")
        seen.add(email)
        organisation_id = self._organisation(row.get("organisation"))
        team = row.get("team")
        team_id = self.teams.get((organisation_id, plain_heading(team))) if team else None
        if team and team_id is None:
            raise Refusal("staff_team_unknown")
        from_on, until_on = _day(row.get("from")), _day(row.get("until"))
        return NewPerson(organisation_id, _role(row["role"]), name, email, team_id, ("en",), from_on, until_on)

    def _organisation(self, name: str) -> OrganisationId:
        if not name and len(self.organisations) == 1:
            return next(iter(self.organisations.values()))
        found = self.organisations.get(plain_heading(name))
        if found is None:
            raise Refusal("staff_organisation_unknown")
        return found


def _roles() -> Mapping[str, Role]:
    """Roles by their codes and by their names in English and in the reader's language."""
    return {
        plain_heading(words): role
        for role, card in ROLES.items()
        for words in (role.value, card.in_language("en"), str(card.name))
    }


def _role(words: str) -> Role:
    found = _roles().get(plain_heading(words))
    if found is None:
        raise Refusal("staff_role_unknown")
    return found


def _day(typed: str) -> date | None:
    if not typed:
        return None
    for form in DAYS:
        try:
            return datetime.strptime(typed, form).date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            continue
    raise Refusal("staff_day_unreadable")


def _note(by: Actor, row_count: int, faults: Sequence[Fault]) -> None:
    (own,) = by.organisation_ids if len(by.organisation_ids) == 1 else (None,)
    run = ImportRun.objects.create(
        kind=STAFF,
        at=clock.now(),
        by_id=by.membership_id,
        organisation_id=own,
        counts={} if faults else {"invited": row_count},
        fault_count=len(faults),
        faults=[{"row": number, "words": refusal_words(refusal)} for number, refusal in faults[:MOST_FAULTS]],
    )
    audit.record(by, "organisations.staff_list_read", run, row_count=row_count, fault_count=len(faults))
