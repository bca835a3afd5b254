"""The words for what parents hope for. Every way of feeding is said with the same warmth."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.goals import AsWanted, Hope, HopedUntil
from kith.feeding.rules.statuses import Source

HOPES: Mapping[Hope, Promise] = {
    Hope.BREAST: _("Breastfeeding"),
    Hope.EXPRESSED: _("Expressed breast milk"),
    Hope.MIXED: _("Breast milk and formula milk"),
    Hope.FORMULA: _("Formula milk"),
    Hope.UNDECIDED: _("Not decided yet"),
}
HOPE_HINTS: Mapping[Hope, Promise] = {
    Hope.BREAST: _("We can help with the first feeds, with comfort, and with going out."),
    Hope.EXPRESSED: _("We can help with expressing, storing and giving milk."),
    Hope.MIXED: _("We can help you find a mix that works for the two of you."),
    Hope.FORMULA: _("We can help with safe bottles and with close, unhurried feeds."),
    Hope.UNDECIDED: _("There is no hurry. You can talk it over with us, or not."),
}
UNTIL: Mapping[HopedUntil, Promise] = {
    HopedUntil.FIRST_DAYS: _("For the first days"),
    HopedUntil.WEEKS_6: _("Until about 6 weeks"),
    HopedUntil.MONTHS_3: _("Until about 3 months"),
    HopedUntil.MONTHS_6: _("Until about 6 months"),
    HopedUntil.YEAR: _("Until about a year"),
    HopedUntil.LONGER: _("Longer than a year"),
    HopedUntil.AS_WE_LIKE: _("As long as we both like"),
    HopedUntil.UNDECIDED: _("Not decided yet"),
}
AS_WANTED: Mapping[AsWanted, Promise] = {
    AsWanted.YES: _("Yes, as long as she wanted"),
    AsWanted.SOONER: _("No, it ended sooner than she wanted"),
    AsWanted.LONGER: _("No, it went on longer than she wanted"),
    AsWanted.NOT_SAID: _("She would rather not say"),
}
SOURCES: Mapping[Source, Promise] = {
    Source.IN_PERSON: _("Asked in person"),
    Source.PHONE: _("Asked by phone"),
    Source.TEXT_REPLY: _("Answered by text message"),
    Source.HOSPITAL_RECORD: _("From the hospital’s record"),
    Source.OWN_PAGE: _("Said on her own page"),
    Source.UNSTATED: _("Source not stated"),
}
