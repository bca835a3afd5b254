"""A baby's milestones in order: what is known, what can be asked now, what comes next."""

from dataclasses import dataclass
from datetime import date

from kith.families.queries.page import BabyRow
from kith.feeding.queries.statuses import FeedingAnswers
from kith.feeding.rules import statuses as feeding
from kith.feeding.rules.statuses import Milestone, days_overdue
from kith.feeding.wording.first_feed import status_name
from kith.feeding.wording.statuses import MILESTONES
from kith.platform.ui import formats


@dataclass(frozen=True)
class MilestoneLine:
    """One milestone of one baby."""

    milestone: Milestone
    name: str
    status: str
    asked_on: date | None
    opens_on: date
    due_on: date
    due: str
    is_early: bool
    is_overdue: bool
    is_askable: bool


def milestones_of(baby: BabyRow, answers: FeedingAnswers, today: date) -> list[MilestoneLine]:
    """The milestones reached and the next one to come, in order; ones that passed unasked stay, as not asked."""
    lines = []
    for milestone in Milestone:
        answer = answers.current(baby.id, milestone)
        opens_on = feeding.opens_on(milestone, baby.born_on)
        overdue = days_overdue(milestone, born_on=baby.born_on, today=today)
        is_askable = feeding.is_askable(milestone, born_on=baby.born_on, today=today)
        lines.append(
            MilestoneLine(
                milestone=milestone,
                name=str(MILESTONES[milestone]),
                status=str(status_name(milestone, answer.status)) if answer else "",
                asked_on=answer.asked_on if answer else None,
                opens_on=opens_on,
                due_on=feeding.due_on(milestone, baby.born_on),
                due=formats.due(overdue),
                is_early=opens_on > today,
                is_overdue=is_askable and not answer and overdue > 0,
                is_askable=is_askable,
            )
        )
        if opens_on > today:
            break
    return lines
