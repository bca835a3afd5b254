"""Through the pages: a tag read from a photo, her own page, a recall of a model, and papers in every language."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kith.equipment.models.loans import Loan
from kith.equipment.models.units import Unit
from kith.equipment.papers import agreement, labels
from kith.equipment.queries.loans import loan_page
from kith.equipment.rules.codes import UnitState
from kith.equipment.tests.world import KITH, Pumps
from kith.files.reading_codes import codes_in
from kith.kernel.ids import new_uuid
from kith.kernel.languages import INTERFACE_LANGUAGES
from kith.kernel.refusal import Refusal
from kith.stores.actions.recalls import NewRecall, begin_recall, tell_holders
from kith.stores.rules.codes import RecallBy, RecallReason
from testing.people import account_of, parent_of
from testing.photos import photo_of
from testing.rows import Message, RecallHolder

pytestmark = pytest.mark.django_db


@pytest.fixture
def pumps() -> Pumps:
    return Pumps()


@pytest.fixture
def desk(pumps: Pumps, client: Client) -> Client:
    client.force_login(account_of(pumps.lead))
    return client


def photo(*tags: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("tag.jpg", photo_of(tags), "image/jpeg")


def test_a_tag_is_read_from_a_photo_and_a_picture_without_one_says_what_to_do(pumps, desk):
    unit_id = pumps.unit(tag="PUMP-077")
    found = desk.post(reverse("find-pump"), {"picture": photo("pump-077")})
    assert found["Location"] == reverse("pump", args=[unit_id])
    for tags, words in (
        ((), "No tag can be read"),
        (("PUMP-1", "PUMP-2"), "several tags"),
        (("NONE-1",), "No pump has"),
    ):
        answer = desk.post(reverse("find-pump"), {"picture": photo(*tags)})
        assert (answer.status_code, words in answer.content.decode()) == (422, True)


def test_a_shelf_is_counted_by_one_photo_and_what_was_not_seen_is_named(pumps, desk):
    seen, missed = pumps.unit(tag="SEEN-1"), pumps.unit(tag="MISSED-1")
    desk.post(reverse("count-pumps"), {"picture": photo("SEEN-1", "OTHER-9"), "tags": ""})
    page = desk.get(reverse("count-pumps")).content.decode()
    assert (reverse("pump", args=[missed]) in page, reverse("pump", args=[seen]) in page) == (True, False)


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff broken", b"\x89PNG\r\n\x1a\n" + b"0" * 99])
def test_a_broken_or_hostile_picture_is_refused_in_words(content):
    with pytest.raises(Refusal, match="picture"):
        codes_in(content)


def test_her_own_page_asks_shows_the_rule_and_lets_her_give_it_back(pumps, client):
    family_id = pumps.family()
    account, _mother = parent_of(family_id)
    client.force_login(account)
    pumps.unit()
    address = reverse("my-pump")
    assert client.post(address, {"request_key": new_uuid(), "needs": ["cannot_afford"]}).status_code == 303
    assert "is kept for you until" in client.get(address).content.decode()
    client.post(address, {"do": "end", "sure": "yes"})
    loan_id = pumps.lend(family_id, Unit.objects.get().pk)
    assert "Please bring it back by" in client.get(address).content.decode()
    assert client.get(reverse("my-pump-agreement")).content.startswith(b"%PDF")
    assert client.post(reverse("my-pump-return"), {"how": "other_person", "who": ""}).status_code == 422
    client.post(reverse("my-pump-return"), {"how": "other_person", "who": "My sister"})
    assert Loan.objects.get(pk=loan_id).collection_who == "My sister"


def test_without_a_need_her_page_says_why_and_what_else(pumps, client):
    pumps.unit()
    account, _mother = parent_of(pumps.family())
    client.force_login(account)
    client.post(reverse("my-pump"), {"request_key": new_uuid(), "needs": []})
    assert "By our rule we cannot lend you a pump now" in client.get(reverse("my-pump")).content.decode()


def test_a_recall_of_a_model_blocks_every_pump_and_tells_past_and_present_families(pumps):
    past, present = pumps.lend(), pumps.lend()
    pumps.take_back(past)
    held, waiting = pumps.unit(), pumps.ask()
    assert Unit.objects.get(pk=held).state is UnitState.HELD
    recall = NewRecall(RecallBy.MODEL, "Hospital-grade double pump", RecallReason.ELECTRICAL)
    own = {"by": pumps.lead, "organisation_id": pumps.organisation_id}
    recall_id = begin_recall(**own, recall=recall, request_key=new_uuid())
    assert tell_holders(by=KITH, recall_id=recall_id) == 2
    families = set(Loan.objects.filter(pk__in=[past, present]).values_list("family_id", flat=True))
    assert set(RecallHolder.objects.values_list("family_id", flat=True)) == families
    assert Message.objects.filter(kind="item_recalled").count() == 2
    assert not Unit.objects.ready().exists()
    assert Unit.objects.get(pk=held).state is UnitState.REPAIR
    with pytest.raises(Refusal, match="request_not_held"):
        pumps.begin(waiting.request_id, held)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES, ids=lambda each: each.code)
def test_labels_and_agreements_are_accessible_papers_in_each_language(pumps, language):
    loan_id = pumps.lend()
    Loan.objects.update(language=language.code)
    with translation.override("en"):
        papers = (labels(["PUMP-001"], language), agreement(loan_page(pumps.lead, loan_id)))
    for content in papers:
        assert content.startswith(b"%PDF-")
        assert re.search(rb"/Lang ?\(%s" % language.code.encode(), content)
