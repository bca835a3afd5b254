"""The words for milestones and feeding statuses, with the national definitions, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.statuses import Feeding, Milestone


@dataclass(frozen=True)
class Meaning:
    """A feeding status by its name, and what counts as it."""

    name: Promise
    definition: Promise


MILESTONES: Mapping[Milestone, Promise] = {
    Milestone.FIRST_FEED: _("First feed"),
    Milestone.DISCHARGE: _("Discharge from maternity care"),
    Milestone.DAYS_10_14: _("10 to 14 days"),
    Milestone.WEEKS_6_8: _("6 to 8 weeks"),
    Milestone.MONTHS_6: _("6 months"),
}
# The definitions are the national ones (see rules.Feeding); expressed milk counts as breast milk.
FEEDING: Mapping[Feeding, Meaning] = {
    Feeding.TOTALLY: Meaning(
        _("Totally breastfed"), _("Breast milk only, from the breast or expressed. No formula, other drink or food.")
    ),
    Feeding.PARTIALLY: Meaning(
        _("Partially breastfed"),
        _("Breast milk, from the breast or expressed, and also formula or any other drink or food."),
    ),
    Feeding.NOT_AT_ALL: Meaning(_("Not at all breastfed"), _("No breast milk.")),
    Feeding.UNKNOWN: Meaning(
        _("Asked, but not known"), _("Somebody asked and there is no answer. If nobody has asked yet, leave this page.")
    ),
}
