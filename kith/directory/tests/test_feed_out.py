import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from kith.directory.actions.offering import withdraw_service
from kith.directory.actions.venues import add_venue
from kith.directory.models.listings import Service
from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.listed import ListedVenue, SpeakerOf
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral import records
from kith.directory.rules.open_referral.terms import Vocabulary, taxonomy_id, term_id
from kith.directory.tests.listings import BUILDER, a_service, an_organisation
from kith.directory.tests.standard import IN_FULL, SCHEMAS, STANDARD, faults
from kith.kernel import clock

pytestmark = pytest.mark.django_db
LISTS = ("services", "service_at_locations", "taxonomies", "taxonomy_terms")
MODELS: dict[str, type[records.Record]] = {
    "services": records.Service,
    "service_at_locations": records.ServiceAtLocation,
    "taxonomies": records.Taxonomy,
    "taxonomy_terms": records.TaxonomyTerm,
}


@pytest.fixture
def full() -> Service:
    """A directory of seven services, one of which says everything that can be said."""
    organisation_id = an_organisation()
    venue = ListedVenue(
        organisation_id,
        name="Kestrel Family Hub",
        address="1 Invented Way, Wolverton",
        postcode="MK9 3EJ",
        lon=-0.76,
        lat=52.04,
        checked_on=clock.today(),
        features=(Feature.STEP_FREE, Feature.PRAM_ACCESS),
        getting_there={"en": "Beside the library."},
    )
    venue_id = add_venue(by=BUILDER, venue=venue)
    for number in range(6):
        a_service(organisation_id, name={"en": f"Group {number}"}, ways=(Way.PHONE,))
    service_id = a_service(
        organisation_id,
        name={"en": "Baby café", "ro": "Cafenea"},
        what_happens={"en": "Somebody sits down with you."},
        who_is_welcome={"en": "Everybody who feeds a baby."},
        open_when={"en": "Tuesdays, ten to noon, not at half term"},
        needs=(Need.LATCHING, Need.SOMEONE_TO_TALK_TO),
        spoken=(SpeakerOf("ro", "Daniela"), SpeakerOf("en", "everybody")),
        cost_pence=250,
        cost_note={"en": "Free with Healthy Start"},
        phone="+442079460000",
        email="cafe@example.org",
        website="https://example.org/cafe",
        venue_id=venue_id,
    )
    return Service.objects.get(pk=service_id)


def asked(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(f"/open-referral/{path}")
    assert answer.status_code == status, answer.content
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not client.cookies
    return json.loads(answer.content)


def test_the_root_says_which_standard_and_where_it_is_described(client: Client) -> None:
    about = records.About.model_validate(asked(client, ""))
    assert about.version == "HSDS-UK-3.0"
    assert asked(client, about.openapi_url.partition("/open-referral/")[2])["openapi"].startswith("3.")


@pytest.mark.parametrize("name", LISTS)
def test_every_page_of_every_list_and_every_record_is_well_formed(full: Service, client: Client, name: str) -> None:
    seen, page = [], 1
    while True:
        found = asked(client, f"{name}?page={page}&per_page=3")
        assert found["size"] == len(found["contents"]) <= 3
        assert (found["first_page"], found["last_page"]) == (page == 1, page == found["total_pages"])
        seen += found["contents"]
        if found["last_page"]:
            break
        page += 1
    assert len(seen) == found["total_items"] == len({each["id"] for each in seen}) > 0
    for each in seen:
        whole = asked(client, f"{name}/{each['id']}")
        assert whole["id"] == each["id"]
        MODELS[name].model_validate(whole)
        if STANDARD.exists():
            assert faults(each, SCHEMAS[name]) + faults(whole, IN_FULL[name]) == []


def test_a_service_in_full_says_what_its_page_says(full: Service, client: Client) -> None:
    record = asked(client, f"services/{full.public_id}")
    assert record["description"].split("\n\n") == [
        "Sit down, have tea, ask anything.",
        "Somebody sits down with you.",
        "Who is welcome: Everybody who feeds a baby.",
    ]
    assert record["assured_date"] == "2026-03-10"
    assert record["organization"]["name"] == "The Milk Café Charity"
    assert (record["cost_options"][0]["amount"], record["fees"]) == (2.5, "Free with Healthy Start")
    assert record["contacts"][0]["phones"][0]["number"] == "+442079460000"
    assert {each["taxonomy_term"]["name"] for each in record["attributes"]} >= {"Someone to talk to", "Romanian"}
    address = record["service_at_locations"][0]["location"]["addresses"][0]
    assert (address["address_1"], address["city"], address["postal_code"]) == ("1 Invented Way", "Wolverton", "MK9 3EJ")
    (plain,) = record["schedules"]
    assert plain["description"].startswith("Tuesdays")
    assert "Daniela" not in json.dumps(record)


@pytest.mark.parametrize(
    ("filter_", "count"),
    [
        ("search=CAFENEA", 1),
        ("search=nothing+like+this", 0),
        (f"taxonomy_term_id={term_id(Vocabulary.NEEDS, Need.LATCHING)}", 1),
        (f"taxonomy_term_id={term_id(Vocabulary.NEEDS, Need.IT_HURTS)}", 6),
        (f"taxonomy_term_id={term_id(Vocabulary.WAYS, Way.PHONE)}", 6),
        (f"taxonomy_term_id={term_id(Vocabulary.LANGUAGES, 'ro')}", 1),
        (f"taxonomy_term_id={term_id(Vocabulary.FEATURES, Feature.STEP_FREE)}", 1),
        ("taxonomy_term_id=00000000-0000-4000-8000-000000000000", 0),
        (f"taxonomy_id={taxonomy_id(Vocabulary.NEEDS)}", 7),
        (f"taxonomy_id={taxonomy_id(Vocabulary.LANGUAGES)}", 1),
        (f"taxonomy_id={taxonomy_id(Vocabulary.FEATURES)}", 1),
        ("minimum_age=3", 0),
        ("maximum_age=3", 0),
        ("page=40", 7),
    ],
)
def test_filters_find_what_they_ask_for_and_combine(full: Service, client: Client, filter_: str, count: int) -> None:
    assert asked(client, f"services?{filter_}")["total_items"] == count


@pytest.mark.parametrize(("metres", "count"), [(100, 0), (3000, 1), (200000, 1)])
def test_services_are_found_within_metres_of_a_postcode(
    full: Service, client: Client, metres: int, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = type("Place", (), {"lon": -0.75, "lat": 52.05})
    monkeypatch.setattr("kith.directory.queries.open_referral.publishing.locate", lambda _text: place)
    found = asked(client, f"service_at_locations?postcode=MK9&proximity={metres}")
    assert found["total_items"] == count


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("services?page=0", "page: Input should be greater than or equal to 1"),
        ("services?per_page=9999", "per_page: Input should be less than or equal to 100"),
        ("services?page=two", "page: is not a whole number"),
        ("services?taxonomy_id=needs", "taxonomy_id: is not a UUID"),
        ("services?day=Tuesday", "day: Input should be 'MO', 'TU', 'WE', 'TH', 'FR', 'SA' or 'SU'"),
        ("services?start_time=25:00", "start_time: String should match pattern"),
        ("services?minimum_age=nan", "minimum_age: is not a number"),
        ("service_at_locations?proximity=0", "proximity: Input should be greater than or equal to 1"),
    ],
)
def test_a_parameter_that_is_not_understood_is_named(db: None, client: Client, path: str, words: str) -> None:
    assert asked(client, path, 400)["problems"][0].startswith(words)


def test_a_postcode_of_elsewhere_is_not_found_and_says_what_to_try(db: None, client: Client) -> None:
    found = asked(client, "service_at_locations?postcode=ZZ1", 404)
    assert found["problems"] == ["postcode: not known here; try the first half of one of this place, for example MK9"]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("record_id", ["1", "00000000-0000-4000-8000-000000000000", "%00", "a/b"])
def test_what_is_not_there_is_not_found_in_words(db: None, client: Client, name: str, record_id: str) -> None:
    assert asked(client, f"{name}/{record_id}", 404)["problems"]


def test_a_withdrawn_service_leaves_the_feed(full: Service, client: Client) -> None:
    withdraw_service(by=BUILDER, service_id=full.pk)
    asked(client, f"services/{full.public_id}", 404)
    assert asked(client, "services")["total_items"] == 6


def test_an_answer_is_kept_until_the_directory_changes(
    full: Service, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    first = client.get("/open-referral/services")
    assert "max-age" in first["Cache-Control"]
    again = client.get("/open-referral/services", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"
    connection.run_on_commit.clear()  # what built this directory has been said
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_service(by=BUILDER, service_id=full.pk)
    assert client.get("/open-referral/services", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_who_is_signed_in_reads_what_everybody_reads(full: Service, client: Client) -> None:
    assert "Cookie" not in client.get("/open-referral/services").get("Vary", "")


def test_a_page_costs_the_same_few_statements_however_long(
    full: Service, client: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        asked(client, "services?per_page=100")


@pytest.mark.parametrize("path", ["/{language}/our-numbers/feeding.csv", "/{language}/find-support/kith.ics"])
def test_what_is_described_beside_the_feed_is_there_in_every_language(full: Service, client: Client, path: str) -> None:
    described = asked(client, "openapi.json")["paths"][path]["get"]
    (kind,) = described["responses"]["200"]["content"]
    languages = next(each for each in described["parameters"] if each["in"] == "path")["schema"]["enum"]
    assert len(languages) == 8
    for language in languages:
        answer = client.get(path.format(language=language))
        assert (answer.status_code, answer["Content-Type"].partition(";")[0]) == (200, kind)
    for each in described["parameters"]:
        if each["in"] == "query":
            codes = each["schema"].get("enum") or each["schema"].get("items", {}).get("enum", ["MK9"])
            assert client.get(path.format(language="en"), {each["name"]: codes[0]}).status_code == 200
