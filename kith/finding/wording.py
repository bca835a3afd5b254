"""The words of finding: what to add where too little was typed, and what is confirmed."""

from django.utils.translation import gettext_lazy as _

from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "too_little_to_find_by": Refused(
        _("That fits nearly everybody. Type two letters of a name or more, or a birthday, phone number or postcode"),
        "what",
    ),
    "half_a_postcode": Refused(
        _("Many families live there. Type the whole postcode, or a name beside its first half"), "what"
    ),
}
