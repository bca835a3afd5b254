"""What ways bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Viewer
from kith.platform.listing import ListAsked
from kith.platform.ui.sections import PageLink
from kith.ways.queries import waiting_ways


def _waiting(viewer: Viewer) -> int:
    """How many changes wait in the viewer's organisation."""
    return waiting_ways(viewer, ListAsked()).count


WAYS_DESK = PageLink(
    _("Where links and codes go"),
    "ways",
    (Permission.CHANGE_RECORD, Permission.MANAGE_INTERPRETING, Permission.MANAGE_DIRECTORY, Permission.ADMINISTER),
    _("Changed numbers and e-mail addresses that wait for a yes."),
    waits=_waiting,
)
