"""Inviting a person to work for an organisation: by a letter with a link that opens once."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from kith.kernel import clock
from kith.kernel.ids import AccountId, MembershipId, OrganisationId, TeamId
from kith.kernel.languages import interface_language
from kith.kernel.refusal import Refusal
from kith.organisations.actions.people import add_membership, check_team
from kith.organisations.models import Invitation, Membership
from kith.organisations.roles import ROLES
from kith.organisations.rules import InvitationId, InvitationState, Role, is_open, may_grant, may_work
from kith.organisations.scope import INVITATION_PAGE, is_of_the_place, require_administering
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action
from kith.platform.private_links import address, digest, new_token
from kith.platform.sign_in import sending
from kith.platform.sign_in.models import Account

JOINING = system_actor("organisations.invitations")


@dataclass(frozen=True)
class NewPerson:
    """A person to be invited: where they will work, as what, and between which days."""

    organisation_id: OrganisationId
    role: Role
    name: str
    email: str
    team_id: TeamId | None = None
    languages: tuple[str, ...] = ("en",)
    from_on: date | None = None
    until_on: date | None = None


@action
def invite_person(*, by: Actor, person: NewPerson) -> InvitationId:
    """Invite a person by e-mail; who works here on these days, or is invited already, is refused."""
    require_administering(by, person.organisation_id)
    from_on = person.from_on or clock.today()
    refusal = may_grant(person.role, is_of_the_place=is_of_the_place(by)) or may_work(from_on, person.until_on)
    if refusal:
        raise refusal
    check_team(person.team_id, person.organisation_id)
    email = person.email.strip().lower()
    _check_free(email, from_on, person.until_on)
    row, is_new = Invitation.objects.get_or_create(
        email=email,
        state=InvitationState.WAITING,
        defaults={
            "organisation_id": person.organisation_id,
            "team_id": person.team_id,
            "role": person.role,
            "name": person.name.strip(),
            "languages": list(person.languages),
            "from_on": from_on,
            "until_on": person.until_on,
            "invited_by_id": by.membership_id,
            "sent_at": clock.now(),
        },
    )
    if not is_new:
        raise Refusal("invited_already")
    _send(row)
    audit.record(by, "organisations.person_invited", row, role=person.role, organisation_id=person.organisation_id)
    return InvitationId(row.pk)


@action
def send_invitation_again(*, by: Actor, invitation_id: InvitationId) -> None:
    """Send another link, from now on the only one that opens."""
    row = _waiting(by, invitation_id)
    _send(row)
    audit.record(by, "organisations.invitation_sent_again", row)


@action
def withdraw_invitation(*, by: Actor, invitation_id: InvitationId) -> None:
    """Take an invitation back; its link opens nothing any more."""
    row = _waiting(by, invitation_id)
    _settle(row, InvitationState.WITHDRAWN)
    audit.record(by, "organisations.invitation_withdrawn", row)


@action
def accept_invitation(*, by: Actor, token: str) -> AccountId:
    """Begin the work that the invitation behind this link offers, once, and say by which account."""
    access.require(by, Permission.ANSWER_BY_LINK)
    found = Invitation.objects.select_for_update(no_key=True).filter(token_digest=digest(token, INVITATION_PAGE))
    row, now = found.first(), clock.now()
    if row is None or not is_open(row.state, row.sent_at, now=now):
        raise Refusal("invitation_over")
    from_on = max(row.from_on, clock.today())
    if may_work(from_on, row.until_on):
        raise Refusal("invitation_over")
    _check_free(row.email, from_on, row.until_on)
    account = Account.objects.filter(email=row.email).first() or Account.objects.create_user(row.email)
    membership_id = add_membership(
        by=JOINING,
        account_id=AccountId(account.pk),
        organisation_id=OrganisationId(row.organisation_id),
        role=row.role,
        name=row.name,
        team_id=TeamId(row.team_id) if row.team_id else None,
        languages=row.languages,
        from_on=from_on,
    )
    Membership.objects.filter(pk=membership_id).update(until_on=row.until_on)
    _settle(row, InvitationState.ACCEPTED, membership_id)
    audit.record(JOINING, "organisations.invitation_accepted", row, membership_id=membership_id)
    return AccountId(account.pk)


@action
def lapse_invitations(*, by: Actor) -> int:
    """Forget names and addresses of those who have not answered for a month, and say how many they were."""
    access.require(by, Permission.ADMINISTER_PLACE)
    rows = list(Invitation.objects.forgotten().select_for_update(skip_locked=True))
    for row in rows:
        _settle(row, InvitationState.LAPSED)
        audit.record(by, "organisations.invitation_lapsed", row)
    return len(rows)


def _waiting(by: Actor, invitation_id: InvitationId) -> Invitation:
    row = Invitation.objects.select_for_update(no_key=True).filter(pk=invitation_id).first()
    if row is None:
        raise NotFound("invitation")
    require_administering(by, OrganisationId(row.organisation_id))
    if row.state is not InvitationState.WAITING:
        raise Refusal("invitation_over")
    return row


def _check_free(email: str, from_on: date, until_on: date | None) -> None:
    """Refuse an address by which another person signs in, or by which a person works here on these days."""
    account = Account.objects.filter(email=email).first()
    if account is None:
        return
    theirs = Membership.objects.filter(account=account)
    if not account.is_active or not theirs.exists():
        raise Refusal("mailbox_of_another_account")
    meeting = theirs.filter(Q(until_on__isnull=True) | Q(until_on__gte=from_on))
    if (meeting.filter(from_on__lte=until_on) if until_on else meeting).exists():
        raise Refusal("works_here_already")


def _send(row: Invitation) -> None:
    """Write a new link; one sent before opens nothing from now on."""
    token, language = new_token(), interface_language(row.languages[0] if row.languages else "en").code
    row.token_digest, row.sent_at = digest(token, INVITATION_PAGE), clock.now()
    row.save(update_fields=["token_digest", "sent_at"])
    facts = {
        "link": address("join", token, language),
        "organisation": row.organisation.name,
        "role": ROLES[row.role].in_language(language),
        "name": row.name,
    }
    sending.send(sending.Letter("invitation", language, "", to_email=row.email, facts=facts))


def _settle(row: Invitation, state: InvitationState, membership_id: MembershipId | None = None) -> None:
    row.state, row.membership_id = state, membership_id
    row.name = row.email = row.token_digest = ""
    row.save(update_fields=["state", "membership", "name", "email", "token_digest"])
