"""Supporters, for those who look after them; and one's own path, behind a private link."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import membership_cards
from kith.organisations.queries.workforce import workers
from kith.organisations.rules import Role
from kith.peers.models.companions import checks_of
from kith.peers.models.courses import CourseMeeting, MeetingAttendance
from kith.peers.models.proofs import PeerCheck
from kith.peers.models.supporters import PeerSupporter
from kith.peers.rules.checks import CheckFacts
from kith.peers.rules.codes import (
    PATH,
    WEEKS,
    CheckId,
    CheckLevel,
    CheckState,
    ChildWork,
    PeerSkill,
    SupporterId,
    SupporterState,
)
from kith.peers.rules.matching import Offered
from kith.peers.rules.path import Proofs, missing_for
from kith.peers.settings import REMIND_DAYS
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked, Paged, paged
from kith.walls.saying import beyond


@dataclass(frozen=True)
class SupporterRow:
    """A supporter in a list: how far they have come, what they speak, and whether their check ends soon."""

    id: SupporterId
    name: str
    state: SupporterState
    offered: Offered
    course: str
    check: CheckFacts | None
    is_check_ending: bool


@dataclass(frozen=True)
class ReferenceRow:
    """One reference."""

    known_as: str
    is_good: bool
    note: str
    received_on: date


@dataclass(frozen=True)
class CheckRow:
    """One check, the reason of its level, and the person who decided it."""

    id: CheckId
    work: ChildWork
    level: CheckLevel
    reason: str
    decided_by: str
    decided_on: date
    state: CheckState
    until_on: date | None


@dataclass(frozen=True)
class SkillRow:
    """One competence: when it was seen, and which trainer signed; both are empty until then."""

    skill: PeerSkill
    observed_on: date | None
    signed_by: str


@dataclass(frozen=True)
class SupporterPage:
    """All that is known of one supporter."""

    row: SupporterRow
    email: str
    phone: str
    language: str
    about: str
    why: str
    interview: str
    places: int
    at_work_as: str
    references: tuple[ReferenceRow, ...]
    checks: tuple[CheckRow, ...]
    skills: tuple[SkillRow, ...]
    weeks: frozenset[int]
    next: tuple[SupporterState, ...]
    missing: Mapping[SupporterState, tuple[str, ...]]

    @property
    def is_whole(self) -> bool:
        """Whether all weeks were met and all competences signed: a certificate can be given."""
        return self.weeks >= set(WEEKS) and all(each.signed_by for each in self.skills)

    @property
    def open_check(self) -> CheckRow | None:
        """The check that counts, where its answer can still change."""
        return next((each for each in self.checks[:1] if each.state is not CheckState.BARRED), None)


@dataclass(frozen=True)
class OwnPath:
    """How far a person has come, as they see it behind their own link."""

    token: str
    name: str
    state: SupporterState
    course: str
    place: str
    meetings: tuple[date, ...]
    weeks: frozenset[int]


def supporters(viewer: Viewer, asked: ListAsked, *, state: str = "") -> Paged[SupporterRow]:
    """Supporters by name; of one state where one is named, or else all who have not left."""
    access.require(viewer, Permission.MANAGE_PEERS)
    rows = PeerSupporter.objects.select_related("course").order_by("name", "pk")
    rows = rows.filter(state=state) if state in set(SupporterState) else rows.open()
    if asked.words:
        rows = rows.filter(name__icontains=asked.words)
    page = paged(rows, asked)
    checks = checks_of(row.pk for row in page.rows)
    audit.read(viewer, "peers.supporters_listed", PeerSupporter._meta.label, viewer.membership_id)
    return page.with_rows(_row(row, checks.get(row.pk)) for row in page.rows)


def supporter(viewer: Viewer, supporter_id: SupporterId) -> SupporterPage:
    """One supporter with all proofs; NotFound for none."""
    access.require(viewer, Permission.MANAGE_PEERS)
    row = PeerSupporter.objects.filter(pk=supporter_id).select_related("course").first()
    if row is None:
        raise NotFound("supporter")
    audit.read(viewer, "peers.supporter_opened", PeerSupporter._meta.label, row.pk)
    checks = list(PeerCheck.objects.filter(supporter=row).order_by("-pk"))
    signed = {each.skill: each for each in row.competences.all()}
    named = {each.decided_by_id for each in checks} | {each.signed_by_id for each in signed.values()}
    people = membership_cards(MembershipId(each) for each in named | {row.membership_id} if each)
    names = {each: card.name for each, card in people.items()}
    references = tuple(
        ReferenceRow(each.known_as, each.is_good, each.note, each.received_on)
        for each in row.references.order_by("received_on", "pk")
    )
    weeks = _weeks(row)
    facts = checks_of([row.pk]).get(row.pk)
    good = sum(each.is_good for each in references)
    proofs = Proofs(weeks, frozenset(PeerSkill(each) for each in signed), good, facts, row.membership_id is not None)
    after = [each for each in SupporterState if PATH.allows(each, after=SupporterState(row.state))]
    return SupporterPage(
        row=_row(row, facts),
        email=row.email,
        phone=row.phone,
        language=row.language,
        about=row.about,
        why=row.why,
        interview=row.interview,
        places=row.places,
        at_work_as=names.get(MembershipId(row.membership_id or 0), ""),
        references=references,
        checks=tuple(_check(each, names) for each in checks),
        skills=tuple(
            SkillRow(each, signed[each].observed_on, names[MembershipId(signed[each].signed_by_id)])
            if each in signed
            else SkillRow(each, None, "")
            for each in PeerSkill
        ),
        weeks=weeks,
        next=tuple(after),
        missing={each: missing_for(each, proofs, clock.today()) for each in after},
    )


def members_to_choose(viewer: Viewer) -> list[tuple[str, str]]:
    """All who work as peer supporters today, by name, with their numbers."""
    access.require(viewer, Permission.MANAGE_PEERS)
    found = workers(roles=[Role.PEER_SUPPORTER])
    cards = membership_cards(each.id for each in found)
    return [(str(each.id), f"{each.name}, {cards[each.id].organisation.name}") for each in found]


def token_of(viewer: Viewer, supporter_id: SupporterId) -> str:
    """The private part of the address of a supporter's own page, for those who look after supporters."""
    access.require(viewer, Permission.MANAGE_PEERS)
    return PeerSupporter.objects.get(pk=supporter_id).token


@beyond("one's own path, behind a private link")
def own_path(viewer: Viewer, token: str) -> OwnPath:
    """How far the person behind this link has come; NotFound for no link of ours."""
    access.require(viewer, Permission.ANSWER_BY_LINK)
    row = PeerSupporter.objects.filter(token=token).select_related("course").first()
    if row is None:
        raise NotFound("supporter")
    to_come = CourseMeeting.objects.filter(course_id=row.course_id, held_on__gte=clock.today()).order_by("held_on")
    days = to_come.values_list("held_on", flat=True) if row.state == SupporterState.ON_COURSE else ()
    where = (row.course.name, row.course.place) if row.course else ("", "")
    return OwnPath(row.token, row.name, SupporterState(row.state), *where, tuple(days), _weeks(row))


def _weeks(row: PeerSupporter) -> frozenset[int]:
    came = MeetingAttendance.objects.filter(supporter=row, meeting__course_id=row.course_id)
    return frozenset(came.values_list("meeting__week", flat=True))


def _row(row: PeerSupporter, check: CheckFacts | None) -> SupporterRow:
    until = check.until_on if check else None
    is_ending = until is not None and until <= clock.today() + timedelta(days=REMIND_DAYS.now)
    course = row.course.name if row.course else ""
    state = SupporterState(row.state)
    return SupporterRow(SupporterId(row.pk), row.name, state, row.offered, course, check, is_ending)


def _check(row: PeerCheck, names: Mapping[MembershipId, str]) -> CheckRow:
    by, state = names[MembershipId(row.decided_by_id)], CheckState(row.state)
    work, level = ChildWork(row.work), CheckLevel(row.level)
    return CheckRow(CheckId(row.pk), work, level, row.reason, by, row.decided_on, state, row.until_on)
