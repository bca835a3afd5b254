"""Telling both ends of a referral: notices on Today, and e-mails that say only that there is something to see."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from kith.kernel.ids import FamilyId, MembershipId, OrganisationId, TeamId
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import people_who, work_emails
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.referrals.actions.links import send_link
from kith.referrals.models.referrals import Referral, ReferralStep
from kith.referrals.rules.clocks import ReminderLevel
from kith.referrals.rules.notices import NoticeKind
from kith.referrals.rules.referrals import Party, ReferralState
from kith.tasks.actions.notices import raise_notice

TELLER = system_actor("referrals.referrals")
MOST_MANAGERS = 5
_S = ReferralState
_BACK_TO_REFERRER = frozenset(_S) - {_S.DRAFT, _S.SENT, _S.RECEIVED, _S.TRIED, _S.IN_PROGRESS}
_ON_TO_RECEIVER = frozenset({_S.WITHDRAWN, _S.TRANSFERRED, _S.EXPIRED})


def tell_of_step(by: Actor, row: Referral, step: ReferralStep) -> None:
    """Word to the end that did not make the step: it has come, it has moved, this became of it."""
    if step.state == _S.SENT:
        _announce(row, step)
        return
    if step.state in _BACK_TO_REFERRER and row.from_membership_id and row.from_membership_id != by.membership_id:
        _notice(row, NoticeKind.REFERRAL_MOVED, MembershipId(row.from_membership_id), f"{step.number}", step.state)
    was_asked = step.state == _S.RECEIVED and step.party == Party.REFERRER
    if (was_asked or step.state in _ON_TO_RECEIVER) and step.party != Party.RECEIVER:
        for person in _people_at_receiver(row):
            _notice(row, NoticeKind.REFERRAL_MOVED, person, f"{step.number}", step.state)


def tell_of_clock(row: Referral, level: ReminderLevel) -> None:
    """Remind the owner before the clock runs out, both ends when it has, and then who manages the owner."""
    kind = NoticeKind.REFERRAL_DUE_SOON if level is ReminderLevel.BEFORE else NoticeKind.REFERRAL_LATE
    people = {
        ReminderLevel.BEFORE: lambda: _owners(row),
        ReminderLevel.BREACH: lambda: [*_owners(row), *_referrer(row)],
        ReminderLevel.MANAGER: lambda: _managers(row.owner_organisation_id),
    }[level]()
    assert row.due_at is not None
    which = f"{row.clock}-{int(row.due_at.timestamp())}-{level}"
    for person in dict.fromkeys(people):
        _notice(row, kind, person, which, row.state)
    letters = [address for _, address in sorted(work_emails(people).items())]
    if level is not ReminderLevel.MANAGER and row.owner_membership_id is None and _is_with_receiver(row):
        letters.append(row.receiver.email)
    _mail(row, "referral_reminder", letters, which)
    if _is_with_receiver(row) and row.receiver.answers_by_link and level is not ReminderLevel.MANAGER:
        send_link(row, which=which)


def _announce(row: Referral, step: ReferralStep) -> None:
    if row.receiver.answers_by_link:
        send_link(row, which=f"{step.number}")
        return
    if row.receiver.team_id:
        key = f"referral-{row.pk}-{step.number}-team-{row.receiver.team_id}"
        facts = {"referral_id": str(row.pk), "state": step.state}
        team_id = TeamId(row.receiver.team_id)
        raise_notice(by=TELLER, kind=NoticeKind.REFERRAL_CAME, to_team=team_id, facts=facts, dedupe_key=key)
    _mail(row, "referral_came", [row.receiver.email], f"{step.number}")


def _owners(row: Referral) -> list[MembershipId]:
    """The person whose it is; where no person owns it, the managers there."""
    if row.owner_membership_id:
        return [MembershipId(row.owner_membership_id)]
    return _managers(row.owner_organisation_id)


def _referrer(row: Referral) -> list[MembershipId]:
    return [MembershipId(row.from_membership_id)] if row.from_membership_id else []


def _people_at_receiver(row: Referral) -> list[MembershipId]:
    """The worker who last had it in hand there, or else the managers."""
    had = row.steps.filter(owner_organisation_id=row.receiver.organisation_id, owner_membership__isnull=False)
    last = had.order_by("-number").values_list("owner_membership_id", flat=True).first()
    return [MembershipId(last)] if last else _managers(row.receiver.owner_id)


def _managers(organisation_id: int | None) -> list[MembershipId]:
    """The managers there; where there are none, those who coordinate or lead on feeding there, or else may answer."""
    if organisation_id is None:
        return []
    for permission in (Permission.MANAGE_CASELOADS, Permission.MANAGE_DIRECTORY, Permission.ANSWER_REFERRAL):
        if found := people_who(permission, organisation_ids=[OrganisationId(organisation_id)]):
            return [card.id for card in found[:MOST_MANAGERS]]
    return []


def _is_with_receiver(row: Referral) -> bool:
    return row.owner_organisation_id == row.receiver.organisation_id


def _notice(row: Referral, kind: NoticeKind, to: MembershipId, which: str, state: str) -> None:
    is_referrer = to == row.from_membership_id
    raise_notice(
        by=TELLER,
        kind=kind,
        to=to,
        # A person who may see no more than the referral is not told through the family's record.
        family_id=FamilyId(row.family_id) if is_referrer else None,
        facts={"referral_id": str(row.pk), "state": state},
        dedupe_key=f"referral-{row.pk}-{which}-{to}",
    )


def _mail(row: Referral, kind: str, to: Iterable[str], which: str) -> None:
    link = f"{settings.KITH.site_url}{reverse('referral', args=[row.pk])}"
    for address in dict.fromkeys(filter(None, to)):
        queue_message(
            by=TELLER,
            kind=kind,
            language="en",
            facts={"link": link},
            dedupe_key=f"{kind}:{row.pk.hex}:{which}:{address}"[:120],
            to_email=address,
        )
