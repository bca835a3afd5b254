"""Offered by name, accepted, came: by area and by language, with small numbers hidden. No name stands in it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from kith.courses.dates import dates_of
from kith.courses.models.following import CourseInvitation
from kith.courses.models.places import CoursePlace
from kith.courses.rules.codes import InvitationAnswer
from kith.courses.rules.inviting import Invited, counted
from kith.families.queries.cards import family_cards
from kith.families.queries.stages import wards
from kith.groups.queries.several import bookings_on
from kith.groups.rules.codes import Attendance
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.ids import CourseId, FamilyId
from kith.kernel.languages import ENGLISH
from kith.places.queries import ward_names
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer, system_actor
from kith.showing.shares import ShownShare, shown_shares
from kith.walls.saying import beyond

SPAN = timedelta(days=365)
READER = system_actor("courses.counting")


@dataclass(frozen=True)
class ReachRow:
    """One group: how many accepted of those offered, and how many came of those who accepted."""

    group: str
    accepted: ShownShare
    came: ShownShare


@dataclass(frozen=True)
class ReachOfInvitations:
    """Invitations by name in a year: in all, by ward and by language; a group is its code."""

    all: ReachRow
    by_ward: tuple[ReachRow, ...]
    by_language: tuple[ReachRow, ...]


def reach_of_invitations(viewer: Viewer) -> ReachOfInvitations:
    """What came of the invitations by name of the last year in the whole place."""
    access.require(viewer, Permission.SEE_REGISTER)
    return _counted()


@beyond("counts of the whole place, without a name")
def _counted() -> ReachOfInvitations:
    since = clock.now() - SPAN
    rows = list(CourseInvitation.objects.filter(made_at__gt=since).values_list("course_id", "family_id", "answer"))
    families = {FamilyId(family_id) for _, family_id, _ in rows}
    came = _came({CourseId(course_id) for course_id, _, _ in rows}, families)
    on_it = set(CoursePlace.objects.filter(family_id__in=families).values_list("course_id", "family_id"))
    lives_in = wards(READER, where=Q(pk__in=families))
    speaks = {family_id: card.speaks for family_id, card in family_cards(READER, families).items()}

    def invited(groups: Mapping[FamilyId, str]) -> Iterable[Invited]:
        for course_id, each, answer in rows:
            family_id = FamilyId(each)
            has_accepted = answer == InvitationAnswer.ACCEPTED or (course_id, family_id) in on_it
            yield Invited(groups.get(family_id, ""), has_accepted, (course_id, family_id) in came)

    whole = _shown(counted(invited({}), [""]))
    names = ward_names()
    by_ward = counted(invited({each: code for each, code in lives_in.items() if code in names}), [])
    by_language = counted(invited(speaks), [])
    return ReachOfInvitations(whole[0], _shown(by_ward), _shown(by_language))


def _came(courses: Collection[CourseId], families: Collection[FamilyId]) -> set[tuple[int, FamilyId]]:
    """Who came to at least one date of which course."""
    came = set()
    for course_id, dates in dates_of(READER, courses, lang=ENGLISH.code).items():
        bookings = bookings_on(READER, [each.session.id for each in dates], families)
        there = (Attendance.ARRIVED, Attendance.LEFT_EARLY)
        came |= {(int(course_id), family_id) for (family_id, _), each in bookings.items() if each.attendance in there}
    return came


def _shown(counts: Mapping[str, tuple[int, int, int]]) -> tuple[ReachRow, ...]:
    """The rows by group, each number hidden that could point at a family: what is hidden of one share is of both."""
    groups, smallest = sorted(counts), SMALLEST_COUNT.now
    if not groups:
        return ()
    offered, accepted, came = ([counts[group][part] for group in groups] for part in range(3))
    first = shown_shares([[each] for each in accepted], [[each] for each in offered], smallest=smallest)
    second = shown_shares([[each] for each in came], [[each] for each in accepted], smallest=smallest)
    hidden = ShownShare(None, None, None, is_hidden=True)
    rows = []
    for group, (left,), (right,) in zip(groups, first, second, strict=True):
        is_hidden = left.is_hidden or right.total is None
        rows.append(ReachRow(group, hidden if is_hidden else left, hidden if is_hidden or right.is_hidden else right))
    return tuple(rows)
