"""Kits, movements, requests and donations of another organisation: not found by their numbers, nor taken by a form.

A comparable system leaked these four kinds across organisations.
"""

from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from kith.bundles.tests.world import Sleep
from kith.kernel.ids import new_uuid
from testing.people import account_of
from testing.rows import OwnedQuerySet, StockMove

pytestmark = pytest.mark.django_db
OF_STORE = ("store", "receive-stock", "move-stock", "count-stock", "stock-threshold", "change-store")
OF_REQUEST = ("bundle-request", "pack-bundle", "give-bundle", "bundle-paper")
NOWHERE = 987_654


@pytest.fixture
def own() -> Sleep:
    return Sleep()


@pytest.fixture
def theirs() -> Sleep:
    return Sleep()


@pytest.fixture
def desk(own: Sleep, client: Client) -> Client:
    client.force_login(account_of(own.lead))
    return client


def test_no_number_of_another_organisation_opens_and_it_looks_as_if_there_were_none(desk, theirs):
    request_id = theirs.ask()
    pages = [
        *((name, theirs.store_id) for name in OF_STORE),
        *((name, request_id) for name in OF_REQUEST),
        ("bundle-substitute", theirs.small),
        ("housing-notice", theirs.notice()),
    ]
    for name, number in pages:
        found, nothing = (desk.get(reverse(name, args=[each])) for each in (number, NOWHERE))
        assert (found.status_code, len(found.content)) == (404, len(nothing.content)), name


def test_no_form_takes_a_number_of_another_organisation(desk, own, theirs):
    moves, batch = StockMove.objects.count(), StockMove.objects.filter(store_id=theirs.store_id).earliest("pk").batch_id
    mine = StockMove.objects.filter(store_id=own.store_id).earliest("pk").batch_id
    pieces = {"request_key": new_uuid(), "count": 1}
    forms = {
        "receive-stock": {**pieces, "kind": "donated", "item": theirs.items[0], "batch": "D-1"},
        "move-stock": {**pieces, "kind": "lost", "batch": batch},
        "count-stock": {**pieces, f"seen_{batch}": 0, "why": "gone"},
        "stock-threshold": {"item": theirs.items[0], "low_below": 3},
    }
    for name, form in forms.items():
        assert desk.post(reverse(name, args=[own.store_id]), form).status_code == 422, name
    away = {**pieces, "kind": "moved", "batch": mine, "to_store": theirs.store_id}
    assert desk.post(reverse("move-stock", args=[own.store_id]), away).status_code == 422
    swapped = {"item": own.items[0], "substitute": theirs.items[0]}
    assert desk.post(reverse("bundle-substitute", args=[own.small]), swapped).status_code == 422
    request_id = own.ask()
    given = {"store": theirs.store_id, "taken_by": "Mara", "cot_is_up": "yes", "talked": "english"}
    for name in ("pack-bundle", "give-bundle"):
        assert desk.post(reverse(name, args=[request_id]), given).status_code == 422, name
    assert StockMove.objects.count() == moves


def test_the_control_without_the_scope_the_store_of_another_opens(desk, theirs):
    with patch.object(OwnedQuerySet, "visible_to", lambda rows, _viewer: rows):
        assert desk.get(reverse("store", args=[theirs.store_id])).status_code == 200
