"""One family, written down twice, becomes one record; and is taken apart again, exactly, where that was wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import models, transaction

from kith.families import events
from kith.families.actions.moving import Mover, put_back, register_closing, take_away
from kith.families.actions.ways import PARENT_WAYS
from kith.families.models.consent import Consent
from kith.families.models.family import Family
from kith.families.models.known import known_babies, known_parents, known_pregnancies
from kith.families.models.merging import DistinctFamilies, FamilyMerge, MergeStep
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.codes import ETHNICITY_NOT_KNOWN, InterpreterNeed, MergeChange, Relation
from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId
from kith.kernel.refusal import Refusal
from kith.kernel.ways import has_other_ways
from kith.methods.linkage import same_babies, same_parents, same_pregnancies
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic
from kith.ways.actions.proposing import change_ways, waits_already

register_closing("parent_one_main", lambda _now: {"is_main": False})
register_closing("crisis_one_open_of_a_kind", lambda now: {"until_on": clock.local(now).date()})

NEVER_TAKEN_OVER = frozenset({"id", "family", "is_main", "heard_as", "sounds", "unsafe_channels", "written_on"})
UNKNOWN_VALUES: tuple[object, ...] = (None, "", [], ETHNICITY_NOT_KNOWN, InterpreterNeed.NOT_ASKED.value)
WAY_COLUMNS = ("phone", "email", "account_id")
RELATION_NOT_SAID = Relation.PARENT.value


@dataclass(frozen=True)
class MergePlan:
    """What a merge does: how many rows it moves, what it changes, and what cannot stand beside what is there."""

    moved_count: int
    changed: tuple[MergeStep, ...]
    set_aside: tuple[MergeStep, ...]

    @property
    def fingerprint(self) -> str:
        """The same for the same plan: the worker who agrees to it agrees to what they were shown."""
        aside = "-".join(f"{each.table}.{each.row_pk}" for each in self.set_aside)
        return f"{self.moved_count}:{len(self.changed)}:{aside}"


class _OnlyLooking(Exception):
    def __init__(self, plan: MergePlan) -> None:
        self.plan = plan


@action
def consider_merge(*, by: Actor, kept: FamilyId, gone: FamilyId) -> MergePlan:
    """What merging these two would do, found out by doing it and undoing it before other connections see it."""
    _require(by, kept, gone)
    audit.record(by, "families.merge_considered", Family(id=kept), family_id=kept, other_id=gone)
    try:
        with transaction.atomic():
            raise _OnlyLooking(_plan(_merged(by, kept, gone).steps))
    except _OnlyLooking as looked:
        return looked.plan


@action
def merge_families(*, by: Actor, kept: FamilyId, gone: FamilyId, fingerprint: str | None = None) -> UUID:
    """Take one record into the other; sent twice it is one merge. Refuses where it is not what was agreed to."""
    if done := FamilyMerge.objects.filter(kept_id=kept, gone_id=gone, undone_at__isnull=True).first():
        access.require(by, Permission.MERGE_FAMILIES, family_id=kept)
        return done.pk
    _require(by, kept, gone)
    mover = _merged(by, kept, gone)
    if fingerprint is not None and fingerprint != _plan(mover.steps).fingerprint:
        raise Refusal("changed_meanwhile")
    MergeStep.objects.bulk_create(mover.steps)
    _propose_ways(by, mover, kept)
    merge = mover.merge
    audit.record(by, "families.families_merged", merge, family_id=kept, gone_id=gone, step_count=len(mover.steps))
    outbox.append(events.FamiliesMerged(kept=kept, gone=gone, merge_id=merge.pk))
    freshness.invalidate(Topic.LISTINGS)
    return merge.pk


@action
def undo_merge(*, by: Actor, merge_id: UUID) -> FamilyId:
    """Bring the other record back as it was; what was added since stays where it is. Undone twice it is undone once."""
    merge = FamilyMerge.objects.select_for_update().filter(pk=merge_id).first()
    if merge is None:
        raise NotFound("merge")
    kept, back = FamilyId(merge.kept_id), FamilyId(merge.gone_id)
    access.require(by, Permission.MERGE_FAMILIES, family_id=kept)
    if merge.undone_at:
        return back
    list(Family.objects.select_for_update().filter(pk=kept))
    if FamilyMerge.objects.filter(kept=kept, undone_at__isnull=True, merged_at__gt=merge.merged_at).exists():
        raise Refusal("later_merge_first")
    left = [step for step in merge.steps.order_by("-number") if not put_back(step)]
    merge.undone_at = clock.now()
    merge.save(update_fields=["undone_at"])
    audit.record(by, "families.merge_undone", merge, family_id=kept, back_id=back, left_count=len(left))
    audit.record(by, "families.merge_undone", merge, family_id=back)
    outbox.append(events.MergeUndone(kept=kept, back=back, merge_id=merge.pk))
    freshness.invalidate(Topic.LISTINGS)
    return back


@action
def say_distinct(*, by: Actor, one: FamilyId, other: FamilyId) -> None:
    """Record that two similar records are two families: staff are not asked about them again."""
    _require(by, one, other)
    first, second = sorted((one, other))
    row, is_new = DistinctFamilies.objects.get_or_create(
        one_id=first, other_id=second, defaults={"said_at": clock.now(), "membership_id": by.membership_id}
    )
    if is_new:
        audit.record(by, "families.said_distinct", row, family_id=one, other_id=other)


def _require(by: Actor, one: FamilyId, other: FamilyId) -> None:
    if one == other:
        raise Refusal("one_record")
    for family_id in (one, other):
        access.require(by, Permission.MERGE_FAMILIES, family_id=family_id)
    # Locked so that nothing new can point to either meanwhile, always in one order so that two merges cannot block.
    locked = list(Family.objects.select_for_update().filter(pk__in=[one, other]).order_by("pk").values_list("pk"))
    if len(locked) != 2:
        raise NotFound("family")


def _merged(by: Actor, kept: FamilyId, gone: FamilyId) -> Mover:
    now = clock.now()
    merge = FamilyMerge.objects.create(kept_id=kept, gone_id=gone, merged_at=now, membership_id=by.membership_id)
    mover = Mover(merge, now)
    for model, known, same in (
        (Pregnancy, known_pregnancies, same_pregnancies),
        (Baby, known_babies, same_babies),
        (Parent, known_parents, same_parents),
    ):
        for stays, goes in same(known(kept), known(gone)):
            _fold(mover, model, stays.id, goes.id)
    _let_the_later_consent_stand(mover, kept, gone)
    mover.move_all(Family, gone, kept)
    take_away(gone, mover)
    _let_withdrawals_hold(mover, kept)
    return mover


def _propose_ways(by: Actor, mover: Mover, kept: FamilyId) -> None:
    """Ask for the ways that one row knew and the other did not: what is learnt by a merge is no proof of a way."""
    for parent in Parent.objects.filter(family_id=kept, pk__in=mover.ways_learnt):
        learnt = mover.ways_learnt[parent.pk]
        ways = {"phone": parent.phone or learnt.phone, "email": parent.email or learnt.email}
        key = str(parent.pk)
        if PARENT_WAYS.may_change(by, key) and not waits_already(PARENT_WAYS.code, key):
            change_ways(by=by, kind=PARENT_WAYS.code, key=key, **ways)


def _fold(mover: Mover, model: type[models.Model], stays: object, goes: object) -> None:
    """Two rows of one person become one, which keeps what it says and learns what it did not know."""
    other = model._base_manager.get(pk=goes)
    mover.move_all(model, goes, stays)
    mover.remove(model, goes)
    row = model._base_manager.get(pk=stays)
    learnt = _learnt(row, other)
    if isinstance(row, Parent) and isinstance(other, Parent) and has_other_ways(row.ways, other.ways):
        # Secrets go on to where they went, and who signs in stays the same; another way is asked for like any other.
        learnt = {name: value for name, value in learnt.items() if name not in WAY_COLUMNS}
        mover.ways_learnt[row.pk] = other.ways
    if learnt:
        mover.change(model, stays, learnt)


def _learnt(row: models.Model, other: models.Model) -> Mapping[str, object]:
    names = [field.attname for field in row._meta.local_concrete_fields if field.name not in NEVER_TAKEN_OVER]
    learnt = {
        name: getattr(other, name)
        for name in names
        if getattr(row, name) in UNKNOWN_VALUES and getattr(other, name) not in UNKNOWN_VALUES
    }
    if isinstance(row, Parent) and isinstance(other, Parent):
        # What is unsafe on either record is unsafe: nobody may be put at risk because she was written down twice.
        unsafe = sorted({*row.unsafe_channels, *other.unsafe_channels})
        if unsafe != row.unsafe_channels:
            learnt["unsafe_channels"] = unsafe
        if False in (row.may_leave_voicemail, other.may_leave_voicemail) and row.may_leave_voicemail is not False:
            learnt["may_leave_voicemail"] = False
        if row.relation == RELATION_NOT_SAID != other.relation:
            learnt["relation"] = other.relation
    return learnt


def _let_the_later_consent_stand(mover: Mover, kept: FamilyId, gone: FamilyId) -> None:
    """Of two open consents to the same, the later word renews the earlier one."""
    for row in Consent.objects.open().filter(family_id=gone):
        same = Consent.objects.open().filter(family_id=kept, organisation_id=row.organisation_id, purpose=row.purpose)
        if beside := same.first():
            earlier = min(row, beside, key=lambda each: each.granted_at)
            mover.change(Consent, earlier.pk, {"renewed_at": mover.now}, why="consent_one_open")


def _let_withdrawals_hold(mover: Mover, kept: FamilyId) -> None:
    """A consent that was withdrawn on either record after it was given on the other is withdrawn."""
    rows: Sequence[Consent] = list(Consent.objects.filter(family_id=kept))
    withdrawn = [row for row in rows if row.withdrawn_at]
    for row in (each for each in rows if not each.withdrawn_at and not each.renewed_at):
        if any(
            (each.organisation_id, each.purpose) == (row.organisation_id, row.purpose)
            and each.withdrawn_at
            and each.withdrawn_at > row.granted_at
            for each in withdrawn
        ):
            mover.change(Consent, row.pk, {"withdrawn_at": mover.now}, why="consent_withdrawn")
    for organisation_id, purpose in sorted({(row.organisation_id, row.purpose) for row in withdrawn}):
        outbox.append(
            events.ConsentWithdrawn(family_id=kept, organisation_id=OrganisationId(organisation_id), purpose=purpose)
        )


def _plan(steps: Sequence[MergeStep]) -> MergePlan:
    own = {Family._meta.label, Parent._meta.label, Baby._meta.label, Pregnancy._meta.label}
    return MergePlan(
        moved_count=sum(step.change == MergeChange.MOVED for step in steps),
        changed=tuple(step for step in steps if step.change == MergeChange.CHANGED),
        set_aside=tuple(
            step for step in steps if step.change == MergeChange.REMOVED and (step.constraint or step.table not in own)
        ),
    )
