"""One record becomes two: for a woman and her children who must not be found, for a baby with new parents.

From then on neither page shows the other. Nothing is copied unasked: the worker who splits says who goes on
seeing which record. Leads, bookings, messages, addresses and the household stay with the first record.
"""

from collections.abc import Collection
from typing import Any

from django.db import models

from kith.families import events
from kith.families.actions.moving import links_to
from kith.families.actions.rows import parent_row
from kith.families.models.consent import Consent
from kith.families.models.family import Family
from kith.families.models.merging import DistinctFamilies
from kith.families.models.people import Baby, Parent, Pregnancy
from kith.families.rules.codes import CameBy
from kith.families.rules.splitting import SplitWish, may_split
from kith.kernel import clock, ids
from kith.kernel.ids import FamilyId, OrganisationId, ParentId
from kith.platform import access, audit, freshness, outbox
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action


@action
def split_record(*, by: Actor, family_id: FamilyId, wish: SplitWish) -> FamilyId:
    """Take the chosen people, and all that is about them alone, into a record of their own."""
    access.require(by, Permission.SPLIT_RECORD, family_id=family_id)
    if not Family.objects.select_for_update().filter(pk=family_id).exists():
        raise NotFound("family")
    everybody = Parent.objects.filter(family_id=family_id).order_by("-is_main", "given_name", "pk")
    if refusal := may_split(wish, parents=[ParentId(pk) for pk in everybody.values_list("pk", flat=True)]):
        raise refusal
    now = clock.now()
    new = Family.objects.create(registered_at=now, came_by=CameBy.WORKER)
    new_id = FamilyId(new.pk)
    _take_main(family_id, wish)
    for model, chosen in ((Parent, wish.parents), (Baby, wish.babies), (Pregnancy, wish.pregnancies)):
        own = list(model._base_manager.filter(pk__in=chosen, family=family_id).values_list("pk", flat=True))
        _take(model, own, family_id, new_id)
    Baby.objects.filter(family=new_id).exclude(pregnancy__family=new_id).update(pregnancy=None)
    Baby.objects.filter(family=family_id).exclude(pregnancy__family=family_id).update(pregnancy=None)
    _name_main(family_id, new_id, wish)
    _share(by, family_id, new_id, wish)
    one, other = sorted((family_id, new_id))
    DistinctFamilies.objects.create(one_id=one, other_id=other, said_at=now, membership_id=by.membership_id)
    # Neither entry names the other record: an entry is shown to whoever may ask about one of them.
    audit.record(by, "families.record_split", Family(id=family_id), family_id=family_id)
    audit.record(by, "families.record_begun_by_split", new, family_id=new_id)
    freshness.invalidate()
    return new_id


def _take_main(family_id: FamilyId, wish: SplitWish) -> None:
    """Let no parent who goes be the main one, so that each record can have one of its own."""
    Parent.objects.filter(family_id=family_id, pk__in=wish.parents).update(is_main=False)


def _name_main(family_id: FamilyId, new_id: FamilyId, wish: SplitWish) -> None:
    if wish.carer:
        parent_row(new_id, wish.carer).save(force_insert=True)
    for each in (family_id, new_id):
        rows = Parent.objects.filter(family_id=each)
        if not rows.filter(is_main=True).exists():
            first = rows.order_by("given_name", "pk").first()
            assert first, "the rule leaves somebody on either record"
            first.is_main = True
            first.save(update_fields=["is_main"])


def _take(model: type[models.Model], chosen: Collection[Any], old: FamilyId, new: FamilyId) -> None:
    """Move these rows and, through every room, all that hangs on them and says whose family it is about."""
    if not chosen:
        return
    for field in model._meta.local_concrete_fields:
        if isinstance(field, models.ForeignKey) and field.remote_field.model is Family:
            model._base_manager.filter(pk__in=chosen, **{field.attname: old}).update(**{field.attname: new})
    for link in links_to(model):
        if link.model is not model and link.model not in (Family, Parent, Baby, Pregnancy):
            rows = link.model._base_manager.filter(**{f"{link.attname}__in": chosen})
            _take(link.model, list(rows.values_list("pk", flat=True)), old, new)


def _share(by: Actor, family_id: FamilyId, new_id: FamilyId, wish: SplitWish) -> None:
    now = clock.now()
    for row in Consent.objects.active().filter(family_id=family_id):
        organisation_id = OrganisationId(row.organisation_id)
        about: dict[str, object] = {"organisation_id": organisation_id, "purpose": row.purpose}
        if row.pk in wish.seen_by:
            copy = Consent.objects.get(pk=row.pk)
            copy.pk, copy.family_id, copy._state.adding = ids.new_uuid(), new_id, True
            copy.save(force_insert=True)
            audit.record(by, "families.consent_given", copy, family_id=new_id, **about)
        if row.pk in wish.no_longer_seen_by:
            row.withdrawn_at = now
            row.save(update_fields=["withdrawn_at"])
            audit.record(by, "families.consent_withdrawn", row, family_id=family_id, **about)
            outbox.append(events.ConsentWithdrawn(family_id, organisation_id, row.purpose))
