"""A parent reads the weights that people at work wrote down of her baby, and no alert that followed."""

import pytest
from django.test import Client
from django.urls import reverse

from kith.feeding.actions.weights import record_weight, take_back_weight
from kith.feeding.models.weights import Weight
from kith.feeding.tests.babies import a_family_with_babies, babies_of, own, weighed
from testing.people import parent_of, worker

pytestmark = pytest.mark.django_db


def test_the_weights_that_count_stand_on_her_page(client: Client) -> None:
    grace = worker()
    family_id = a_family_with_babies(own(grace), phone="+447700900321")
    (baby_id,) = babies_of(family_id)
    for grams, hours in ((3400, 20), (3450, 2)):
        record_weight(by=grace, baby_id=baby_id, weighing=weighed(grams, hours_ago=hours), is_confirmed=True)
    take_back_weight(by=grace, weight_id=Weight.objects.get(grams=3400).pk)
    client.force_login(parent_of(family_id)[0])
    page = client.get(reverse("my-page")).content.decode()
    assert ("3,450" in page, "3,400" in page) == (True, False)
