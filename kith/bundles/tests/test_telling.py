"""A family is told by day, in its language, once for each news, and never after a death."""

import pytest

from kith.bundles.actions.giving import say_who_collects
from kith.bundles.actions.telling import pack_bundle, tell_families
from kith.bundles.models.requests import BundleRequest
from kith.bundles.rules.codes import Arrives, Criterion
from kith.bundles.tests.world import KITH, Sleep
from kith.families.actions.deaths import record_bereavement
from kith.families.rules.bereavement import Loss, NewBereavement
from kith.kernel import clock as kith_clock
from kith.kernel.refusal import Refusal
from testing.people import parent_of
from testing.rows import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def sleep() -> Sleep:
    return Sleep()


def kinds() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("kind", flat=True))


def pack(sleep: Sleep, request_id) -> None:
    pack_bundle(by=sleep.lead, request_id=request_id, store_id=sleep.store_id)


def test_she_is_told_of_each_news_once_and_of_nothing_at_night(sleep, clock):
    family_id = sleep.family()
    request_id = sleep.ask(family_id)
    clock.advance(hours=(23 - kith_clock.local(clock.now()).hour) % 24)
    assert (tell_families(by=KITH), kinds()) == (0, [])
    clock.advance(hours=11)
    assert [tell_families(by=KITH) for _ in range(2)] == [1, 0]
    for _ in range(2):
        pack(sleep, request_id)
    assert [tell_families(by=KITH) for _ in range(2)] == [1, 0]
    say_who_collects(by=parent_of(family_id)[1], request_id=request_id, arrives=Arrives.DELIVERED)
    tell_families(by=KITH)
    assert kinds() == ["bundle_approved", "bundle_ready", "bundle_on_its_way"]
    assert Message.objects.get(kind="bundle_ready").facts["where"] == "Bundle store, Hub Road 2"


def test_nothing_is_told_after_a_death_and_nothing_packed_for_it(sleep, clock):
    family_id = sleep.family()
    request_id = sleep.ask(family_id)
    clock.advance(hours=(34 - kith_clock.local(clock.now()).hour) % 24)
    death = NewBereavement(Loss.BABY, sleep.baby(family_id), sleep.lead.membership_id, kith_clock.today())
    record_bereavement(by=sleep.lead, family_id=family_id, new=death)
    # The event that ends the request has not been heard yet.
    assert BundleRequest.objects.get().state == "approved"
    with pytest.raises(Refusal, match="bundle_in_bereavement"):
        pack(sleep, request_id)
    assert (tell_families(by=KITH), kinds()) == (0, [])


def test_what_is_not_approved_or_has_a_part_missing_is_not_packed(sleep):
    other = sleep.ask(criteria=(Criterion.OTHER,))
    with pytest.raises(Refusal, match="bundle_not_approved"):
        pack(sleep, other)
    empty = Sleep(pieces=0)
    with pytest.raises(Refusal, match="stock_none_left"):
        pack(empty, empty.ask())
