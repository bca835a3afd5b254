"""The addresses of a record: kept, merged and split."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern

from kith.families.views import duplicates, own, record, splitting
from kith.platform.access.permissions import Audience, Permission
from kith.platform.gate import page


def _desk(
    route: str,
    view: Callable[..., HttpResponseBase],
    name: str,
    needs: Permission = Permission.CHANGE_RECORD,
    methods: tuple[str, ...] = ("GET", "POST"),
) -> URLPattern:
    return page(route, view, audience=Audience.STAFF, name=name, methods=methods, needs=needs)


FAMILY = "families/<uuid:family_id>/"
PARENT = f"{FAMILY}parents/<uuid:parent_id>/"
my = [
    page(
        f"{FAMILY}needs/",
        own.own_needs,
        audience=Audience.PARENT,
        name="own-needs",
        methods=("GET", "POST"),
        needs=Permission.SEE_OWN_RECORD,
    ),
    page(
        f"{FAMILY}contact/",
        own.own_contact,
        audience=Audience.PARENT,
        name="own-contact",
        methods=("GET", "POST"),
        needs=Permission.SEE_OWN_RECORD,
    ),
]
desk = [
    _desk(f"{FAMILY}record/", record.family_record, "family-record", methods=("GET",)),
    _desk(f"{FAMILY}parents/new/", record.add_parent, "add-parent"),
    _desk(PARENT, record.change_parent, "change-parent"),
    _desk(f"{PARENT}needs/", record.change_needs, "change-needs"),
    _desk(f"{PARENT}contact/", record.change_safe_contact, "change-safe-contact"),
    _desk(f"{FAMILY}household/", record.change_household, "change-household"),
    _desk(f"{FAMILY}babies/<uuid:baby_id>/birth/", record.change_birth, "change-birth"),
    _desk(f"{FAMILY}days/<slug:what>/<uuid:of>/", record.correct_day, "correct-day"),
    _desk(f"{FAMILY}pregnancy/", record.change_pregnancy, "change-pregnancy"),
    _desk(f"{FAMILY}move/", record.move_home, "move-home"),
    _desk(f"{FAMILY}crises/", record.change_crises, "change-crises"),
    _desk("families/duplicates/", duplicates.duplicates, "duplicates", Permission.MERGE_FAMILIES, ("GET",)),
    _desk(
        f"{FAMILY}duplicates/", duplicates.family_duplicates, "family-duplicates", Permission.MERGE_FAMILIES, ("GET",)
    ),
    _desk(f"{FAMILY}merge/<uuid:other_id>/", duplicates.merge_families, "merge-families", Permission.MERGE_FAMILIES),
    _desk(f"{FAMILY}merges/<uuid:merge_id>/undo/", duplicates.undo_merge, "undo-merge", Permission.MERGE_FAMILIES),
    _desk(f"{FAMILY}split/", splitting.split_record, "split-record", Permission.SPLIT_RECORD),
]
