"""The words for weights, in numbers and without a verdict."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.feeding.rules.weights import Compared, Reason, Where
from kith.feeding.wording.alerts import percent_words
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
