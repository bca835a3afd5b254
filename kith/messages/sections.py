"""What messages bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

LOG_DESK = PageLink(
    _("Messages and whether they arrived"),
    "message-log",
    (Permission.ADMINISTER_PLACE,),
    _("What went out, by which way, and what became of it."),
)
