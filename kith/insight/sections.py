"""What insight brings to the desk."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.sections import PageLink

NUMBERS_DESK = PageLink(
    _("Our numbers"), "our-numbers", sentence=_("How babies are fed here, with how sure we can be.")
)
