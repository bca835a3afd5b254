"""Assessing how feeding goes, with the form of the place."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.families.actions.locking import lock_family
from kith.families.queries.cards import family_of_baby
from kith.feeding.actions.alerts import lead_on
from kith.feeding.models.assessments import Assessment, FormVersion
from kith.feeding.rules.assessments import check_answers, from_data, marked
from kith.feeding.rules.weights import Reason, age_days
from kith.kernel import clock
from kith.kernel.ids import BabyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@dataclass(frozen=True)
class AssessmentDone:
    """The assessment as it was written down, and whether an answer led to a person."""

    assessment_id: int
    led_on: bool


@action
def record_assessment(
    *,
    by: Actor,
    baby_id: BabyId,
    version_id: int,
    answers: Mapping[str, list[str]],
    note: str,
    request_key: UUID,
) -> AssessmentDone:
    """Write the answers down with the version they were given on; the same request key never makes two.

    An answer that the form marks becomes a named person's next step. Nothing is added up and nothing is judged.
    """
    access.require(by, Permission.RECORD_FEEDING)
    baby = family_of_baby(by, baby_id)
    lock_family(baby.family_id)
    if before := Assessment.objects.filter(request_key=request_key, baby_id=baby_id).first():
        return AssessmentDone(before.pk, before.alerts.exists())
    version = FormVersion.objects.filter(pk=version_id, published_at__isnull=False).first()
    if version is None:
        raise Refusal("form_not_published")
    age = age_days(baby.born_on, clock.today())
    questions = from_data(version.content).questions_for(age)
    given = {key: list(chosen) for key, chosen in answers.items() if chosen}
    if refusal := check_answers(questions, given):
        raise refusal
    row = Assessment.objects.create(
        baby_id=baby_id,
        version=version,
        answers=given,
        note=note.strip(),
        assessed_at=clock.now(),
        age_days=age,
        membership_id=by.membership_id,
        request_key=request_key,
    )
    audit.record(by, "feeding.assessment_recorded", row, family_id=baby.family_id, version=version.pk)
    if marked(questions, given):
        lead_on(by, baby, Reason.ANSWER, assessment=row)
    return AssessmentDone(row.pk, row.alerts.exists())
