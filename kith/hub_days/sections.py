"""What hub days bring to shared pages."""

from django.utils.translation import gettext_lazy as _

from kith.hub_days.queries.entries import entries_waiting
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

HUB_DAYS_DESK = PageLink(
    _("Days without internet"),
    "hub-days",
    (Permission.SEE_REGISTER,),
    _("Take a day’s registers along, on paper or on a phone that works without a network."),
    waits=entries_waiting,
)
