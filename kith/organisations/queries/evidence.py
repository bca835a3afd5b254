"""What the alliance itself shows of the place's plan: its members, what they agreed, and who works in it."""

from django.urls import reverse
from django.utils.translation import ngettext

from kith.organisations.models import SharingAgreement
from kith.organisations.queries.alliance import alliance_members
from kith.organisations.queries.people import current_memberships
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.ui import formats
from kith.showing.evidence import EvidenceLine


def members_agreed(viewer: Viewer, lang: str) -> EvidenceLine:
    """How many members there are, and how many sharing agreements are in force."""
    members, agreements = len(alliance_members(viewer, lang=lang)), SharingAgreement.objects.in_force().count()
    words = ngettext(
        "%(count)s member, sharing agreements in force: %(agreements)s",
        "%(count)s members, sharing agreements in force: %(agreements)s",
        members,
    )
    said = {"count": formats.number(members), "agreements": formats.number(agreements)}
    return EvidenceLine(words % said, reverse("who-we-are"), is_gap=not agreements)


def supporters_at_work(_viewer: Viewer, _lang: str) -> EvidenceLine:
    """How many peer supporters and outreach workers there are today, and how many languages they speak."""
    people = current_memberships().filter(role__in=[Role.PEER_SUPPORTER, Role.OUTREACH_WORKER])
    spoken = [set(each) for each in people.values_list("languages", flat=True)]
    words = ngettext(
        "%(count)s peer supporter or outreach worker; languages spoken: %(languages)s",
        "%(count)s peer supporters and outreach workers; languages spoken: %(languages)s",
        len(spoken),
    )
    said = {"count": formats.number(len(spoken)), "languages": formats.number(len(set().union(*spoken)))}
    return EvidenceLine(words % said, is_gap=not spoken)
