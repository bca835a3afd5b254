"""What to call a parent, for those who meet them and need to know nothing else."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from kith.families.models.family import Family
from kith.families.models.people import Parent
from kith.kernel.ids import FamilyId
from kith.platform import access
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, PreparedFor


def first_names(viewer: Viewer, family_ids: Collection[FamilyId]) -> dict[FamilyId, str]:
    """The main parent's first name in each of those families that the viewer may see."""
    named = _NAMED(viewer, families=list(set(family_ids))) if family_ids else []
    return {FamilyId(family_id): name for family_id, name in named}


def _named(viewer: Viewer) -> QuerySet[Parent, tuple[UUID, str]]:
    seen = access.visible(viewer, Family.objects.filter(pk__any=Given("families"))).values("pk")
    return Parent.objects.filter(family_id__in=seen, is_main=True).values_list("family_id", "given_name")


_NAMED = PreparedFor(_named)
