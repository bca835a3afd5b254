"""A baby's feeding page and its forms, as a worker and as a parent see them."""

import re

import pytest
from django.test import Client

from kith.caseloads.actions.leading import take_lead
from kith.feeding.actions.weights import record_weight
from kith.feeding.models.assessments import Assessment
from kith.feeding.models.weights import FeedingAlert, Weight
from kith.feeding.queries.babies import feeding_of_baby
from kith.feeding.tests.babies import a_family_with_babies, babies_of, own, weighed
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from testing.people import account_of, parent_of, worker
from testing.supporting import supporter_of

pytestmark = pytest.mark.django_db
HERE = {"origin": "http://testserver"}
TODAY = {"day_day": "10", "day_month": "3", "day_year": "2026", "time": "09:00"}


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


@pytest.fixture
def client(grace) -> Client:
    return signed_in(grace)


def signed_in(viewer: Viewer) -> Client:
    client = Client()
    client.force_login(account_of(viewer))
    return client


def words(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def page_of(family_id, at: int = 0) -> str:
    return f"/desk/families/{family_id}/babies/{babies_of(family_id)[at]}/"


def send(client: Client, address: str, **sent: str):
    return client.post(address, sent, headers=HERE)


def weigh(client: Client, family_id, grams: str, **more: str):
    return send(client, f"{page_of(family_id)}weights/new/", grams=grams, where="home", **{**TODAY, **more})


def test_at_ten_per_cent_nothing_is_said_and_at_a_gram_more_the_signs_are_shown(client, grace):
    family_id = a_family_with_babies(own(grace))
    quiet = client.get(weigh(client, family_id, "3150")["Location"])
    assert "Weight recorded" in words(quiet)
    assert "350 g less (10.0%)" in words(quiet)
    assert "More than" not in words(quiet)
    loud = client.get(weigh(client, family_id, "3149", time="10:00")["Location"])
    signs = "Call 999 or go to the emergency department"
    for expected in ("More than 10%", "351 g less (10.03%)", signs, "It is your next step"):
        assert expected in words(loud)


def test_it_says_who_has_been_told_where_that_is_somebody_else(client, grace):
    family_id = a_family_with_babies(own(grace))
    take_lead(by=worker(at=own(grace), name="Rose Lee"), family_id=family_id)
    shown = words(client.get(weigh(client, family_id, "3,100 g")["Location"]))
    assert "It is now the next step of Rose Lee" in shown
    assert "Rose Lee" in words(client.get(f"/desk/families/{family_id}/"))


def test_a_verdict_is_never_given(client, grace):
    family_id = a_family_with_babies(own(grace))
    for grams, time in (("3100", "08:00"), ("3400", "09:00")):
        weigh(client, family_id, grams, time=time)
    shown = words(client.get(page_of(family_id))).lower()
    for verdict in ("normal", " fine", "good weight", "too low", "centile", "score", "concerning"):
        assert verdict not in shown


def test_a_slip_is_asked_about_with_the_signs_and_confirmed_by_its_own_number(client, grace):
    family_id = a_family_with_babies(own(grace))
    asked = weigh(client, family_id, "2340")
    assert asked.status_code == 422
    assert "Yes, 2,340 g is right" in words(asked)
    assert "Call 999 or go to the emergency department" in words(asked)
    other = weigh(client, family_id, "2350", confirmed="2340")
    assert other.status_code == 422
    assert not Weight.objects.exists()
    assert weigh(client, family_id, "2340", confirmed="2340").status_code == 302
    assert FeedingAlert.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"grams": "3.42"}, "Enter the weight in whole grams, for example 3420"),
        ({"grams": "34"}, "Enter the weight in whole grams, for example 3420"),
        ({"grams": ""}, "Enter the weight in grams"),
        ({"where": "moon"}, "Select a valid choice"),
        ({"time": "24:99"}, "Enter the time like 14:30"),
        ({"day_day": "11"}, "cannot lie in the future"),
        ({"day_day": "1"}, "The baby was born on 5 March 2026"),
    ],
)
def test_a_weight_that_cannot_be_is_explained_and_not_written_down(client, grace, sent, expected):
    family_id = a_family_with_babies(own(grace))
    given = {"grams": "3400", "where": "home", **TODAY, **sent}
    answer = send(client, f"{page_of(family_id)}weights/new/", **given)
    assert answer.status_code == 422
    assert expected in words(answer)
    assert not Weight.objects.exists()


def test_a_correction_shows_what_stood_there_and_keeps_it(client, grace):
    family_id = a_family_with_babies(own(grace))
    (baby,) = babies_of(family_id)
    done = record_weight(by=grace, baby_id=baby, weighing=weighed(3400))
    address = f"{page_of(family_id)}weights/{done.weight_id}/correct/"
    assert "Written down before: 3,400 g" in words(client.get(address))
    send(client, address, grams="3300", where="hub", **TODAY)
    shown = words(client.get(page_of(family_id)))
    assert "Corrected since" in shown
    assert "In a Family Hub or group" in shown
    again = f"{page_of(family_id)}weights/{Weight.objects.get(is_current=True).pk}/take-back/"
    assert "no longer counts" in words(client.get(send(client, again, sure="yes")["Location"]))


def test_each_twin_has_a_page_of_its_own(client, grace):
    family_id = a_family_with_babies(own(grace), names=("Ioan", "Maria"))
    weigh(client, family_id, "3100")
    ioan, maria = (words(client.get(page_of(family_id, at))) for at in (0, 1))
    assert "More than 10%" in ioan
    assert "More than 10%" not in maria
    assert "3,100 g" not in maria


def test_one_twins_weight_is_not_found_under_the_other(client, grace):
    family_id = a_family_with_babies(own(grace), names=("Ioan", "Maria"))
    done = record_weight(by=grace, baby_id=babies_of(family_id)[0], weighing=weighed(3400))
    assert client.get(f"{page_of(family_id, 1)}weights/{done.weight_id}/").status_code == 404


def test_a_first_feed_is_recorded_by_its_code_with_skin_to_skin(client, grace):
    family_id = a_family_with_babies(own(grace))
    address = f"{page_of(family_id)}feeding/first_feed/"
    asked = {"asked_on_day": "6", "asked_on_month": "3", "asked_on_year": "2026", "source": "hospital_record"}
    assert "Choose whether they were skin to skin" in words(send(client, address, status="02", **asked))
    assert send(client, address, status="02", skin_to_skin="not_known", **asked).status_code == 302
    shown = words(client.get(page_of(family_id)))
    assert "Breast milk : Donor milk" in shown.replace("milk:", "milk :")
    assert "From the hospital’s record" in shown
    (row,) = feeding_of_baby(grace, family_id, babies_of(family_id)[0]).answers.rows
    assert (row.status, row.first_feed, row.skin_to_skin) == ("totally", "02", "not_known")


def test_discharge_is_asked_in_its_own_categories(client, grace):
    family_id = a_family_with_babies(own(grace))
    shown = words(client.get(f"{page_of(family_id)}feeding/discharge/"))
    for category in ("Exclusively breast milk", "Partially breast milk", "No breast milk at all", "Missing"):
        assert category in shown


def test_what_she_hopes_for_is_asked_and_shown_with_her_words(client, grace):
    family_id = a_family_with_babies(own(grace), names=("Ioan", "Maria"), speaks="ro", reads="ro")
    address = f"/desk/families/{family_id}/goal/"
    assert "Choose until when" in words(send(client, address, baby="all", hope="breast", source="phone"))
    sent = {"baby": "all", "hope": "formula", "words": "Biberon", "source": "phone"}
    assert "what she hopes for" in words(client.get(send(client, address, **sent)["Location"]))
    shown = client.get(page_of(family_id))
    assert "Formula milk" in words(shown)
    assert '<blockquote class="kith-quote" lang="ro" dir="auto">Biberon</blockquote>' in shown.content.decode()


def test_a_parent_says_and_changes_her_goal_on_her_own_page(grace):
    family_id = a_family_with_babies(own(grace), phone="+447700900322")
    account, _ = parent_of(family_id)
    hers = Client()
    hers.force_login(account)
    assert "Every answer is a good one" in words(hers.get("/en/my/"))
    sent = send(hers, "/en/my/goal/", hope="mixed", until="3_months", words="The bottle at night")
    assert (sent.status_code, sent["Location"]) == (302, "/en/my/?done=goal")
    shown = words(hers.get("/en/my/"))
    assert "My goal: Breast milk and formula milk , Until about 3 months" in shown.replace("milk,", "milk ,")
    assert "The bottle at night" in shown
    assert hers.get(f"/en/my/goal/?family={a_family_with_babies(own(grace))}").status_code == 404


def test_a_plan_is_agreed_and_read_in_her_language_beside_english(client, grace):
    family_id = a_family_with_babies(own(grace), phone="+447700900323", speaks="ro", reads="ro")
    sent = {
        "agreed": "Feed often",
        "agreed_in_her_words": "Hrănire deasă",
        "agreed_with": "Ana Pop",
        "review_on_day": "15",
        "review_on_month": "3",
        "review_on_year": "2026",
    }
    address = f"{page_of(family_id)}plan/"
    late = {**sent, "review_on_year": "2027"}
    assert "within three months" in words(send(client, address, **late))
    assert send(client, address, **sent).status_code == 302
    plan = feeding_of_baby(grace, family_id, babies_of(family_id)[0]).plan
    shown = client.get(f"/desk/families/{family_id}/plans/{plan.id}/").content.decode()
    assert shown.index('lang="ro" dir="ltr" aria-labelledby="sheet-1"') < shown.index('lang="en" dir="ltr" aria-lab')
    account, _ = parent_of(family_id)
    hers = Client()
    hers.force_login(account)
    assert f"/ro/my/families/{family_id}/plans/{plan.id}/" in hers.get("/ro/my/").content.decode()
    assert "Hrănire deasă" in words(hers.get(f"/ro/my/families/{family_id}/plans/{plan.id}/"))


def test_how_feeding_ended_is_asked_without_blame(client, grace):
    family_id = a_family_with_babies(own(grace))
    address = f"{page_of(family_id)}feeding-end/"
    sent = {"as_wanted": "sooner", "source": "phone"}
    sent |= {"asked_on_day": "10", "asked_on_month": "3", "asked_on_year": "2026"}
    sent |= {"stopped_on_day": "9", "stopped_on_month": "3", "stopped_on_year": "2026"}
    assert send(client, address, **sent).status_code == 302
    assert "it ended sooner than she wanted" in words(client.get(page_of(family_id)))


def test_a_peer_supporter_sees_and_is_offered_nothing_to_write(grace):
    family_id = a_family_with_babies(own(grace))
    shown = signed_in(supporter_of(family_id, at=own(grace))).get(page_of(family_id)).content.decode()
    for form in ("weights/new", "/goal/", "/plan/", "/feeding/", "/assess/"):
        assert form not in shown


def test_a_form_is_written_previewed_published_and_used(grace):
    lead = worker(Role.FEEDING_LEAD, at=own(grace), name="Mina Rao")
    client = signed_in(lead)
    head = {"title_en": "First week", "source": "Our trust", "owner": "Mina Rao"}
    began = send(client, "/desk/assessment-forms/new/", key="first-week", **head)
    assert began["Location"] == "/desk/assessment-forms/first-week/?done=begun"
    assert "The form has no questions yet" in words(client.get(began["Location"]))
    question = {
        "text_en": "Does the baby wake?",
        "text_ro": "Se trezește?",
        "from_day": "0",
        "until_day": "28",
        "choice1_en": "Yes",
        "choice2_en": "No",
        "mark2": "person",
    }
    send(client, "/desk/assessment-forms/first-week/questions/new/", **question)
    preview = words(client.get("/desk/assessment-forms/first-week/preview/"))
    assert "Does the baby wake?" in preview
    assert "Se trezește?" in preview
    published = send(client, "/desk/assessment-forms/first-week/change/", choice="publish")
    assert "Families are assessed by it from now on" in words(client.get(published["Location"]))

    family_id = a_family_with_babies(own(grace), reads="ro")
    page = f"{page_of(family_id)}assess/first-week/"
    shown = client.get(page)
    assert "Se trezește?" in words(shown)
    key = re.search(r'name="request_key" value="([^"]+)"', shown.content.decode()).group(1)
    assert "Answer at least one question" in words(send(client, page, request_key=key))
    led_on = [send(client, page, request_key=key, q1="c2")["Location"] for _ in range(2)]
    assert led_on[0] == led_on[1]
    assert "An answer leads to a person" in words(client.get(led_on[0]))
    assert Assessment.objects.count() == 1


def test_a_draft_that_lacks_something_is_not_published_from_its_page(grace):
    client = signed_in(worker(Role.FEEDING_LEAD))
    send(client, "/desk/assessment-forms/new/", key="empty", title_en="Empty", source="Us", owner="Me")
    answer = send(client, "/desk/assessment-forms/empty/change/", choice="publish")
    assert answer.status_code == 422
    assert "The form has no questions yet" in words(answer)


def test_whom_signs_lead_to_is_set_on_a_page_and_never_below_the_national_step(grace):
    client = signed_in(worker(Role.FEEDING_LEAD))
    assert "More than 10%" in words(client.get("/desk/feeding-routes/"))
    low = send(client, "/desk/feeding-routes/loss/", above_percent="8", whom="lead")
    assert "More than 10 % always leads to a person" in words(low)
    assert send(client, "/desk/feeding-routes/loss/", above_percent="12.5", whom="lead").status_code == 302
    assert "More than 12.5%" in words(client.get("/desk/feeding-routes/"))
    send(client, "/desk/feeding-routes/", above="12.50")
    assert "More than 12.5%" not in words(client.get("/desk/feeding-routes/"))
    stays = send(client, "/desk/feeding-routes/", above="10")
    assert stays.status_code == 422
    assert "A loss of more than 10 % of the birth weight always leads to a person" in words(stays)
    assert "More than 10%" in words(client.get("/desk/feeding-routes/"))
    assert send(client, "/desk/feeding-routes/regain/", by_day="14", whom="lead").status_code == 302
    assert "on day 14 of age" in words(client.get("/desk/feeding-routes/"))
