"""Writes of the front door."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse

from kith.directory.queries.upkeep import KeptListing, listings_due
from kith.front.models import Helpline
from kith.kernel.languages import ENGLISH
from kith.messages.actions.queueing import queue_message
from kith.organisations.queries.people import people_who, work_emails
from kith.platform import audit, freshness
from kith.platform.access import require
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor
from kith.platform.action import action
from kith.platform.freshness import Topic


@dataclass(frozen=True)
class HelplineChange:
    """All that may change about a helpline."""

    number: str
    purpose: dict[str, str]
    hours: dict[str, str]
    source: str
    owner: str
    review_on: date
    confirmed_on: date | None
    is_shown: bool
    way: str
    is_automatic: bool
    source_url: str


@action
def change_helpline(*, helpline_id: int, change: HelplineChange, by: Actor) -> Helpline:
    """Correct a helpline; every public page shows it at once."""
    require(by, Permission.MANAGE_DIRECTORY)
    helpline = Helpline.objects.select_for_update().get(pk=helpline_id)
    for name, value in vars(change).items():
        setattr(helpline, name, value)
    helpline.save()
    audit.record(by, "front.helpline_changed", helpline)
    freshness.invalidate(Topic.LISTINGS, Topic.DANGER)
    return helpline


@action
def remind_editors(*, by: Actor) -> int:
    """Write to those who keep each listing that is due, once for each day it is due by; says how many listings."""
    due = listings_due(by, lang=ENGLISH.code)
    for listing in due:
        editors = people_who(Permission.MANAGE_DIRECTORY, organisation_ids=[listing.organisation_id])
        for email in work_emails(editor.id for editor in editors).values():
            _remind(by, listing, email)
    return len(due)


def _remind(by: Actor, listing: KeptListing, email: str) -> None:
    queue_message(
        by=by,
        kind="listing_review",
        language=ENGLISH.code,
        facts={
            "listing": listing.name.text,
            "due_on": listing.review_due_on.isoformat(),
            "link": f"{settings.KITH.site_url}{reverse('listings')}",
        },
        dedupe_key=f"review-{listing.kind}-{listing.id}-{listing.review_due_on}-{email}",
        to_email=email,
    )
