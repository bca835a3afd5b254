"""A weight, an assessment and a plan of a baby, as rows: they are there whether or not a viewer may open them."""

from dataclasses import dataclass

from kith.feeding.models.assessments import Assessment, AssessmentForm, FormVersion
from kith.feeding.models.plans import FeedingPlan
from kith.feeding.models.weights import Weight
from kith.feeding.rules.weights import Where
from kith.kernel import clock
from kith.kernel.ids import BabyId, new_uuid
from kith.organisations.models import Membership

KEY = "in-use"


@dataclass(frozen=True)
class FeedingIds:
    """What the addresses of a baby's feeding ask for; forms and questions belong to the place."""

    weight_id: int
    assessment_id: int
    plan_id: int
    key: str = KEY
    question: str = "q1"
    reason: str = "loss"


def feeding_ids(baby_id: BabyId) -> FeedingIds:
    """Write one of each down."""
    now, somebody = clock.now(), Membership.objects.order_by("pk")[0]
    version = _version()
    weight = Weight.objects.create(baby_id=baby_id, grams=4200, weighed_at=now, recorded_at=now, where=Where.HOME)
    assessment = Assessment.objects.create(
        baby_id=baby_id, version=version, answers={"q1": ["c1"]}, assessed_at=now, age_days=49, request_key=new_uuid()
    )
    plan = FeedingPlan.objects.create(
        baby_id=baby_id,
        agreed="Feed often",
        language="ro",
        agreed_with="Ioana",
        review_on=clock.today(),
        agreed_at=now,
        membership=somebody,
    )
    return FeedingIds(weight.pk, assessment.pk, plan.pk)


def _version() -> FormVersion:
    """A form in use, with the draft of its next version."""
    question = {
        "key": "q1",
        "text": {"en": "Does the baby wake for feeds?"},
        "hint": {},
        "many": False,
        "from_day": 0,
        "until_day": 730,
        "choices": [
            {"key": "c1", "text": {"en": "Yes"}, "mark": "none"},
            {"key": "c2", "text": {"en": "No"}, "mark": "person"},
        ],
    }
    content = {"title": {"en": "How feeding goes"}, "source": "Ours", "owner": "Lead", "questions": [question]}
    known = FormVersion.objects.filter(form__key=KEY, number=1).first()
    if known:
        return known
    form, now = AssessmentForm.objects.create(key=KEY), clock.now()
    FormVersion.objects.create(form=form, number=2, content=content, made_at=now)
    return FormVersion.objects.create(form=form, number=1, content=content, made_at=now, published_at=now)
