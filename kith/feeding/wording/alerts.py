"""What stands in the next step of the worker a sign leads to. The record is in English, no matter who wrote it."""

from collections.abc import Collection
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import override

from kith.feeding.rules.weights import Compared, Reason
from kith.platform.ui import formats

RECORD_LANGUAGE = "en"
LONGEST = 200


def step_words(
    reason: Reason, baby_name: str, compared: Compared | None, steps: Collection[Decimal], what_to_do: str
) -> str:
    """The sign with its numbers, the baby it was seen on, and what this place does then."""
    with override(RECORD_LANGUAGE):
        words = [_sign(reason, compared, steps)]
        if baby_name:
            words.insert(0, baby_name)
        if what_to_do:
            words.append(what_to_do)
        return ". ".join(words)[:LONGEST]


def review_words(baby_name: str) -> str:
    """To look at a plan again."""
    with override(RECORD_LANGUAGE):
        if baby_name:
            return _("Look at the feeding plan again: %(name)s") % {"name": baby_name}
        return _("Look at the feeding plan again")


def _sign(reason: Reason, compared: Compared | None, steps: Collection[Decimal]) -> str:
    if reason is Reason.ANSWER or compared is None:
        return _("An answer in the feeding assessment leads to you: see the record")
    if reason is Reason.REGAIN:
        return _("Is not back at the birth weight: %(birth)d g then, %(now)d g now") % {
            "birth": compared.birth_g,
            "now": compared.now_g,
        }
    return _("Weighs %(percent)s less than at birth: %(birth)d g then, %(now)d g now") % {
        "percent": percent_words(compared, steps),
        "birth": compared.birth_g,
        "now": compared.now_g,
    }


def percent_words(compared: Compared, steps: Collection[Decimal]) -> str:
    """The change since birth in per cent, without its sign, with as many decimals as tell it from every step."""
    shown = abs(compared.percent(steps))
    decimals = max(1, -int(shown.as_tuple().exponent))
    return formats.percent(shown / 100, decimals)
