"""The forms of the place, and assessments made with them."""

from dataclasses import dataclass
from datetime import datetime

from kith.families.queries.cards import BabyCard, FamilyCard, family_cards, family_of_baby
from kith.feeding.models.assessments import Assessment, AssessmentForm, FormVersion
from kith.feeding.queries.alerts import AlertRow, alert_of_assessment
from kith.feeding.queries.statuses import baby_opened, must_live
from kith.feeding.rules import assessments
from kith.feeding.rules.assessments import FormContent, Mark, Question, Texts, from_data, marked
from kith.feeding.rules.weights import age_days
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_card
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class OfferedForm:
    """A form that can be used now."""

    key: str
    title: Texts


@dataclass(frozen=True)
class Assessing:
    """What a worker needs on the screen to assess one baby with a form."""

    family: FamilyCard
    baby: BabyCard
    version_id: int
    number: int
    content: FormContent
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Answered:
    """A question with what was answered; ``leads`` are the answers that led to a person."""

    question: Question
    chosen: tuple[Texts, ...]
    leads: Mark


@dataclass(frozen=True)
class AssessmentPage:
    """An assessment as it was answered, with the wording of its own version."""

    family: FamilyCard
    baby: BabyCard
    content: FormContent
    number: int
    answered: tuple[Answered, ...]
    note: str
    assessed_at: datetime
    by: MembershipCard | None
    alert: AlertRow | None
    is_urgent: bool


@dataclass(frozen=True)
class VersionRow:
    """One version of a form in its history."""

    number: int
    made_at: datetime
    published_at: datetime | None
    assessment_count: int


@dataclass(frozen=True)
class FormPage:
    """A form with its published content, its draft, and its versions."""

    key: str
    is_withdrawn: bool
    published: FormContent | None
    draft: FormContent | None
    versions: tuple[VersionRow, ...]

    @property
    def shown(self) -> FormContent:
        """The draft where there is one, else what is published."""
        found = self.draft or self.published
        if found is None:
            raise NotFound("assessment form")
        return found


def offered_forms() -> tuple[OfferedForm, ...]:
    """The forms that families can be assessed with today; they hold nothing about any person."""
    rows = FormVersion.objects.filter(published_at__isnull=False, form__is_withdrawn=False)
    latest = {row.form.key: row for row in rows.select_related("form").order_by("form__key", "number")}
    return tuple(OfferedForm(key, row.content["title"]) for key, row in latest.items())


def assessing(viewer: Viewer, family_id: FamilyId, baby_id: BabyId, key: str) -> Assessing:
    """What the form on the screen needs; NotFound unless the viewer may open the record. Written down as a read."""
    access.require(viewer, Permission.RECORD_FEEDING)
    family, baby = baby_opened(viewer, family_id, baby_id)
    must_live(family, baby)
    version = FormVersion.objects.filter(form__key=key, form__is_withdrawn=False, published_at__isnull=False)
    row = version.order_by("-number").first()
    if row is None:
        raise NotFound("assessment form")
    content = from_data(row.content)
    age = age_days(baby.born_on, clock.today())
    return Assessing(
        family=family,
        baby=baby,
        version_id=row.pk,
        number=row.number,
        content=content,
        questions=content.questions_for(age),
    )


def assessment_page(viewer: Viewer, family_id: FamilyId, baby_id: BabyId, assessment_id: int) -> AssessmentPage:
    """An assessment; NotFound unless the viewer may open the record. Written down as a read."""
    baby = family_of_baby(viewer, baby_id)
    row = Assessment.objects.filter(pk=assessment_id, baby_id=baby_id).select_related("version").first()
    if row is None or baby.family_id != family_id:
        raise NotFound("assessment")
    audit.read(viewer, "feeding.assessment_opened", "feeding.Assessment", assessment_id, family_id=family_id)
    content = from_data(row.version.content)
    questions = content.questions_for(row.age_days)
    return AssessmentPage(
        family=family_cards(viewer, [family_id])[family_id],
        baby=baby,
        content=content,
        number=row.version.number,
        answered=tuple(_answered(question, row.answers.get(question.key, [])) for question in questions),
        note=row.note,
        assessed_at=row.assessed_at,
        by=membership_card(MembershipId(row.membership_id)) if row.membership_id else None,
        alert=alert_of_assessment(row.pk),
        is_urgent=assessments.is_urgent(marked(questions, row.answers)),
    )


def assessment_forms(viewer: Viewer) -> list[FormPage]:
    """Every form of the place, for the infant feeding lead."""
    access.require(viewer, Permission.MANAGE_FEEDING)
    return [_form(row) for row in AssessmentForm.objects.order_by("key")]


def assessment_form(viewer: Viewer, key: str) -> FormPage:
    """One form with its draft and its versions."""
    access.require(viewer, Permission.MANAGE_FEEDING)
    row = AssessmentForm.objects.filter(key=key).first()
    if row is None:
        raise NotFound("assessment form")
    return _form(row)


def _form(row: AssessmentForm) -> FormPage:
    versions = list(row.versions.order_by("-number"))
    published = next((each for each in versions if each.published_at), None)
    draft = next((each for each in versions if not each.published_at), None)
    return FormPage(
        key=row.key,
        is_withdrawn=row.is_withdrawn,
        published=from_data(published.content) if published else None,
        draft=from_data(draft.content) if draft else None,
        versions=tuple(
            VersionRow(each.number, each.made_at, each.published_at, each.assessments.count()) for each in versions
        ),
    )


def _answered(question: Question, keys: list[str]) -> Answered:
    chosen = [choice for choice in question.choices if choice.key in keys]
    marks = {choice.mark for choice in chosen}
    leads = next((mark for mark in (Mark.URGENT, Mark.PERSON) if mark in marks), Mark.NONE)
    return Answered(question, tuple(choice.text for choice in chosen), leads)
