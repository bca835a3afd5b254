"""The words for the first feed and for leaving hospital, beside the codes that the national data sets know them by."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.statuses import Feeding, FirstFeed, Milestone, SkinToSkin
from kith.feeding.wording.statuses import FEEDING

FIRST_FEEDS: Mapping[FirstFeed, Promise] = {
    FirstFeed.MATERNAL: _("The mother’s own milk"),
    FirstFeed.DONOR: _("Donor milk"),
    FirstFeed.NOT_BREAST_MILK: _("Not breast milk"),
}
SKIN_TO_SKIN: Mapping[SkinToSkin, Promise] = {
    SkinToSkin.YES: _("Skin to skin within an hour of the birth"),
    SkinToSkin.NO: _("Not skin to skin within an hour of the birth"),
    SkinToSkin.NOT_KNOWN: _("Not known whether skin to skin within an hour of the birth"),
}
# The categories in which neonatal discharge is counted.
AT_DISCHARGE: Mapping[Feeding, Promise] = {
    Feeding.TOTALLY: _("Exclusively breast milk"),
    Feeding.PARTIALLY: _("Partially breast milk"),
    Feeding.NOT_AT_ALL: _("No breast milk at all"),
    Feeding.UNKNOWN: _("Missing: asked, but not known"),
}
AT_FIRST_FEED: Mapping[Feeding, Promise] = {
    Feeding.TOTALLY: _("Breast milk"),
    Feeding.PARTIALLY: _("Breast milk"),
    Feeding.NOT_AT_ALL: _("Not breast milk"),
    Feeding.UNKNOWN: _("Asked, but not known"),
}


def status_name(milestone: Milestone, status: Feeding) -> Promise:
    """A status in the words of its milestone."""
    if milestone is Milestone.DISCHARGE:
        return AT_DISCHARGE[status]
    if milestone is Milestone.FIRST_FEED:
        return AT_FIRST_FEED[status]
    return FEEDING[status].name
