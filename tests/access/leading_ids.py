"""What the addresses of leading ask for: a handover and an enrolment of each family, an absence, a programme."""

from collections.abc import Mapping
from datetime import timedelta

from kith.caseloads.models.cover import Absence
from kith.caseloads.models.handover import Handover, HandoverState
from kith.caseloads.rules.handover import HandoverReason, HandoverStep
from kith.families.rules.entries import NewFamily
from kith.kernel import clock
from kith.kernel.ids import OrganisationId
from kith.organisations.models import Membership
from kith.organisations.rules import Role
from kith.platform.access.viewer import system_actor
from kith.programmes.actions.programmes import found_programme
from kith.programmes.models.programmes import Enrolment, ProgrammeWorker
from kith.programmes.rules.programmes import Communities

BY = system_actor("tests")
FAR = timedelta(days=200)


def leading_ids(families: Mapping[str, NewFamily], ours: OrganisationId) -> dict[str, dict[str, int]]:
    """The ids for each relation; the handovers are over, so that each family's next one is free to begin."""
    midwife = Membership.objects.get(organisation_id=ours, role=Role.MIDWIFE).pk
    now, far = clock.now(), clock.today() + FAR
    communities = Communities(languages=("ro",))
    programme = found_programme(by=BY, organisation_id=ours, name="Side by side", communities=communities)
    ProgrammeWorker.objects.create(programme_id=programme, membership_id=midwife, from_on=clock.today())
    absence = Absence.objects.create(membership_id=midwife, from_on=far, until_on=far, entered_at=now)
    found = {}
    for name, family in families.items():
        handover = Handover.objects.create(
            family_id=family.id, to_membership_id=midwife, reason=HandoverReason.AREA, opened_at=now, closed_at=now
        )
        HandoverState.objects.create(handover=handover, step=HandoverStep.PROPOSED, at=now)
        enrolment = Enrolment.objects.create(
            programme_id=programme, family_id=family.id, membership_id=midwife, language="ro", enrolled_at=now
        )
        found[name] = {
            "handover_id": handover.pk,
            "enrolment_id": enrolment.pk,
            "absence_id": absence.pk,
            "programme_id": programme,
        }
    return found
