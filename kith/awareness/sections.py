"""What events bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.awareness.queries.events import members_to_ask_count
from kith.platform.ui.sections import PageLink

EVENTS_DESK = PageLink(
    _("Events that we share"),
    "events",
    sentence=_("Awareness days and launches, with words and posters in eight languages."),
    waits=members_to_ask_count,
)
