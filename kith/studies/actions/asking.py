"""Asking what keeps families away: by an open link, by a private one, and in interviews."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.families.queries.bereavement import is_bereaved_contact
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.kernel.refusal import Refusal
from kith.messages.actions.forgetting import forget_address
from kith.messages.actions.queueing import queue_message
from kith.platform import access, audit
from kith.platform.access import Forbidden, NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import ANONYMOUS, Actor, system_actor
from kith.platform.action import action
from kith.platform.private_links import address
from kith.studies.models import BarrierAnswer, BarrierStudy, InterviewNote, StudyInvitation
from kith.studies.rules.asking import Said, may_answer_study, may_begin
from kith.studies.rules.codes import About, AskedHow, StudyId

TELLER = system_actor("studies")


@dataclass(frozen=True)
class Way:
    """Where a private link goes, and in which language."""

    email: str
    phone: str
    language: str


@action
def begin_study(*, by: Actor, title: str, about: About, until_on: date, request_key: UUID) -> StudyId:
    """Begin to ask about one kind of support; the same request key never begins two."""
    access.require(by, Permission.MANAGE_THEMES)
    if before := BarrierStudy.objects.filter(request_key=request_key).first():
        return StudyId(before.pk)
    today = clock.today()
    if refusal := may_begin(title, until_on, today=today):
        raise refusal
    row = BarrierStudy.objects.create(
        title=title.strip(),
        about=about,
        begun_by_id=_person(by),
        begun_on=today,
        until_on=until_on,
        request_key=request_key,
    )
    audit.record(by, "studies.study_begun", row)
    return StudyId(row.pk)


@action
def ask_by_private_link(*, by: Actor, study_id: StudyId, way: Way, request_key: UUID) -> None:
    """Send one person a link of her own; the same request key sends one. To a bereaved family nothing goes."""
    access.require(by, Permission.MANAGE_PANELS)
    study = BarrierStudy.objects.asking(clock.today()).filter(pk=study_id).first()
    if study is None:
        raise NotFound("study")
    if not (way.email or way.phone):
        raise Refusal("study_without_contact")
    if is_bereaved_contact(way.phone, way.email):
        raise Refusal("study_not_to_be_sent")
    row, is_new = StudyInvitation.objects.get_or_create(
        request_key=request_key,
        defaults={
            "study": study,
            "email": way.email,
            "phone": way.phone,
            "language": way.language,
            "asked_by_id": _person(by),
            "asked_on": clock.today(),
        },
    )
    if not is_new:
        return
    audit.record(by, "studies.asked_by_link", study)
    queue_message(
        by=TELLER,
        kind="study_invitation",
        language=row.language,
        facts={"link": address("answer-study", row.token, row.language)},
        dedupe_key=f"study_invitation:{row.pk}",
        to_email=row.email or None,
        to_phone=None if row.email else row.phone,
    )


@action
def answer_study(*, by: Actor, token: str, said: Said, request_key: UUID) -> None:
    """Count what keeps one person away; sent twice it is counted once. A private link is gone with its answer."""
    access.require(by, Permission.ANSWER_BY_LINK)
    if BarrierAnswer.objects.filter(pk=request_key).exists():
        return
    own = StudyInvitation.objects.select_for_update(of=("self",)).filter(token=token).select_related("study").first()
    study = own.study if own else BarrierStudy.objects.filter(token=token).first()
    if study is None:
        raise NotFound("study")
    so_far = BarrierAnswer.objects.filter(study=study, how=AskedHow.OPEN_LINK, month=_month()).count()
    if refusal := may_answer_study(said, is_over=study.until_on < clock.today(), open_so_far=0 if own else so_far):
        raise refusal
    _keep(study, said, AskedHow.PRIVATE_LINK if own else AskedHow.OPEN_LINK, request_key)
    audit.record(ANONYMOUS if by.is_signed_in else by, "studies.study_answered", study)
    if own:
        forget_address(by=TELLER, dedupe_keys=[f"study_invitation:{own.pk}"])
        own.delete()


@action
def enter_interview(*, by: Actor, study_id: StudyId, said: Said, words: str, request_key: UUID) -> None:
    """Write down an interview: reasons in codes to be counted, words for those who code; entered twice, once."""
    access.require(by, Permission.MANAGE_THEMES)
    study = BarrierStudy.objects.filter(pk=study_id).first()
    if study is None:
        raise NotFound("study")
    if BarrierAnswer.objects.filter(pk=request_key).exists():
        return
    if refusal := may_answer_study(said, is_over=study.until_on < clock.today(), open_so_far=0):
        raise refusal
    row = _keep(study, said, AskedHow.INTERVIEW, request_key)
    if words.strip():
        InterviewNote.objects.create(answer=row, words=words.strip(), interviewer_id=_person(by))
    audit.record(by, "studies.interview_entered", study)


@action
def forget_past_links(*, by: Actor) -> int:
    """Forget who was asked by past studies; gives how many links went. Safe to run twice."""
    access.require(by, Permission.MANAGE_PANELS)
    asked = StudyInvitation.objects.filter(study__until_on__lt=clock.today())
    keys = [f"study_invitation:{pk}" for pk in asked.values_list("pk", flat=True)]
    if keys:
        forget_address(by=by, dedupe_keys=keys)
        asked.delete()
        audit.record(by, "studies.links_forgotten", BarrierStudy(), count=len(keys))
    return len(keys)


def _person(by: Actor) -> MembershipId:
    if by.membership_id is None:
        raise Forbidden("study")
    return by.membership_id


def _keep(study: BarrierStudy, said: Said, how: AskedHow, key: UUID) -> BarrierAnswer:
    return BarrierAnswer.objects.create(
        id=key,
        study=study,
        how=how,
        month=_month(),
        language=said.language,
        community=said.community,
        used=said.used,
        reasons=[str(each) for each in said.reasons],
    )


def _month() -> date:
    return clock.today().replace(day=1)
