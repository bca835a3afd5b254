"""The words of contacts, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.contacts.rules.contacts import ContactKind, ContactPlace, HowWeTalked, Offer, TalkReason
from kith.platform.ui.refusals import RefusalWords, Refused

CONTACT_KINDS: Mapping[ContactKind, Promise] = {
    ContactKind.VISIT: _("Visit"),
    ContactKind.APPOINTMENT: _("Appointment"),
    ContactKind.PHONE: _("Phone"),
    ContactKind.VIDEO: _("Video"),
    ContactKind.TEXT: _("Text"),
    ContactKind.GROUP: _("Group"),
    ContactKind.DROP_IN: _("Drop-in"),
}
CONTACT_PLACES: Mapping[ContactPlace, Promise] = {
    ContactPlace.HOME: _("At home"),
    ContactPlace.HOSPITAL: _("Hospital"),
    ContactPlace.CLINIC: _("Clinic or GP surgery"),
    ContactPlace.FAMILY_HUB: _("Family Hub"),
    ContactPlace.COMMUNITY: _("Community place"),
    ContactPlace.ELSEWHERE: _("Somewhere else"),
}
HOW_WE_TALKED: Mapping[HowWeTalked, Promise] = {
    HowWeTalked.ENGLISH: _("In English"),
    HowWeTalked.HER_LANGUAGE: _("In her language, which I speak"),
    HowWeTalked.INTERPRETER_FACE: _("With an interpreter in the room"),
    HowWeTalked.INTERPRETER_PHONE: _("With an interpreter by phone"),
    HowWeTalked.INTERPRETER_VIDEO: _("With an interpreter by video"),
    HowWeTalked.FAMILY_MEMBER: _("A family member or friend interpreted"),
    HowWeTalked.FAILED: _("We could not really talk"),
}
TALK_REASONS: Mapping[TalkReason, Promise] = {
    TalkReason.SHE_ASKED: _("She asked for it"),
    TalkReason.NOT_BOOKED: _("No interpreter was booked"),
    TalkReason.NONE_AVAILABLE: _("No interpreter was free"),
    TalkReason.DID_NOT_COME: _("The interpreter did not come"),
    TalkReason.LINE_FAILED: _("The line failed"),
    TalkReason.WRONG_LANGUAGE: _("The interpreter spoke another language or dialect"),
    TalkReason.URGENT: _("It was urgent"),
}
OFFERS: Mapping[Offer, Promise] = {
    Offer.POSITIONING: _("Positioning and attachment"),
    Offer.EXPRESSING: _("Expressing"),
    Offer.BOTTLE_FEEDING: _("Responsive bottle feeding"),
    Offer.GROUP: _("A group"),
    Offer.PEER_SUPPORTER: _("A peer supporter"),
    Offer.PUMP: _("A pump"),
    Offer.HEALTHY_START: _("Vitamin D or Healthy Start"),
    Offer.SAFER_SLEEP: _("Safer sleep"),
    Offer.WELLBEING: _("How the parent feels"),
    Offer.OTHER: _("Something else"),
}
REFUSALS: RefusalWords = {
    "contact_in_future": Refused(_("The contact cannot lie in the future"), "held_on"),
    "contact_too_long_ago": Refused(_("Check the year: that is more than a year ago"), "held_on"),
    "not_of_this_family": Refused(_("Choose among the people of this family"), "people"),
    "nobody_was_there": Refused(_("Choose who was there"), "people"),
    "minutes_missing": Refused(_("Enter how many minutes it took"), "minutes"),
    "contact_minutes_impossible": Refused(_("Enter between 1 and 600 minutes"), "minutes"),
    "place_missing": Refused(_("Choose where you met"), "place"),
    "place_at_a_distance": Refused(_("You did not meet in a place: leave this empty"), "place"),
    "reason_missing": Refused(_("Choose why"), "reason"),
    "reason_without_cause": Refused(_("A reason belongs only to a family member or to a talk that failed"), "reason"),
    "booking_not_for_this_talk": Refused(_("Choose a booking only if it was for this talk"), "booking"),
    "step_of_another_family": Refused(_("That is done already. Look again at what is still due"), "finishes"),
    "booking_of_another_family": Refused(_("Choose a booking of this family"), "booking"),
    "contact_corrected_already": Refused(_("This contact has been corrected already: correct the later one"), "kind"),
    "contact_of_somebody_else": Refused(_("Only the person who had the contact can correct it"), "kind"),
}
