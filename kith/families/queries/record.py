"""The whole record of a family for those who keep it: the only page on which NHS numbers are shown."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from kith.families.models.days import DayCorrection
from kith.families.models.family import Family
from kith.families.models.merging import FamilyMerge
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.queries.taking import family_of, taken
from kith.families.rules.changes import BirthDetails, Needs, ParentDetails
from kith.families.rules.codes import AccessNeed, Crisis, InterpreterNeed, PregnancyOutcome
from kith.families.rules.days import DayOf, DayReason
from kith.families.rules.entries import NewHouseholdMember, SafeContact
from kith.kernel.ids import AccountId, BabyId, FamilyId, MembershipId, ParentId
from kith.organisations.queries.people import MembershipCard, membership_cards
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer


@dataclass(frozen=True)
class RecordedParent:
    """A parent or carer with everything that is written down of her."""

    id: ParentId
    name: str
    details: ParentDetails
    needs: Needs
    safe_contact: SafeContact
    account_id: AccountId | None

    @classmethod
    def of(cls, row: Parent) -> "RecordedParent":
        """The parent of this row."""
        return cls(
            id=ParentId(row.pk),
            name=row.full_name,
            details=taken(ParentDetails, row),
            needs=taken(
                Needs,
                row,
                interpreter_need=InterpreterNeed(row.interpreter_need),
                access_needs=frozenset(AccessNeed(each) for each in row.access_needs),
            ),
            safe_contact=row.safe_contact,
            account_id=AccountId(row.account_id) if row.account_id else None,
        )


@dataclass(frozen=True)
class RecordedBaby:
    """A baby with everything that is written down of its birth."""

    id: BabyId
    born_on: date
    details: BirthDetails
    is_twin: bool = False

    @property
    def gestation(self) -> tuple[int, int] | None:
        """Whole weeks and days."""
        return divmod(self.details.gestation_days, 7) if self.details.gestation_days is not None else None

    @classmethod
    def of(cls, row: Baby, *, is_twin: bool = False) -> "RecordedBaby":
        """The baby of this row."""
        details = taken(BirthDetails, row, birth_place=row.birth_place or None)
        return cls(BabyId(row.pk), row.born_on, details, is_twin)


@dataclass(frozen=True)
class RecordedPregnancy:
    """A pregnancy and what became of it."""

    id: UUID
    due_on: date
    expected_count: int
    ended_on: date | None
    outcome: PregnancyOutcome | None


@dataclass(frozen=True)
class RecordedAddress:
    """Where the family lives or has lived."""

    postcode: str
    street: str
    ward_code: str
    is_temporary: bool
    from_on: date
    until_on: date | None


@dataclass(frozen=True)
class RecordedCrisis:
    """A trouble and how long it lasted; open while there is no last day."""

    kind: Crisis
    from_on: date
    until_on: date | None


@dataclass(frozen=True)
class Dated:
    """A day on the record that can be corrected: whose it is, and by what name."""

    what: DayOf
    id: UUID
    day: date
    name: str


@dataclass(frozen=True)
class RecordedCorrection:
    """A day that was wrong, and what it was put right to."""

    what: DayOf
    name: str
    before_on: date
    after_on: date
    reason: DayReason
    at: datetime
    by: MembershipCard | None


@dataclass(frozen=True)
class RecordedMerge:
    """A record that was taken into this one."""

    id: UUID
    merged_at: datetime
    by: MembershipCard | None


@dataclass(frozen=True)
class Record:
    """Everything that is written down of a family, in the order of the page."""

    id: FamilyId
    parents: tuple[RecordedParent, ...]
    babies: tuple[RecordedBaby, ...]
    pregnancies: tuple[RecordedPregnancy, ...]
    addresses: tuple[RecordedAddress, ...]
    household: tuple[NewHouseholdMember, ...]
    crises: tuple[RecordedCrisis, ...]
    merges: tuple[RecordedMerge, ...]
    corrections: tuple[RecordedCorrection, ...] = ()

    @property
    def name(self) -> str:
        """The main parent's name, which is the record's too."""
        return self.parents[0].name

    @property
    def home(self) -> RecordedAddress | None:
        """Where the family lives today."""
        return next((each for each in self.addresses if each.until_on is None), None)

    @property
    def open_pregnancy(self) -> RecordedPregnancy | None:
        """The pregnancy under way."""
        return next((each for each in self.pregnancies if each.ended_on is None), None)

    @property
    def open_crises(self) -> frozenset[Crisis]:
        """The troubles the family is in today."""
        return frozenset(each.kind for each in self.crises if each.until_on is None)

    def parent(self, parent_id: UUID) -> RecordedParent:
        """One of the parents; NotFound for a parent of another family."""
        found = next((each for each in self.parents if each.id == parent_id), None)
        if found is None:
            raise NotFound("parent")
        return found

    def baby(self, baby_id: UUID) -> RecordedBaby:
        """One of the babies; NotFound for a baby of another family."""
        found = next((each for each in self.babies if each.id == baby_id), None)
        if found is None:
            raise NotFound("baby")
        return found

    @property
    def days(self) -> tuple[Dated, ...]:
        """Every day of birth and day due that stands on the record."""
        return (
            *(Dated(DayOf.BABY, each.id, each.born_on, each.details.name) for each in self.babies),
            *(
                Dated(DayOf.PARENT, each.id, each.details.born_on, each.name)
                for each in self.parents
                if each.details.born_on
            ),
            *(Dated(DayOf.PREGNANCY, each.id, each.due_on, "") for each in self.pregnancies),
        )

    def dated(self, what: str, of: UUID) -> Dated:
        """One of the days; NotFound where none of this kind stands for that one."""
        found = next((each for each in self.days if each.what == what and each.id == of), None)
        if found is None:
            raise NotFound("day")
        return found


def record(viewer: Viewer, family_id: FamilyId) -> Record:
    """The family's whole record; NotFound beyond reach. That it was opened is written down."""
    row = family_of(viewer, family_id)
    audit.read(viewer, "families.record_opened", Family._meta.label, family_id, family_id=family_id)
    babies = list(row.babies.order_by("born_on", "birth_time", "name", "pk"))
    of_pregnancy = [each.pregnancy_id for each in babies]
    return Record(
        id=family_id,
        parents=tuple(RecordedParent.of(each) for each in row.parents.order_by("-is_main", "given_name", "pk")),
        babies=tuple(
            RecordedBaby.of(each, is_twin=each.pregnancy_id is not None and of_pregnancy.count(each.pregnancy_id) > 1)
            for each in babies
        ),
        pregnancies=tuple(_pregnancy(each) for each in row.pregnancies.order_by("-due_on")),
        addresses=tuple(taken(RecordedAddress, each) for each in row.addresses.order_by("-from_on")),
        household=tuple(taken(NewHouseholdMember, each) for each in row.household.order_by("pk")),
        crises=tuple(taken(RecordedCrisis, each) for each in row.crises.order_by("-from_on", "kind")),
        merges=_merges(family_id),
        corrections=_corrections(family_id),
    )


def own_parent(viewer: Viewer, family_id: FamilyId) -> RecordedParent:
    """The parent who is signed in, on this family's record; NotFound where she is not on it."""
    rows = Parent.objects.filter(family__in=access.visible(viewer, Family.objects.filter(pk=family_id)))
    row = rows.filter(account_id=viewer.account_id).first() if viewer.account_id else None
    if row is None:
        raise NotFound("parent")
    return RecordedParent.of(row)


def _pregnancy(row: Pregnancy) -> RecordedPregnancy:
    return taken(RecordedPregnancy, row, outcome=PregnancyOutcome(row.outcome) if row.outcome else None)


def _merges(family_id: FamilyId) -> tuple[RecordedMerge, ...]:
    rows = list(FamilyMerge.objects.filter(kept=family_id, undone_at__isnull=True).order_by("-merged_at"))
    cards = membership_cards(MembershipId(row.membership_id) for row in rows if row.membership_id)
    return tuple(
        RecordedMerge(row.pk, row.merged_at, cards.get(MembershipId(row.membership_id)) if row.membership_id else None)
        for row in rows
    )


def _corrections(family_id: FamilyId) -> tuple[RecordedCorrection, ...]:
    ours = Q(baby__family=family_id) | Q(parent__family=family_id) | Q(pregnancy__family=family_id)
    rows = list(DayCorrection.objects.filter(ours).select_related("baby", "parent").order_by("-corrected_at", "-pk"))
    cards = membership_cards(MembershipId(row.membership_id) for row in rows if row.membership_id)
    return tuple(
        taken(
            RecordedCorrection,
            row,
            name=row.baby.name if row.baby else row.parent.full_name if row.parent else "",
            at=row.corrected_at,
            by=cards.get(MembershipId(row.membership_id)) if row.membership_id else None,
        )
        for row in rows
    )
