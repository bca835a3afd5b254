"""Weighing a baby: writing it down, correcting it, and the page that leads on to a person."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kith.feeding.actions import weights
from kith.feeding.actions.weights import WeightDone
from kith.feeding.forms.weights import WeightForm
from kith.feeding.queries.babies import BabyFeeding, WeightRow, feeding_of_baby
from kith.feeding.queries.statuses import must_live
from kith.feeding.rules.weights import Compared, step_passed
from kith.feeding.views.returning import back_to_baby
from kith.feeding.wording.weights import WHERE, above_words, compared_words, grams_words
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request
from kith.platform.ui.questions import question
from kith.undoing.confirming import Sure, asks_first, confirmed

WORDS = {"where": WHERE, "grams_words": grams_words, "compared_words": compared_words, "above_words": above_words}


def record_weight(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """Write a weight down."""
    record = _record(request, family_id, baby_id)
    must_live(record.family, record.baby)
    return _weigh(request, record, None, partial(weights.record_weight, baby_id=record.baby.id))


def correct_weight(request: Request, family_id: UUID, baby_id: UUID, weight_id: int) -> HttpResponse:
    """Put another weight in the place of one."""
    record = _record(request, family_id, baby_id)
    before = record.weight(weight_id)
    return _weigh(request, record, before, partial(weights.correct_weight, weight_id=before.id))


@asks_first()
def take_back_weight(request: Request, family_id: UUID, baby_id: UUID, weight_id: int) -> HttpResponse:
    """Take back a weight that was written down for the wrong baby or by mistake, once it is clear who is told."""
    record = _record(request, family_id, baby_id)
    row, alert = record.weight(weight_id), record.alert_of(weight_id=weight_id)
    led = [_("It led to %(name)s, who is told.") % {"name": alert.owner.name}] if alert else []

    def act(_said: object) -> HttpResponse:
        weights.take_back_weight(by=request.viewer, weight_id=row.id)
        return back_to_baby(record, "weight_taken_back")

    sure = Sure(
        _("Take this weight back?"),
        f"{record.baby.name} {grams_words(row.grams)}".strip(),
        (_("It no longer counts, and stays in the list as taken back."), *led),
        _("Take it back"),
        reverse("baby-feeding", args=[family_id, baby_id]),
    )
    return confirmed(request, sure, act)


def weight(request: Request, family_id: UUID, baby_id: UUID, weight_id: int) -> HttpResponse:
    """One weight in numbers, the signs to act on, and who has been told."""
    record = feeding_of_baby(request.viewer, FamilyId(family_id), BabyId(baby_id))
    row = record.weight(weight_id)
    page = {
        **WORDS,
        "record": record,
        "row": row,
        "alert": record.alert_of(weight_id=row.id),
        "may_record": Permission.RECORD_FEEDING in request.viewer.permissions,
    }
    return render(request, "feeding/weight.jinja", page)


def _record(request: Request, family_id: UUID, baby_id: UUID) -> BabyFeeding:
    access.require(request.viewer, Permission.RECORD_FEEDING)
    return feeding_of_baby(request.viewer, FamilyId(family_id), BabyId(baby_id))


def _weigh(
    request: Request, record: BabyFeeding, before: WeightRow | None, write: Callable[..., WeightDone]
) -> HttpResponse:
    form = WeightForm(request.POST if request.method == "POST" else None, before)
    page = {**WORDS, "record": record, "before": before, "to_confirm": None, "is_above": False}

    def weigh() -> HttpResponse:
        try:
            done = write(by=request.viewer, **form.answer)
        except Refusal as refusal:
            if refusal.code == "confirm_weight":
                grams = form.answer["weighing"].grams
                page.update(to_confirm=grams, is_above=_is_above(record, grams))
            raise
        if done.led_on:
            return redirect("weight", record.family.id, record.baby.id, done.weight_id)
        return back_to_baby(record, "weight")

    return question(request, "feeding/record_weight.jinja", form, weigh, page)


def _is_above(record: BabyFeeding, grams: int) -> bool:
    """Whether the weight that is asked about once more would lead to a person: its signs are shown at once."""
    birth_g = record.baby.birth_weight_g
    return birth_g is not None and step_passed(Compared(birth_g, grams), record.steps) is not None
