"""The words people read for the codes of bundles."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.bundles.rules import codes as c

CRITERIA: Mapping[c.Criterion, Promise] = {
    c.Criterion.TEMPORARY: _("The family lives in temporary accommodation"),
    c.Criterion.REFUGE: _("The family lives in a refuge"),
    c.Criterion.CRISIS: _("The family is in a crisis"),
    c.Criterion.NO_SAFE_PLACE: _("The baby has no safe place to sleep"),
    c.Criterion.OTHER: _("Another reason, which a person decides about"),
}
PLACES: Mapping[c.SleepingPlace, Promise] = {
    c.SleepingPlace.OWN_HOME: _("A home of their own"),
    c.SleepingPlace.SHARED_FLAT: _("A shared flat or house"),
    c.SleepingPlace.BED_AND_BREAKFAST: _("A bed and breakfast or hotel"),
    c.SleepingPlace.REFUGE: _("A refuge"),
    c.SleepingPlace.SOFA: _("A sofa at a friend's"),
    c.SleepingPlace.HOSPITAL: _("A side room in hospital"),
    c.SleepingPlace.OTHER: _("Another place"),
}
LANDLORDS: Mapping[c.Landlord, Promise] = {
    c.Landlord.COUNCIL: _("The council"),
    c.Landlord.PRIVATE: _("A private landlord"),
    c.Landlord.HOTEL: _("A hotel or bed and breakfast"),
    c.Landlord.HOUSING_ASSOCIATION: _("A housing association"),
    c.Landlord.NOT_KNOWN: _("Not known"),
}
NO_ROOM: Mapping[c.NoRoom, Promise] = {
    c.NoRoom.TOO_SMALL: _("The room is too small"),
    c.NoRoom.SHARED_ROOM: _("Others live in the same room"),
    c.NoRoom.NOT_ALLOWED: _("The landlord does not allow a cot"),
    c.NoRoom.UNSAFE: _("The place itself is not safe"),
}
STATES: Mapping[c.BundleState, Promise] = {
    c.BundleState.ASKED: _("To be decided"),
    c.BundleState.APPROVED: _("Approved"),
    c.BundleState.GIVEN: _("With the family"),
    c.BundleState.REFUSED: _("Refused"),
    c.BundleState.ENDED: _("Ended without a bundle"),
}
WHY_NOT: Mapping[c.WhyNot, Promise] = {
    c.WhyNot.NOT_BY_CRITERIA: _("No criterion is met"),
    c.WhyNot.HAS_SAFE_PLACE: _("The baby has a safe place to sleep"),
    c.WhyNot.OUT_OF_AREA: _("The family lives elsewhere"),
    c.WhyNot.NOT_WANTED: _("The family does not want it"),
    c.WhyNot.BEREAVED: _("The family is bereaved"),
    c.WhyNot.CONSENT_WITHDRAWN: _("The consent was taken back"),
}
ARRIVES: Mapping[c.Arrives, Promise] = {
    c.Arrives.COLLECTS: _("The parent collects it"),
    c.Arrives.OTHER_PERSON: _("A person the parent names collects it"),
    c.Arrives.DELIVERED: _("We deliver it"),
}
TOLD: Mapping[c.Told, Promise] = {
    c.Told.APPROVED: _("That it is approved"),
    c.Told.READY: _("Where it is ready to be collected"),
    c.Told.ON_ITS_WAY: _("That it is on its way"),
}
MY_ARRIVES: Mapping[c.Arrives, Promise] = {
    c.Arrives.COLLECTS: _("I collect it"),
    c.Arrives.OTHER_PERSON: _("A person I name collects it"),
    c.Arrives.DELIVERED: _("Please bring it to me"),
}
TAKEN_BACK: Mapping[c.TakenBack, Promise] = {
    c.TakenBack.COLLECT: _("Please collect the things"),
    c.TakenBack.OTHER_PERSON: _("A person I name brings them"),
    c.TakenBack.KEEP: _("They stay here"),
}
TALKED: Mapping[c.Talked, Promise] = {
    c.Talked.ENGLISH: _("In English"),
    c.Talked.HER_LANGUAGE: _("In her language, without an interpreter"),
    c.Talked.INTERPRETER: _("With an interpreter"),
}
FOUND: Mapping[c.Found, Promise] = {
    c.Found.SAFE: _("The baby sleeps safely here"),
    c.Found.NEEDS_BUNDLE: _("Something is missing: ask for a bundle"),
    c.Found.NOT_REACHED: _("The family could not be reached"),
}
