"""The words for the codes of a family's record, in the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kith.families.rules.codes import CameBy, InterpreterNeed, Purpose
from kith.families.wording.trust import TRUST_REFUSALS, searches_rest_words
from kith.kernel.age import Age, whole_months
from kith.kernel.refusal import Refusal

PURPOSES: Mapping[Purpose, Promise] = {
    Purpose.CARE: _("Care of parent and baby"),
    Purpose.PEER_SUPPORT: _("Support from another parent"),
    Purpose.OFFERS: _("News of groups and courses"),
    Purpose.REFERRAL: _("A referral: they see only what it needs"),
}
CAME_BY: Mapping[CameBy, Promise] = {
    CameBy.WORKER: _("Record begun by somebody who cares for the family"),
    CameBy.BOOKING: _("Record begun with a booking"),
    CameBy.IMPORT: _("Record brought in from elsewhere"),
}
INTERPRETER_NEEDS: Mapping[InterpreterNeed, Promise] = {
    InterpreterNeed.YES: _("Interpreter needed"),
    InterpreterNeed.NO: _("No interpreter needed"),
    InterpreterNeed.NOT_ASKED: _("Interpreter: not asked yet"),
}

REFUSALS: Mapping[str, Promise] = {
    "born_in_future": _("The day of birth cannot lie in the future"),
    "born_too_long_ago": _("Check the year: that is too long ago"),
    "birth_far_from_due": _("Check the day: it is too far from the day the baby was due"),
    "born_after_written": _("Check the day: the baby was on this record before then"),
    "born_after_death": _("Check the day: it lies after the day of death on this record"),
    "scan_dates_pregnancies": _("Choose another reason: a scan says when a baby is due"),
    "correct_the_day": _("This day stands on the record already. Correct it there, with the reason"),
    "due_too_far": _("Check the day: nobody is due that late"),
    "due_long_past": _("That day is long past: enter the day of birth"),
    "pregnancy_end_impossible": _("Check the day: it is too far from the day the pregnancy ended"),
    "name_missing": _("Enter a first name"),
    "weight_impossible": _("Check the weight: it must be between 300 and 8000 grams"),
    "gestation_impossible": _("Check the length: it must be between 20 and 45 weeks"),
    "count_impossible": _("Check the number: it must be between 1 and 8"),
    "nhs_number_wrong": _("Check the NHS number: the last digit must fit the others"),
    "nhs_number_taken": _("This NHS number stands on another record. Look for a slip, or for a record begun twice"),
    "parent_birthday_impossible": _("Check the date of birth"),
    "phone_not_regular": _("Enter a mobile number like 07700 900123"),
    "moves_in_future": _("The day of the move cannot lie in the future"),
    "moved_before": _("The family came to its present address later than that: check the day"),
    "one_record": _("These are one and the same record"),
    "changed_meanwhile": _("Somebody has changed one of the records meanwhile. Look again at what will happen"),
    "later_merge_first": _("Another record was merged into this one since. Take that apart first"),
    "nobody_chosen": _("Choose who goes into a record of their own"),
    "nobody_would_stay": _("Somebody must stay on the first record: a parent or carer"),
    "nobody_cares_there": _("Enter who cares for the baby there"),
    "nobody_would_see": _("Choose at least one organisation, or nobody could open the new record"),
    **TRUST_REFUSALS,
}
REFUSED_FIELDS: Mapping[str, str] = {
    "born_in_future": "baby_on",
    "born_too_long_ago": "baby_on",
    "due_too_far": "baby_on",
    "due_long_past": "baby_on",
    "name_missing": "given_name",
    "weight_impossible": "birth_weight_g",
    "gestation_impossible": "weeks",
    "count_impossible": "expected_count",
    "nhs_number_wrong": "nhs_number",
    "nhs_number_taken": "nhs_number",
    "parent_birthday_impossible": "born_on",
    "phone_not_regular": "phone",
    "moves_in_future": "from_on",
    "moved_before": "from_on",
    "nobody_chosen": "people",
    "nobody_would_stay": "people",
    "nobody_cares_there": "carer_given_name",
    "nobody_would_see": "seen_by",
}


def refusal_words(refusal: Refusal) -> str:
    """Why something cannot be written down."""
    if refusal.code == "too_many_searches":
        return searches_rest_words(refusal)
    return str(REFUSALS.get(refusal.code, _("This cannot be written down as it is")))


def age_words(born_on: date, on: date) -> str:
    """A baby's age as practitioners say it: days for two weeks, weeks for half a year, then months."""
    age = Age.of(born_on, on)
    if age.days < 14:
        return ngettext("%(count)d day old", "%(count)d days old", age.days) % {"count": age.days}
    if age.weeks < 26:
        return ngettext("%(count)d week old", "%(count)d weeks old", age.weeks) % {"count": age.weeks}
    months = whole_months(born_on, on)
    return ngettext("%(count)d month old", "%(count)d months old", months) % {"count": months}
