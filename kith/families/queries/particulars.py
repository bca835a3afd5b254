"""Single pieces of a family's record, for an organisation that it lets see just those and no more."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from kith.families.models.consent import Consent
from kith.families.models.family import Address, Family
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.queries.reach import within_reach
from kith.families.rules.codes import InterpreterNeed, Particular, Purpose
from kith.kernel import clock
from kith.kernel.ids import FamilyId
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer, ViewerKind
from kith.platform.prepared import Given, Prepared, PreparedFor


@dataclass(frozen=True)
class SharedBaby:
    """What of a baby was asked for; the rest is None."""

    name: str | None = None
    born_on: date | None = None
    birth_weight_g: int | None = None
    gestation_days: int | None = None


@dataclass(frozen=True)
class SharedFamily:
    """What of a family was asked for; the rest is None."""

    name: str | None = None
    phone: str | None = None
    speaks: str | None = None
    reads: str | None = None
    interpreter_need: InterpreterNeed | None = None
    due_on: date | None = None
    postcode: str | None = None
    is_temporary_home: bool | None = None
    babies: tuple[SharedBaby, ...] = ()


def particulars(
    viewer: Viewer, family_id: FamilyId, wanted: Collection[Particular], *, purpose: Purpose
) -> SharedFamily:
    """These pieces and no others; NotFound unless she is the family or it has agreed to tell her. A logged read."""
    if not _agreed(viewer, [family_id], purpose):
        raise NotFound("family")
    audit.read(viewer, "families.particulars_shown", Family._meta.label, family_id, family_id=family_id)
    parent = Parent.objects.get(family_id=family_id, is_main=True)
    known = {
        Particular.NAME: ("name", parent.full_name),
        Particular.PHONE: ("phone", parent.phone),
        Particular.SPEAKS: ("speaks", parent.speaks),
        Particular.READS: ("reads", parent.reads),
        Particular.INTERPRETER: ("interpreter_need", InterpreterNeed(parent.interpreter_need)),
    }
    shown: dict[str, Any] = dict(known[each] for each in wanted if each in known)
    if Particular.DUE in wanted:
        expecting = Pregnancy.objects.filter(family_id=family_id, ended_on__isnull=True)
        shown["due_on"] = expecting.values_list("due_on", flat=True).first()
    return SharedFamily(**shown, **_home(family_id, wanted), babies=_babies(family_id, wanted))


def agreed_names(viewer: Viewer, family_ids: Collection[FamilyId], *, purpose: Purpose) -> dict[FamilyId, str]:
    """The names of those of the families that let the viewer's organisation know them for this purpose."""
    agreed = _agreed(viewer, family_ids, purpose)
    return {FamilyId(row.family_id): row.full_name for row in (_MAIN_PARENTS(families=agreed) if agreed else ())}


def may_know(viewer: Viewer, *, family: str, purpose: Purpose | Given) -> Q:
    """A condition on rows: the family in this column agreed to this with the viewer's organisation, or is in reach."""
    known = Q(within_reach(viewer, family=family))
    if viewer.kind is ViewerKind.STAFF:
        consent = Consent.objects.active().filter(organisation_id__any=viewer.organisation_ids, purpose=purpose)
        known |= Q(Exists(consent.filter(family_id=OuterRef(family))))
    return known


def _agreed(viewer: Viewer, family_ids: Collection[FamilyId], purpose: Purpose) -> list[FamilyId]:
    found = _AGREED(viewer, families=list(family_ids), purpose=purpose) if family_ids else ()
    return [FamilyId(pk) for pk in found]


_AGREED = PreparedFor(
    lambda viewer: Family.objects.filter(
        may_know(viewer, family="pk", purpose=Given("purpose")), pk__any=Given("families")
    ).values_list("pk", flat=True)
)
_MAIN_PARENTS = Prepared(lambda: Parent.objects.filter(family_id__any=Given("families"), is_main=True))


def _home(family_id: FamilyId, wanted: Collection[Particular]) -> dict[str, Any]:
    if not {Particular.POSTCODE, Particular.TEMPORARY_HOME} & set(wanted):
        return {}
    lived = Address.objects.filter(family_id=family_id, from_on__lte=clock.today())
    home = lived.order_by("-from_on").first()
    shown: dict[str, Any] = {}
    if Particular.POSTCODE in wanted:
        shown["postcode"] = home.postcode if home else ""
    if Particular.TEMPORARY_HOME in wanted:
        shown["is_temporary_home"] = bool(home and home.is_temporary)
    return shown


def _babies(family_id: FamilyId, wanted: Collection[Particular]) -> tuple[SharedBaby, ...]:
    fields = {
        Particular.BABY_NAME: "name",
        Particular.BABY_BORN: "born_on",
        Particular.BIRTH_WEIGHT: "birth_weight_g",
        Particular.GESTATION: "gestation_days",
    }
    asked = [name for particular, name in fields.items() if particular in wanted]
    if not asked:
        return ()
    rows = Baby.objects.filter(family_id=family_id).order_by("born_on", "pk").values(*asked)
    return tuple(SharedBaby(**row) for row in rows)
