"""One timeline of a family, gathered from the rooms that know a piece of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.care.queries import FamilyCare, FeedingRow, LeadRow
from kith.care.wording import FEEDING, MILESTONES
from kith.families.queries import BabyRow, ConsentRow, FamilyPage
from kith.families.wording import CAME_BY, PURPOSES
from kith.groups.queries import BookingRow
from kith.groups.rules import Attendance, BookingState
from kith.kernel import clock
from kith.kernel.ids import BabyId
from kith.platform.ui import formats


@dataclass(frozen=True)
class Moment:
    """Something that happened: when, what, and what there is to say of it.."""

    at: datetime
    title: str
    lines: tuple[str, ...] = ()
    is_corrected: bool = False


def timeline(page: FamilyPage, care: FamilyCare, bookings: Iterable[BookingRow]) -> list[Moment]:
    """Everything known, the latest first; a session to come stands at its own time."""
    babies = {baby.id: baby for baby in page.babies}
    moments = [
        *(moment for row in page.consents for moment in _consent(row)),
        *(moment for row in care.leads for moment in _lead(row)),
        *(_feeding(row, babies, is_one=len(babies) == 1) for row in care.feeding),
        *(_booking(row) for row in bookings),
        Moment(page.registered_at, str(CAME_BY[page.came_by])),
    ]
    return sorted(moments, key=lambda moment: moment.at, reverse=True)


def _consent(row: ConsentRow) -> Iterator[Moment]:
    language = formats.language(row.language)
    spoken = _("In %(language)s, with an interpreter") if row.with_interpreter else _("In %(language)s")
    lines = [str(PURPOSES[row.purpose]), spoken % {"language": language}]
    if row.until_on:
        lines.append(_("Until %(day)s") % {"day": formats.date(row.until_on, "medium")})
    who = {"organisation": row.organisation}
    may = (
        _("%(organisation)s may see the record") if row.opens_record else _("%(organisation)s may write to the family")
    )
    yield Moment(row.granted_at, may % who, tuple(lines))
    if row.withdrawn_at:
        may = _("%(organisation)s may no longer see the record")
        if not row.opens_record:
            may = _("%(organisation)s may no longer write to the family")
        yield Moment(row.withdrawn_at, may % who, (str(PURPOSES[row.purpose]),))


def _lead(row: LeadRow) -> Iterator[Moment]:
    who = {"name": row.person.name}
    where = f"{row.person.role_name}, {row.person.organisation.name}"
    yield Moment(row.from_at, _("%(name)s began to lead") % who, (where,))
    if row.until_at:
        yield Moment(row.until_at, _("%(name)s no longer leads") % who, (where,))


def _feeding(row: FeedingRow, babies: dict[BabyId, BabyRow], *, is_one: bool) -> Moment:
    lines = [_("Asked on %(day)s") % {"day": formats.date(row.asked_on, "medium")}]
    if row.by:
        lines.append(_("Recorded by %(name)s") % {"name": row.by.name})
    if not is_one and (name := babies[row.baby_id].name):
        lines.insert(0, name)
    title = f"{MILESTONES[row.milestone]}: {FEEDING[row.status].name}"
    return Moment(row.recorded_at, title, tuple(lines), is_corrected=not row.is_current)


def _booking(row: BookingRow) -> Moment:
    lines = [_state(row), ngettext("%(count)d place", "%(count)d places", row.places) % {"count": row.places}]
    if row.interpreter_language:
        lines.append(
            _("Interpreter asked for: %(language)s") % {"language": formats.language(row.interpreter_language)}
        )
    return Moment(row.starts_at, str(row.title), tuple(lines))


def _state(row: BookingRow) -> str:
    """What has become, or will become, of a booking."""
    if row.is_cancelled:
        return _("Called off by us")
    if row.state is not BookingState.BOOKED:
        return _("On the waiting list") if row.state is BookingState.WAITING else _("Cancelled by the family")
    if row.attendance is Attendance.EXPECTED:
        return _("Booked") if row.starts_at > clock.now() else _("Booked; not noted whether they came")
    return _("Came") if row.attendance is Attendance.ARRIVED else _("Did not come")
