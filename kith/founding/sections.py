"""What the place's settings bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

SETTINGS_DESK = PageLink(
    _("Settings"),
    "place-settings",
    (Permission.ADMINISTER_PLACE,),
    _("What this place has chosen for itself, and why."),
)
