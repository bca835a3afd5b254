"""The words for what is kept on a record: who, where, in what need, and how two records are alike."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.families.rules.codes import (
    AccessNeed,
    BirthPlace,
    Channel,
    Crisis,
    HouseholdRelation,
    PregnancyOutcome,
    Relation,
)
from kith.families.rules.days import DayOf, DayReason
from kith.methods.linkage import Reason
from kith.places.wording import ethnicity_choices

RELATIONS: Mapping[Relation, Promise] = {
    Relation.MOTHER: _("Mother"),
    Relation.FATHER: _("Father"),
    Relation.PARENT: _("Parent"),
    Relation.GRANDPARENT: _("Grandparent who cares for the baby"),
    Relation.FOSTER_CARER: _("Foster carer"),
    Relation.OTHER_CARER: _("Another carer"),
}
HOUSEHOLD_RELATIONS: Mapping[HouseholdRelation, Promise] = {
    HouseholdRelation.PARTNER: _("Partner"),
    HouseholdRelation.CHILD: _("Child"),
    HouseholdRelation.GRANDPARENT: _("Grandparent"),
    HouseholdRelation.OTHER_RELATIVE: _("Another relative"),
    HouseholdRelation.OTHER: _("Somebody else"),
}
BIRTH_PLACES: Mapping[BirthPlace, Promise] = {
    BirthPlace.HOSPITAL: _("In hospital"),
    BirthPlace.HOME: _("At home"),
    BirthPlace.ON_THE_WAY: _("On the way"),
    BirthPlace.OTHER: _("Somewhere else"),
}
OUTCOMES: Mapping[PregnancyOutcome, Promise] = {
    PregnancyOutcome.BIRTH: _("Birth"),
    PregnancyOutcome.LOSS: _("Loss of the pregnancy"),
}
DAYS: Mapping[DayOf, Promise] = {
    DayOf.BABY: _("Day of birth of the baby"),
    DayOf.PARENT: _("Date of birth of the parent or carer"),
    DayOf.PREGNANCY: _("Day the baby is due"),
}
DAY_QUESTIONS: Mapping[DayOf, Promise] = {
    DayOf.BABY: _("When was the baby born?"),
    DayOf.PARENT: _("When was this person born?"),
    DayOf.PREGNANCY: _("When is the baby due?"),
}
DAY_REASONS: Mapping[DayReason, Promise] = {
    DayReason.SLIP: _("It was written down wrongly"),
    DayReason.TOLD: _("The family has told us the right day"),
    DayReason.DOCUMENT: _("A document shows the right day"),
    DayReason.SCAN: _("A scan gives another day"),
}
ACCESS_NEEDS: Mapping[AccessNeed, Promise] = {
    AccessNeed.STEP_FREE: _("A way in without steps"),
    AccessNeed.HEARING: _("Help with hearing, such as a hearing loop"),
    AccessNeed.SIGN_LANGUAGE: _("British Sign Language"),
    AccessNeed.SIGHT: _("Large print, or somebody to read aloud"),
    AccessNeed.EASY_READ: _("Easy words and pictures"),
    AccessNeed.QUIET_SPACE: _("A quiet room"),
    AccessNeed.LONGER_TIME: _("More time"),
    AccessNeed.SUPPORT_PERSON: _("To bring somebody along"),
}
CHANNELS: Mapping[Channel, Promise] = {
    Channel.CALL: _("Telephone call"),
    Channel.TEXT: _("Text message"),
    Channel.EMAIL: _("E-mail"),
    Channel.POST: _("Letter to this address"),
}
UNSAFE: Mapping[Channel, Promise] = {
    Channel.CALL: _("Do not call"),
    Channel.TEXT: _("Do not text"),
    Channel.EMAIL: _("Do not e-mail"),
    Channel.POST: _("Do not write to this address"),
}
CRISES: Mapping[Crisis, Promise] = {
    Crisis.HOMELESS: _("Homeless, or soon to be"),
    Crisis.VIOLENCE: _("Violence or control at home"),
    Crisis.ASYLUM: _("Seeking asylum"),
    Crisis.NO_PUBLIC_FUNDS: _("No recourse to public funds"),
    Crisis.FOOD_OR_HEATING: _("Cannot pay for food or heating"),
}
REASONS: Mapping[Reason, Promise] = {
    Reason.NAME: _("the names sound alike"),
    Reason.BIRTHDAY: _("the same birthday of a parent"),
    Reason.OTHER_BIRTHDAY: _("but another birthday of that parent"),
    Reason.PHONE: _("the same telephone number"),
    Reason.SHARED_PHONE: _("a telephone number in common"),
    Reason.EMAIL: _("the same e-mail address"),
    Reason.POSTCODE: _("the same postcode"),
    Reason.BABY: _("a baby born on the same day"),
    Reason.DUE: _("a baby due at about the same time"),
}
SET_ASIDE: Mapping[str, Promise] = {
    "families.Address": _("An address for the same days"),
    "families.Consent": _("A consent to the same organisation for the same purpose"),
    "families.CrisisFlag": _("A trouble that is flagged on both"),
    "families.Pregnancy": _("A second pregnancy under way"),
    "families.Parent": _("A parent or carer who stands on both"),
    "families.Baby": _("A baby who stands on both"),
    "caseloads.NamedLead": _("The named lead of the record that goes"),
    "feeding.FeedingStatus": _("An answer on feeding at the same milestone"),
}


def ethnicity_words(code: str) -> str:
    """An ethnic category in words, with the place's own where the code has one."""
    names = dict(ethnicity_choices())
    return str(names.get(code) or names.get(code[:1], code))


def gestation_words(weeks: int, days: int) -> str:
    """How long a pregnancy lasted."""
    whole = ngettext("%(count)d week", "%(count)d weeks", weeks) % {"count": weeks}
    if not days:
        return whole
    more = ngettext("%(count)d day", "%(count)d days", days) % {"count": days}
    return gettext("%(weeks)s and %(days)s") % {"weeks": whole, "days": more}


def set_aside_words(table: str) -> str:
    """What cannot be kept beside what stands on the other record."""
    return str(SET_ASIDE.get(table, _("Something that there can be only one of")))
