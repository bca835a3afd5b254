"""People, invitations and teams as an administrator sees them: those of her organisation, or of the whole place."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Count, Q, QuerySet

from kith.kernel import clock
from kith.kernel.ids import MembershipId, OrganisationId, TeamId
from kith.kernel.ways import mostly_hidden
from kith.methods.names import sorting_key
from kith.methods.names.order import Key
from kith.organisations.models import FactorReset, Invitation, Membership, Organisation, Team
from kith.organisations.roles import DUTIES, ROLES
from kith.organisations.rules import (
    INVITATION_LASTS,
    RESET_LASTS,
    Duty,
    FactorResetId,
    InvitationId,
    Role,
    is_open,
    may_grant,
)
from kith.organisations.scope import INVITATION_PAGE, administered_by, is_of_the_place
from kith.platform import access
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.platform.private_links import digest
from kith.walls.saying import beyond


@dataclass(frozen=True)
class PersonRow:
    """A person at work, or who was: in which role, where, and whether they are kept out."""

    id: MembershipId
    name: str
    role_name: str
    organisation: str
    team: str
    from_on: date
    until_on: date | None
    is_suspended: bool
    has_left: bool
    signed_in_at: datetime | None


@dataclass(frozen=True)
class ResetRow:
    """A request to take a second factor away, as a second administrator reads it."""

    id: FactorResetId
    membership_id: MembershipId
    name: str
    asked_by: str
    reason: str
    until_at: datetime
    is_own: bool


@dataclass(frozen=True)
class PersonPage:
    """A person with all that an administrator may change."""

    row: PersonRow
    role: Role
    organisation_id: OrganisationId
    team_id: TeamId | None
    duties: tuple[Duty, ...]
    duty_names: tuple[str, ...]
    email: str
    account_key: str
    factor_count: int
    reset: ResetRow | None
    is_oneself: bool
    may_be_changed: bool


@dataclass(frozen=True)
class InvitationRow:
    """An invitation that waits for an answer."""

    id: InvitationId
    name: str
    email: str
    role_name: str
    organisation: str
    sent_at: datetime
    until_at: datetime
    is_over: bool


@dataclass(frozen=True)
class Invited:
    """What the reader of an invitation is asked."""

    name: str
    role_name: str
    sentence: str
    organisation: str
    from_on: date
    until_on: date | None


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation with the number of its people and its teams."""

    id: OrganisationId
    name: str
    kind: str
    people_count: int
    teams: tuple[str, ...]


def people(viewer: Viewer, asked: ListAsked) -> Paged[PersonRow]:
    """All who work or have worked there, by name; searched by name, organisation or team."""
    rows = _people(viewer)
    for word in asked.words.split():
        rows = rows.filter(
            Q(name__icontains=word) | Q(organisation__name__icontains=word) | Q(team__name__icontains=word)
        )
    found = paged(sorted(rows, key=_by_name), asked)
    return found.with_rows(map(_person_row, found.rows))


def person(viewer: Viewer, membership_id: MembershipId) -> PersonPage:
    """One of them; another organisation's is not found."""
    row = _people(viewer).filter(pk=membership_id).first()
    if row is None:
        raise NotFound("membership")
    factors = Authenticator.objects.filter(user_id=row.account_id).exclude(type=Authenticator.Type.RECOVERY_CODES)
    resets = [each for each in factor_resets(viewer) if each.membership_id == membership_id]
    is_oneself = membership_id == viewer.membership_id
    return PersonPage(
        row=_person_row(row),
        role=Role(row.role),
        organisation_id=OrganisationId(row.organisation_id),
        team_id=TeamId(row.team_id) if row.team_id else None,
        duties=tuple(Duty(each) for each in row.duties),
        duty_names=tuple(str(DUTIES[Duty(each)].name) for each in row.duties),
        email=mostly_hidden(row.account.email or ""),
        account_key=str(row.account_id),
        factor_count=factors.count(),
        reset=resets[0] if resets else None,
        is_oneself=is_oneself,
        may_be_changed=not is_oneself and may_grant(Role(row.role), is_of_the_place=is_of_the_place(viewer)) is None,
    )


def invitations(viewer: Viewer, asked: ListAsked) -> Paged[InvitationRow]:
    """Those without an answer, the oldest first."""
    now, found = clock.now(), _invitations_page(administered_by(viewer), asked)
    return found.with_rows(
        InvitationRow(
            id=InvitationId(row.pk),
            name=row.name,
            email=mostly_hidden(row.email),
            role_name=str(ROLES[row.role].name),
            organisation=row.organisation.name,
            sent_at=row.sent_at,
            until_at=row.sent_at + INVITATION_LASTS,
            is_over=not is_open(row.state, row.sent_at, now=now),
        )
        for row in found.rows
    )


def factor_resets(viewer: Viewer) -> list[ResetRow]:
    """Requests to take a second factor away that wait for a second administrator."""
    return [
        ResetRow(
            id=FactorResetId(row.pk),
            membership_id=MembershipId(row.membership_id),
            name=row.membership.name,
            asked_by=row.asked_by.name if row.asked_by else "",
            reason=row.reason,
            until_at=row.asked_at + RESET_LASTS,
            is_own=row.asked_by_id == viewer.membership_id,
        )
        for row in _resets(administered_by(viewer))
    ]


def invited_by_link(viewer: Viewer, token: str) -> Invited | None:
    """What this link invites to; None once it is answered, taken back or too old."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    row = _by_link(token)
    if row is None or not is_open(row.state, row.sent_at, now=clock.now()):
        return None
    card = ROLES[row.role]
    return Invited(row.name, str(card.name), str(card.sentence), row.organisation.name, row.from_on, row.until_on)


def organisations(viewer: Viewer) -> list[OrganisationRow]:
    """The organisations that the viewer looks after, by name."""
    own, today = administered_by(viewer), clock.today()
    at_work = Q(memberships__until_on__isnull=True) | Q(memberships__until_on__gte=today)
    rows = Organisation.objects.annotate(count=Count("memberships", filter=at_work)).prefetch_related("teams")
    found = rows if own is None else rows.filter(pk__in=own)
    return [
        OrganisationRow(
            OrganisationId(row.pk),
            row.name,
            row.kind,
            row.count,
            tuple(sorted((each.name for each in row.teams.all()), key=sorting_key)),
        )
        for row in sorted(found, key=_by_name)
    ]


def organisation(viewer: Viewer, organisation_id: int) -> OrganisationRow:
    """One of them; another is not found."""
    found = [each for each in organisations(viewer) if each.id == organisation_id]
    if not found:
        raise NotFound("organisation")
    return found[0]


def teams(viewer: Viewer) -> dict[TeamId, tuple[OrganisationId, str]]:
    """The teams of these organisations, by organisation and name."""
    own = administered_by(viewer)
    rows = Team.objects.select_related("organisation")
    found = rows if own is None else rows.filter(organisation_id__in=own)
    by_name = sorted(found, key=lambda row: (_by_name(row.organisation), _by_name(row)))
    return {TeamId(row.pk): (OrganisationId(row.organisation_id), row.name) for row in by_name}


def waiting_counts(viewer: Viewer) -> tuple[int, int]:
    """How many invitations have no answer, and how many second factors wait for another administrator."""
    own = administered_by(viewer)
    resets = [row for row in _resets(own) if viewer.membership_id not in (row.asked_by_id, row.membership_id)]
    return _invitations_page(own, ListAsked()).count, len(resets)


def _by_name(row: Membership | Organisation | Team) -> tuple[Key, int]:
    """Where a row stands among others, as people look names up."""
    return sorting_key(row.name), row.pk


def _people(viewer: Viewer) -> QuerySet[Membership]:
    own = administered_by(viewer)
    rows = Membership.objects.select_related("organisation", "team", "account")
    return rows if own is None else rows.filter(organisation_id__in=own)


def _person_row(row: Membership) -> PersonRow:
    return PersonRow(
        id=MembershipId(row.pk),
        name=row.name,
        role_name=str(ROLES[Role(row.role)].name),
        organisation=row.organisation.name,
        team=row.team.name if row.team else "",
        from_on=row.from_on,
        until_on=row.until_on,
        is_suspended=row.suspended_at is not None,
        has_left=bool(row.until_on and row.until_on < clock.today()),
        signed_in_at=row.account.last_login,
    )


def _invitations_page(own: Collection[OrganisationId] | None, asked: ListAsked) -> Paged[Invitation]:
    rows = Invitation.objects.waiting().select_related("organisation")
    return paged(rows if own is None else rows.filter(organisation_id__in=own), asked)


@beyond("the one invitation that this private link opens")
def _by_link(token: str) -> Invitation | None:
    return Invitation.objects.select_related("organisation").filter(token_digest=digest(token, INVITATION_PAGE)).first()


def _resets(own: Collection[OrganisationId] | None) -> list[FactorReset]:
    rows = FactorReset.objects.waiting().select_related("membership", "asked_by")
    return list(rows if own is None else rows.filter(organisation_id__in=own))
