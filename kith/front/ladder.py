"""A baby's milestones as a ladder: what is known, what can be asked now, what comes next."""

from dataclasses import dataclass
from datetime import date

from kith.families.queries.page import BabyRow
from kith.feeding.queries.statuses import FamilyCare
from kith.feeding.rules import statuses as feeding
from kith.feeding.rules.statuses import Milestone, days_overdue
from kith.feeding.wording.first_feed import status_name
from kith.feeding.wording.statuses import MILESTONES, due_words


@dataclass(frozen=True)
class Rung:
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


def ladder(baby: BabyRow, care: FamilyCare, today: date) -> list[Rung]:
    """The milestones reached and the next one to come, in order; ones that passed unasked stay, as not asked."""
    rungs = []
    for milestone in Milestone:
        answer = care.current(baby.id, milestone)
        opens_on = feeding.opens_on(milestone, baby.born_on)
        overdue = days_overdue(milestone, born_on=baby.born_on, today=today)
        is_askable = feeding.is_askable(milestone, born_on=baby.born_on, today=today)
        rungs.append(
            Rung(
                milestone=milestone,
                name=str(MILESTONES[milestone]),
                status=str(status_name(milestone, answer.status)) if answer else "",
                asked_on=answer.asked_on if answer else None,
                opens_on=opens_on,
                due_on=feeding.due_on(milestone, baby.born_on),
                due=due_words(overdue),
                is_early=opens_on > today,
                is_overdue=is_askable and not answer and overdue > 0,
                is_askable=is_askable,
            )
        )
        if opens_on > today:
            break
    return rungs
