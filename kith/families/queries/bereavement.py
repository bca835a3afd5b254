"""Whether a family is bereaved, and who calls it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from kith.families.models.bereavement import Bereavement
from kith.families.models.people import Parent
from kith.families.queries.reach import may_open, organisations_that_may_open
from kith.families.queries.taking import family_of, taken
from kith.families.rules.bereavement import Loss
from kith.kernel.ids import BereavementId, FamilyId, MembershipId
from kith.organisations.queries.people import MembershipCard, membership_cards, people_who_may
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.prepared import Given, Prepared


@dataclass(frozen=True)
class BereavementRow:
    """A death on the family's page."""

    id: BereavementId
    loss: Loss
    name: str
    died_on: date | None
    recorded_at: datetime
    recorded_by: MembershipCard | None
    caller: MembershipCard
    call_by: date


@dataclass(frozen=True)
class Life:
    """A baby, pregnancy or parent of the family whose death can be written down: which, and by what name."""

    loss: Loss
    id: UUID
    name: str
    since: date | None


def is_bereaved(family_id: FamilyId) -> bool:
    """Whether the family is bereaved: from then on nothing is sent to it, and people speak to it instead."""
    return Bereavement.objects.in_force().filter(family_id=family_id).exists()


def is_bereaved_contact(phone: str, email: str) -> bool:
    """Whether a parent reached by this phone or e-mail (one of the two is empty) is of a bereaved family."""
    contact = {"phone": phone} if phone else {"email": email.lower()}
    families = Parent.objects.filter(**contact).values("family_id")
    return Bereavement.objects.in_force().filter(family_id__in=families).exists()


def bereaved(*, family: str) -> Exists:
    """A condition on another room's rows: the family in this column is bereaved."""
    return Exists(Bereavement.objects.in_force().filter(family_id=OuterRef(family)))


def bereavements(viewer: Viewer, family_id: FamilyId) -> tuple[BereavementRow, ...]:
    """The deaths that stand in the family's record, the latest first; none beyond the viewer's reach."""
    rows = _STANDING(family_id=family_id) if may_open(viewer, family_id) else []
    if not rows:
        return ()
    wanted = {row.caller_id for row in rows} | {row.recorded_by_id for row in rows}
    people = membership_cards(MembershipId(each) for each in wanted if each)
    return tuple(
        taken(
            BereavementRow,
            row,
            name=_name(row),
            recorded_by=people.get(MembershipId(row.recorded_by_id)) if row.recorded_by_id else None,
            caller=people[MembershipId(row.caller_id)],
        )
        for row in rows
    )


def lives_of(viewer: Viewer, family_id: FamilyId) -> tuple[Life, ...]:
    """The family's babies, its pregnancy under way and its parents: those whose death is not written down."""
    family = family_of(viewer, family_id)
    standing = Bereavement.objects.in_force().filter(family_id=family_id)
    babies = family.babies.exclude(pk__in=standing.exclude(baby=None).values("baby"))
    pregnancies = family.pregnancies.filter(ended_on__isnull=True)
    parents = family.parents.exclude(pk__in=standing.exclude(parent=None).values("parent"))
    return (
        *(Life(Loss.BABY, row.pk, row.name, row.born_on) for row in babies.order_by("born_on", "name")),
        *(Life(Loss.PREGNANCY, row.pk, "", row.due_on) for row in pregnancies),
        *(Life(Loss.PARENT, row.pk, row.full_name, None) for row in parents.order_by("-is_main", "given_name")),
    )


def who_may_call(viewer: Viewer, family_id: FamilyId) -> list[MembershipCard]:
    """The people who may call the family: those who see all families that let them in, and the viewer; by name."""
    opening = organisations_that_may_open(family_id)
    people = people_who_may(Permission.SEE_FAMILY, opening | viewer.organisation_ids)
    me = viewer.membership_id
    return [each for each in people if each.id == me or (each.organisation.id in opening and each.sees_all_agreed)]


def _name(row: Bereavement) -> str:
    if row.baby:
        return row.baby.name
    return row.parent.full_name if row.parent else ""


_STANDING = Prepared(
    lambda: (
        Bereavement.objects.in_force()
        .filter(family_id=Given("family_id"))
        .select_related("baby", "parent")
        .order_by("-recorded_at", "-pk")
    )
)
