"""Why something of feeding cannot be, in the reader's words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.feeding.wording.weights import grams_words
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused

_AS_WORDS: Mapping[str, Callable[[Any], str]] = {
    "day": lambda day: formats.date(day, "medium"),
    "weight": grams_words,
}


def _with(words: Promise, **named: str) -> Callable[[Refusal], str]:
    """These words with the refusal's facts in them; ``named`` says which fact is the day, or the weight, they name."""

    def filled(refusal: Refusal) -> str:
        said = {name: _AS_WORDS[name](refusal.facts[fact]) for name, fact in named.items()}
        return str(words) % (refusal.facts | said)

    return filled


_CHANGED = _("The form has changed meanwhile. Open it again")
REFUSALS: RefusalWords = {
    "until_missing": Refused(_("Choose until when. “Not decided yet” is an answer too"), "until"),
    "goal_too_long": Refused(_with(_("Use at most %(longest)s characters")), "words"),
    "asked_in_future": Refused(_("The day you asked cannot lie in the future"), "asked_on"),
    "asked_before_birth": Refused(_("Enter a day after the birth"), "asked_on"),
    "window_not_open": Refused(_with(_("This can be asked from %(day)s on"), day="opens_on"), "asked_on"),
    "window_closed": Refused(
        _with(_("An answer given after %(day)s belongs to the next milestone"), day="closed_on"), "asked_on"
    ),
    "stopped_out_of_range": Refused(
        _with(_("Enter a day between the birth on %(day)s and the day you asked"), day="born_on"), "stopped_on"
    ),
    "baby_has_died": Refused(_("This baby has died. Nothing is asked or weighed any more")),
    "not_in_grams": Refused(_("Enter the weight in whole grams, for example 3420 for 3.42 kg"), "grams"),
    "weighed_in_future": Refused(_("The time of weighing cannot lie in the future"), "time"),
    "weighed_before_birth": Refused(
        _with(_("The baby was born on %(day)s; enter a day from then on"), day="born_on"), "day"
    ),
    "weighed_then_already": Refused(
        _with(_("A weight of %(weight)s is written down for this time already; correct that one"), weight="grams"),
        "time",
    ),
    "confirm_weight": Refused(
        _with(_("Check the weight: the one before it was %(weight)s"), weight="before_g"), "grams"
    ),
    "weight_corrected_already": Refused(
        _("Somebody has corrected this weight already; look at the newest one"), "grams"
    ),
    "nobody_to_lead_on_to": Refused(
        _("Nobody here may look after this. Call the infant feeding lead, then send the form again")
    ),
    "step_not_above_national": Refused(
        _("More than 10 % always leads to a person. Enter a number above 10"), "above_percent"
    ),
    "step_too_high": Refused(_with(_("Enter a number up to %(highest)s")), "above_percent"),
    "national_step_stays": Refused(
        _(
            "A loss of more than 10 % of the birth weight always leads to a person, whatever is set here. "
            "You may add higher steps, and say whom each leads to."
        )
    ),
    "regained_by_out_of_range": Refused(_with(_("Enter a day from %(earliest)s to %(latest)s")), "by_day"),
    "plan_empty": Refused(_("Write down what you agreed"), "agreed"),
    "plan_review_in_past": Refused(_("Enter today or a day to come"), "review_on"),
    "plan_review_too_far": Refused(_("Enter a day within three months"), "review_on"),
    "answer_not_on_form": Refused(_CHANGED),
    "form_not_published": Refused(_CHANGED),
    "one_answer_only": Refused(_("Choose one answer to each question")),
    "nothing_answered": Refused(_("Answer at least one question")),
    "form_key_taken": Refused(_("Another form has this short name. Choose another"), "key"),
    "form_needs_a_title": Refused(_("The form needs a title in English")),
    "form_needs_source_and_owner": Refused(_("Say where the questions come from and who answers for them")),
    "form_needs_questions": Refused(_("The form has no questions yet")),
    "form_leads_to_nobody": Refused(_("No answer leads to a person. Mark the answers that somebody should look at")),
    "question_needs_words": Refused(_with(_("Question %(number)s has no words in English"))),
    "question_needs_choices": Refused(_with(_("Question %(number)s needs at least two answers"))),
    "choice_needs_words": Refused(_with(_("Question %(number)s has an answer without words in English"))),
    "ages_out_of_order": Refused(_("The last day of age comes after the first"), "until_day"),
    "too_many_choices": Refused(_("The question has too many answers")),
}
