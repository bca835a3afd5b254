"""Why something about a bundle cannot be, and what to do instead, in the reader's language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused


def _unsafe(refusal: Refusal) -> str:
    words = gettext("“%(part)s” makes a sleeping place dangerous, so it is part of no bundle. Choose something else.")
    return words % {"part": refusal.facts["part"]}


def _too_small(refusal: Refusal) -> str:
    months = formats.number(int(str(refusal.facts["months"])))
    words = gettext("This bundle is for babies under %(months)s months. Choose the next size.")
    return words % {"months": months}


def _other_collector(refusal: Refusal) -> str:
    name = refusal.facts["name"]
    return gettext("The parent named %(name)s to collect it. Ask the parent before you give it to another.") % {
        "name": name
    }


REFUSALS: RefusalWords = {
    "bundle_known": Refused(_("There is a bundle of this name already"), "name"),
    "bundle_ages_crossed": Refused(_("The bundle must be for some months: check the two ages"), "months_until"),
    "bundle_without_parts": Refused(_("Choose at least one thing that is in it"), "items"),
    "bundle_part_unsafe": Refused(_unsafe, "items"),
    "bundle_substitute_same": Refused(_("Choose another thing than the part itself"), "substitute"),
    "bundle_in_bereavement": Refused(
        _("This family is bereaved. Nothing is asked for it here: speak with its worker.")
    ),
    "bundle_without_criterion": Refused(_("Choose at least one reason"), "criteria"),
    "bundle_collector_missing": Refused(_("Enter the name of the person who collects it"), "collector"),
    "bundle_other_collector": Refused(_other_collector, "taken_by"),
    "bundle_baby_has_one": Refused(
        _("This bundle is asked for this baby already, or given. Open that request, or choose the next size."),
        "bundle",
    ),
    "bundle_too_small": Refused(_too_small, "bundle"),
    "bundle_decided": Refused(_("This request is decided already. Look at it again.")),
    "bundle_not_approved": Refused(_("This bundle is not approved yet. Have it decided first.")),
    "bundle_stays": Refused(_("Nothing is to be taken back here.")),
    "notice_day_to_come": Refused(_("This day is still to come. Look at the notice again"), "placed_on"),
    "recheck_cot_not_up": Refused(
        _("The cot must be up before the place counts as safe. Put it up together, or ask for a bundle."), "cot_is_up"
    ),
}
