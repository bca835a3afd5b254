"""The pregnancy and the babies, each with its ladder of milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from kith.families.queries.page import BabyRow, PregnancyRow
from kith.families.wording.records import age_words
from kith.feeding.queries.statuses import FeedingRow
from kith.feeding.rules.statuses import Source
from kith.feeding.wording.first_feed import status_name
from kith.feeding.wording.goals import SOURCES
from kith.feeding.wording.statuses import MILESTONES
from kith.front.family_page.opened import Opened
from kith.front.ladder import Rung, ladder
from kith.front.timeline import Moment
from kith.kernel.ids import BabyId
from kith.platform.access.permissions import Permission
from kith.platform.ui import formats

NEWBORN = timedelta(days=28)


@dataclass(frozen=True)
class Babies:
    """What the section shows, and the answers that stand in the timeline."""

    pregnancy: PregnancyRow | None
    babies: tuple[tuple[BabyRow, str, list[Rung]], ...]
    answers: tuple[FeedingRow, ...]
    names: dict[BabyId, str]
    may_record: bool
    may_register: bool
    may_add_another: bool


def read(opened: Opened) -> Babies:
    """Each living baby with its age and its ladder, and the pregnancy while it lasts."""
    page, pregnancy = opened.page, opened.page.pregnancy
    is_expecting, may_register = bool(pregnancy and not pregnancy.ended_on), opened.may(Permission.REGISTER_FAMILY)
    return Babies(
        pregnancy=pregnancy if is_expecting else None,
        babies=tuple(
            (baby, age_words(baby.born_on, opened.today), ladder(baby, opened.followed, opened.today))
            for baby in page.babies
            if not baby.has_died
        ),
        answers=opened.followed.feeding,
        names={baby.id: baby.name for baby in page.babies},
        may_record=opened.may(Permission.RECORD_FEEDING),
        may_register=may_register,
        may_add_another=may_register and not is_expecting and _has_newborn(opened),
    )


def _has_newborn(opened: Opened) -> bool:
    """Whether a twin may still be to be written down: the first birth has ended the pregnancy, and with it its link."""
    return any(not baby.has_died and opened.today - baby.born_on < NEWBORN for baby in opened.page.babies)


def moments(it: Babies) -> Iterator[Moment]:
    """The answers on feeding, by baby where there are several."""
    names = it.names
    for row in it.answers:
        yield _answer(row, names)


def _answer(row: FeedingRow, names: dict[BabyId, str]) -> Moment:
    lines = [_("Asked on %(day)s") % {"day": formats.date(row.asked_on, "medium")}]
    if row.source is not Source.UNSTATED:
        lines.append(str(SOURCES[row.source]))
    if row.by:
        lines.append(_("Recorded by %(name)s") % {"name": row.by.name})
    if len(names) > 1 and (name := names.get(row.baby_id)):
        lines.insert(0, name)
    title = f"{MILESTONES[row.milestone]}: {status_name(row.milestone, row.status)}"
    return Moment(row.recorded_at, title, tuple(lines), is_corrected=not row.is_current)
