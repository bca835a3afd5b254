"""Weighing a baby: writing it down, correcting it, and the page that leads on to a person."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kith.feeding.actions import weights
from kith.feeding.actions.weights import WeightDone
from kith.feeding.forms.weights import WeightForm
from kith.feeding.queries.babies import BabyFeeding, WeightRow, feeding_of_baby
from kith.feeding.rules.weights import Compared, step_passed
from kith.feeding.views.returning import back_to_baby
from kith.feeding.wording.weights import WHERE, above_words, compared_words, grams_words
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import access
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Request

WORDS = {"where": WHERE, "grams_words": grams_words, "compared_words": compared_words, "above_words": above_words}


def record_weight(request: Request, family_id: UUID, baby_id: UUID) -> HttpResponse:
    """Write a weight down."""
    record = _record(request, family_id, baby_id)
    return _weigh(request, record, before=None)


def correct_weight(request: Request, family_id: UUID, baby_id: UUID, weight_id: int) -> HttpResponse:
    """Put another weight in the place of one."""
    record = _record(request, family_id, baby_id)
    return _weigh(request, record, before=record.weight(weight_id))


def take_back_weight(request: Request, family_id: UUID, baby_id: UUID, weight_id: int) -> HttpResponse:
    """Take back a weight that was written down for the wrong baby or by mistake."""
    record = _record(request, family_id, baby_id)
    try:
        weights.take_back_weight(by=request.viewer, weight_id=record.weight(weight_id).id)
    except Refusal as refusal:
        return back_to_baby(record, refusal.code)
    return back_to_baby(record, "weight_taken_back")


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


def _weigh(request: Request, record: BabyFeeding, *, before: WeightRow | None) -> HttpResponse:
    form = _form(request, before)
    asked_again: Refusal | None = None
    if form.is_bound and form.is_valid():
        try:
            return _onward(record, _written(request, record, form, before))
        except Refusal as refusal:
            if refusal.code == "confirm_weight":
                asked_again = refusal
            form.refuse(refusal)
    page = {
        **WORDS,
        "record": record,
        "form": form,
        "before": before,
        "to_confirm": asked_again.facts["grams"] if asked_again else None,
        "is_above": asked_again is not None and _is_above(record, int(str(asked_again.facts["grams"]))),
    }
    return render(request, "feeding/record_weight.jinja", page, status=422 if form.errors else 200)


def _form(request: Request, before: WeightRow | None) -> WeightForm:
    if request.method == "POST":
        return WeightForm(request.POST)
    if before:
        return WeightForm.starting(before.weighed_at, grams=before.grams, where=before.where.value)
    return WeightForm.starting()


def _written(request: Request, record: BabyFeeding, form: WeightForm, before: WeightRow | None) -> WeightDone:
    by, weighing, is_confirmed = request.viewer, form.weighing, form.is_confirmed
    if before:
        return weights.correct_weight(by=by, weight_id=before.id, weighing=weighing, is_confirmed=is_confirmed)
    return weights.record_weight(by=by, baby_id=record.baby.id, weighing=weighing, is_confirmed=is_confirmed)


def _is_above(record: BabyFeeding, grams: int) -> bool:
    """Whether the weight that is asked about once more would lead to a person: its signs are shown at once."""
    birth_g = record.baby.birth_weight_g
    return birth_g is not None and step_passed(Compared(birth_g, grams), record.steps) is not None


def _onward(record: BabyFeeding, done: WeightDone) -> HttpResponse:
    if not done.led_on:
        return back_to_baby(record, "weight")
    return HttpResponseRedirect(reverse("weight", args=[record.family.id, record.baby.id, done.weight_id]))
