"""What stores bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

STORES_DESK = PageLink(
    _("Stores"), "stores", (Permission.LEND_PUMP,), _("What is where, what came, and what is running low.")
)
RECALLS_DESK = PageLink(
    _("Recalls"), "recalls", (Permission.LEND_PUMP,), _("Call something back, and see that every family knows.")
)
