"""A trained assessor signs what they saw a person do at work."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.education.actions.qualifying import qualify
from kith.education.models.qualifications import Competence
from kith.education.models.trained import trained_until
from kith.education.rules.codes import CompetenceId, Found
from kith.education.rules.proof import Proof, may_sign
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.training import Training
from kith.organisations.queries.people import is_working, memberships_of_person
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class Observed:
    """What an assessor saw: of which person, in what, on which day, and what they found."""

    membership_id: MembershipId
    training: Training
    on: date
    found: Found
    note: str = ""


@action
def sign_competence(*, by: Actor, observed: Observed, request_key: UUID) -> CompetenceId:
    """Sign what was seen; found competent, and trained where nothing else is missing. The same key never signs two."""
    access.require(by, Permission.SIGN_COMPETENCE)
    if by.membership_id is None:
        raise Forbidden("competence")
    if before := Competence.objects.filter(request_key=request_key, signed_by_id=by.membership_id).first():
        return CompetenceId(before.pk)
    if not is_working(observed.membership_id):
        raise NotFound("membership")
    refusal = may_sign(
        observed_on=observed.on,
        today=clock.today(),
        is_trained=trained_until(by.membership_id, Training.COMPETENCE_ASSESSOR, observed.on) is not None,
        is_oneself=by.membership_id in memberships_of_person(observed.membership_id),
        found=observed.found,
        note=observed.note,
    )
    if refusal:
        raise refusal
    row = Competence.objects.create(
        training=observed.training,
        membership_id=observed.membership_id,
        observed_on=observed.on,
        found=observed.found,
        note=observed.note.strip(),
        signed_by_id=by.membership_id,
        signed_on=clock.today(),
        request_key=request_key,
    )
    audit.record(by, "education.competence_signed", row, training=observed.training, found=observed.found)
    if observed.found is Found.COMPETENT:
        qualify(by, observed.membership_id, observed.training, Proof(row.pk, observed.on, is_competence=True))
    return CompetenceId(row.pk)
