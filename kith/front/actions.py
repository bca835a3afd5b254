"""Writes of the front door."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from kith.front.models import Helpline
from kith.platform import audit, freshness
from kith.platform.access import Actor, Permission, require
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


@transaction.atomic
def change_helpline(*, helpline_id: int, change: HelplineChange, by: Actor) -> Helpline:
    """Correct a helpline; every public page shows it at once."""
    require(by, Permission.MANAGE_DIRECTORY)
    helpline = Helpline.objects.select_for_update().get(pk=helpline_id)
    for name, value in vars(change).items():
        setattr(helpline, name, value)
    helpline.save()
    audit.record(by, "front.helpline_changed", helpline)
    freshness.touch(Topic.LISTINGS)
    return helpline
