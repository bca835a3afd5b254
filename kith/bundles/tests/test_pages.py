"""Through the pages: asked, given, her own page, the inbox, and papers in every language."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kith.bundles.models.requests import BundleRequest
from kith.bundles.papers import advice_paper, bundle_labels
from kith.bundles.queries.requests import bundle_request
from kith.bundles.rules.codes import BundleState
from kith.bundles.tests.world import Sleep
from kith.kernel.ids import new_uuid
from kith.kernel.languages import INTERFACE_LANGUAGES
from testing.people import account_of, parent_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def sleep() -> Sleep:
    return Sleep()


@pytest.fixture
def desk(sleep: Sleep, client: Client) -> Client:
    client.force_login(account_of(sleep.lead))
    return client


def test_a_practitioner_asks_and_gives_it_and_the_advice_is_of_this_place(sleep, desk):
    family_id = sleep.family()
    form = {
        "request_key": new_uuid(),
        "bundle": sleep.small,
        "baby": sleep.baby(family_id),
        "criteria": ["temporary"],
        "place": "sofa",
        "landlord": "not_known",
        "has_room": "no",
        "arrives": "collects",
    }
    address = reverse("request-bundle", args=[family_id])
    assert "Choose why there is no room" in desk.post(address, form).content.decode()
    page = desk.post(address, {**form, "has_room": "yes"})["Location"]
    assert "the most dangerous place" in desk.get(page).content.decode()
    given = {"store": sleep.store_id, "taken_by": "Mara", "cot_is_up": "yes", "talked": "english"}
    row = BundleRequest.objects.get()
    desk.post(reverse("give-bundle", args=[row.pk]), given)
    assert BundleRequest.objects.get().state is BundleState.GIVEN
    assert "Mara" in desk.get(page).content.decode()
    assert page in desk.get(reverse("family", args=[family_id])).content.decode()


def test_a_notice_goes_from_the_inbox_to_a_request_by_one_tap(sleep, desk):
    address = reverse("housing-notice", args=[sleep.notice()])
    assert "Ana Marin" in desk.get(reverse("housing-notices")).content.decode()
    desk.post(address)
    assert reverse("bundle-request", args=[BundleRequest.objects.get().pk]) in desk.get(address).content.decode()
    assert "No notice waits" in desk.get(reverse("housing-notices")).content.decode()


def test_she_sees_what_she_was_given_and_names_who_collects(sleep, client):
    family_id = sleep.family()
    request_id = sleep.ask(family_id)
    account, _mother = parent_of(family_id)
    client.force_login(account)
    address = reverse("my-bundle", args=[request_id])
    assert address in client.get(reverse("my-page")).content.decode()
    assert client.post(address, {"arrives": "other_person", "collector": ""}).status_code == 422
    client.post(address, {"arrives": "other_person", "collector": "My sister"})
    assert "My sister" in client.get(address).content.decode()
    assert client.get(reverse("my-bundle-paper", args=[request_id])).content.startswith(b"%PDF")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda each: each.code)
def test_labels_and_papers_are_accessible_in_each_language(sleep, language):
    request_id = sleep.ask()
    BundleRequest.objects.update(language=language.code)
    with translation.override("en"):
        papers = (bundle_labels(["B-00001"], language), advice_paper(bundle_request(sleep.lead, request_id)))
    for content in papers:
        assert content.startswith(b"%PDF-")
        assert re.search(rb"/Lang ?\(%s" % language.code.encode(), content)
