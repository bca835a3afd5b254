"""What studies bring to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.access.permissions import Permission
from kith.platform.ui.sections import PageLink

_PARTAKES = (Permission.SEE_THEMES,)
STUDIES_DESK = PageLink(
    _("What keeps families away"), "studies", _PARTAKES, _("Interviews and short questions, in every language.")
)
