"""How often a family that needs an interpreter had one, or a worker who speaks its language."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from kith.contacts.models.contacts import Contact
from kith.contacts.rules.contacts import HER_NEED_WAS_MET
from kith.families.rules.codes import InterpreterNeed
from kith.kernel import clock
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond


@dataclass(frozen=True)
class MonthOfTalk:
    """The contacts of one month with families who need an interpreter, and in how many of them the need was met."""

    first: date
    contacts: int
    met: int


@beyond("counts of the whole place, without a name")
def language_met(viewer: Viewer, first: date, last: date) -> list[MonthOfTalk]:
    """Counts by month of the whole place, without a name; a month without such a contact is left out."""
    access.require(viewer, Permission.SEE_LANGUAGE)
    midnight = datetime.combine(first, time(), clock.LONDON)
    end = datetime.combine(last, time.max, clock.LONDON)
    needed = Contact.objects.current().filter(interpreter_need=InterpreterNeed.YES, at__range=(midnight, end))
    months = (
        needed.annotate(month=TruncMonth("at", tzinfo=clock.LONDON))
        .values_list("month")
        .annotate(
            contacts=Count("*"),
            met=Count("pk", filter=Q(how_we_talked__in=sorted(HER_NEED_WAS_MET))),
        )
        .order_by("month")
    )
    return [MonthOfTalk(month.date(), *counts) for month, *counts in months]
