"""Follow-ups after courses: those still to be done, those of one course, and what a mother reads of hers."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kith.courses.models.following import FollowUp
from kith.courses.queries.public import cards_from
from kith.courses.rules.codes import FollowUpEnd
from kith.directory.queries.cards import ServiceCard
from kith.directory.queries.search import services_by_id
from kith.kernel import clock
from kith.kernel.ids import CourseId, CoursePlaceId, FamilyId, FollowUpId, MembershipId, NextStepId, ServiceId
from kith.organisations.queries.people import MembershipCard, membership_cards, people_who_may
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.i18n.texts import LocalText
from kith.platform.listing import ListAsked, Paged, paged
from kith.tasks.queries.next_steps import as_they_are_now
from kith.whats_on.queries.sessions import SessionCard, find_sessions


@dataclass(frozen=True)
class NearService:
    """A service near a mother, and its next date, if it has one."""

    service: ServiceCard
    next_date: SessionCard | None


@dataclass(frozen=True)
class FollowUpRow:
    """A follow-up that is still to be done: which family, which owner, by when, and what else is near her."""

    id: FollowUpId
    course_id: CourseId
    family_id: FamilyId
    name: str
    phone: str
    email: str
    reads: str
    title: LocalText
    owner: MembershipCard
    owner_is_gone: bool
    due_on: date
    days_overdue: int
    near: tuple[NearService, ...]


@dataclass(frozen=True)
class FollowUpPage:
    """One follow-up, and the colleagues it can be given to."""

    row: FollowUpRow
    colleagues: tuple[MembershipCard, ...]


@dataclass(frozen=True)
class OwnedFollowUp:
    """Who follows up a mother after her course, and by when; over once it has ended or its next step has."""

    place_id: CoursePlaceId
    owner: MembershipCard
    due_on: date
    is_over: bool
    ended_as: FollowUpEnd | None


@dataclass(frozen=True)
class MyFollowUp:
    """What a mother reads after a course: who will be in touch and by when, and what is near her now."""

    owner: MembershipCard
    due_on: date
    is_over: bool
    near: tuple[NearService, ...]


def follow_ups(viewer: Viewer, asked: ListAsked, *, lang: str) -> Paged[FollowUpRow]:
    """Those still to be done that are the viewer's or of her organisation's courses: the longest overdue first."""
    access.require(viewer, Permission.SEE_REGISTER)
    rows = access.visible(viewer, FollowUp.objects.open()).select_related("place", "course")
    if asked.words:
        rows = rows.filter(place__contact_name__icontains=asked.words)
    found = paged(rows.order_by("due_on", "pk"), asked)
    audit.read(viewer, "courses.follow_ups_listed", "organisations.Membership", viewer.membership_id)
    return found.with_rows(_rows(viewer, found.rows, lang))


def follow_ups_waiting(viewer: Viewer) -> int:
    """How many of the viewer's own are due."""
    if viewer.membership_id is None:
        return 0
    return FollowUp.objects.open().filter(owner_id=viewer.membership_id, due_on__lte=clock.today()).count()


def follow_up_page(viewer: Viewer, follow_up_id: FollowUpId, *, lang: str) -> FollowUpPage:
    """One that is still to be done; NotFound for one that is over, or another organisation's. A logged read."""
    access.require(viewer, Permission.SEE_REGISTER)
    rows = access.visible(viewer, FollowUp.objects.open()).select_related("place", "course").filter(pk=follow_up_id)
    found = _rows(viewer, list(rows), lang)
    if not found:
        raise NotFound("follow-up")
    row = found[0]
    audit.read(viewer, "courses.follow_up_opened", FollowUp._meta.label, row.id, family_id=row.family_id)
    colleagues = people_who_may(Permission.SEE_REGISTER, viewer.organisation_ids)
    return FollowUpPage(row, tuple(each for each in colleagues if each.id != row.owner.id))


def follow_ups_of(viewer: Viewer, place_ids: Collection[CoursePlaceId]) -> dict[CoursePlaceId, OwnedFollowUp]:
    """Who follows up each family, by its place on the course; what stands in a next step is over when that is."""
    rows = list(access.visible(viewer, FollowUp.objects.filter(place_id__in=place_ids)))
    steps = as_they_are_now([NextStepId(row.step_id) for row in rows if row.step_id])
    people = membership_cards(MembershipId(row.owner_id) for row in rows)
    found = {}
    for row in rows:
        step = steps.get(NextStepId(row.step_id)) if row.step_id else None
        place_id = CoursePlaceId(row.place_id)
        found[place_id] = OwnedFollowUp(
            place_id=place_id,
            owner=step.owner if step else people[MembershipId(row.owner_id)],
            due_on=step.due_on if step else row.due_on,
            is_over=row.ended_at is not None or bool(step and step.ended_as),
            ended_as=row.ended_as or None,
        )
    return found


def my_follow_up(viewer: Viewer, family_id: FamilyId, *, lang: str) -> MyFollowUp | None:
    """The newest follow-up of a parent's own family; None where there is none."""
    access.require(viewer, Permission.SEE_OWN_RECORD, family_id=family_id)
    row = FollowUp.objects.filter(family_id=family_id).order_by("-made_at").first()
    if row is None:
        return None
    place_id = CoursePlaceId(row.place_id)
    owned = follow_ups_of(viewer, [place_id])[place_id]
    near = _near(viewer, [row], lang)
    return MyFollowUp(owned.owner, owned.due_on, owned.is_over, _of(row, near))


def _rows(viewer: Viewer, rows: Sequence[FollowUp], lang: str) -> list[FollowUpRow]:
    people = membership_cards(MembershipId(row.owner_id) for row in rows)
    courses = {card.id: card for card in cards_from(viewer, list({row.course for row in rows}), lang=lang)}
    near, today = _near(viewer, rows, lang), clock.today()
    return [
        FollowUpRow(
            id=FollowUpId(row.pk),
            course_id=CourseId(row.course_id),
            family_id=FamilyId(row.family_id),
            name=row.place.contact_name,
            phone=row.place.contact_phone,
            email=row.place.contact_email,
            reads=row.place.language,
            title=courses[CourseId(row.course_id)].title,
            owner=people[MembershipId(row.owner_id)],
            owner_is_gone=people[MembershipId(row.owner_id)].left_on(today) is not None,
            due_on=row.due_on,
            days_overdue=(today - row.due_on).days,
            near=_of(row, near),
        )
        for row in rows
    ]


def _near(viewer: Viewer, rows: Iterable[FollowUp], lang: str) -> dict[ServiceId, NearService]:
    ids = {ServiceId(each) for row in rows for each in row.near}
    if not ids:
        return {}
    dates: dict[ServiceId, SessionCard] = {}
    for session in find_sessions(viewer, lang=lang, services=ids):
        dates.setdefault(session.service_id, session)
    cards = services_by_id(viewer, ids, lang=lang)
    return {each: NearService(card, dates.get(each)) for each, card in cards.items()}


def _of(row: FollowUp, near: dict[ServiceId, NearService]) -> tuple[NearService, ...]:
    return tuple(near[ServiceId(each)] for each in row.near if ServiceId(each) in near)
