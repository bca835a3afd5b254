"""What insight brings to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.insight.queries.desk import quarters_to_release
from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

NUMBERS_DESK = PageLink(
    _("Our numbers"), "our-numbers", sentence=_("How babies are fed here, with how sure we can be.")
)
LIVE_NUMBERS_DESK = PageLink(
    _("Numbers as they stand now"),
    "live-numbers",
    (Permission.SEE_NUMBERS,),
    _("Live from the record, not for publication."),
)
RELEASES_DESK = PageLink(
    _("Release numbers"),
    "release-desk",
    (Permission.RELEASE_NUMBERS,),
    _("Look at a quarter, and make it public."),
    waits=lambda viewer: sum(not each.edition for each in quarters_to_release(viewer)),
)
