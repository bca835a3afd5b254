"""One timeline of a family, gathered from the rooms that know a piece of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from kith.care.queries import FamilyCare, FeedingRow, LeadRow
from kith.care.wording import FEEDING, MILESTONES
from kith.families.queries import BabyRow, ConsentRow, FamilyPage
from kith.families.wording import CAME_BY, PURPOSES
from kith.kernel.ids import BabyId
from kith.platform.ui import formats


@dataclass(frozen=True)
class Moment:
    """Something that happened: when, what, and what there is to say of it.."""

    at: datetime
    title: str
    lines: tuple[str, ...] = ()
    is_corrected: bool = False


def timeline(page: FamilyPage, care: FamilyCare, others: Iterable[Moment] = ()) -> list[Moment]:
    """Everything known, the latest first."""
    babies = {baby.id: baby for baby in page.babies}
    moments = [
        *(moment for row in page.consents for moment in _consent(row)),
        *(moment for row in care.leads for moment in _lead(row)),
        *(_feeding(row, babies, is_one=len(babies) == 1) for row in care.feeding),
        *others,
        Moment(page.registered_at, str(CAME_BY[page.came_by])),
    ]
    return sorted(moments, key=lambda moment: moment.at, reverse=True)


def _consent(row: ConsentRow) -> Iterator[Moment]:
    language = formats.language(row.language)
    spoken = _("In %(language)s, with an interpreter") if row.with_interpreter else _("In %(language)s")
    lines = [str(PURPOSES[row.purpose]), spoken % {"language": language}]
    if row.until_on:
        lines.append(_("Until %(day)s") % {"day": formats.date(row.until_on, "medium")})
    title = _("%(organisation)s may see the record") % {"organisation": row.organisation}
    yield Moment(row.granted_at, title, tuple(lines))
    if row.withdrawn_at:
        title = _("%(organisation)s may no longer see the record") % {"organisation": row.organisation}
        yield Moment(row.withdrawn_at, title, (str(PURPOSES[row.purpose]),))


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
