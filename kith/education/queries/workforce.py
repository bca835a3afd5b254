"""The languages and communities of people at work beside those of local births: totals, never a person."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Sum

from kith.education.models.workforce import WorkforceCount
from kith.education.rules.communities import Community
from kith.education.rules.requirements import MEET_FAMILIES
from kith.education.rules.totals import BesideRow, beside
from kith.families.queries.stages import births_in_groups
from kith.kernel import clock
from kith.kernel.choices.place import SMALLEST_COUNT
from kith.kernel.ids import OrganisationId
from kith.organisations.queries.people import organisation_cards
from kith.organisations.queries.workforce import languages_at_work
from kith.places.codes.ethnicity import category
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.walls.saying import beyond

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Workforce:
    """Languages and communities, the days they are of, and which organisations have counted their people."""

    languages: tuple[BesideRow[str], ...]
    communities: tuple[BesideRow[Community], ...]
    births_from: date
    births_until: date
    counted: Mapping[str, date | None]


def workforce(viewer: Viewer) -> Workforce:
    """Who works for families, beside the births of the last year."""
    access.require(viewer, Permission.SEE_EDUCATION)
    last = clock.today()
    first = last - YEAR
    spoken, of_community = _births(viewer, first, last)
    least = SMALLEST_COUNT.now
    return Workforce(
        beside(languages_at_work(MEET_FAMILIES), spoken, smallest_shown=least),
        beside(_communities(), of_community, smallest_shown=least),
        first,
        last,
        _counted(),
    )


def own_counts(viewer: Viewer, organisation_id: OrganisationId) -> dict[Community, int]:
    """What the viewer's organisation has counted so far."""
    access.require(viewer, Permission.MANAGE_EDUCATION)
    rows = WorkforceCount.objects.current().filter(organisation_id=organisation_id)
    return {Community(code): people for code, people in rows.values_list("community", "people")}


def community_of(ethnicity: str) -> Community:
    """The group of an ethnic category, as the census counts it; what was not said is not known."""
    group = category(ethnicity).census_group
    return Community(group.value) if group else Community.UNKNOWN


@beyond("counts of the whole place, without a name")
def _births(viewer: Viewer, first: date, last: date) -> tuple[Counter[str], Counter[Community]]:
    births = births_in_groups(viewer, first, last)
    languages = Counter(each.speaks for each in births if each.speaks)
    return languages, Counter(community_of(each.ethnicity) for each in births)


def _communities() -> dict[Community, int]:
    rows = WorkforceCount.objects.current().values_list("community").annotate(people=Sum("people"))
    return {Community(code): people for code, people in rows}


def _counted() -> dict[str, date | None]:
    latest = WorkforceCount.objects.current().values_list("organisation_id").annotate(day=Max("counted_on"))
    days = dict(latest)
    return {card.name: days.get(each) for each, card in organisation_cards().items()}
