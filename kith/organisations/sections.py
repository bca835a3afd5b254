"""What organisations bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

ALLIANCE_DESK = PageLink(
    _("The alliance"), "alliance", (Permission.MANAGE_ALLIANCE,), _("Who belongs to us, and what we have agreed.")
)
AUDIT_DESK = PageLink(
    _("The audit"), "audit", (Permission.SEE_AUDIT,), _("Whether it is as it was written and sealed.")
)
