"""Writing a baby's weight down, correcting it, and leading to a person where it says so."""

from dataclasses import dataclass
from datetime import datetime

from kith.families.actions.locking import lock_family
from kith.families.events import BirthDayCorrected, BirthWeightChanged
from kith.families.queries.cards import BabyCard, family_cards, family_of_baby
from kith.feeding.actions.alerts import lead_on, tell_of_correction
from kith.feeding.models.weights import FeedingRoute, Weight
from kith.feeding.rules.weights import (
    Compared,
    Reason,
    Where,
    age_days,
    is_late_to_regain,
    may_weigh,
    needs_confirming,
    step_passed,
)
from kith.kernel import clock
from kith.kernel.ids import BabyId
from kith.kernel.refusal import Refusal
from kith.platform import access, audit
from kith.platform.access import NotFound
from kith.platform.access.permissions import Permission
from kith.platform.access.viewer import Actor, system_actor
from kith.platform.action import action


@dataclass(frozen=True)
class Weighing:
    """A weight as it is handed in."""

    grams: int
    weighed_at: datetime
    where: Where


@dataclass(frozen=True)
class WeightDone:
    """The weight as it was written down, and whether it led to a person."""

    weight_id: int
    led_on: bool


@action
def record_weight(*, by: Actor, baby_id: BabyId, weighing: Weighing, is_confirmed: bool = False) -> WeightDone:
    """Write the weight down; sent twice it is one. Raises Refusal ``confirm_weight`` where it may be a slip.

    A loss above a step of the ladder, or a birth weight not regained in time, is a named person's next step at once.
    """
    baby = _locked(by, baby_id)
    if same := Weight.objects.current().filter(baby_id=baby_id, **vars(weighing)).first():
        return _done(same)
    if all(each.id != baby_id for each in family_cards(by, [baby.family_id])[baby.family_id].babies):
        raise Refusal("baby_has_died")
    return _write(by, baby, weighing, is_confirmed=is_confirmed)


@action
def correct_weight(*, by: Actor, weight_id: int, weighing: Weighing, is_confirmed: bool = False) -> WeightDone:
    """Put another weight in the place of one; the one before stays, as corrected. Sent twice it is one correction."""
    baby, row = _locked_weight(by, weight_id)
    if same := Weight.objects.filter(corrects=row, **vars(weighing)).first():
        return _done(same)
    if not row.is_current:
        raise Refusal("weight_corrected_already")
    row.close()
    return _write(by, baby, weighing, is_confirmed=is_confirmed, corrects=row)


@action
def take_back_weight(*, by: Actor, weight_id: int) -> None:
    """Take back a weight written down for the wrong baby or by mistake; the row stays, and no longer counts."""
    baby, row = _locked_weight(by, weight_id)
    if row.taken_back_at:
        return
    if not row.is_current:
        raise Refusal("weight_corrected_already")
    row.close(taken_back_at=clock.now())
    audit.record(by, "feeding.weight_taken_back", row, family_id=baby.family_id)
    tell_of_correction(by, baby, row)


@action
def look_at_weight_again(event: BirthWeightChanged | BirthDayCorrected) -> None:
    """Compare the last weight with a birth weight or a day of birth written down since.

    Safe to run twice: a weight is led on once.
    """
    lock_family(event.family_id)
    by = system_actor("feeding")
    last = Weight.objects.current().filter(baby_id=event.baby_id).order_by("-weighed_at").first()
    living = family_cards(by, [event.family_id])[event.family_id].babies
    baby = next((each for each in living if each.id == event.baby_id), None)
    if last is None or baby is None or last.alerts.exists():
        return
    _lead_on_if_it_says_so(by, baby, last)


def _write(
    by: Actor, baby: BabyCard, weighing: Weighing, *, is_confirmed: bool, corrects: Weight | None = None
) -> WeightDone:
    at = weighing.weighed_at
    if same := Weight.objects.current().filter(baby_id=baby.id, weighed_at=at).first():
        raise Refusal("weighed_then_already", grams=same.grams)
    day = clock.local(at).date()
    if refusal := may_weigh(weighing.grams, weighed_at=at, born_on=baby.born_on, now=clock.now(), day=day):
        raise refusal
    if not is_confirmed and (refusal := _slip(baby, weighing)):
        raise refusal
    row = Weight.objects.create(
        baby_id=baby.id, **vars(weighing), recorded_at=clock.now(), membership_id=by.membership_id, corrects=corrects
    )
    what = "feeding.weight_corrected" if corrects else "feeding.weight_recorded"
    audit.record(by, what, row, family_id=baby.family_id)
    if corrects:
        tell_of_correction(by, baby, corrects)
    _lead_on_if_it_says_so(by, baby, row)
    return _done(row)


def _slip(baby: BabyCard, weighing: Weighing) -> Refusal | None:
    """The question whether the number is right, where it is far from the weight before it (or at birth)."""
    earlier = Weight.objects.current().filter(baby_id=baby.id, weighed_at__lt=weighing.weighed_at)
    before = earlier.order_by("-weighed_at").first()
    before_g = before.grams if before else baby.birth_weight_g
    if before_g is None:
        return None
    since = clock.local(before.weighed_at).date() if before else baby.born_on
    days = (clock.local(weighing.weighed_at).date() - since).days
    if needs_confirming(weighing.grams, before_g=before_g, days_between=days):
        return Refusal("confirm_weight", before_g=before_g, grams=weighing.grams)
    return None


def _lead_on_if_it_says_so(by: Actor, baby: BabyCard, row: Weight) -> None:
    if baby.birth_weight_g is None:
        return
    compared = Compared(baby.birth_weight_g, row.grams)
    step = step_passed(compared, FeedingRoute.objects.steps())
    if step is not None:
        lead_on(by, baby, Reason.LOSS, weight=row, above_percent=step)
        return
    age = age_days(baby.born_on, clock.local(row.weighed_at).date())
    if is_late_to_regain(compared, age_days=age, regained_by=FeedingRoute.objects.regained_by()):
        lead_on(by, baby, Reason.REGAIN, weight=row)


def _locked(by: Actor, baby_id: BabyId) -> BabyCard:
    access.require(by, Permission.RECORD_FEEDING)
    baby = family_of_baby(by, baby_id)
    lock_family(baby.family_id)
    return baby


def _locked_weight(by: Actor, weight_id: int) -> tuple[BabyCard, Weight]:
    access.require(by, Permission.RECORD_FEEDING)
    found = Weight.objects.filter(pk=weight_id).values_list("baby_id", flat=True).first()
    if found is None:
        raise NotFound("weight")
    return _locked(by, BabyId(found)), Weight.objects.get(pk=weight_id)


def _done(row: Weight) -> WeightDone:
    return WeightDone(row.pk, row.alerts.exists())
