"""Why something cannot be written down, opened, merged or split, and beside which question that is said."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused


def _searches_rest(refusal: Refusal) -> str:
    """Why the worker cannot search for now, who to turn to, and from when they can again."""
    words = gettext(
        "Several searches have found nobody, so you can search again from %(time)s. If a life is in danger, "
        "call 999. Your manager has been told: ring them if you need the record now"
    )
    return words % {"time": formats.time(refusal.facts["again_at"])}  # type: ignore[arg-type]  # by the rule


REFUSALS: RefusalWords = {
    "born_in_future": Refused(_("The day of birth cannot lie in the future"), "baby_on"),
    "born_too_long_ago": Refused(_("Check the year: that is too long ago"), "baby_on"),
    "birth_far_from_due": Refused(_("Check the day: it is too far from the day the baby was due"), "born_on"),
    "born_after_written": Refused(_("Check the day: the baby was on this record before then"), "day"),
    "born_after_death": Refused(_("Check the day: it lies after the day of death on this record"), "day"),
    "scan_dates_pregnancies": Refused(_("Choose another reason: a scan says when a baby is due"), "reason"),
    "correct_the_day": Refused(
        _("This day stands on the record already. Correct it there, with the reason"), "born_on"
    ),
    "due_too_far": Refused(_("Check the day: nobody is due that late"), "baby_on"),
    "due_long_past": Refused(_("That day is long past: enter the day of birth"), "baby_on"),
    "pregnancy_end_impossible": Refused(_("Check the day: it is too far from the day the pregnancy ended"), "day"),
    "name_missing": Refused(_("Enter a first name"), "given_name"),
    "weight_impossible": Refused(_("Check the weight: it must be between 300 and 8000 grams"), "birth_weight_g"),
    "gestation_impossible": Refused(_("Check the length: it must be between 20 and 45 weeks"), "weeks"),
    "count_impossible": Refused(_("Check the number: it must be between 1 and 8"), "expected_count"),
    "nhs_number_wrong": Refused(_("Check the NHS number: the last digit must fit the others"), "nhs_number"),
    "nhs_number_taken": Refused(
        _("This NHS number stands on another record. Look for a slip, or for a record begun twice"), "nhs_number"
    ),
    "parent_birthday_impossible": Refused(_("Check the date of birth"), "born_on"),
    "phone_not_regular": Refused(_("Enter a mobile number like 07700 900123"), "phone"),
    "last_way_of_parent": Refused(
        _("Keep one number or e-mail address here. Where one is not safe, mark it so instead"), "phone"
    ),
    "moves_in_future": Refused(_("The day of the move cannot lie in the future"), "from_on"),
    "moved_before": Refused(_("The family came to its present address later than that: check the day"), "from_on"),
    "one_record": Refused(_("These are one and the same record")),
    "changed_meanwhile": Refused(
        _("Somebody has changed one of the records meanwhile. Look again at what will happen")
    ),
    "later_merge_first": Refused(_("Another record was merged into this one since. Take that apart first")),
    "nobody_chosen": Refused(_("Choose who goes into a record of their own"), "people"),
    "nobody_would_stay": Refused(_("Somebody must stay on the first record: a parent or carer"), "people"),
    "nobody_cares_there": Refused(_("Enter who cares for the baby there"), "carer_given_name"),
    "nobody_would_see": Refused(_("Choose at least one organisation, or nobody could open the new record"), "seen_by"),
    "until_has_passed": Refused(_("The last day cannot lie in the past"), "until"),
    "own_page_is_hers": Refused(_("Choose how she said it to you: only she herself answers on her own page"), "how"),
    "booking_without_interpreter": Refused(
        _("Choose “An interpreter” where an interpreter was booked"), "interpreted_by"
    ),
    "died_in_future": Refused(_("The day cannot lie in the future"), "died_on"),
    "died_before_it_began": Refused(
        _("Check the day: it lies before the birth, or before the pregnancy began"), "died_on"
    ),
    "call_in_past": Refused(_("Choose today or a day to come"), "call_by"),
    "call_too_late": Refused(_("A person calls within seven days: choose an earlier day"), "call_by"),
    "caller_may_not_see_the_record": Refused(
        _("Choose somebody from the list: the family has not let others see its record"), "caller"
    ),
    "undo_needs_somebody_else": Refused(
        _("Somebody else must take this back: ask a colleague who may see the record"), "why"
    ),
    "undo_needs_a_reason": Refused(_("Say what was wrong with the record"), "why"),
    "card_is_empty": Refused(_("Choose at least one thing to put on the card"), "parts"),
    "card_days": Refused(_("Choose between 1 and 90 days"), "days"),
    "card_goal_missing": Refused(_("Write what you hope for, or leave this off the card"), "goal"),
    "card_helps_missing": Refused(_("Write what helps, or leave this off the card"), "helps"),
    "card_cannot_be_read": Refused(
        _("This card cannot be read with this number. Ask for the number again, or just ask.")
    ),
    "say_more": Refused(_("Say in a few words what has happened"), "words"),
    "nobody_found": Refused(_("No record was found by exactly these details. Check the spelling and the day")),
    "more_than_one_found": Refused(_("More than one record fits. Use the NHS number")),
    "nothing_to_find_by": Refused(_("Enter the name and the baby’s day of birth, or an NHS number"), "name"),
    "too_many_searches": Refused(_searches_rest),
}
