"""The words for weights, in numbers and without a verdict."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.weights import Compared, Reason, Where
from kith.feeding.wording.alerts import percent_words
from kith.kernel.refusal import Refusal
from kith.platform.ui import formats

WHERE: Mapping[Where, Promise] = {
    Where.HOME: _("At home"),
    Where.HOSPITAL: _("In hospital"),
    Where.CLINIC: _("In a clinic or surgery"),
    Where.HUB: _("In a Family Hub or group"),
    Where.ELSEWHERE: _("Somewhere else"),
}
REASONS: Mapping[Reason, Promise] = {
    Reason.LOSS: _("Weight loss since birth"),
    Reason.REGAIN: _("Birth weight not reached again"),
    Reason.ANSWER: _("An answer in an assessment"),
}


def grams_words(grams: int) -> str:
    """A weight in grams."""
    return gettext("%(grams)s g") % {"grams": formats.number(grams)}


def compared_words(compared: Compared, steps: Collection[Decimal]) -> str:
    """The difference to the birth weight in grams and per cent."""
    if compared.less_g == 0:
        return gettext("the same as at birth")
    facts = {"grams": formats.number(abs(compared.less_g)), "percent": percent_words(compared, steps)}
    if compared.less_g > 0:
        return gettext("%(grams)s g less (%(percent)s)") % facts
    return gettext("%(grams)s g more (%(percent)s)") % facts


def above_words(step: Decimal) -> str:
    """A step of the ladder that a loss is more than."""
    decimals = max(0, -int(step.normalize().as_tuple().exponent))
    return gettext("More than %(percent)s") % {"percent": formats.percent(step / 100, decimals)}


def weight_refusal_words(refusal: Refusal) -> str:
    """Why a weight cannot be written down, and what would do."""
    match refusal.code:
        case "weighed_before_birth":
            day = formats.date(refusal.facts["born_on"], "medium")  # type: ignore[arg-type]  # a date, by the rule
            return gettext("The baby was born on %(day)s; enter a day from then on") % {"day": day}
        case "weighed_then_already":
            facts = {"weight": grams_words(int(str(refusal.facts["grams"])))}
            return gettext("A weight of %(weight)s is written down for this time already; correct that one") % facts
        case "confirm_weight":
            facts = {"weight": grams_words(int(str(refusal.facts["before_g"])))}
            return gettext("Check the weight: the one before it was %(weight)s") % facts
    return str(_REFUSED.get(refusal.code, _("This cannot be recorded")))


_REFUSED: Mapping[str, Promise] = {
    "not_in_grams": _("Enter the weight in whole grams, for example 3420 for 3.42 kg"),
    "weighed_in_future": _("The time of weighing cannot lie in the future"),
    "corrected_already": _("Somebody has corrected this weight already; look at the newest one"),
    "nobody_to_lead_on_to": _(
        "Nobody here may look after this. Call the infant feeding lead, then record the weight again"
    ),
}


def route_refusal_words(refusal: Refusal) -> str:
    """Why a place cannot be set up like this, and what would do."""
    match refusal.code:
        case "step_not_above_national":
            return gettext("More than 10 % always leads to a person. Enter a number above 10")
        case "step_too_high":
            return gettext("Enter a number up to %(highest)s") % refusal.facts
        case "regained_by_out_of_range":
            return gettext("Enter a day from %(earliest)s to %(latest)s") % refusal.facts
    return gettext("This cannot be recorded")
