"""The figures of the training module of the national collection (WT01 to WT05), to be typed in by the council.

Source: the form definitions of "Workforce training", section 6, exported on 27 May 2026 (a draft module).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kith.education.models.sessions import TrainingAttendance, TrainingSession
from kith.education.rules.codes import Presence
from kith.education.rules.national import StillOffered, still_offered
from kith.kernel.quarter import Quarter
from kith.kernel.training import Training
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class TrainingFigures:
    """One training: WT01 is its name; WT02 whether it is still offered; WT04 how many people took part, each once.

    WT03, the services, and WT05, remarks, are not held here: a person adds them. ``attendances`` counts a person as
    often as they came, for the remark.
    """

    training: Training
    offered: StillOffered
    people: int
    attendances: int


def training_module(viewer: Viewer, quarter: Quarter) -> tuple[TrainingFigures, ...]:
    """The figures of one quarter, for every training that was ever held by its end."""
    access.require(viewer, Permission.MANAGE_EDUCATION)
    first, last = quarter.first_day, quarter.last_day
    sessions = TrainingSession.objects.not_called_off().filter(held_on__lte=last).order_by()
    days: dict[Training, list[date]] = {}
    for code, held_on in sessions.values_list("training", "held_on").distinct():
        days.setdefault(Training(code), []).append(held_on)
    came = TrainingAttendance.objects.filter(
        presence=Presence.ATTENDED, session__held_on__range=(first, last), session__called_off_on=None
    ).values_list("session__training", "membership__account_id")
    people: dict[Training, Counter[int]] = {}
    for code, person in came:
        people.setdefault(Training(code), Counter())[person] += 1
    planned = set(TrainingSession.objects.not_called_off().filter(held_on__gt=last).values_list("training", flat=True))
    return tuple(
        TrainingFigures(
            training,
            still_offered(days[training], first=first, is_planned=training in planned),
            len(people.get(training, ())),
            sum(people.get(training, Counter()).values()),
        )
        for training in Training
        if training in days
    )
