"""What the directory brings to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.directory.queries.change_reviews import changes_waiting
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

CHANGES_DESK = PageLink(
    _("Changes from other directories"),
    "change-reviews",
    (Permission.MANAGE_DIRECTORY,),
    _("What their feeds would add, change or take away here."),
    waits=changes_waiting,
)
