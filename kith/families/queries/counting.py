"""Counts over all families, without a name in them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, DateField, ExpressionWrapper, F, Value
from django.db.models.functions import TruncQuarter

from kith.families.models.bereavement import Bereavement
from kith.families.models.people import Baby
from kith.families.rules.bereavement import Loss
from kith.kernel import clock
from kith.kernel.ids import BabyId
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Death:
    """A baby who has died: statistics leave it out from that day on."""

    baby_id: BabyId
    born_on: date
    died_on: date


def births_by_quarter(viewer: Viewer, first: date, last: date, *, at_age: timedelta) -> dict[date, int]:  # noqa: ARG001
    """How many of the babies born in these days reach this age in each calendar quarter, by the day it begins.

    For any viewer: a count of the whole place names no person. A caller that shows counts of less than the whole
    place puts them under disclosure control first.
    """
    reaches = ExpressionWrapper(F("born_on") + Value(at_age.days), output_field=DateField())
    rows = Baby.objects.filter(born_on__range=(first, last)).annotate(begins_on=TruncQuarter(reaches)).order_by()
    return dict(rows.values_list("begins_on").annotate(count=Count("*")))


def deaths_of_babies(viewer: Viewer, first: date, last: date) -> list[Death]:  # noqa: ARG001  # ids and days, for counts
    """The babies born in these days who have died, for counts of the whole place; they are few.

    Where the day of a death was not given, it is the day on which it was written down.
    """
    rows = Bereavement.objects.in_force().filter(loss=Loss.BABY, baby__born_on__range=(first, last))
    return [
        Death(BabyId(baby_id), born_on, died_on or clock.local(recorded_at).date())
        for baby_id, born_on, died_on, recorded_at in rows.values_list(
            "baby_id", "baby__born_on", "died_on", "recorded_at"
        )
        if baby_id and born_on
    ]
