"""How often a family that needs an interpreter had one, or a worker who speaks its language."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from kith.contacts.models.contacts import Contact
from kith.contacts.rules.contacts import HER_NEED_WAS_MET, TalkReason
from kith.families.rules.codes import InterpreterNeed
from kith.kernel import clock
from kith.kernel.ids import MembershipId
from kith.organisations.queries.people import membership_cards
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


@beyond("counts of the whole place, without a name")
def why_not_met(viewer: Viewer, first: date, last: date) -> tuple[Counter[tuple[str, TalkReason]], ...]:
    """Why a need was not met, counted by organisation and reason, and by language and reason.

    The counts are of the whole place and unprotected: what shows them hides the small ones.
    """
    access.require(viewer, Permission.SEE_LANGUAGE)
    midnight = datetime.combine(first, time(), clock.LONDON)
    end = datetime.combine(last, time.max, clock.LONDON)
    rows = (
        Contact.objects.current()
        .filter(interpreter_need=InterpreterNeed.YES, at__range=(midnight, end))
        .exclude(talk_reason="")
        .values_list("membership_id", "speaks", "talk_reason")
        .annotate(count=Count("*"))
        .order_by()
    )
    found = [(MembershipId(by), speaks, TalkReason(reason), count) for by, speaks, reason, count in rows]
    people = membership_cards(by for by, *_ in found)
    by_organisation: Counter[tuple[str, TalkReason]] = Counter()
    by_language: Counter[tuple[str, TalkReason]] = Counter()
    for by, speaks, reason, count in found:
        by_organisation[people[by].organisation.name, reason] += count
        by_language[speaks, reason] += count
    return by_organisation, by_language
