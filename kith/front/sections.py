"""What the front brings to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

HELPLINES_DESK = PageLink(
    _("Helplines"), "helplines", (Permission.MANAGE_DIRECTORY,), _("Numbers and hours that parents are given.")
)
GALLERY_DESK = PageLink(
    _("Components"), "gallery", (Permission.SEE_GALLERY,), _("Every part that the pages are drawn with.")
)
