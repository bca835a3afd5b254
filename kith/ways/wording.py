"""The words of what is refused when a way is to be changed."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.kernel.ways import Way
from kith.platform.ui.refusals import RefusalWords, Refused

WAYS: Mapping[Way, Promise] = {Way.PHONE: _("Phone"), Way.EMAIL: _("E-mail")}
REFUSALS: RefusalWords = {
    "way_waits_already": Refused(_("Another change of this waits already. Take that one back first.")),
    "way_needs_another_person": Refused(_("You proposed this yourself. Somebody else has to confirm it.")),
    "way_reason_missing": Refused(_("Write down how you know that the change is right"), "reason"),
    "way_changed_meanwhile": Refused(_("What stood here has changed in the meantime. Nothing was done.")),
    "way_codes_spent": Refused(_("We have sent several codes. The change has to be proposed again.")),
}
