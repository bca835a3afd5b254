"""The words for continuity: one family's in a sentence, and the groups of the place."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

GROUPINGS: Mapping[str, Promise] = {
    "deprivation": _("By deprivation"),
    "language": _("By language"),
    "ethnicity": _("By ethnic group"),
}
CONTINUITY_GROUPS: Mapping[str, Promise] = {
    "1": _("Most deprived fifth"),
    "2": _("Second fifth"),
    "3": _("Middle fifth"),
    "4": _("Fourth fifth"),
    "5": _("Least deprived fifth"),
    "english": _("Speaks English best"),
    "other": _("Speaks another language best"),
    "white": _("White"),
    "mixed": _("Mixed"),
    "asian": _("Asian"),
    "black": _("Black"),
    "other_group": _("Other ethnic group"),
    "not_known": _("Not known"),
}


def continuity_words(contacts: int, people: int, with_lead: int) -> str:
    """How many people the family has met in how many contacts, and how often it was the lead."""
    if contacts == 1:
        return gettext("One contact so far, with the lead.") if with_lead else gettext("One contact so far.")
    met = ngettext(
        "%(contacts)d contacts, all with one person.", "%(contacts)d contacts with %(people)d different people.", people
    ) % {"contacts": contacts, "people": people}
    led = ngettext("%(count)d of them was with the lead.", "%(count)d of them were with the lead.", with_lead) % {
        "count": with_lead
    }
    return f"{met} {led}"
