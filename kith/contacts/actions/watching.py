"""Noticing that a family meets many different people. Every day, safe to run twice."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Max, Min

from kith.caseloads.actions.watching import tell_lead_and_managers
from kith.caseloads.queries.leading import leads_of
from kith.contacts.models.contacts import Contact
from kith.contacts.rules.notices import NoticeKind
from kith.contacts.settings import NEW_FACES, NEW_FACES_WITHIN_DAYS
from kith.kernel import clock
from kith.kernel.ids import FamilyId, MembershipId
from kith.organisations.queries.people import membership_cards
from kith.platform import access, audit
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action

LOOK_BACK = timedelta(days=2)


@action
def watch_new_faces(*, by: Actor) -> int:
    """Tell leads and managers of families who met one more new person than they should, and say how many there are."""
    access.require(by, Permission.ADMINISTER)
    since = clock.now() - timedelta(days=NEW_FACES_WITHIN_DAYS.now)
    recent = Contact.objects.current().filter(recorded_at__gte=clock.now() - LOOK_BACK).values("family_id")
    rows = Contact.objects.current().filter(at__gte=since, family_id__in=recent)
    met: dict[FamilyId, list[MembershipId]] = defaultdict(list)
    first = rows.values_list("family_id", "membership_id").annotate(first=Min("at"), last=Max("recorded_at"))
    for family_id, membership_id, _first, _last in first.order_by("family_id", "first", "membership_id"):
        met[FamilyId(family_id)].append(MembershipId(membership_id))
    many = {family_id: faces for family_id, faces in met.items() if len(faces) >= NEW_FACES.now}
    leads = leads_of(many)
    people = membership_cards(membership_id for _, membership_id in leads)
    for family_id, membership_id in leads:
        faces, card = many[family_id], people[membership_id]
        facts = {"lead_id": card.id, "face_count": len(faces), "newest_id": faces[-1]}
        tell_lead_and_managers(card, NoticeKind.NEW_FACE, f"{family_id}-{faces[-1]}", family_id, facts=facts)
    audit.record(by, "contacts.new_faces_watched", Contact(), found=len(leads))
    return len(leads)
