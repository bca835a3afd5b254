import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from kith.directory.actions.feeds.accepting import accept_changes, leave_changes
from kith.directory.actions.offering import withdraw_service
from kith.directory.models.feeds import ChangeReview, ProposedChange
from kith.directory.models.listings import Service, Venue
from kith.directory.queries.search import Sought, service_cards, services_sought
from kith.directory.rules.codes import Way
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral.feeds import Document, read_feed
from kith.directory.tests.feeds import a_feed, a_location, a_record, proposed, saved_feed, uuid
from kith.directory.tests.listings import BUILDER, an_organisation, services_found
from kith.directory.tests.standard import STANDARD
from kith.directory.tests.test_directory import editor
from kith.directory.tests.test_feed_out import asked, full
from kith.kernel.ids import ProposedChangeId
from kith.platform.access import Forbidden
from kith.platform.access.viewer import ANONYMOUS

__all__ = ["full"]
pytestmark = pytest.mark.django_db
MOCKS = STANDARD / "validator-mocks"


def load(path: Path | str, *options: str) -> str:
    said = StringIO()
    call_command("load", "directory", str(path), *options, stdout=said)
    return said.getvalue()


def accepted(*records: Any) -> int:
    """A member that keeps everything these records say."""
    member = an_organisation("Council")
    review = proposed(*records).review_id
    assert review
    accept_changes(by=BUILDER, review_id=review, editor=member)
    return member


def test_a_record_is_published_only_once_somebody_accepts_it(client: Client) -> None:
    member = an_organisation("Council")
    review = proposed(a_record()).review_id
    assert review
    assert (Service.objects.count(), services_found()) == (0, [])
    done = accept_changes(by=editor(member), review_id=review)
    assert (done.count, done.waiting_count) == (1, 0)
    (card,) = services_found()
    assert (card.name.text, card.needs, card.ways) == ("Feeding café 1", (Need.LATCHING,), (Way.IN_PERSON,))
    assert card.venue
    assert (card.venue.address, card.venue.postcode) == ("2 Story Close, Bletchley", "MK2 2AA")
    assert str(card.checked_on) == "2026-02-01"
    assert accept_changes(by=editor(member), review_id=review).count == 0


def test_the_same_feed_again_changes_nothing() -> None:
    first = proposed(a_record(1), a_record(2))
    again = proposed(a_record(1), a_record(2))
    assert first.review_id == again.review_id
    assert ProposedChange.objects.count() == 2
    assert first.review_id
    accept_changes(by=BUILDER, review_id=first.review_id, editor=an_organisation())
    after = proposed(a_record(1), a_record(2))
    assert (after.review_id, after.counts) == (None, {"new": 0, "changed": 0, "gone": 0})


def test_a_later_reading_takes_the_place_of_one_nobody_decided_on() -> None:
    first, later = proposed(a_record(1)), proposed(a_record(1), a_record(2))
    assert first.review_id != later.review_id
    assert list(ChangeReview.objects.filter(closed_at=None).values_list("pk", flat=True)) == [later.review_id]


def test_what_has_changed_and_what_is_gone_is_said_field_by_field() -> None:
    accepted(a_record(1), a_record(2))
    review = proposed(a_record(1, email="new@example.org", fees="Bring a pound")).review_id
    changed, gone = ProposedChange.objects.filter(review=review).order_by("pk")
    assert [(each["field"], each["now"], each["then"]) for each in changed.differences] == [
        ("email", "milk@example.org", "new@example.org"),
        ("details", "", "fees"),
    ]
    assert (gone.kind, gone.name) == ("gone", "Feeding café 2")
    assert review
    accept_changes(by=BUILDER, review_id=review)
    (card,) = services_found()
    assert (card.email, card.cost_note.text) == ("new@example.org", "Bring a pound")


def test_what_somebody_left_as_it_was_is_proposed_again_only_when_the_feed_says_something_else() -> None:
    accepted(a_record(1), a_record(2))
    review = proposed(a_record(1, name="Renamed")).review_id
    assert review
    leave_changes(by=BUILDER, review_id=review)
    assert proposed(a_record(1, name="Renamed")).review_id is None
    assert proposed(a_record(1, name="Renamed twice")).counts["changed"] == 1
    assert Service.objects.filter(withdrawn_on=None).count() == 2


def test_words_that_changed_take_their_translations_with_them_and_others_stay() -> None:
    accepted(a_record(1))
    Service.objects.update(name={"en": "Feeding café 1", "ro": "Cafenea"}, summary={"en": "Old", "ro": "Veche"})
    review = proposed(a_record(1)).review_id
    assert review
    accept_changes(by=BUILDER, review_id=review)
    row = Service.objects.get()
    assert row.name == {"en": "Feeding café 1", "ro": "Cafenea"}
    assert row.summary == {"en": "Help with latching on, tea and time."}


def test_only_who_keeps_a_listing_accepts_its_changes() -> None:
    accepted(a_record(1))
    review = proposed(a_record(1, name="Renamed")).review_id
    assert review
    other = editor(an_organisation("Another"))
    assert accept_changes(by=other, review_id=review).count == 0
    assert leave_changes(by=other, review_id=review).waiting_count == 1
    with pytest.raises(Forbidden):
        accept_changes(by=ANONYMOUS, review_id=review)
    assert Service.objects.get().name["en"] == "Feeding café 1"


def test_a_service_whose_feed_names_a_member_is_that_members() -> None:
    member = an_organisation("Parents’ Friends")
    review = proposed(a_record(1)).review_id
    assert review
    assert accept_changes(by=editor(an_organisation("Another")), review_id=review).count == 0
    assert accept_changes(by=editor(member), review_id=review).count == 1


def test_a_service_for_no_need_we_know_waits_until_somebody_says_what_for() -> None:
    member = an_organisation("Council")
    review = proposed(a_record(1, name="Pottery", description="Clay.")).review_id
    assert review
    assert accept_changes(by=editor(member), review_id=review).waiting_count == 1
    change = ProposedChangeId(ProposedChange.objects.get().pk)
    accept_changes(by=editor(member), review_id=review, needs={change: Need.SOMEONE_TO_TALK_TO})
    assert Service.objects.get().needs == ["someone_to_talk_to"]
    assert proposed(a_record(1, name="Pottery", description="Clay.")).review_id is None


@pytest.mark.parametrize(
    ("broken", "name", "reason"),
    [
        ({"name": None}, f"service {uuid(1)}", "name: is missing"),
        ({"name": " "}, "service  ", "name: is empty"),
        ({"status": "open"}, "service Feeding café 1", "status: input should be 'active', 'inactive', 'defunct' or"),
        ({"id": "7"}, "service Feeding café 1", "id: is not a UUID"),
        ({"url": "example/counselling"}, "service Feeding café 1", "url: is not a web address"),
        ({"email": "nobody"}, "service Feeding café 1", "email: is not an e-mail address, like name@example.org"),
        ({"email": 7}, "service Feeding café 1", "email: is not a text"),
        (
            {"assured_date": "20261130"},
            "service Feeding café 1",
            "assured_date: is not a day: write year, month and day",
        ),
        ({"last_modified": 7}, "service Feeding café 1", "last_modified: is not a date and time: write it like 2026-"),
        ({"name": "x" * 200}, "service xxx", "name: longer than 120 signs"),
        ({"description": "\0"}, "service 'Feeding caf", "holds characters that no text has"),
        (
            {"organization": {"id": uuid(9), "name": "X"}},
            "service Feeding café 1",
            "organization.description: is missing",
        ),
    ],
)
def test_a_bad_record_is_refused_by_name_with_the_reason_and_the_rest_is_kept(
    broken: dict[str, Any], name: str, reason: str
) -> None:
    found = proposed(a_record(1, **broken), a_record(2))
    assert found.counts["new"] == 1
    (refused,) = found.refused
    assert refused.name.startswith(name.rstrip())
    assert any(each.startswith(reason) for each in refused.reasons)


@pytest.mark.parametrize("junk", [7, None, [], "x", {}, {"id": []}, {"id": {}, "name": {}, "schedules": 3}])
def test_junk_in_a_feed_is_refused_and_harms_nothing(junk: Any) -> None:
    found = proposed(junk, a_record(2))
    assert (found.counts["new"], len(found.refused)) == (1, 1)


def test_a_bad_part_is_refused_and_its_service_kept() -> None:
    schedule = {"id": uuid(50), "schedule_link": "no address"}
    attribute = {"id": uuid(51), "taxonomy_term": {"id": uuid(52), "name": "Milk", "term_uri": "milk"}}
    place = {"id": uuid(53), "location": a_location(latitude=100, longitude=101)}
    found = proposed(a_record(1, schedules=[schedule], attributes=[attribute], service_at_locations=[place]))
    assert found.counts["new"] == 1
    reasons = {each.name: each.reasons for each in found.refused}
    assert reasons[f"schedule of Feeding café 1: {uuid(50)}"] == (
        "schedule_link: is not a web address: it begins with https:// and holds no spaces",
    )
    assert "taxonomy_term.description: is missing" in reasons[f"attribute of Feeding café 1: {uuid(51)}"]
    assert reasons["location Story Hall 1 of Feeding café 1"] == ("latitude 100, longitude 101: not on Earth",)


def test_a_number_that_cannot_be_rung_is_named_and_passed_on_as_it_came(client: Client) -> None:
    people = [{"id": uuid(61), "phones": [{"id": uuid(62), "number": "01908 691691 x12"}]}]
    found = proposed(a_record(1, contacts=people))
    (refused,) = found.refused
    assert refused.name == "phone of Feeding café 1"
    assert refused.reasons[0].startswith("number: '01908 691691 x12' has an extension, and only a number that is rung")
    accepted(a_record(1, contacts=people))
    assert Service.objects.get().phone == ""
    assert asked(client, f"services/{uuid(1)}")["contacts"] == people


def test_a_helpline_with_a_short_number_keeps_it(client: Client) -> None:
    people = [{"id": uuid(61), "phones": [{"id": uuid(62), "number": "116 123"}]}]
    assert proposed(a_record(1, contacts=people)).refused == ()
    accepted(a_record(1, contacts=people))
    assert Service.objects.get().phone == "116123"
    assert asked(client, f"services/{uuid(1)}")["contacts"] == people


def test_a_record_that_became_bad_is_not_gone() -> None:
    accepted(a_record(1))
    assert proposed(a_record(1, email="nobody")).counts == {"new": 0, "changed": 0, "gone": 0}


def test_with_a_page_missing_nothing_is_gone() -> None:
    accepted(a_record(1), a_record(2))
    page = {"total_pages": 2, "page_number": 1, "contents": [a_record(1)]}
    feed = read_feed([Document("services", page)])
    assert not feed.is_whole
    assert feed.notes == ["service: 1 of 2 pages are not here"]


def test_a_service_that_rests_is_gone_and_comes_back() -> None:
    accepted(a_record(1))
    review = proposed(a_record(1, status="temporarily closed")).review_id
    assert review
    accept_changes(by=BUILDER, review_id=review)
    assert services_found() == []
    review = proposed(a_record(1)).review_id
    assert review
    accept_changes(by=BUILDER, review_id=review)
    assert len(services_found()) == 1


def test_out_and_in_again_changes_nothing(full: Service, client: Client, tmp_path: Path) -> None:
    folder = saved_feed(client, tmp_path / "feed")
    before = list(Service.objects.order_by("pk").values()) + list(Venue.objects.order_by("pk").values())
    said = load(folder, "--accept")
    assert "nothing would change" in said
    assert "refused:" not in said
    assert ChangeReview.objects.count() == 0
    assert before == list(Service.objects.order_by("pk").values()) + list(Venue.objects.order_by("pk").values())


def test_the_control_one_changed_word_is_found(full: Service, client: Client, tmp_path: Path) -> None:
    folder = saved_feed(client, tmp_path / "feed")
    Service.objects.filter(pk=full.pk).update(summary={"en": "Another word"})
    assert "changed: Baby café (description)" in load(folder)


def test_into_an_empty_place_and_out_again_is_the_same_feed(full: Service, client: Client, tmp_path: Path) -> None:
    folder = saved_feed(client, tmp_path / "feed")
    whole = {each["id"]: asked(client, f"services/{each['id']}") for each in asked(client, "services")["contents"]}
    Service.objects.all().delete()
    Venue.objects.all().delete()
    assert asked(client, "services")["total_items"] == 0
    load(folder, "--accept")
    again = {each["id"]: asked(client, f"services/{each['id']}") for each in asked(client, "services")["contents"]}
    assert again == whole
    assert len(again) == 7


def test_a_listing_taken_over_says_where_it_is_and_passes_on_what_we_have_no_field_for(client: Client) -> None:
    funding = [{"id": uuid(70), "source": "A grant"}]
    costs = [{"id": uuid(71), "option": "Under 18s", "amount": 3.5, "amount_description": "an hour"}]
    accepted(a_record(1, funding=funding, cost_options=costs, minimum_age=12, accreditations="Gold"))
    record = asked(client, f"services/{uuid(1)}")
    assert (record["funding"], record["cost_options"], record["accreditations"]) == (funding, costs, "Gold")
    assert asked(client, f"service_at_locations/{uuid(101)}")["service"]["name"] == "Feeding café 1"
    assert asked(client, "services?minimum_age=12")["total_items"] == 1
    assert asked(client, "services?minimum_age=13")["total_items"] == 0
    assert record["organization"]["name"] == "Parents’ Friends"


@pytest.mark.parametrize(
    ("costs", "pence"),
    [
        (None, None),
        ([], None),
        ([{"id": uuid(71), "option": "Ask us"}], None),
        ([{"id": uuid(71), "amount": -3}], None),
        ([{"id": uuid(71), "option": " free "}], 0),
        ([{"id": uuid(71), "amount": 0}], 0),
        ([{"id": uuid(71), "option": "Ask us"}, {"id": uuid(72), "amount": 2.5}], 250),
    ],
)
def test_a_cost_that_the_feed_does_not_say_is_not_free_and_is_passed_on_as_it_came(
    client: Client, costs: list[dict[str, Any]] | None, pence: int | None
) -> None:
    accepted(a_record(1, cost_options=costs))
    (card,) = services_found()
    assert card.cost_pence == pence
    free = service_cards(services_sought(ANONYMOUS, Sought(is_free=True)), "en")
    assert len(free) == (1 if pence == 0 else 0)
    assert asked(client, f"services/{uuid(1)}").get("cost_options", []) == (costs or [])
    assert proposed(a_record(1, cost_options=costs)).review_id is None


def test_a_feed_that_says_no_cost_leaves_the_one_somebody_entered_here() -> None:
    accepted(a_record(1))
    Service.objects.update(cost_pence=300)
    assert proposed(a_record(1)).review_id is None
    assert proposed(a_record(1, cost_options=[{"id": uuid(71), "amount": 4}])).counts["changed"] == 1


def test_a_withdrawn_listing_of_our_own_is_offered_again_only_by_somebodys_word(full: Service, client: Client) -> None:
    record = asked(client, f"services/{full.public_id}")
    withdraw_service(by=BUILDER, service_id=full.pk)
    assert proposed(record).counts["changed"] == 1
    assert services_found("Baby café") == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not readable as JSON"),
        (b"{", "not readable as JSON"),
        (b"\xff\xfe", "not readable as JSON"),
        (b"[NaN]", "NaN is not a number"),
        (b"[" * 100_000, "not readable as JSON"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a.json").write_text(json.dumps(a_record(1)))
    (tmp_path / "b.json").write_bytes(content)
    with pytest.raises(CommandError, match=words):
        load(tmp_path)
    assert ChangeReview.objects.count() == 0


def test_a_place_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no file whose name ends in"):
        load(tmp_path)
    with pytest.raises(CommandError, match="cannot be read"):
        load(tmp_path / "nothing.json")


def test_a_plain_file_of_services_loads(tmp_path: Path) -> None:
    an_organisation("Council")
    path = tmp_path / "services.json"
    path.write_text(json.dumps([a_record(1), a_record(2)]))
    said = load(path, "--accept")
    assert "2 accepted" in said
    assert "nothing would change" in load(path)


@pytest.mark.real_data
@pytest.mark.skipif(not MOCKS.exists(), reason="the standard's examples are not beside this checkout")
@pytest.mark.parametrize("feed", ["default", "warn"])
def test_the_feeds_of_the_standards_own_validator_load_and_their_faulty_records_are_refused(feed: str) -> None:
    an_organisation("Council")
    said = load(MOCKS / feed)
    assert "new: Community Counselling" in said
    assert "refused: location MyCity Civic Center of Community Counselling: postal_code: 'ABC 1234' is not" in said
    assert "latitude 100, longitude 101: not on Earth" in said
    if feed == "warn":
        assert "refused: taxonomy term name: description: is missing; term_uri: is not a web address" in said
        assert "taxonomy: 9 of 10 pages are not here" in said
    review = ChangeReview.objects.get()
    need = {ProposedChangeId(each.pk): Need.SOMEONE_TO_TALK_TO for each in ProposedChange.objects.all()}
    accept_changes(by=BUILDER, review_id=review.pk, editor=an_organisation(), needs=need)
    assert "nothing would change" in load(MOCKS / feed)


def test_the_feed_as_a_whole_is_read_from_pages_and_details_in_any_order() -> None:
    listed = {key: value for key, value in a_record(1).items() if key != "service_at_locations"}
    page = {"total_pages": 1, "page_number": 1, "contents": [listed]}
    documents = [Document("a", a_record(1)), Document("b", page)]
    for order in (documents, documents[::-1]):
        assert "service_at_locations" in read_feed(order).services[uuid(1)]
    assert a_feed(a_record(1)).is_whole
