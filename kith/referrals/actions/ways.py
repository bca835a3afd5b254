"""A referral service's mailbox and phone, to which links to referrals and their codes go."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kith.kernel import clock
from kith.kernel.ids import FamilyId, OrganisationId, new_uuid
from kith.kernel.refusal import Refusal
from kith.kernel.ways import Ways
from kith.organisations.queries.people import organisation_cards, people_who
from kith.platform import audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, Viewer, ViewerKind
from kith.referrals.actions.links import send_link
from kith.referrals.models.links import ReferralLink
from kith.referrals.models.receivers import Receiver
from kith.referrals.models.referrals import Referral
from kith.ways.kinds import Holder, WayChanged, WayKind, ids_of

A_MOMENT = timedelta(microseconds=1)


def _find(keys: Collection[str], lock: bool) -> Mapping[str, Holder]:
    rows = Receiver.objects.filter(pk__in=ids_of(keys)).order_by("pk")
    found = list(rows.select_for_update(no_key=True) if lock else rows)
    names = organisation_cards(OrganisationId(row.organisation_id) for row in found)
    return {str(row.pk): Holder(names[row.owner_id].name, Ways(row.phone, row.email)) for row in found}


def _kept(viewer: Viewer) -> QuerySet[Receiver]:
    """Those of the viewer's organisation; for an administrator also those of organisations without accounts.

    A small group that answers by link cannot sign in: the alliance's administrators took it in.
    """
    if viewer.kind is ViewerKind.SYSTEM:
        return Receiver.objects.all()
    own, administered = Receiver.objects.none(), Receiver.objects.none()
    if Permission.MANAGE_DIRECTORY in viewer.permissions:
        own = Receiver.objects.filter(organisation_id__in=viewer.organisation_ids)
    if Permission.ADMINISTER in viewer.permissions:
        keeping = {card.organisation.id for card in people_who(Permission.MANAGE_DIRECTORY)}
        administered = Receiver.objects.exclude(organisation_id__in=keeping)
    return own | administered


def _kept_by(viewer: Viewer, keys: Collection[str]) -> Collection[str]:
    return {str(pk) for pk in _kept(viewer).filter(pk__in=ids_of(keys)).values_list("pk", flat=True)}


def _listed(viewer: Viewer) -> Iterable[str]:
    return [str(pk) for pk in _kept(viewer).order_by("pk").values_list("pk", flat=True)]


def _fault(key: str, ways: Ways) -> Refusal | None:
    if not ways.email and Receiver.objects.filter(pk=int(key), answers_by_link=True).exists():
        return Refusal("receiver_needs_a_mailbox")
    return None


def _write(by: Actor, changed: WayChanged) -> None:
    """Put it down and close every open link and code; an open referral gets a new link, sent where they go now."""
    row = Receiver.objects.get(pk=int(changed.key))
    setattr(row, changed.way.value, changed.new)
    row.save(update_fields=[changed.way.value])
    if changed.is_first:
        return
    open_links = ReferralLink.objects.filter(referral__receiver=row, expires_at__gt=clock.now())
    for link in open_links.select_for_update(of=("self",)).order_by("pk"):
        _close(by, link)
    if row.answers_by_link:
        with_them = Referral.objects.open().filter(receiver=row, owner_organisation=row.organisation_id)
        for referral in with_them.select_related("receiver").order_by("pk"):
            send_link(referral, which=f"way-{new_uuid().hex}")


def _close(by: Actor, link: ReferralLink) -> None:
    link.expires_at = max(clock.now(), link.made_at + A_MOMENT)
    link.code_digest, link.code_expires_at = "", None
    link.save(update_fields=["expires_at", "code_digest", "code_expires_at"])
    audit.record(by, "referrals.referral_link_closed", link, family_id=FamilyId(link.referral.family_id))


RECEIVER_WAYS = WayKind(
    code="receiver",
    words=_("Referral service"),
    needs=frozenset({Permission.MANAGE_DIRECTORY, Permission.ADMINISTER}),
    told=(Permission.MANAGE_DIRECTORY, Permission.ADMINISTER),
    find=_find,
    kept_by=_kept_by,
    write=_write,
    fault=_fault,
    listed=_listed,
)
