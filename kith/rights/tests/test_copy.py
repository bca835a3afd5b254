"""A parent takes her copy: after a fresh proof, all of hers, nothing of another parent or family, in her language."""

import json
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from kith.families.queries.reach import viewer_for
from kith.kernel.privacy import Privacy
from kith.platform.audit.models import AuditEntry
from kith.rights import tables
from kith.rights.actions.gathering import data_copy
from kith.rights.tests.world import PHONE, a_council, a_parent, a_second_parent, asked
from testing.people import account, account_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client: Client):
    council, _ = a_council()
    family_id, viewer = a_parent(council, speaks="ro", reads="ro")
    client.force_login(account_of(viewer))
    return family_id, viewer, council


def taken(client: Client, *, form: str = "json") -> str:
    answer = client.post(reverse("my-data"), {"as": form})
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content.decode()


def test_the_copy_holds_her_her_baby_her_consents_and_what_she_asked(client, ana):
    family_id, viewer, council = ana
    asked(viewer, council)
    data = json.loads(taken(client))["tables"]
    assert data["families_parent"][0]["given_name"] == "Ana"
    assert data["families_baby"][0]["name"] == "Ioan"
    assert data["families_consent"][0]["purpose"] == "care"
    assert data["rights_datarequest"][0]["words"] == "My street is wrong"
    assert AuditEntry.objects.filter(action="rights.copy_taken", family_id=family_id).count() == 1


def test_the_page_is_in_her_language_and_names_people_at_work_by_their_role(client, ana):
    page = client.post("/ro/my/data/", {"as": "page"}).content.decode()
    assert '<html lang="ro"' in page
    assert "Ioan" in page
    assert "Vera Lake" not in page


def test_nothing_of_another_family_or_of_the_other_parent_is_in_it(client, ana):
    family_id, _, council = ana
    a_second_parent(family_id)
    a_parent(council, name="Wanda Nowak", phone="+447700900777")
    text = taken(client)
    assert "Ana" in text
    assert not [name for name in ("Radu", "900322", "Wanda", "900777") if name in text]


def test_what_the_first_parent_confided_is_not_the_other_parents(ana):
    family_id, _, _ = ana
    a_second_parent(family_id)
    radu = tables.model_of("families_parent").objects.get(given_name="Radu")
    radu.account = account()
    radu.save()
    viewer = viewer_for(radu.account)
    shown = {part.table for part in data_copy(viewer).parts}
    assert "families_baby" in shown
    assert not shown & {name for name, held in tables.privacy_table().items() if held.is_confided}


def test_a_column_hidden_from_the_table_is_missed(client, ana, monkeypatch):
    baby = tables._declared["families_baby"]
    hidden = replace(baby, columns={**baby.columns, "name": Privacy.INNER})
    assert "Ioan" in taken(client)
    monkeypatch.setitem(tables._declared, "families_baby", hidden)
    assert "Ioan" not in taken(client)


def test_without_a_fresh_proof_she_is_asked_for_a_code_first(client, ana, settings):
    settings.KITH = settings.KITH.model_copy(update={"demonstration": False})
    address = reverse("my-data")
    assert PHONE[-6:] not in client.post(address, {"as": "json"}).content.decode()
    assert reverse("prove-again") in client.get(address).content.decode()
    led = client.post(reverse("prove-again")).headers["Location"]
    assert led == f"{reverse('parent-sign-in')}?next={address}"
    assert "_auth_user_id" not in client.session


def test_she_asks_for_a_correction_on_her_page(client, ana):
    _, _, council = ana
    address = reverse("ask-about-data", args=["erasure"])
    assert client.post(address, {}).status_code == 422
    sent = {
        "request_key": "6f7c1f5e-2f5e-4c1e-9f3c-111111111111",
        "organisation": str(council),
        "words": "My old street",
    }
    assert client.post(address, sent).status_code == 303
    assert "Answer by" in client.get(reverse("my-page")).content.decode()
    assert client.get(reverse("ask-about-data", args=["complaint"])).status_code == 404
