"""Where families stand, for those who share out the work: stage, ward, who they let in; and births by group."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, OuterRef, Q, Subquery

from kith.families.models.family import Address, Family
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class Stage:
    """Where a family stands: its youngest baby's birthday, and when a baby is due while a pregnancy is under way."""

    family_id: FamilyId
    youngest_born_on: date | None
    due_on: date | None

    @property
    def is_expecting(self) -> bool:
        """Whether a pregnancy is under way."""
        return self.due_on is not None


@dataclass(frozen=True)
class BirthInGroups:
    """A family's birth in a period, with the groups its main parent belongs to; no name, no address."""

    family_id: FamilyId
    born_on: date
    ethnicity: str
    speaks: str
    decile: int | None
    ward_code: str


def stages(viewer: Viewer, *, where: Q, with_bereaved: bool = True) -> list[Stage]:
    """Where each family stands that the viewer may see and that fulfils a condition of the asking room."""
    families = Family.objects.all() if with_bereaved else Family.objects.not_bereaved()
    due = Pregnancy.objects.filter(family_id=OuterRef("pk"), ended_on__isnull=True).values("due_on").order_by("due_on")
    seen = access.visible(viewer, families.filter(where))
    rows = seen.annotate(youngest=Max("babies__born_on"), due=Subquery(due[:1]))
    return [Stage(FamilyId(pk), *days) for pk, *days in rows.values_list("pk", "youngest", "due")]


def wards(viewer: Viewer, *, where: Q) -> dict[FamilyId, str]:
    """The ward in which each such family lives today; empty where it is not known."""
    rows = access.visible(viewer, Family.objects.filter(where)).annotate(ward=_address("pk", "ward_code"))
    return {FamilyId(pk): ward or "" for pk, ward in rows.values_list("pk", "ward")}


def births_in_groups(viewer: Viewer, first: date, last: date) -> list[BirthInGroups]:  # noqa: ARG001  # counts only
    """Each family with a birth in these days, once (the first of them), for counts of the whole place.

    A caller that shows counts made of this puts them under disclosure control first.
    """
    born = Baby.objects.filter(born_on__range=(first, last)).order_by("family_id", "born_on").distinct("family_id")
    days = dict(born.values_list("family_id", "born_on"))
    parents = Parent.objects.filter(is_main=True, family_id__in=Subquery(born.values("family_id")))
    rows = parents.annotate(
        decile=_address("family_id", "deprivation_decile"), ward=_address("family_id", "ward_code")
    ).values_list("family_id", "ethnicity", "speaks", "decile", "ward")
    return [
        BirthInGroups(FamilyId(family_id), days[family_id], ethnicity, speaks, decile, ward or "")
        for family_id, ethnicity, speaks, decile, ward in rows
        if family_id in days
    ]


def _address(reference: str, field: str) -> Subquery:
    today = clock.today()
    rows = Address.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=today), family_id=OuterRef(reference))
    return Subquery(rows.filter(from_on__lte=today).order_by("-from_on").values(field)[:1])
