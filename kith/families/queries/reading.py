"""Which languages the families of this place read: counts only, for deciding what to write in next."""

from django.db.models import Count

from kith.families.models.people import Parent
from kith.kernel.languages import ENGLISH
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer

FEWEST = 5
"""Fewer readers than this are not counted out: who reads a rare language could be known by it."""


def readers_by_language(viewer: Viewer) -> dict[str, int]:
    """How many parents or carers read each language other than English, most first."""
    access.require(viewer, Permission.MANAGE_LIBRARY)
    rows = (
        Parent.objects.exclude(reads__in=[ENGLISH.code, ""])
        .values("reads")
        .annotate(count=Count("pk"))
        .filter(count__gte=FEWEST)
        .order_by("-count", "reads")
    )
    return dict(rows.values_list("reads", "count"))
