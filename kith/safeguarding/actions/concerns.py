"""Raising a safeguarding concern, and seeing it through.

No entry here carries the family's id: neither a reader of the family's audit nor the family learns of a concern.
"""

from uuid import UUID

from kith.kernel import clock
from kith.kernel.ids import ConcernId, FamilyId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.organisations.queries.people import people_who, whom_to_tell
from kith.platform import access, steps
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.safeguarding.models.concerns import Concern, ConcernStep
from kith.safeguarding.rules.concerns import About, ClosingReason, ConcernState, may_move_concern, may_raise
from kith.safeguarding.rules.notices import NoticeKind
from kith.tasks.actions.notices import raise_notice


@action
def raise_concern(
    *, by: Actor, family_id: FamilyId, about: frozenset[About], words: str, is_danger_now: bool, request_key: UUID
) -> ConcernId:
    """Write a concern down and tell the safeguarding leads; the same request key never makes two.

    Where an organisation has no safeguarding lead, its managers are told that it needs one, and nothing else.
    """
    access.require(by, Permission.RECORD_CONTACT, family_id=family_id)
    if refusal := may_raise(words, about):
        raise refusal
    if by.membership_id is None:
        raise Refusal("contact_needs_a_membership")
    (organisation_id,) = by.organisation_ids
    row, is_new = Concern.objects.get_or_create(
        request_key=request_key,
        defaults={
            "family_id": family_id,
            "organisation_id": organisation_id,
            "raised_by_id": by.membership_id,
            "about": sorted(about),
            "words": words.strip(),
            "is_danger_now": is_danger_now,
            "raised_at": clock.now(),
            "state": ConcernState.RAISED,
        },
    )
    if is_new:
        raised = ConcernStep(concern=row, state=row.state, by_id=by.membership_id)
        steps.move(by, row, raised, after=None, entry="safeguarding.concern_raised")
        _tell(by, row, OrganisationId(organisation_id))
    return ConcernId(row.pk)


@action
def move_concern(
    *, by: Actor, concern_id: ConcernId, to: ConcernState, reason: ClosingReason | None = None, note: str = ""
) -> None:
    """Receive a concern, refer it to children's services, or close it with a reason; moved there already is done."""
    access.require(by, Permission.SEE_CONCERNS)
    row = access.visible(by, Concern.objects.select_for_update()).filter(pk=concern_id).first()
    if row is None or by.membership_id is None:
        raise NotFound("concern")
    if row.state == to and row.steps.filter(state=to, reason=reason or "").exists():
        return
    if refusal := may_move_concern(row.state, to, reason):
        raise refusal
    step = ConcernStep(concern=row, state=to, by_id=by.membership_id, reason=reason or "", note=note.strip())
    steps.move(by, row, step, after=row.state, entry=f"safeguarding.concern_{to}")
    row.state = to
    row.save(update_fields=["state"])


def _tell(by: Actor, row: Concern, organisation_id: OrganisationId) -> None:
    leads = [card.id for card in people_who(Permission.SEE_CONCERNS, organisation_ids=[organisation_id])]
    for lead in leads:
        facts, key = {"concern_id": row.pk}, f"concern-{row.pk}-{lead}"
        raise_notice(by=by, kind=NoticeKind.CONCERN_RAISED, to=lead, facts=facts, dedupe_key=key)
    if leads:
        return
    for manager in whom_to_tell(organisation_id):
        key = f"no-safeguarding-lead-{row.pk}-{manager.id}"
        raise_notice(by=by, kind=NoticeKind.NO_SAFEGUARDING_LEAD, to=manager.id, dedupe_key=key)
