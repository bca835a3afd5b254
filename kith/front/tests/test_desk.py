"""Today, the family page and recording, as a worker sees them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.caseloads.actions.leading import take_lead
from kith.caseloads.queries.leading import led_family_ids
from kith.families.actions.consenting import withdraw_consent
from kith.families.queries.page import family_page
from kith.families.rules.codes import InterpreterNeed
from kith.feeding.queries.statuses import answers_of
from kith.feeding.rules.statuses import Milestone
from kith.feeding.tests.babies import a_family_with_babies
from kith.front.frames import hung
from kith.groups.actions.booking import book_place
from kith.groups.tests.world import an_order
from kith.kernel.ids import FamilyId
from kith.organisations.rules import Role
from kith.platform.access.viewer import Viewer
from kith.platform.audit.models import AuditEntry
from kith.tasks.actions.next_steps import add_next_step
from kith.whats_on.actions.planning import cancel_session
from kith.whats_on.tests.world import BUILDER, a_series, a_service, a_session, a_venue
from testing.people import KITH, a_family, account_of, worker
from testing.supporting import supporter_of

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 60


@pytest.fixture
def grace(db) -> Viewer:
    return worker()


def signed_in(viewer: Viewer) -> Client:
    client = Client()
    client.force_login(account_of(viewer))
    return client


def led_by(viewer: Viewer, **more) -> FamilyId:
    (own,) = viewer.organisation_ids
    family_id = a_family(own, **more)
    take_lead(by=viewer, family_id=family_id)
    return family_id


def recording(family_id: FamilyId) -> str:
    baby = family_page(KITH, family_id).babies[0]
    return f"/desk/families/{family_id}/babies/{baby.id}/feeding/6_8_weeks/"


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_desk_leads_to_today(grace):
    response = signed_in(grace).get("/desk/")
    assert (response.status_code, response["Location"]) == (302, "/desk/today/")


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ALLIANCE_CHAIR, Role.ADMIN, Role.PLACE_ADMIN, Role.COORDINATOR])
def test_who_has_no_today_is_told_what_her_role_is_for(role):
    client = signed_in(worker(role))
    page = client.get("/desk/")
    assert page.status_code == 200
    assert client.get("/desk/today/").status_code == 403


def test_today_shows_what_is_due_with_days_languages_and_interpreter_need(grace):
    led_by(grace, weeks_old=9, speaks="ro", reads="ro", interpreter_need=InterpreterNeed.YES)
    shown = words(signed_in(grace).get("/desk/today/"))
    assert "Ana Pop" in shown
    assert "7 days overdue" in shown
    assert "Interpreter needed: Romanian" in shown


def test_today_shows_nothing_of_families_out_of_reach_or_led_by_others(grace):
    (own,) = grace.organisation_ids
    led_by(worker(at=own), name="Led Elsewhere")
    a_family(name="Not Ours")
    shown = words(signed_in(grace).get("/desk/today/"))
    assert "Led Elsewhere" not in shown
    assert "Not Ours" not in shown


def test_the_diary_shows_where_my_families_are_booked_and_nobody_elses(grace, clock):
    (own,) = grace.organisation_ids
    session_id = a_session(starts_at=clock.now() + timedelta(days=3))
    for family_id in (led_by(grace, weeks_old=20), a_family(own, name="Not Led")):
        book_place(by=KITH, family_id=family_id, order=an_order(session_id, places=2))
    client = signed_in(grace)
    shown = words(client.get("/desk/diary/"))
    assert "Getting ready to feed" in shown
    assert shown.count("2 places") == 1
    assert "13 March" in words(client.get("/desk/today/"))
    cancel_session(by=BUILDER, session_id=session_id)
    assert "Getting ready to feed" not in words(client.get("/desk/diary/"))


def test_the_diary_has_the_sessions_of_my_service_and_what_is_due_on_its_day(grace, clock):
    (own,) = grace.organisation_ids
    family_id = led_by(grace, weeks_old=8)
    session_id = a_session(series_id=a_series(a_service(own, a_venue(own))), starts_at=clock.now() + timedelta(hours=2))
    day = clock.now().date()
    for what, days in (("Visit to weigh", 0), ("Call again", 3), ("Far ahead", 40)):
        due_on = day + timedelta(days=days)
        add_next_step(by=grace, family_id=family_id, what=what, due_on=due_on, owner=grace.membership_id)
    client = signed_in(grace)
    shown = words(client.get("/desk/diary/"))
    for expected in (f"/desk/sessions/{session_id}/", "Visit to weigh", "Ask how the baby is fed", "Call again"):
        assert expected in shown
    assert shown.index("Visit to weigh") < shown.index("Tomorrow" if "Tomorrow" in shown else "Call again")
    assert "Far ahead" not in shown
    today = words(client.get("/desk/today/")).partition('aria-labelledby="the-day"')[2].partition("</section>")[0]
    assert f"/desk/sessions/{session_id}/" in today
    assert "Call again" not in today


def test_the_diary_is_kept_for_those_who_have_days_to_keep_and_names_no_family_in_the_audit(grace):
    assert signed_in(worker(Role.ADMIN)).get("/desk/diary/").status_code == 403
    assert "Nothing stands in your diary" in words(signed_in(worker(Role.COORDINATOR)).get("/desk/diary/"))
    signed_in(grace).get("/desk/diary/")
    assert set(AuditEntry.objects.filter(action="tasks.diary_listed").values_list("family_id")) == {(None,)}


def test_a_midwife_sees_births_first_days_and_handovers_and_a_health_visitor_does_not(grace):
    (own,) = grace.organisation_ids
    midwife = worker(Role.MIDWIFE, at=own)
    led_by(midwife, weeks_old=1, name="Newly Born")
    led_by(midwife, weeks_old=3, name="To Hand On")
    a_family(own, weeks_old=2, name="Without Lead")
    led_by(worker(Role.MIDWIFE, at=own), weeks_old=2, name="Led By Another")
    shown = words(signed_in(midwife).get("/desk/today/"))
    births = shown.partition('aria-labelledby="births"')[2].partition("</section>")[0]
    assert "First days; born" in births
    assert "Hand over to a health visitor by" in births
    assert "Without Lead" in births
    assert "Led By Another" not in births
    assert "how was the baby fed on leaving hospital" in shown
    assert 'aria-labelledby="births"' not in words(signed_in(grace).get("/desk/today/"))


def test_an_outreach_worker_sees_her_families_that_no_programme_stands_beside(grace):
    (own,) = grace.organisation_ids
    outreach = worker(Role.OUTREACH_WORKER, at=own)
    family_id = led_by(outreach, name="Not Enrolled")
    shown = words(signed_in(outreach).get("/desk/today/"))
    section = shown.partition('aria-labelledby="not-registered"')[2].partition("</section>")[0]
    assert "Not Enrolled" in section
    assert f"/desk/families/{family_id}/programme/" in section


@pytest.mark.parametrize("role", list(Role))
def test_every_page_of_the_desk_that_a_role_may_open_is_reached_from_its_first_page(role):
    viewer = worker(role)
    shown = words(signed_in(viewer).get("/desk/", follow=True))
    mine = [each.address() for each in hung().desk if each.is_for(viewer) and each.url_name != "gallery"]
    assert mine
    assert [address for address in mine if f'href="{address}"' not in shown] == []


@pytest.mark.parametrize("role", list(Role))
def test_every_first_page_says_what_waits_or_what_comes_next(role):
    client = signed_in(worker(role))
    shown = words(client.get("/desk/", follow=True))
    assert any(each in shown for each in ("In my diary today", "Waiting for you", "Nothing waits for you."))
    assert 'aria-current="page"' in shown.partition('class="kith-bar"')[2].partition("</nav>")[0]


def test_twins_are_told_apart_wherever_they_have_no_names_yet(grace):
    (own,) = grace.organisation_ids
    family_id = a_family_with_babies(own, names=("", ""))
    take_lead(by=grace, family_id=family_id)
    client = signed_in(grace)
    for address in (f"/desk/families/{family_id}/", f"/desk/families/{family_id}/contacts/new/", "/desk/caseload/"):
        shown = words(client.get(address))
        assert "Baby 1" in shown, address
        assert "Baby 2" in shown, address


def test_a_family_nobody_leads_can_be_taken_in_one_tap(grace):
    (own,) = grace.organisation_ids
    family_id = a_family(own, name="New Here")
    client = signed_in(grace)
    assert "New Here" in words(client.get("/desk/today/"))
    response = client.post(
        f"/desk/families/{family_id}/lead/take/", {"from": "today"}, headers={"origin": "http://testserver"}
    )
    assert response["Location"].startswith("/desk/today/?undo=")
    assert led_family_ids(grace) == [family_id]


def test_today_takes_the_same_statements_for_one_family_and_for_thirty(grace):
    client = signed_in(grace)
    (own,) = grace.organisation_ids
    session_id = a_session(capacity=40)
    counts = []
    for number in (1, 30):
        for _ in range(number):
            book_place(by=KITH, family_id=led_by(grace), order=an_order(session_id))
            a_family(own)
        client.get("/desk/today/")
        with CaptureQueriesContext(connection) as seen:
            client.get("/desk/today/")
        counts.append(len(seen))
    assert counts[0] == counts[1] <= MOST_STATEMENTS


def test_looking_at_today_is_one_entry_that_names_no_family(grace):
    led_by(grace)
    signed_in(grace).get("/desk/today/")
    (entry,) = AuditEntry.objects.filter(kind="read")
    assert (entry.action, entry.family_id, entry.membership_id) == ("tasks.today_listed", None, grace.membership_id)


def test_an_answer_is_recorded_from_today_and_leaves_it(grace):
    family_id = led_by(grace)
    client, address = signed_in(grace), recording(family_id)
    assert address in words(client.get("/desk/today/"))
    shown = words(client.get(f"{address}?from=today"))
    assert "Breast milk only, from the breast or expressed" in shown
    sent = {
        "from": "today",
        "status": "partially",
        "source": "phone",
        "asked_on_day": "10",
        "asked_on_month": "3",
        "asked_on_year": "2026",
    }
    response = client.post(address, sent, headers={"origin": "http://testserver"})
    assert response["Location"] == "/desk/today/?done=feeding"
    assert address not in words(client.get("/desk/today/"))
    assert "Partially breastfed" in words(client.get(f"/desk/families/{family_id}/"))


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({}, "Choose how the baby is fed"),
        ({"asked_on_day": "11"}, "cannot lie in the future"),
        ({"asked_on_month": "1"}, "This can be asked from"),
        ({"asked_on_day": "31", "asked_on_month": "2"}, "Enter a real date"),
    ],
)
def test_a_wrong_answer_is_explained_and_not_recorded(grace, sent, expected):
    family_id = led_by(grace)
    given = {"status": "totally", "source": "phone"} if sent else {}
    given |= {"asked_on_day": "10", "asked_on_month": "3", "asked_on_year": "2026", **sent}
    response = signed_in(grace).post(recording(family_id), given, headers={"origin": "http://testserver"})
    assert response.status_code == 422
    assert expected in words(response)
    assert not answers_of(KITH, family_id, [family_page(KITH, family_id).babies[0].id]).rows


def test_the_family_page_shows_the_record_with_its_timeline(grace):
    family_id = led_by(grace, speaks="ro", reads="ro", phone="+447700900123", interpreter_need=InterpreterNeed.YES)
    shown = words(signed_in(grace).get(f"/desk/families/{family_id}/"))
    for expected in ("Ana Pop", "Interpreter needed: Romanian", "07700 900123", "Ioan", "Grace Obi began to lead"):
        assert expected in shown
    assert "/en/help-now/" in shown
    assert "Not asked yet" in shown


def test_the_timeline_holds_bookings_with_the_interpreter_asked_for(grace):
    family_id = led_by(grace)
    order = an_order(a_session(), places=2, interpreter_need=InterpreterNeed.YES, interpreter_language="ro")
    book_place(by=KITH, family_id=family_id, order=order)
    shown = words(signed_in(grace).get(f"/desk/families/{family_id}/"))
    assert "Getting ready to feed" in shown
    assert "Booked · 2 places · Interpreter asked for: Romanian" in shown


def test_a_withdrawn_consent_closes_the_page_at_the_next_request(grace):
    family_id = led_by(grace)
    client = signed_in(grace)
    assert client.get(f"/desk/families/{family_id}/").status_code == 200
    consent = family_page(KITH, family_id).consents[0]
    withdraw_consent(by=KITH, family_id=family_id, consent_id=consent.id)
    assert client.get(f"/desk/families/{family_id}/").status_code == 404
    assert client.get(recording(family_id)).status_code == 404
    assert "Ana Pop" not in words(client.get("/desk/today/"))


def test_a_family_out_of_reach_and_one_that_is_not_there_look_alike(grace):
    client = signed_in(grace)
    there, nowhere = (client.get(f"/desk/families/{each}/") for each in (a_family(), uuid4()))
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert there.content == nowhere.content


def test_a_peer_supporter_sees_but_is_offered_no_recording(grace):
    (own,) = grace.organisation_ids
    family_id = led_by(grace)
    client = signed_in(supporter_of(family_id, at=own))
    assert "/feeding/" not in words(client.get(f"/desk/families/{family_id}/"))
    assert client.get(recording(family_id)).status_code == 403


@pytest.mark.parametrize("milestone", ["birthday", "6-8-weeks"])
def test_an_unknown_milestone_is_not_found(grace, milestone):
    address = recording(led_by(grace)).replace(Milestone.WEEKS_6_8, milestone)
    assert signed_in(grace).get(address).status_code == 404


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ro", "ltr"), ("ar", "rtl")])
def test_the_desk_speaks_the_language_the_browser_asks_for(grace, language, direction):
    family_id = led_by(grace)
    client = signed_in(grace)
    for address in ("/desk/today/", f"/desk/families/{family_id}/", recording(family_id)):
        shown = words(client.get(address, headers={"accept-language": language}))
        assert f'<html lang="{language}" dir="{direction}">' in shown
