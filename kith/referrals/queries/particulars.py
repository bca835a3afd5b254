"""Single pieces of a family's record, for an organisation that it lets see just those and no more."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from kith.families.queries.names import holds
from kith.families.queries.reach import may_know
from kith.families.rules.codes import InterpreterNeed, Purpose
from kith.kernel.ids import FamilyId
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared, PreparedFor
from kith.referrals.models.particulars import BabyParticulars, FamilyParticulars
from kith.referrals.rules.needs import Particular


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
    audit.read(viewer, "families.particulars_shown", "families.Family", family_id, family_id=family_id)
    told = FamilyParticulars.objects.get(family_id=family_id)
    known = {
        Particular.NAME: ("name", told.full_name),
        Particular.PHONE: ("phone", told.phone),
        Particular.SPEAKS: ("speaks", told.speaks),
        Particular.READS: ("reads", told.reads),
        Particular.INTERPRETER: ("interpreter_need", InterpreterNeed(told.interpreter_need)),
        Particular.DUE: ("due_on", told.due_on),
        Particular.POSTCODE: ("postcode", told.postcode or ""),
        Particular.TEMPORARY_HOME: ("is_temporary_home", bool(told.is_temporary_home)),
    }
    shown: dict[str, Any] = dict(known[each] for each in wanted if each in known)
    return SharedFamily(**shown, babies=_babies(family_id, wanted))


def agreed_names(viewer: Viewer, family_ids: Collection[FamilyId], *, purpose: Purpose) -> dict[FamilyId, str]:
    """The names of those of the families that let the viewer's organisation know them for this purpose."""
    agreed = _agreed(viewer, family_ids, purpose)
    return {FamilyId(row.family_id): row.full_name for row in (_NAMES(families=agreed) if agreed else ())}


def is_named_to(viewer: Viewer, words: str, *, family: str) -> Q:
    """A condition on referrals: the viewer may know the main parent's name, and it holds the words; see ``holds``."""
    told = FamilyParticulars.objects.filter(may_know(viewer, family="family_id", purpose=Purpose.REFERRAL))
    return holds(words, family, among=told)


def _agreed(viewer: Viewer, family_ids: Collection[FamilyId], purpose: Purpose) -> list[FamilyId]:
    found = _AGREED(viewer, families=list(family_ids), purpose=purpose) if family_ids else ()
    return [FamilyId(pk) for pk in found]


_AGREED = PreparedFor(
    lambda viewer: FamilyParticulars.objects.filter(
        may_know(viewer, family="family_id", purpose=Given("purpose")), family_id__any=Given("families")
    ).values_list("family_id", flat=True)
)
_NAMES = Prepared(
    lambda: FamilyParticulars.objects.filter(family_id__any=Given("families")).only("given_name", "family_name")
)


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
    rows = BabyParticulars.objects.filter(family_id=family_id).order_by("born_on", "pk").values(*asked)
    return tuple(SharedBaby(**row) for row in rows)
