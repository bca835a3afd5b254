"""Every action of bundles, done once."""

from collections.abc import Callable
from datetime import timedelta

from kith.bundles.actions import defining, giving, housing, rechecking, requesting, telling
from kith.bundles.models.requests import BundleRequest, SleepingRecheck
from kith.bundles.rules.codes import Arrives, Criterion, Found, RecheckId, SleepingPlace, TakenBack, WhyNot
from kith.bundles.tests.world import KITH, Sleep
from kith.families.actions.consenting import withdraw_consent
from kith.families.actions.deaths import record_bereavement
from kith.families.events import ConsentWithdrawn, FamilyBereaved, HomeMoved
from kith.families.models.consent import Consent
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.kernel import clock
from kith.kernel.ids import BereavementId, ConsentId, FamilyId
from tests.access.world import World

Act = Callable[[], object]
Prepare = Callable[[World], Act]


def _added(_world: World) -> Act:
    sleep = Sleep()
    new = defining.NewBundle("Another", 0, 3, sleep.items)
    return lambda: defining.add_bundle(by=sleep.lead, organisation_id=sleep.organisation_id, bundle=new)


def _substituted(_world: World) -> Act:
    sleep = Sleep()
    of = {"bundle_id": sleep.small, "item_id": sleep.items[0], "substitute_id": sleep.items[1]}
    return lambda: defining.set_substitute(by=sleep.lead, **of)


def _asked(_world: World) -> Act:
    return Sleep().ask


def _approved(_world: World) -> Act:
    sleep = Sleep()
    request_id = sleep.ask(criteria=(Criterion.OTHER,))
    return lambda: requesting.approve_bundle(by=sleep.lead, request_id=request_id)


def _refused(_world: World) -> Act:
    sleep = Sleep()
    request_id = sleep.ask()
    return lambda: requesting.refuse_bundle(by=sleep.lead, request_id=request_id, why=WhyNot.NOT_WANTED)


def _packed(_world: World) -> Act:
    sleep = Sleep()
    request_id = sleep.ask()
    return lambda: telling.pack_bundle(by=sleep.lead, request_id=request_id, store_id=sleep.store_id)


def _told(_world: World) -> Act:
    Sleep().ask()
    return lambda: telling.tell_families(by=KITH)


def _given(_world: World) -> Act:
    sleep = Sleep()
    request_id = sleep.ask()
    return lambda: sleep.give(request_id)


def _way(_world: World) -> Act:
    sleep = Sleep()
    request_id = sleep.ask()
    return lambda: giving.say_who_collects(by=sleep.lead, request_id=request_id, arrives=Arrives.DELIVERED)


def _taken_back(_world: World) -> Act:
    sleep = Sleep()
    request_id = sleep.give()
    family_id = FamilyId(BundleRequest.objects.get(pk=request_id).family_id)
    assert sleep.lead.membership_id
    death = NewBereavement(Loss.BABY, sleep.baby(family_id), sleep.lead.membership_id, clock.today())
    record_bereavement(by=sleep.lead, family_id=family_id, new=death)
    return lambda: giving.say_what_to_take_back(by=sleep.lead, request_id=request_id, how=TakenBack.COLLECT)


def _noted(_world: World) -> Act:
    return Sleep().notice


def _taken(_world: World) -> Act:
    sleep = Sleep()
    notice_id = sleep.notice()
    return lambda: housing.take_notice(by=sleep.lead, notice_id=notice_id)


def _moved(family_id: FamilyId) -> HomeMoved:
    return HomeMoved(family_id, (clock.today() - timedelta(days=1)).isoformat(), is_temporary=True)


def _started(_world: World) -> Act:
    event = _moved(Sleep().family())
    return lambda: rechecking.start_recheck(event)


def _looked(_world: World) -> Act:
    sleep = Sleep()
    family_id = sleep.family()
    rechecking.start_recheck(_moved(family_id))
    recheck_id = RecheckId(SleepingRecheck.objects.get(family_id=family_id).pk)
    seen = rechecking.SeenThere(Found.SAFE, SleepingPlace.REFUGE, cot_is_up=True)
    return lambda: rechecking.finish_recheck(by=sleep.lead, recheck_id=recheck_id, seen=seen)


def _bereaved(_world: World) -> Act:
    sleep = Sleep()
    family_id = sleep.family()
    sleep.ask(family_id)
    assert sleep.lead.membership_id
    event = FamilyBereaved(family_id, BereavementId(1), sleep.lead.membership_id, clock.today())
    return lambda: rechecking.end_bundles_for_bereavement(event)


def _without_consent(_world: World) -> Act:
    sleep = Sleep()
    family_id = sleep.family()
    sleep.ask(family_id)
    consent = Consent.objects.get(family_id=family_id)
    withdraw_consent(by=sleep.lead, family_id=family_id, consent_id=ConsentId(consent.pk))
    event = ConsentWithdrawn(family_id, sleep.organisation_id, "care", ConsentId(consent.pk))
    return lambda: rechecking.end_bundles_without_consent(event)


BUNDLE_ACTS: dict[str, Prepare] = {
    "bundles.add_bundle": _added,
    "bundles.set_substitute": _substituted,
    "bundles.request_bundle": _asked,
    "bundles.approve_bundle": _approved,
    "bundles.refuse_bundle": _refused,
    "bundles.pack_bundle": _packed,
    "bundles.tell_families": _told,
    "bundles.give_bundle": _given,
    "bundles.say_who_collects": _way,
    "bundles.say_what_to_take_back": _taken_back,
    "bundles.note_housing_notice": _noted,
    "bundles.take_notice": _taken,
    "bundles.start_recheck": _started,
    "bundles.finish_recheck": _looked,
    "bundles.end_bundles_for_bereavement": _bereaved,
    "bundles.end_bundles_without_consent": _without_consent,
}
